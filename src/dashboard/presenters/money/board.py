"""The board of money: a row per agency or axis on a common axis, the printed total on top.

Four measures show the same rows: mobilised and spent in percent of each budget, the amounts, what was not
spent, what was missing.
"""

from dataclasses import dataclass, replace

import pandas as pd

from dashboard.analysis.finance import money_in_order, rates_of, totals
from dashboard.components.sentences import Piece, figure_link, sentence
from dashboard.domain.board import Board, BoardRow, Heading, Span, Tick
from dashboard.domain.figure_ids import computed_money_id, money_id
from dashboard.figures.ticks import round_ticks
from dashboard.presenters.context import Context
from dashboard.presenters.money.rows import MONEY_TABLES, TOTALS
from dashboard.presenters.reader import Reader
from dashboard.store.catalog import Row, records

_YARDSTICK = 100
"""Percent of the budget: the line that every row is read against."""
_MOST_TICKS = 5
HAIR = 0.15
"""The least width of a bar, in percent of the axis: what is not nothing can be seen."""


@dataclass(frozen=True)
class Bar:
    """A bar of a face: the column that it shows, its colour, and that of negative values."""

    column: str
    colour: str
    below: str = ""
    thin: bool = False


@dataclass(frozen=True)
class Face:
    """One way to look at the rows.

    Attributes:
        before, after: columns of numbers left and right of the bars.
        bars: what is drawn, from the widest to what lies inside.
        percent: whether the axis is in percent of the budget; millions of the currency elsewhere.
        order: what the rows are in the order of until a reader chooses.
        words: key of the headings, before the name of their column.
    """

    before: tuple[str, ...]
    after: tuple[str, ...]
    bars: tuple[Bar, ...]
    percent: bool
    order: str
    words: str = "board"


MEASURES = {
    "percent": Face(
        ("budget_usd",), ("mobilised_pct", "spent_pct"),
        (Bar("mobilised_pct", "mobilised"), Bar("spent_pct", "spent", thin=True)), True, "budget",
    ),
    "amount": Face(
        (), ("budget_usd", "mobilised_usd", "spent_usd"),
        tuple(Bar(f"{m}_usd", m, thin=m == "spent") for m in ("budget", "mobilised", "spent")),
        False, "budget",
    ),
    "unspent": Face(
        ("mobilised_usd",), ("unspent_usd", "unspent_pct"), (Bar("unspent_usd", "mobilised", "spent"),),
        False, "unspent",
    ),
    "missing": Face(
        ("budget_usd",), ("gap_usd", "gap_pct"), (Bar("gap_usd", "gap", "mobilised"),), False, "gap",
    ),
}  # fmt: skip
"""Measure in the address -> how the board shows it."""
IN_SHORT = "in_short"
"""The face of a first screen: amounts as bars, and the percents that the year's finding speaks of."""
FACES = MEASURES | {
    IN_SHORT: replace(
        MEASURES["amount"], after=("budget_usd", "mobilised_pct", "spent_pct"), words="board.in_short"
    ),
}


def total_row(reader: Reader, by: str, year: int) -> Row:
    """The printed total of the table, with what is computed from it."""
    printed = totals(reader.catalog.money("finance_totals"), year, TOTALS[by])
    return records(rates_of(pd.DataFrame([printed])))[0]


def money_board(context: Context, rows: pd.DataFrame, by: str, unit: str, chosen: tuple[str, ...]) -> Board:
    """The board of a year.

    Args:
        context: of the page.
        rows: `rows_of` in the order to show.
        by: `agency` or `axis`.
        unit: one of `FACES`.
        chosen: keys of the rows that the reader has marked.
    """
    t, face = context.t, FACES[unit]
    total = total_row(context, by, int(context.view.year))
    lines = records(rows)
    low, high = _axis([total, *lines], face)
    axis = (low, high) if low < high else (low, low + t.scale)  # where nothing is told yet
    every = context.catalog.money(MONEY_TABLES[by])["year"].eq(int(context.view.year)).sum()
    name = t(f"board.total.{by}", n=int(every))
    rest = [_row(context, line, face, axis, str(line[f"{by}_id"]), chosen) for line in lines]
    whole = _row(context, {**total, "label": name, "link": "", "name": ""}, face, axis)
    return Board(
        who=t(f"{by}.one"),
        before=tuple(_heading(context, column, face) for column in face.before),
        after=tuple(_heading(context, column, face) for column in face.after),
        ticks=_ticks(context, face, *axis),
        rows=(whole, *rest),
        measure=unit,
    )


