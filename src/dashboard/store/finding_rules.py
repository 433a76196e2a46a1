"""A finding stands for one row of one table in one report year, and excuses one measure of it at most."""

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any, NamedTuple

from dashboard.domain.errors import Problem
from dashboard.store.lines import Frames, numbered_rows

KEY_OF = {"finance_agencies": "agency_id", "finance_axes": "axis_id", "finance_totals": "table"}
"""Tables whose first column does not say whose a row is -> the column that does."""

OF_THE_YEAR = (*KEY_OF, "results")
"""Tables whose rows belong to the report of their year."""


class Excuse(NamedTuple):
    """What a finding must name so that a printed figure may differ from the computed one."""

    table: str
    key: str
    year: int
    measure: str


def excused(frames: Frames, excuse: Excuse) -> bool:
    """Whether a finding is about just this figure, or was meant to be: a broken one is told by itself."""
    findings = frames["findings"]
    matches = sum((findings[name] == getattr(excuse, name)).astype(int) for name in Excuse._fields)
    if (matches == len(Excuse._fields)).any():
        return True
    near = set(findings.index[matches == len(Excuse._fields) - 1])
    return bool(near) and any(problem.row in near for problem in findings_name_rows(frames))


def findings_name_rows(frames: Frames) -> Iterator[Problem]:
    """Each finding is about a table, a row of it, a column of it and a year that are there."""
    for line, finding in numbered_rows(frames["findings"]):
        problem = next(_faults(frames, line, finding), None)
        if problem:
            yield problem


def tables_with_lost_rows(frames: Frames) -> set[tuple[str, int]]:
    """Tables of money, each with the year of a row that a finding is about and that is not there."""
    lost = set()
    for _, finding in numbered_rows(frames["findings"]):
        table = str(finding["table"])
        if table in KEY_OF:
            rows = frames[table]
            there = (rows[KEY_OF[table]].astype(str) == finding["key"]) & (rows["year"] == finding["year"])
            lost |= set() if there.any() else {(table, int(finding["year"]))}
    return lost


def _faults(frames: Frames, line: int, finding: dict[str, Any]) -> Iterator[Problem]:
    table, key = finding["table"], finding["key"]
    if table not in frames:
        yield _unknown(line, "table", table, list(frames), "finding_table")
        return
    rows = frames[table]
    named = rows[rows[KEY_OF.get(table, rows.columns[0])].astype(str) == key]
    if named.empty and table not in KEY_OF:
        keys = list(rows[KEY_OF.get(table, rows.columns[0])].astype(str))
        yield _unknown(line, "key", key, keys, "finding_key", table)
    if finding["measure"] and finding["measure"] not in rows.columns:
        yield _unknown(line, "measure", finding["measure"], list(rows.columns), "finding_measure", table)
    if table in OF_THE_YEAR and not (named["year"] == finding["year"]).any():
        facts = (("table", table), ("key", key), ("year", str(finding["year"])))
        yield Problem("findings", line, "key", key, "finding_row", facts)


def _unknown(line: int, column: str, value: str, known: list[str], rule: str, table: str = "") -> Problem:
    near = get_close_matches(value, known, n=1, cutoff=0.5) or known[:1]
    facts = (("table", table), ("near", near[0] if near else ""))
    return Problem("findings", line, column, value, rule, facts)
