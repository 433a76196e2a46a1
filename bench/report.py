"""The measurements as Markdown tables: medians, and how many times less than the stock page."""

from datetime import date
from pathlib import Path
from platform import machine, python_version
from statistics import median, quantiles

from bench.load import Load
from bench.visits import Changes, Visit

Visits = dict[tuple[str, str, str], list[tuple[Visit, Visit]]]


def table_of_visits(visits: Visits, changes: dict[tuple[str, str], Changes]) -> list[str]:
    """First and second visits by build, page and link; then changes of a choice."""
    lines = [
        "## Visits\n",
        "| build, page | link | kB | requests | readable, ms | first chart, ms | blocked, ms | shift"
        " | again: kB | again: first chart, ms |",
        "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |",
    ]
    for (build, page, link), pairs in visits.items():
        firsts, seconds = zip(*pairs, strict=True)
        values = [
            f"{median(v.kilobytes for v in firsts):,.0f}",
            f"{median(v.requests for v in firsts):.0f}",
            f"{median(v.readable for v in firsts):,.0f}",
            f"{median(v.chart for v in firsts):,.0f}",
            f"{median(v.blocked for v in firsts):,.0f}",
            f"{median(v.shift for v in firsts):.3f}",
            f"{median(v.kilobytes for v in seconds):,.0f}",
            f"{median(v.chart for v in seconds):,.0f}",
        ]
        lines.append(f"| {build}, {page} | {link} | {' | '.join(values)} |")
    lines += [
        "\n## A changed choice, until the chart is redrawn\n",
        "| build | link | p50, ms | p95, ms | kB each |",
        "| --- | --- | --- | --- | --- |",
    ]
    for (build, link), change in changes.items():
        cuts = quantiles(change.times, n=20)
        size = median(change.kilobytes)
        lines.append(f"| {build} | {link} | {cuts[9]:,.0f} | {cuts[18]:,.0f} | {size:.1f} |")
    return lines


def table_of_load(
    loads: dict[tuple[str, int], Load], starts: dict[str, tuple[float, list[float]]]
) -> list[str]:
    """Answers per second of the callback that redraws the figures; then start and memory."""
    lines = [
        "\n## The callback that redraws the figures, two workers\n",
        "| build | connections | answers/s | p50, ms | p95, ms | kB each | failures | ours answers, times |",
        "| --- | --- | --- | --- | --- | --- | --- | --- |",
    ]
    ours, *_ = (build for build, _ in loads)
    for (build, connections), load in loads.items():
        lines.append(
            f"| {build} | {connections} | {load.rate:,.1f} | {load.p50:,.1f} | {load.p95:,.1f}"
            f" | {load.kilobytes:.1f} | {load.failures} | {loads[ours, connections].rate / load.rate:,.1f} |"
        )
    lines += [
        "\n## Start and memory\n",
        "| build | process start to first page, s | resident MB after load: master, workers |",
        "| --- | --- | --- |",
    ]
    for build, (start, resident) in starts.items():
        lines.append(f"| {build} | {start:.2f} | {', '.join(f'{mb:.0f}' for mb in resident)} |")
    return lines


def written(path: Path, tables: list[str], runs: int) -> str:
    """Writes the report and returns it."""
    head = [
        "# Measurements\n",
        f"Written by `make bench` on {date.today()}: medians of {runs}, Chromium as a phone of 360 px,"
        f" Python {python_version()} on {machine()}, everything on one machine over the loopback address.",
        "Read the ratios, not the milliseconds: they depend on the machine and on what else it does."
        " 'Readable' is the largest contentful paint, 'blocked' the sum of what long tasks exceed 50 ms,"
        " kB are bytes on the wire with headers. The reader scrolls to the first chart; 'again' is a return."
        " A choice goes once from each order to each other one; 'seen before' is the same way once more,"
        " which ours answers in the browser."
        " On Slow 3G the stock page never draws: dcc.Graph gives up on plotly.js after 30 s.\n",
    ]
    text = "\n".join([*head, *tables]) + "\n"
    path.write_text(text, encoding="utf-8")
    return text