def _axis(rows: list[Row], face: Face) -> tuple[float, float]:
    """The ends of the common axis; zero lies in it, and so does the yardstick of percents."""
    drawn = [row[bar.column] for row in rows for bar in face.bars if pd.notna(row[bar.column])]
    yardstick = float(_YARDSTICK) if face.percent else 0.0
    return min([0.0, *drawn]), max([yardstick, *drawn])


def _ticks(reader: Reader, face: Face, low: float, high: float) -> tuple[Tick, ...]:
    def tick(value: float) -> Tick:
        strong = face.percent and value == _YARDSTICK
        text = reader.t("board.yardstick") if strong else measure_text(reader, value, face.percent, True)
        return Tick(_at(value, low, high), text, strong)

    return tuple(tick(value) for value in round_ticks(low, high, _MOST_TICKS))


def _at(value: float, low: float, high: float) -> float:
    """Where a value lies, in percent of the axis."""
    return 100 * (value - low) / (high - low)


def _row(
    reader: Reader,
    line: Row,
    face: Face,
    axis: tuple[float, float],
    key: str = "",
    chosen: tuple[str, ...] = (),
) -> BoardRow:
    """A row of the board; without a key that of the total."""
    return BoardRow(
        name=str(line["label"]),
        href=str(line["link"]),
        title=str(line["name"]),
        before=tuple(cell_text(reader, line, column) for column in face.before),
        after=tuple(cell_text(reader, line, column) for column in face.after),
        spans=tuple(span for bar in face.bars for span in _span(line[bar.column], bar, *axis)),
        kind="chosen" if key in chosen else "" if key else "total",
        key=key,
    )


def _span(value: float, bar: Bar, low: float, high: float) -> list[Span]:
    if pd.isna(value) or value == 0:
        return []
    start, end = sorted((_at(0, low, high), _at(value, low, high)))
    colour = bar.below if value < 0 and bar.below else bar.colour
    return [Span(start, max(end, start + HAIR), colour, bar.thin)]


def _heading(reader: Reader, column: str, face: Face) -> Heading:
    drawn = {bar.colour for bar in face.bars}
    colour = column.rpartition("_")[0]
    return Heading(reader.t(f"{face.words}.{column}"), colour if colour in drawn else "")


def cell_text(reader: Reader, line: Row, column: str) -> str:
    """A number of the board: millions with one decimal, percents whole; in words where there is none."""
    value = line[column]
    if pd.isna(value):
        return reader.t("board.none")
    return measure_text(reader, value, column.endswith("_pct"))


def measure_text(reader: Reader, value: float, percent: bool, tick: bool = False) -> str:
    """A percentage, or an amount whose unit stands in the heading; two decimals for what one would hide."""
    if percent:
        return reader.t.percent(value, 0)
    short = value / reader.t.scale
    whole = reader.t.scale == 1 or tick
    decimals = None if whole else 1 if value == 0 or abs(short) >= 0.05 else 2
    return reader.t.number(short, decimals)


def ordered(rows: pd.DataFrame, unit: str, sort: str, own: str) -> pd.DataFrame:
    """The rows in the order asked for; in that of the measure where none is (`own`)."""
    return money_in_order(rows, FACES[unit].order if sort == own else sort)


def measure_line(context: Context, by: str, unit: str) -> str:
    """Measure, unit, place and year of the board."""
    return context.t(f"board.measure.{unit}", whose=context.t(f"board.whose.{by}"), year=context.view.year)


def board_subtitle(context: Context, by: str, unit: str) -> list[Piece]:
    """The amounts behind the headline, which lead to their passports, and the measure of the board."""
    t, table, year = context.t, TOTALS[by], int(context.view.year)
    total = total_row(context, by, year)
    printed = {
        m: figure_link(t.scaled(total[f"{m}_usd"]), context.figure(money_id("totals", year, table, m)))
        for m in ("budget", "mobilised", "spent", "gap")
    }
    computed = {
        what: figure_link(t.scaled(value), context.figure(computed_money_id("totals", year, table, what)))
        for what, value in zip(("lack", "surplus"), _both_sides(context, by), strict=True)
    }
    key = "missing" if unit == "missing" else "spent"
    return [*sentence(t(f"board.said.{key}"), **printed, **computed), " ", measure_line(context, by, unit)]


def _both_sides(context: Context, by: str) -> tuple[float, float]:
    """What was lacking to those that lacked something, and what others got beyond their budget."""
    money = context.catalog.money(MONEY_TABLES[by])
    gaps = money.loc[money["year"] == int(context.view.year), "gap_usd"]
    return float(gaps[gaps > 0].sum()), float(-gaps[gaps < 0].sum())
