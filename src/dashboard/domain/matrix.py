"""A matrix of dots: who is cited under what."""

from dataclasses import dataclass


@dataclass(frozen=True)
class MatrixGroup:
    """Columns that belong together: their name, where it leads, its colour token, how many columns."""

    name: str
    href: str
    colour: str
    columns: int


@dataclass(frozen=True)
class MatrixColumn:
    """A column: short code, whole name, colour token, number at its foot, whether it stands out or back.

    Attributes:
        state: `shared` (all chosen rows have it), `dim` (nothing to see here for what was chosen) or nothing.
    """

    code: str
    title: str
    colour: str
    count: str
    state: str = ""


@dataclass(frozen=True)
class MatrixRow:
    """A row: name, its page, its whole name, which columns have a dot, how many, whether chosen, its key."""

    name: str
    href: str
    title: str
    dots: tuple[bool, ...]
    count: str
    chosen: bool = False
    key: str = ""


@dataclass(frozen=True)
class Matrix:
    """Rows by columns.

    Attributes:
        who: heading of the names.
        total: heading of the numbers at the right.
        foot: heading of the numbers below.
        groups, columns, rows: in the order to draw.
    """

    who: str
    total: str
    foot: str
    groups: tuple[MatrixGroup, ...]
    columns: tuple[MatrixColumn, ...]
    rows: tuple[MatrixRow, ...]
