"""A folder of many years, agencies and results, and its cost: `python -m bench.scale FOLDER`. Never a test.

All that it adds is invented and says so; it is made beside the data, never in it.
"""

import shutil
import sys
import time
import urllib.request
from pathlib import Path

from tests.next_year import OLD, Row, add_listed, add_money, add_report, append, copied_parts, rows

from bench.servers import ROOT, Build, Running, serving

YEARS, AGENCIES, RESULTS = 5, 20, 2000
VIEWS = ("/fr/", "/fr/resultats", "/fr/resultats?q=eau", "/fr/resultats?show=table", "/fr/financement",
         "/fr/carte", "/fr/annees", "/fr/axe/1", "/api/v1/results.json")  # fmt: skip
PATIENCE = 900
"""Seconds that a start may take."""


def build(to: Path, years: int = YEARS, results: int = RESULTS) -> Path:
    """A copy of the data with so many years in all, each new one with so many results."""
    package = Path(shutil.copytree(ROOT / "data", to))
    for year in range(int(OLD) + 1, int(OLD) + years):
        add_year(package, str(year), results)
    return package


def add_year(package: Path, year: str, results: int) -> None:
    """A year made of the old one's rows."""
    agencies = [{"agency_id": row["agency_id"]} for row in rows(package, "agencies")][:AGENCIES]
    add_money(package, "agencies", agencies, year)
    add_money(package, "axes", [{"axis_id": row["axis_id"]} for row in rows(package, "axes")], year)
    add_report(package, year)
    add_listed(package, year)
    add_results(package, year, results)


def add_results(package: Path, year: str, results: int) -> None:
    """The old year's results over and over, each time told with another number before them."""
    old = [row for row in rows(package, "results") if row["year"] == OLD]
    names: dict[str, list[str]] = {}
    made: list[Row] = []
    for n in range(results):
        row = old[n % len(old)]
        name = f"{row['result_id'].replace(OLD, year)}-{n // len(old)}"
        names.setdefault(row["result_id"], []).append(name)
        texts = {column: f"{n}. {row[column]}" for column in ("summary_fr", "summary_en")}
        made.append({**row, **texts, "result_id": name, "year": year, "duplicate_of": "",
                     "source_id": row["source_id"].replace(OLD, year)})  # fmt: skip
    append(package, "results", made)
    copied_parts(package, names)


def main(folder: Path) -> None:
    """Make the folder if it is not there, start over it twice, ask for some views, print a table."""
    data = folder / "data"
    if not data.exists():
        build(data)
    places = {"DASHBOARD_DATA": str(data), "DASHBOARD_BUILD": str(folder / "build"), "DASHBOARD_WARM": "off"}
    for name in ("new data", "known data"):
        with serving(Build(name, "app:server", places), workers=1, patience=PATIENCE) as site:
            print(f"start, {name}: {site.start:.1f} s, {site.cpu():.1f} s CPU", flush=True)
            for view in VIEWS if name == "known data" else ():
                look(site, view)


def look(site: Running, view: str) -> None:
    """Print what one view costs when it is made for the first time."""
    before, begin = site.cpu(), time.perf_counter()
    asked = urllib.request.Request(site.address + view, headers={"Accept-Encoding": "br"})
    size = len(urllib.request.urlopen(asked, timeout=60).read())
    seconds, cpu = time.perf_counter() - begin, site.cpu() - before
    print(f"{view}: {size / 1000:.0f} kB, {seconds:.2f} s, {cpu:.2f} s CPU", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
