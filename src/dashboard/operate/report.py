"""Problems of a package in words: table, row, column, value and what to do; what a sound one holds."""

from dataclasses import dataclass, field

from dashboard.domain.errors import Problem
from dashboard.i18n import Translator
from dashboard.store import Catalog

_MANY = 3
"""So many rows and values of one fault are named; of the others the number is told."""

LONGEST_VALUE = 60

TOLD_ONE_BY_ONE = frozenset(
    {
        "gap_against_computed",
        "rate_against_computed",
        "sum_against_computed",
        "column_renamed",
        "descriptor_lacks",
    }
)
"""Faults that have little in common even when they are many."""


@dataclass
class _Fault:
    """One fault, in however many rows it is.

    Attributes:
        first: the first problem of it.
        rows: where it is, in order.
        values: what stands there, each once.
    """

    first: Problem
    rows: list[int] = field(default_factory=list)
    values: list[str] = field(default_factory=list)

    def add(self, problem: Problem) -> None:
        """Another row with the same fault."""
        self.rows.append(problem.row)
        if problem.value not in self.values:
            self.values.append(problem.value)


def faults_in(problems: list[Problem]) -> list[_Fault]:
    """The problems with those of one column and one kind as one, in the order of their first."""
    faults: dict[object, _Fault] = {}
    sizes: dict[object, int] = {}
    for problem in problems:
        sizes[_kind(problem)] = sizes.get(_kind(problem), 0) + 1
    for problem in problems:
        many = sizes[_kind(problem)] > _MANY and problem.rule not in TOLD_ONE_BY_ONE
        key = (
            _kind(problem) if many else (_kind(problem), problem.facts, "" if problem.row else problem.value)
        )
        faults.setdefault(key, _Fault(problem)).add(problem)
    return list(faults.values())


def _kind(problem: Problem) -> tuple[str, str, str]:
    return problem.table, problem.column, problem.rule


def problem_lines(problems: list[Problem], t: Translator) -> list[str]:
    """One line per fault, first causes first."""
    return [_line(fault, t) for fault in faults_in(problems)]


def report_lines(problems: list[Problem], t: Translator) -> list[str]:
    """One line per fault and their number."""
    lines = problem_lines(problems, t)
    return [*lines, t("validate.problems", n=len(lines))]


def _line(fault: _Fault, t: Translator) -> str:
    problem = fault.first
    place = [problem.table, *_rows(fault, t)]
    if problem.column:
        place.append(t("validate.column", column=problem.column))
    shown = [t("validate.value", value=_short(value)) for value in fault.values[:_MANY] if value]
    more = ["…"] if len(fault.values) > _MANY else []
    # Not as arguments of `t`: a fact may have any name.
    words = t.template(f"problem.{problem.rule}").format_map(dict(problem.facts))
    values = f" {', '.join([*shown, *more])}" if shown else ""
    return t.template("validate.line").format_map({"place": " · ".join(place) + values, "words": words})


def _rows(fault: _Fault, t: Translator) -> list[str]:
    rows = sorted({row for row in fault.rows if row})
    if not rows:
        return []
    if len(rows) == 1:
        return [t("validate.row", row=rows[0])]
    named = ", ".join(map(str, rows[:_MANY]))
    more = len(rows) - _MANY
    return [t("validate.rows.more", rows=named, more=more) if more > 0 else t("validate.rows", rows=named)]


def _short(value: str) -> str:
    line = " ".join(value.split())
    return line if len(line) <= LONGEST_VALUE else f"{line[:LONGEST_VALUE]}…"


_COUNTED = {"agencies": "finance_agencies", "results": "results", "axes": "finance_axes"}
"""What is counted of each year -> in which table."""


def year_lines(catalog: Catalog, t: Translator) -> list[str]:
    """What each report year holds: `2021 : 14 entités, 175 résultats, 3 axes`."""
    return [_year_line(catalog, year, t) for year in catalog.years]


def _year_line(catalog: Catalog, year: int, t: Translator) -> str:
    rows = {name: int((catalog[table]["year"] == year).sum()) for name, table in _COUNTED.items()}
    counts = {name: t(f"validate.{name}", n=number) for name, number in rows.items()}
    return t.template("validate.year").format_map({"year": year, **counts})
