"""What became other when data took the place of others."""

from dataclasses import dataclass


@dataclass(frozen=True)
class CellChange:
    """A cell of a row that both versions have; texts as the tables hold them."""

    key: str
    column: str
    before: str
    after: str


@dataclass(frozen=True)
class TableChange:
    """What is other in a table.

    Attributes:
        table: its name.
        added: keys of rows that only the later version has, in its order.
        gone: keys of rows that only the earlier one has.
        cells: what changed in rows of both.
    """

    table: str
    added: tuple[str, ...]
    gone: tuple[str, ...]
    cells: tuple[CellChange, ...]


@dataclass(frozen=True)
class Publication:
    """What became other when data took the place of others.

    Attributes:
        time: when (UTC, ISO 8601 to the second).
        before, after: the versions of the data.
        changes: table by table.
    """

    time: str
    before: str
    after: str
    changes: tuple[TableChange, ...]
