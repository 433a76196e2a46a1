"""Bars as a still picture: every row and every value, whatever their number."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import pandas as pd

from dashboard.domain.picture import Box, Drawing, Key
from dashboard.figures.bars import Series, bar_range
from dashboard.figures.lettering import widest, width, wrapped
from dashboard.figures.picture_marks import (
    LINE_HEIGHT,
    MIDDLE,
    block,
    entry_width,
    legend,
    line,
    lines_of,
    mark,
    word,
)
from dashboard.figures.ticks import axis_ticks

BARS_NAMES = 0.34
"""Most of the width that names take; longer ones are broken."""
_WORD_SHARE = 0.5
"""Most of the width that one word takes before it is parted."""
BAR_AIR = 0.7
"""Between a name, a bar and a number, in letters."""
THICKEST = 1.8
"""Of a bar, in letters."""


def bars_drawing(rows: pd.DataFrame, series: Sequence[Series], tick_text: Callable[[float], str]) -> Drawing:
    """The bars of `group_bars` for a picture.

    Numbers stand at the ends of their bars; where the rows are too many for that, in columns of their own,
    whose headings then are the legend.

    Args:
        rows: columns `label` and those of the series.
        series: the bars of a group, top to bottom.
        tick_text: writes a value of the axis in the reader's language, unit included.
    """
    bars = _Bars(rows, series, tick_text)

    def draw(box: Box) -> str:
        room = (box.height - 3 * box.letter * LINE_HEIGHT) / max(len(rows), 1) / (len(series) + 0.5)
        return _with_columns(bars, box) if room < LINE_HEIGHT * box.letter else _with_ends(bars, box)

    return draw


@dataclass(frozen=True)
class _Bars:
    """What is drawn, see `bars_drawing`."""

    rows: pd.DataFrame
    series: Sequence[Series]
    tick_text: Callable[[float], str]

    @property
    def keys(self) -> list[Key]:
        return [Key(bar.name, bar.colour) for bar in self.series if bar.name]

    def texts(self, bar: Series, bare: bool) -> list[str]:
        return self.rows[(bare and bar.bare) or bar.text].astype(str).tolist()


@dataclass(frozen=True)
class _Plot:
    """Where bars lie: the box of the plot, the values at its edges, the number of rows."""

    box: Box
    low: float
    high: float
    rows: int

    def x(self, value: float) -> float:
        return self.box.x + (value - self.low) / (self.high - self.low) * self.box.width

    @property
    def row(self) -> float:
        return self.box.height / max(self.rows, 1)

    def middle(self, row: int) -> float:
        return self.box.y + (row + 0.5) * self.row


def _with_ends(bars: _Bars, box: Box) -> str:
    """Numbers at the ends of the bars, the legend above."""
    head, under = legend(bars.keys, box)
    beside = max(widest(bars.texts(bar, False), box.letter) for bar in bars.series) + box.letter
    return head + _drawn(bars, box, under, beside, ())


def _with_columns(bars: _Bars, box: Box) -> str:
    """Numbers in columns right of the bars, under the names of their series."""
    size, named = box.letter, bool(bars.keys)
    wide = [
        max(entry_width(bar.name, size) if named else 0, widest(bars.texts(bar, True), size))
        + 1.6 * BAR_AIR * size
        for bar in bars.series
    ]
    ends = [box.right - sum(wide[place + 1 :]) for place in range(len(wide))]
    middle = box.y + size * LINE_HEIGHT / 2
    head = "".join(_heading(end, middle, key, size) for end, key in zip(ends, bars.keys, strict=False))
    return head + _drawn(bars, box, size * LINE_HEIGHT * 1.25 if named else 0, sum(wide), ends)


def _heading(end: float, middle: float, key: Key, size: float) -> str:
    """The name of a column at its end, its mark before it."""
    name = word(end, middle + MIDDLE * size, key.name, size, anchor="end")
    return mark(end - entry_width(key.name, size) + size / 2, middle, key, size) + name


def _drawn(bars: _Bars, box: Box, under: float, beside: float, ends: Sequence[float]) -> str:
    """Names, bars, numbers and axis.

    Args:
        bars: what is drawn.
        box: of the whole drawing.
        under: height of what stands above the bars.
        beside: width that the numbers take right of the bars.
        ends: where the column of numbers of each series ends; none where they stand at their bars.
    """
    size = box.letter
    labels = bars.rows["label"].astype(str).tolist()
    longest = widest([part for label in labels for part in label.split()] or [""], size)
    room = max(BARS_NAMES * box.width, min(longest, _WORD_SHARE * box.width))
    names = [wrapped(label, room, size) for label in labels]
    left = max((widest(lines, size) for lines in names), default=0) + BAR_AIR * size
    low, high = bar_range(bars.rows[[bar.column for bar in bars.series]])
    tall, wide = box.height - under - LINE_HEIGHT * size, box.width - left - beside
    inner = replace(box, x=box.x + left, y=box.y + under, width=wide, height=tall)
    plot = _Plot(inner, low, high, len(names))
    parts = [_wash(plot, box) if ends else "", _axis(plot, bars.tick_text)]
    for row, lines in enumerate(names):
        parts.append(lines_of(box.x, plot.middle(row) - len(lines) * size * LINE_HEIGHT / 2, lines, size))
        parts.append(_group(plot, bars, row, ends))
    return "".join(parts) + line(plot.x(0), inner.y, plot.x(0), inner.foot, "muted", 2)


def _group(plot: _Plot, bars: _Bars, row: int, ends: Sequence[float]) -> str:
    """The bars of a row and their numbers."""
    size, values = plot.box.letter, bars.rows.iloc[row]
    step = min(plot.row * 0.84 / len(bars.series), THICKEST * size)
    top = plot.middle(row) - step * len(bars.series) / 2
    parts = []
    for place, bar in enumerate(bars.series):
        value, middle = float(values[bar.column]), top + (place + 0.5) * step
        text = str(values[(ends and bar.bare) or bar.text])
        parts.append(_bar(plot, value, middle, step * 0.86, bar.colour))
        if ends:
            parts.append(word(ends[place], plot.middle(row) + MIDDLE * size, text, size, anchor="end"))
        else:
            end = plot.x(max(value, 0) if value == value else 0) + BAR_AIR * size / 2
            parts.append(word(end, middle + MIDDLE * size, text, size))
    return "".join(parts)


def _bar(plot: _Plot, value: float, middle: float, thick: float, colour: str) -> str:
    if value != value:
        return ""
    start, end = sorted((plot.x(0), plot.x(value)))
    return block(start, middle - thick / 2, max(end - start, 2), thick, colour)


def _wash(plot: _Plot, box: Box) -> str:
    """A light ground behind every second row, from its name to its numbers."""
    return "".join(
        block(box.x - 8, plot.middle(row) - plot.row / 2, box.width + 16, plot.row, "wash")
        for row in range(0, plot.rows, 2)
    )


def _axis(plot: _Plot, tick_text: Callable[[float], str]) -> str:
    """Grid lines, and their values where these don't touch."""
    box = plot.box
    ticks, texts = axis_ticks(plot.low, plot.high, box.width, tick_text, box.letter)
    if not any(texts):
        return ""
    lines = "".join(line(plot.x(tick), box.y, plot.x(tick), box.foot, "grid", 2) for tick in ticks)
    halves = [width(text, box.letter) / 2 for text in texts]
    spans = [(plot.x(tick) - half, plot.x(tick) + half) for tick, half in zip(ticks, halves, strict=True)]
    if any(one[1] > other[0] for one, other in pairwise(spans)):
        return lines
    return lines + "".join(
        word(plot.x(tick), box.foot + box.letter * 1.15, text, box.letter, "muted", "middle")
        for tick, text in zip(ticks, texts, strict=True)
    )
