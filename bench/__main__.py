"""`make bench`: measure, print a table of medians and ratios, write RESULTS.md. Never a test."""

import json
import sys
from pathlib import Path
from statistics import median

from bench.load import Load, measured
from bench.report import table_of_load, table_of_visits, written
from bench.servers import EXPRESS, NAIVE, OBJECTS, OURS, Build, Running, running, start_of
from bench.visits import (
    FAST,
    FAST_3G,
    NAIVE_FORM,
    OUR_FORM,
    SLOW_3G,
    STOCK_FORM,
    Changes,
    Link,
    Visit,
    browser,
    changes_of,
    reader,
    visit,
    visit_again,
)

RUNS = 5
SECONDS = 3
CONNECTIONS = (8, 48)
PAGES = {
    OURS: {"Overview": "/fr/", "Funding": "/fr/financement"},
    EXPRESS: {"three charts": "/"},
}
FORMS = {OURS: OUR_FORM, EXPRESS: STOCK_FORM, OBJECTS: STOCK_FORM, NAIVE: NAIVE_FORM}
LINKS: dict[str, Link] = {"Fast 3G, 4x CPU": FAST_3G, "Slow 3G, 4x CPU": SLOW_3G}
UPDATE = "_dash-update-component"


def main(runs: int) -> None:
    """All measurements, one build after the other."""
    visits: dict[tuple[str, str, str], list[tuple[Visit, Visit]]] = {}
    changes: dict[tuple[str, str], Changes] = {}
    loads: dict[tuple[str, int], Load] = {}
    starts: dict[str, tuple[float, list[float]]] = {}
    with running(OURS):
        # The very first start compresses files and looks at every page once; the others find that done.
        pass
    for build in FORMS:
        with running(build) as site:
            if build in PAGES:
                _look(build, site, runs, visits, changes)
            question = _question(build, site)
            for connections in CONNECTIONS:
                # New connections each time: which worker accepts how many of them is luck.
                found = [measured(*question, connections, SECONDS) for _ in range(runs)]
                loads[build.name, connections] = sorted(found, key=lambda load: load.rate)[runs // 2]
            memory = site.resident()
        starts[build.name] = (median(start_of(build) for _ in range(runs)), memory)
    tables = [*table_of_visits(visits, changes), *table_of_load(loads, starts)]
    print(written(Path(__file__).parent / "RESULTS.md", tables, runs))


def _look(build: Build, site: Running, runs: int, visits: dict, changes: dict) -> None:
    with browser() as chromium:
        for name, link in LINKS.items():
            if build is not OURS and link is SLOW_3G:
                # dcc.Graph waits 30 s for plotly.js and then gives up: there is nothing to measure.
                continue
            for page, path in PAGES[build].items():
                for _ in range(runs):
                    with reader(chromium, link) as (tab, wire):
                        first = visit(tab, wire, site.address + path)
                        second = visit_again(tab, wire)
                    visits.setdefault((build.name, page, name), []).append((first, second))
                    print(build.name, page, name, first, file=sys.stderr, flush=True)
        path = list(PAGES[build].values())[-1]
        for name, link in (("no throttle", FAST), ("Fast 3G, 4x CPU", FAST_3G)):
            with reader(chromium, link) as (tab, wire):
                visit(tab, wire, site.address + path)
                asked, known = changes_of(tab, wire, FORMS[build])
            changes[build.name, name] = asked
            if build is OURS:
                changes["ours, to a view seen before", name] = known


def _question(build: Build, site: Running) -> tuple[str, bytes]:
    """The address and body of the callback that redraws the figures, as the browser sends it."""
    asked: list[tuple[str, bytes]] = []
    path = "/fr/financement" if build is OURS else "/"
    with browser() as chromium, reader(chromium, FAST) as (tab, wire):
        tab.on("request", lambda r: asked.append((r.url, r.post_data_buffer)) if UPDATE in r.url else None)
        visit(tab, wire, site.address + path)
        FORMS[build].touch(tab)
        FORMS[build].choose(tab, wire, FORMS[build].orders[0])
    address, body = asked[-1]
    json.loads(body)
    return address, body


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else RUNS)
