"""Invented years beside the report's 2021: what the tables look like a year, or a cycle, from now.

Nothing of it is ever shipped: the sources of these years say in their titles that they are invented.
"""

import csv
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

Row = dict[str, str]
OLD, NEW = "2021", "2022"
CYCLE = ("2022", "2023", "2024", "2025", "2026")
"""Five invented years, marked as such."""
SUMMED = ("budget_usd", "mobilised_usd", "spent_usd")
RETOLD = "ger-primary-1-female-2021-report"
"""The value of the old report that the new one revises, 72.5 to 73, and goes on from, to 79."""
LEFT_OUT = 3
"""Every so many results of the old year are not there in the new one."""
INVENTED = {"title": "inventé", "title_fr": "inventé", "title_en": "invented"}
SILENT_IN = "2025"
"""In this year the report tells nothing of the first outcome; the year after it speaks of it again."""


def with_next_year(data: Path, to: Path) -> Path:
    """A copy of the data package with a whole 2022 of invented amounts, results, challenges and a value."""
    return with_years(data, to, (NEW,))


def with_years(data: Path, to: Path, years: Iterable[str] = CYCLE) -> Path:
    """A copy of the data package with whole years of invented amounts, results, challenges, priorities."""
    package = Path(shutil.copytree(data, to))
    for year in years:
        _append_year(package, year)
    _append_value(package)
    return package


def _append_year(package: Path, year: str) -> None:
    add_money(package, "agencies", _keys(package, "finance_agencies"), year)
    add_money(package, "axes", _keys(package, "finance_axes"), year)
    add_report(package, year)
    _append_results(package, year)
    add_listed(package, year)
    challenges = _of_old(package, "challenges")[:2]
    append(
        package,
        "challenges",
        [{**row, "year": year, "challenge_id": f"next-{year}-{n}"} for n, row in enumerate(challenges)],
    )
    later = str(int(year) + 1)
    announced = [row for row in rows(package, "priorities") if row["year"] == NEW][:3]
    append(
        package,
        "priorities",
        [{**row, "year": later, "priority_id": f"pr-{later}-{n}"} for n, row in enumerate(announced)],
    )


def add_money(package: Path, of: str, keys: Iterable[Row], year: str) -> None:
    """Amounts of a year for each agency or axis (`of`), and their total."""
    new = [_money(key, number, year) for number, key in enumerate(keys)]
    append(package, f"finance_{of}", new)
    total = {name: str(sum(int(row[name]) for row in new)) for name in SUMMED}
    append(package, "finance_totals", [_balanced({"table": of, **total}, year)])


def add_report(package: Path, year: str) -> None:
    """The report of a year, whose source says in its title that it is invented."""
    source = next(row for row in rows(package, "sources") if row["kind"] == "report")
    marks = {name: f"{source[name]} ({said})" for name, said in INVENTED.items()}
    append(package, "sources", [{name: _renamed(text, year) for name, text in {**source, **marks}.items()}])
    report = next(row for row in rows(package, "reports") if row["year"] == OLD)
    append(package, "reports", [{name: _renamed(text, year) for name, text in report.items()}])


def add_listed(package: Path, year: str) -> None:
    """The agencies that the old report lists under outputs, once more."""
    append(package, "output_agencies", [{**row, "year": year} for row in _of_old(package, "output_agencies")])


def _keys(package: Path, table: str) -> list[Row]:
    """Whose money it is: the agencies of the old year, all axes."""
    if table == "finance_axes":
        return [{"axis_id": row["axis_id"]} for row in rows(package, "axes")]
    return [{"agency_id": row["agency_id"]} for row in _of_old(package, table)]


def _money(key: Row, number: int, year: str) -> Row:
    """Other amounts than a year before, to the dollar."""
    budget = 10_000_000 + 1_234_567 * number + 1_000_001 * (int(year) - int(NEW))
    amounts = (budget, budget // 2 + 7, budget // 4 + 3)
    return _balanced({**key, **dict(zip(SUMMED, map(str, amounts), strict=True))}, year)


def _balanced(row: Row, year: str) -> Row:
    """With the gap and the rate that a report would print."""
    budget, mobilised, spent = (int(row[name]) for name in SUMMED)
    computed = {"gap_usd": budget - mobilised, "execution_rate_pct": round(100 * spent / mobilised)}
    return {
        **row,
        **{name: str(n) for name, n in computed.items()},
        "year": year,
        "source_ref": "2.6, Tab1, L1",
    }


def _append_results(package: Path, year: str) -> None:
    results = [row for number, row in enumerate(_of_old(package, "results")) if number % LEFT_OUT]
    if year == SILENT_IN:
        results = [row for row in results if not row["output_id"].startswith("1.1.")]
    names = {row["result_id"]: _renamed(row["result_id"], year) for row in results}
    new = [
        {**row, "result_id": names[row["result_id"]], "year": year,
         "source_id": _renamed(row["source_id"], year), "duplicate_of": names.get(row["duplicate_of"], "")}
        for row in results
    ]  # fmt: skip
    append(package, "results", new)
    copied_parts(package, {old: [name] for old, name in names.items()})


def copied_parts(package: Path, names: Mapping[str, Iterable[str]]) -> None:
    """Figures, places and themes of results for those that are made of them: the new names by the old."""
    for table in ("result_figures", "result_places", "result_themes"):
        told = [row for row in rows(package, table) if row["result_id"] in names]
        append(
            package, table, [{**row, "result_id": name} for row in told for name in names[row["result_id"]]]
        )


def _append_value(package: Path) -> None:
    """The new report goes on with a series of the old one, and tells its last value anew."""
    value = next(row for row in rows(package, "observations") if row["observation_id"] == RETOLD)
    new = {**value, "source_id": _renamed(value["source_id"], NEW)}
    days = {"period": NEW, "period_start": f"{NEW}-01-01", "period_end": f"{NEW}-12-31"}
    again = {**new, "observation_id": "next-again", "value": "73"}
    append(
        package,
        "observations",
        [again, {**new, "observation_id": "next-value", "year": NEW, "value": "79", **days}],
    )


def _renamed(text: str, year: str) -> str:
    return text.replace(OLD, year)


def rows(package: Path, table: str) -> list[Row]:
    """The rows of a table."""
    with (package / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _of_old(package: Path, table: str) -> list[Row]:
    return [row for row in rows(package, table) if row["year"] == OLD]


def append(package: Path, table: str, new: Iterable[Row]) -> None:
    """Rows at the end of a table."""
    path = package / f"{table}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        columns = next(csv.reader(file))
    with path.open("a", encoding="utf-8", newline="") as file:
        csv.DictWriter(file, columns, restval="", lineterminator="\n").writerows(new)
