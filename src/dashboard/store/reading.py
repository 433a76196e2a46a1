"""Tables as typed frames, with every fault of files, headings, rows and cells."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pandas as pd

from dashboard.domain.errors import BadCellError, Problem
from dashboard.store.cells import NUMERIC, Value, cell_value
from dashboard.store.headings import Headings, find_headings, heading_spellings, letter
from dashboard.store.sheets import Rows, UnreadableError, read_sheet, unwrapped
from dashboard.store.vocabularies import VOCABULARIES, codes_of

_Resource = dict[str, Any]
Codes = dict[str, tuple[str, ...]]

ALL = "*"
"""Stands for every column of a table where rows were lost."""

EXAMPLE = "example"


@dataclass
class Table:
    """A table as read.

    Attributes:
        frame: typed values, indexed by the number of the row in the file. Strings: empty text where nothing
            is given. Integers and numbers: int64 or float, float with NaN where a cell is empty. Booleans:
            False where nothing is given.
        written: how the file calls each column.
        problems: what is wrong with the file, its headings and cells.
        spoilt: columns whose values are not all known; `*` when rows are missing.
    """

    frame: pd.DataFrame
    written: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    spoilt: set[str] = field(default_factory=set)

    def whole(self, column: str) -> bool:
        """Whether every value of a column is known."""
        return not self.spoilt & {column, ALL}


def read_tables(folder: Path, resources: list[_Resource]) -> dict[str, Table]:
    """Every table of a package.

    Args:
        folder: of the package; its files may be broken in any way.
        resources: their descriptions, in order.
    """
    terms = next((resource for resource in resources if resource["name"] == "terms"), None)
    first = read_table(folder, terms, {}) if terms else None
    codes = codes_of(first.frame) if first and first.whole("code") and first.whole("list") else {}
    return {
        resource["name"]: first if first and resource is terms else read_table(folder, resource, codes)
        for resource in resources
    }


def read_table(folder: Path, resource: _Resource, codes: Codes) -> Table:
    """One table; `codes` are those of each list of `terms`, none while these are not known."""
    name, fields = resource["name"], resource["schema"]["fields"]
    try:
        sheet = read_sheet(folder / resource["path"], heading_spellings(fields))
    except UnreadableError as fault:
        problem = Problem(resource["path"], fault.row, "", "", fault.rule, fault.facts)
        return Table(_frame(fields, {}, []), {}, [problem], {ALL})
    headings, problems = find_headings(name, sheet.rows, fields)
    if problems:
        return Table(_frame(fields, {}, []), headings.written, problems, {ALL})
    table = Table(pd.DataFrame(), headings.written)
    rows = _whole_rows(name, sheet.rows, headings, table)
    columns = {
        field["name"]: _column(table, name, field, _cells(rows, headings, field), sheet.decimal_comma, codes)
        for field in fields
    }
    table.frame = _frame(fields, columns, list(rows))
    table.problems = list(_with_swaps(table.problems))
    return table


def _with_swaps(problems: list[Problem]) -> Iterator[Problem]:
    """The problems; numbers that stand in each other's column, as latitude and longitude do, as one."""
    for number, problem in enumerate(problems):
        mate = next(
            (n for n, p in enumerate(problems) if p.row == problem.row and _swapped(p, problem)), None
        )
        if mate is None:
            yield problem
        elif number < mate:
            other = problems[mate]
            columns, values = f"{problem.column}, {other.column}", f"{problem.value}, {other.value}"
            yield Problem(problem.table, problem.row, columns, values, "swapped")


def _swapped(one: Problem, other: Problem) -> bool:
    both_outside = one is not other and one.rule == other.rule == "out_of_range"
    return both_outside and _fits(one, other) and _fits(other, one)


def _fits(value: Problem, place: Problem) -> bool:
    limits = dict(place.facts)
    return float(limits["least"]) <= float(value.value.replace(",", ".")) <= float(limits["most"])


def _cells(rows: Rows, headings: Headings, field: _Resource) -> dict[int, str]:
    place = headings.places[field["name"]]
    return {number: cells[place] for number, cells in rows.items()}


def _whole_rows(name: str, rows: Rows, headings: Headings, table: Table) -> Rows:
    """The rows below the headings that have a cell for each; empty cells beyond them don't count."""
    whole: Rows = {}
    for number, cells in rows.items():
        if number <= headings.row:
            continue
        row = unwrapped(cells, headings.width)
        while len(row) > headings.width and not row[-1]:
            row = row[:-1]
        if len(row) == headings.width:
            whole[number] = row
            continue
        facts = (("found", str(len(row))), ("expected", str(headings.width)))
        rule = "too_many_cells" if len(row) > headings.width else "too_few_cells"
        table.problems.append(Problem(name, number, "", _beyond(row, headings.width), rule, facts))
        table.spoilt.add(ALL)
    return whole


def _beyond(row: list[str], width: int) -> str:
    """What stands beyond the last column, and where: `I: texte`; the first cell of a short row."""
    return f"{letter(width)}: {row[width]}" if len(row) > width else row[0]


def _column(
    table: Table, name: str, field: _Resource, cells: dict[int, str], decimal_comma: bool, codes: Codes
) -> list[Value]:
    """The values of a column; faults go to the table's problems."""
    allowed = _allowed(name, field, codes)
    values: list[Value] = []
    for number, text in cells.items():
        try:
            values.append(cell_value(text, field, decimal_comma, allowed))
        except BadCellError as fault:
            values.append(None)
            table.spoilt.add(field["name"])
            heading = table.written[field["name"]]
            rule, facts = fault.rule, fault.facts
            if rule == "code_form":
                facts = ((EXAMPLE, _usual(cells, text)),)
            elif rule == "not_in_list" and not _listed_values(field):
                rule, facts = "term_unknown", (*facts, ("list", VOCABULARIES[name, field["name"]]))
            table.problems.append(Problem(name, number, heading, text, rule, facts))
    return values


def _listed_values(field: _Resource) -> tuple[str, ...]:
    return tuple(map(str, (field.get("constraints") or {}).get("enum") or ()))


def _allowed(name: str, field: _Resource, codes: Codes) -> tuple[str, ...] | None:
    listed = _listed_values(field)
    if listed:
        return listed
    vocabulary = VOCABULARIES.get((name, field["name"]))
    return codes.get(vocabulary) if vocabulary else None


def _usual(cells: dict[int, str], fault: str) -> str:
    """A value of the column that shows the form which is asked for."""
    lengths = Counter(len(text) for text in cells.values() if text and text != fault)
    usual = lengths.most_common(1)[0][0] if lengths else 0
    return next((text for text in cells.values() if len(text) == usual and text != fault), "a-1")


def _frame(fields: list[_Resource], columns: dict[str, list[Value]], rows: list[int]) -> pd.DataFrame:
    series = {f["name"]: _series(columns.get(f["name"], []), f["type"], rows) for f in fields}
    return pd.DataFrame(series, index=pd.Index(rows, dtype="int64"))


def _series(values: list[Value], kind: str, rows: list[int]) -> pd.Series:
    if kind == "boolean":
        return pd.Series([bool(value) for value in values], index=rows, dtype="bool")
    if kind not in NUMERIC:
        return pd.Series([value or "" for value in values], index=rows, dtype="str")
    whole = all(value is not None and value == int(value) for value in values)
    return pd.Series(values, index=rows, dtype="int64" if whole else "float64")
