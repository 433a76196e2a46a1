"""A folder of many years, agencies and results, and its cost: `python -m bench.scale FOLDER`. Never a test.

All that it adds is invented and says so; it is made beside the data, never in it.
"""

import csv
import os
import shutil
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
YEARS, AGENCIES, RESULTS = 5, 20, 2000
VIEWS = ("/fr/", "/fr/resultats", "/fr/resultats?q=eau", "/fr/resultats?show=table", "/fr/financement",
         "/fr/carte", "/fr/annees", "/fr/axe/1", "/api/v1/results.json")  # fmt: skip
Row = dict[str, str]


def build(to: Path, years: int = YEARS, results: int = RESULTS) -> Path:
    """A copy of the data with so many years in all, each new one with so many results."""
    package = Path(shutil.copytree(ROOT / "data", to))
    first = int(rows(package, "reports")[0]["year"])
    for year in range(first + 1, first + years):
        add_year(package, str(first), str(year), results)
    return package


def add_year(package: Path, first: str, year: str, results: int) -> None:
    """A year made of the first one's rows."""
    report = next(row for row in rows(package, "reports") if row["year"] == first)
    source = next(row for row in rows(package, "sources") if row["source_id"] == report["source_id"])
    marks = {name: f"{source[name]} (inventé)" for name in ("title", "title_fr", "title_en")}
    for table, row in (("sources", {**source, **marks}), ("reports", report)):
        append(package, table, [{name: text.replace(first, year) for name, text in row.items()}])
    agencies = [row["agency_id"] for row in rows(package, "agencies")][:AGENCIES]
    keys = {
        "agencies": [{"agency_id": key} for key in agencies],
        "axes": [{"axis_id": row["axis_id"]} for row in rows(package, "axes")],
    }
    for name, own in keys.items():
        money = [balanced({**key, "year": year}, 10_000_000 + 99_999 * n) for n, key in enumerate(own)]
        append(package, f"finance_{name}", money)
        total = {"year": year, "table": name}
        append(package, "finance_totals", [balanced(total, *(sum_of(money, m) for m in SUMMED))])
    listed = [row for row in rows(package, "output_agencies") if row["year"] == first]
    append(package, "output_agencies", [{**row, "year": year} for row in listed])
    add_results(package, first, year, results)


SUMMED = ("budget_usd", "mobilised_usd", "spent_usd")


def sum_of(money: list[Row], column: str) -> int:
    """The total that a report would print."""
    return sum(int(row[column]) for row in money)


def balanced(row: Row, budget: int, mobilised: int = 0, spent: int = 0) -> Row:
    """A row of money whose gap and rate are right."""
    mobilised, spent = mobilised or budget // 2, spent or budget // 4
    amounts = {
        "budget_usd": budget,
        "mobilised_usd": mobilised,
        "spent_usd": spent,
        "gap_usd": budget - mobilised,
    }
    texts = {name: str(amount) for name, amount in amounts.items()}
    rate = str(round(100 * spent / mobilised))
    return {**row, **texts, "execution_rate_pct": rate, "source_ref": "2.6, Tab1, L1"}


def add_results(package: Path, first: str, year: str, results: int) -> None:
    """The first year's results over and over, each time told with another number before them."""
    old = [row for row in rows(package, "results") if row["year"] == first]
    names: dict[str, list[str]] = {}
    made = []
    for n in range(results):
        row = old[n % len(old)]
        name = f"{row['result_id'].replace(first, year)}-{n // len(old)}"
        names.setdefault(row["result_id"], []).append(name)
        texts = {column: f"{n}. {row[column]}" for column in ("summary_fr", "summary_en")}
        made.append({**row, **texts, "result_id": name, "year": year, "duplicate_of": "",
                     "source_id": row["source_id"].replace(first, year)})  # fmt: skip
    append(package, "results", made)
    for table in ("result_figures", "result_places", "result_themes"):
        told = [row for row in rows(package, table) if row["result_id"] in names]
        append(
            package, table, [{**row, "result_id": name} for row in told for name in names[row["result_id"]]]
        )


def rows(package: Path, table: str) -> list[Row]:
    """The rows of a table."""
    with (package / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def append(package: Path, table: str, new: Iterable[Row]) -> None:
    """Rows at the end of a table."""
    path = package / f"{table}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        columns = next(csv.reader(file))
    with path.open("a", encoding="utf-8", newline="") as file:
        csv.DictWriter(file, columns, restval="", lineterminator="\n").writerows(new)


def started(
    data: Path, build_folder: Path, port: int, workers: int = 1
) -> tuple[subprocess.Popen, float, float]:
    """A server over a folder: the process, the seconds until it answers, the CPU seconds of it till then."""
    command = [sys.executable, "-m", "gunicorn", "--config", "gunicorn.conf.py", "--workers", str(workers)]
    environment = {**os.environ, "DASHBOARD_DATA": str(data), "DASHBOARD_BUILD": str(build_folder),
                   "DASHBOARD_WARM": "off", "PYTHONPATH": str(ROOT / "src")}  # fmt: skip
    begin = time.perf_counter()
    server = subprocess.Popen(
        [*command, "--bind", f"127.0.0.1:{port}", "app:server"], cwd=ROOT, env=environment
    )
    while True:
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=5).read()
            return server, time.perf_counter() - begin, cpu_of(server.pid)
        except OSError:
            time.sleep(0.1)


def cpu_of(pid: int) -> float:
    """CPU seconds of a process and its children so far."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    fields = [
        Path(f"/proc/{one}/stat").read_text().rpartition(")")[2].split() for one in (str(pid), *children)
    ]
    return sum(int(part) for own in fields for part in own[11:15]) / os.sysconf("SC_CLK_TCK")


def main(folder: Path, port: int = 8978) -> None:
    """Make the folder if it is not there, start over it twice, ask for some views, print a table."""
    data = folder / "data"
    if not data.exists():
        build(data)
    for name in ("new data", "known data"):
        server, seconds, cpu = started(data, folder / "build", port)
        print(f"start, {name}: {seconds:.1f} s, {cpu:.1f} s CPU", flush=True)
        for view in VIEWS if name == "known data" else ():
            look(server.pid, port, view)
        server.terminate()
        server.wait()


def look(pid: int, port: int, view: str) -> None:
    """Print what one view costs when it is made for the first time."""
    before, begin = cpu_of(pid), time.perf_counter()
    asked = urllib.request.Request(f"http://127.0.0.1:{port}{view}", headers={"Accept-Encoding": "br"})
    size = len(urllib.request.urlopen(asked, timeout=60).read())
    seconds, cpu = time.perf_counter() - begin, cpu_of(pid) - before
    print(f"{view}: {size / 1000:.0f} kB, {seconds:.2f} s, {cpu:.2f} s CPU", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
