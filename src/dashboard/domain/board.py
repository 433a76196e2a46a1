"""A board: named rows with numbers and bars on one common axis; what pages, pictures and slides draw."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Span:
    """A bar of a row.

    Attributes:
        start, end: where it begins and ends, in percent of the axis; `start` is the smaller.
        colour: a token of the palette.
        thin: whether it lies inside the bar before it.
    """

    start: float
    end: float
    colour: str
    thin: bool = False


@dataclass(frozen=True)
class Tick:
    """A value written above the axis: where (in percent of it), its text, and whether it is the yardstick."""

    at: float
    text: str
    strong: bool = False


@dataclass(frozen=True)
class Heading:
    """The heading of a column of numbers; `colour` names the bar that shows the same numbers, if one does."""

    text: str
    colour: str = ""


@dataclass(frozen=True)
class BoardRow:
    """One row.

    Attributes:
        name, href, title: whose row, where its page is, its full name.
        before, after: the numbers left and right of the bars, as written.
        spans: the bars, from the widest to what lies inside.
        kind: `total`, `chosen` (the reader has marked it) or nothing.
        key: whose row it is in the tables; empty for a total.
        beside: what is said beside the name, and where that leads; empty on most boards.
    """

    name: str
    href: str
    title: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    spans: tuple[Span, ...]
    kind: str = ""
    key: str = ""
    beside: tuple[str, str] = ("", "")


@dataclass(frozen=True)
class Board:
    """Rows over a common axis.

    Attributes:
        who: heading of the names.
        before, after: headings of the numbers left and right of the bars.
        ticks: values written above the axis.
        rows: from top to bottom.
        measure: which of several measures of the same rows the bars show; empty where there is one.
    """

    who: str
    before: tuple[Heading, ...]
    after: tuple[Heading, ...]
    ticks: tuple[Tick, ...]
    rows: tuple[BoardRow, ...]
    measure: str = ""
