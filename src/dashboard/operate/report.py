"""Problems of a package in words: table, row, column, value and what to do."""

from dashboard.domain.errors import Problem
from dashboard.i18n import Translator


def problem_lines(problems: list[Problem], t: Translator) -> list[str]:
    """One line per problem, in the order of the tables."""
    return [_line(problem, t) for problem in problems]


def _line(problem: Problem, t: Translator) -> str:
    place = [problem.table]
    if problem.row:
        place.append(t("validate.row", row=problem.row))
    if problem.column:
        place.append(t("validate.column", column=problem.column))
    # Not as arguments of `t`: a fact may have any name.
    words = t.template(f"problem.{problem.rule}").format_map(dict(problem.facts))
    value = f" «{problem.value}»" if problem.value else ""
    return f"{' · '.join(place)}{value} : {words}"
