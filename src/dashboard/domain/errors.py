"""What can be wrong with what we are given, said so that the reader can mend it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """One fault in a table.

    Attributes:
        table: the table's name.
        row: the line of the CSV file (the header is line 1); 0 when the whole table is meant.
        column: the column, empty when the whole row is meant.
        value: what stands there.
        rule: key of the message, as in `problem.missing_file`.
        facts: what the message needs besides.
    """

    table: str
    row: int
    column: str
    value: str
    rule: str
    facts: tuple[tuple[str, str], ...] = ()


class BrokenPackageError(Exception):
    """The data package can't be used; carries every problem found, not just the first."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(f"{len(problems)} problems in the data package")
        self.problems = problems


class BadCellError(Exception):
    """A cell that can't be what its column holds; carries the message's key and what the message needs."""

    def __init__(self, rule: str, **facts: str) -> None:
        super().__init__(rule)
        self.rule, self.facts = rule, tuple(facts.items())
