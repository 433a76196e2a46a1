"""Bars: values of the frame from zero, words that are never cut, the same place in both pictures."""

import re
from itertools import pairwise

import pandas as pd
import plotly.graph_objects as go
import pytest

from dashboard.figures.bars import Series, group_bars
from dashboard.figures.still import still

ROWS = pd.DataFrame(
    {
        "label": ["OMS", "PNUD", "FAO"],
        "link": ["/a", "/b", "/c"],
        "gap": [30.0, -10.0, float("nan")],
        "gap_text": ["30 M $", "−10 M $", "non calculable"],
    }
)
GAP = Series("gap", "gap_text", "Écart", "gap")


def chart(rows, *series):
    """The chart as plotly.py reads it, which refuses what plotly.js does not know."""
    return go.Figure(group_bars(rows, series, str))


def bars_of(figure):
    return [trace for trace in figure.data if trace.type == "bar"]


def texts_of(figure):
    return [trace for trace in figure.data if trace.type == "scatter"]


def test_bars_draw_the_frames_values_and_no_bar_for_a_missing_one():
    (bars,) = bars_of(chart(ROWS, GAP))
    assert list(bars.x) == [30.0, -10.0, None]
    assert list(bars.customdata) == ["/a", "/b", "/c"]


def test_axis_holds_zero_and_every_value():
    low, high = chart(ROWS, GAP).layout.xaxis.range
    assert low == -10 and high == 30
    assert chart(ROWS.head(1), GAP).layout.xaxis.range[0] == 0


def test_written_values_stand_right_of_the_bar_or_of_zero():
    (texts,) = texts_of(chart(ROWS, GAP))
    assert list(texts.x) == [30.0, 0.0, 0.0]
    assert [text.strip() for text in texts.text] == ["30 M $", "−10 M $", "non calculable"]


def test_margins_leave_room_for_the_longest_words():
    figure = chart(ROWS, GAP)
    assert figure.layout.margin.r > 14 * 6
    assert list(figure.layout.yaxis.ticktext) == ["OMS", "PNUD", "FAO"]


def test_long_names_stand_above_their_bars():
    long = ROWS.assign(label=["Services sociaux et protection", "B", "C"])
    figure = chart(long, GAP)
    labels = next(trace for trace in texts_of(figure) if any(text.strip() == "B" for text in trace.text))
    assert not figure.layout.yaxis.ticktext
    assert set(labels.x) == {-10.0}
    assert all(label < bar for label, bar in zip(labels.y, bars_of(figure)[0].y, strict=True))


def test_groups_never_overlap():
    figure = chart(ROWS, GAP, GAP, GAP)
    middles = sorted(y for bars in bars_of(figure) for y in bars.y)
    width = bars_of(figure)[0].width
    assert all(b - a > width for a, b in pairwise(middles))
    assert middles[-1] + width / 2 < figure.layout.yaxis.range[0]


@pytest.mark.parametrize("rows", [ROWS.head(0), ROWS.tail(1)])
def test_nothing_to_draw_is_still_a_figure(rows):
    assert still(group_bars(rows, [GAP], str))


def test_static_picture_stands_in_the_plot_area_of_the_chart():
    figure = group_bars(ROWS, [GAP], str)
    left, right = (figure["layout"]["margin"][side] for side in "lr")
    assert f"margin-left:{left}px;width:calc(100% - {left + right}px)" in still(figure)


def test_static_picture_draws_the_same_bars():
    rectangles = re.findall(
        r'<rect x="([\d.]+)%" y="[\d.]+" width="([\d.]+)%"', still(group_bars(ROWS, [GAP], str))
    )
    assert [(float(x), float(width)) for x, width in rectangles] == [(25.0, 75.0), (0.0, 25.0)]


def test_as_many_values_stand_along_the_axis_as_fit_on_a_phone():
    short, long = (
        group_bars(ROWS.head(2), [GAP], write)["layout"]["xaxis"]["tickvals"]
        for write in (lambda value: f"{value:.0f}", lambda value: f"{value:.0f} millions de dollars")
    )
    assert short == [-10, 0, 10, 20, 30]
    assert len(long) < len(short)
