"""Printed amounts against what they add up to, and years that hold all that a page needs."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import pandas as pd

from dashboard.domain.errors import Problem
from dashboard.store.finding_rules import KEY_OF, Excuse, excused, tables_with_lost_rows
from dashboard.store.lines import Frames, numbered_rows

_MONEY = ("budget_usd", "mobilised_usd", "gap_usd", "spent_usd")
_RATE = "execution_rate_pct"

TOTALS_OF = {"agencies": "finance_agencies", "axes": "finance_axes"}
"""Printed total -> the table that it sums."""

TOLD_BY_YEAR = (*TOTALS_OF.values(), "finance_totals", "results", "output_agencies")
"""Tables whose years have pages."""


class Amount(NamedTuple):
    """A printed figure that is not the computed one.

    Attributes:
        measure: its column.
        printed: as the report has it.
        computed: from the row's other columns.
        parts: columns that the computation used, the measure itself included.
    """

    measure: str
    printed: float
    computed: float
    parts: tuple[str, ...]


def printed_rate(row: dict[str, float]) -> float | None:
    """Execution rate as the report prints it: spent over mobilised, in whole percent."""
    if not row["mobilised_usd"] or pd.isna(row["mobilised_usd"]) or pd.isna(row["spent_usd"]):
        return None
    return round(100 * row["spent_usd"] / row["mobilised_usd"])


def amounts_add_up(frames: Frames) -> Iterator[Problem]:
    """Gaps and rates in their rows, then sums: a wrong row is not told again by its total."""
    doubtful: set[tuple[str, int, str]] = set()
    for table, key in KEY_OF.items():
        for line, row in numbered_rows(frames[table]):
            for amount in _unexplained(frames, table, str(row[key]), row)[:1]:
                doubtful |= {(table, row["year"], part) for part in amount.parts}
                yield _told(table, line, str(row[key]), row["year"], [amount])
    if not any(years_are_complete(frames)):
        yield from _sums(frames, doubtful)


def _unexplained(frames: Frames, table: str, key: str, row: dict[str, float]) -> list[Amount]:
    """The amounts of a row that its others contradict, without those that a finding names."""
    found = []
    gap = row["budget_usd"] - row["mobilised_usd"]
    if _differ(row["gap_usd"], gap):
        found.append(Amount("gap_usd", row["gap_usd"], gap, ("budget_usd", "mobilised_usd", "gap_usd")))
    rate = printed_rate(row)
    if rate is not None and _differ(row[_RATE], rate):
        found.append(Amount(_RATE, row[_RATE], rate, ("mobilised_usd", "spent_usd", _RATE)))
    return [a for a in found if not excused(frames, Excuse(table, key, int(row["year"]), a.measure))]


def _sums(frames: Frames, doubtful: set[tuple[str, int, str]]) -> Iterator[Problem]:
    totals, lost = frames["finance_totals"], tables_with_lost_rows(frames)
    for name, table in TOTALS_OF.items():
        sums = {str(year): rows[list(_MONEY)].sum().to_dict() for year, rows in frames[table].groupby("year")}
        for line, total in numbered_rows(totals[totals["table"] == name]):
            year = total["year"]
            wrong = [
                Amount(measure, total[measure], sums[str(year)][measure], (measure,))
                for measure in _MONEY
                if _differ(total[measure], sums[str(year)][measure])
                and not {(table, year, measure), ("finance_totals", year, measure)} & doubtful
                and not excused(frames, Excuse("finance_totals", name, int(year), measure))
            ]
            if wrong and (table, year) not in lost:
                yield _told("finance_totals", line, name, year, wrong)


def _differ(printed: float, computed: float) -> bool:
    return bool(pd.notna(printed) and pd.notna(computed) and printed != computed)


RULE_OF = {"gap_usd": "gap_against_computed", _RATE: "rate_against_computed"}


def _told(table: str, line: int, key: str, year: int, amounts: list[Amount]) -> Problem:
    measures = ", ".join(amount.measure for amount in amounts)
    facts = {
        "computed": _listed(amount.computed for amount in amounts),
        "table": table,
        "key": key,
        "year": str(year),
        "measure": measures,
        "rows": TOTALS_OF.get(key, ""),
    }
    is_sum = amounts[0].parts == (amounts[0].measure,)
    rule = "sum_against_computed" if is_sum else RULE_OF[amounts[0].measure]
    printed = _listed(amount.printed for amount in amounts)
    return Problem(table, line, measures, printed, rule, tuple(facts.items()))


def _listed(numbers: Iterable[float]) -> str:
    return ", ".join(f"{number:.0f}" for number in numbers)


def years_are_complete(frames: Frames) -> Iterator[Problem]:
    """A year with anything in it has a report, and the rows and the totals of both tables of money."""
    there = {name: set(frames[table]["year"]) for name, table in TOTALS_OF.items()}
    totals = frames["finance_totals"]
    parts = {table: there[name] for name, table in TOTALS_OF.items()} | {
        f"finance_totals ({name})": set(totals.loc[totals["table"] == name, "year"]) for name in TOTALS_OF
    }
    parts["reports"] = set(frames["reports"]["year"])
    told = {year: table for table in reversed(TOLD_BY_YEAR) for year in frames[table]["year"]}
    for year, table in sorted(told.items()):
        missing = [part for part, years in parts.items() if year not in years]
        if missing:
            rows = frames[table].index[frames[table]["year"] == year]
            facts = (("missing", ", ".join(missing)),)
            yield Problem(table, int(rows[0]), "year", str(year), "year_incomplete", facts)
