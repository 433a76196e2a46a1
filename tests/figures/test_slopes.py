"""Slope charts: every mark is a value of the frame, nothing joins what may not be joined."""

import re
from itertools import pairwise

import pandas as pd
import plotly.graph_objects as go
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.figures.lettering import width
from dashboard.figures.slope_labels import LINE, heights_apart
from dashboard.figures.slopes import HEIGHT, slope_chart, value_range
from dashboard.figures.still import still
from dashboard.figures.ticks import LETTERS, PHONE, time_ticks
from dashboard.figures.tiny import tiny_slope

COLUMNS = ["role", "sex", "line", "moment", "when", "value", "label", "hover", "link", "modelled"]


def frame(*rows):
    return pd.DataFrame(
        [(*row, f"{row[5]}", f"{row[4]}: {row[5]}", "/f/x", False) for row in rows], columns=COLUMNS
    )


TWO_SEXES = frame(
    ("value", "female", "a female 0", 2019.5, "2019", 70.5),
    ("value", "female", "a female 0", 2021.5, "2021", 72.5),
    ("value", "male", "a male 0", 2019.5, "2019", 73.8),
    ("value", "male", "a male 0", 2021.5, "2021", 71.0),
    ("target", "total", "a total 0", 2023.5, "2023", 86.0),
)
YEARS = range(2010, 2022)
RECORD = frame(*(("reference", "total", "b total 0", year + 0.5, str(year), year - 1950.0) for year in YEARS))
WITH_RECORD = pd.concat([TWO_SEXES, RECORD])


def chart(points, breaks=()):
    """The chart as plotly.py reads it, which refuses what plotly.js does not know."""
    return go.Figure(plain(points, breaks))


def plain(points, breaks=()):
    return slope_chart(points, breaks, lambda ticks: [f"{tick:.0f} %" for tick in ticks])


def drawn(figure):
    """(x, y) of every marker of a figure."""
    return sorted(
        pair
        for trace in figure.data
        if "markers" in trace.mode
        for pair in zip(trace.x, trace.y, strict=True)
    )


@pytest.mark.parametrize("points", [TWO_SEXES, WITH_RECORD], ids=["report", "with public record"])
def test_marks_are_the_rows(points):
    assert drawn(chart(points)) == sorted(zip(points["moment"], points["value"], strict=True))


def test_lines_join_values_of_one_line_only():
    heights_apart = TWO_SEXES.assign(line=[f"{n}" for n in range(len(TWO_SEXES))])
    joined = [len(t.x) for t in chart(TWO_SEXES).data if t.mode == "lines+markers"]
    assert joined == [2, 2]
    assert [len(t.x) for t in chart(heights_apart).data if t.mode == "lines+markers"] == [1, 1, 1, 1]


def test_public_record_is_marks_without_lines():
    record = [t for t in chart(WITH_RECORD).data if t.marker.size == 6]
    assert len(record) == 1
    assert record[0].mode == "markers"


def test_target_is_an_open_ring_on_a_dotted_guide_at_its_value():
    rings = [t for t in chart(TWO_SEXES).data if t.marker.symbol == "circle-open"]
    guides = [t for t in chart(TWO_SEXES).data if t.line.dash == "dot"]
    assert [(ring.x, ring.y) for ring in rings] == [((2023.5,), (86.0,))]
    assert [set(guide.y) for guide in guides] == [{86.0}]


def test_sexes_differ_in_shape_and_colour():
    lines = [t for t in chart(TWO_SEXES).data if t.mode == "lines+markers"]
    assert len({t.marker.symbol for t in lines}) == len({t.marker.color for t in lines}) == 2


def uprights(figure):
    """Where the figure has lines from the foot to the top of the plot."""
    ends = set(figure.layout.yaxis.range)
    lines = (pair for t in figure.data if t.mode == "lines" for pair in pairwise(zip(t.x, t.y, strict=True)))
    return sorted({x for (x, low), (x2, high) in lines if x == x2 and {low, high} == ends})


def numbers(figure):
    """(place in px on a phone, text) of what stands above the plot."""
    layout = figure.layout
    start, end = layout.xaxis.range
    px = (PHONE - layout.margin.l - layout.margin.r) / (end - start)
    return [(n.x * px, n.text) for n in layout.annotations if n.y == layout.yaxis.range[1]]


def test_breaks_are_marked_within_the_time_shown_only():
    assert uprights(chart(TWO_SEXES, [1990, 2020])) == [2020]
    assert uprights(chart(TWO_SEXES)) == []


def test_a_break_alone_needs_no_number():
    assert numbers(chart(TWO_SEXES, [2020])) == []


EIGHT = [2010.5, 2011, 2012, 2013, 2014, 2018, 2019, 2021]


def test_near_breaks_share_a_number_and_none_is_left_out():
    figure = chart(WITH_RECORD, EIGHT)
    assert uprights(figure) == EIGHT
    said = [text for _, text in numbers(figure)]
    counted = [n for text in said for n in range(int(text.split("–")[0]), int(text.split("–")[-1]) + 1)]
    assert counted == list(range(1, 9))
    assert any("–" in text for text in said)
    assert len(said) > 2


@given(st.lists(st.integers(2011, 2022), min_size=2, max_size=12, unique=True).map(sorted))
def test_numbers_of_breaks_never_touch_on_a_phone(years):
    places = numbers(chart(WITH_RECORD, years))
    for (x, text), (x2, text2) in pairwise(places):
        assert x2 - x >= (width(text, LETTERS) + width(text2, LETTERS)) / 2


def test_the_height_is_the_same_with_numbers_above_the_plot():
    assert {chart(WITH_RECORD, some).layout.height for some in ([], [2015], EIGHT)} == {HEIGHT}


def test_the_still_picture_parts_breaks_as_the_chart_does():
    lines = re.findall(
        r'<line x1="([\d.]+)%" y1="([\d.]+)" x2="([\d.]+)%"[^>]*stroke-width="1"/>',
        still(plain(TWO_SEXES, [2020, 2021])),
    )
    assert len(lines) == 2 + 2 * 2
    assert all(x1 == x2 for x1, _, x2 in lines)


CROWDED = pd.concat(
    frame(
        *(("reference", sex, f"{sex} 0", year + 0.5, str(year), year - 1950.0 + n) for year in YEARS)
    ).assign(
        label=lambda rows: rows["value"].map("{:.1f} %".format).where(rows["when"].isin(["2010", "2021"]), "")
    )
    for n, sex in enumerate(("female", "male", "total"))
)


def test_a_label_of_the_public_record_hides_no_mark_and_no_other_label():
    figure = chart(CROWDED)
    layout = figure.layout
    (start, end), (low, high) = layout.xaxis.range, layout.yaxis.range
    across = (PHONE - layout.margin.l - layout.margin.r) / (end - start)
    up = (layout.height - layout.margin.t - layout.margin.b) / (high - low)
    first = [n for n in layout.annotations if n.x == 2010.5]
    assert 0 < len(first) < 3
    for note in first:
        left, right = 0, width(note.text, LETTERS)
        for x, y in drawn(figure):
            aside = not left < (x - note.x) * across < right
            assert aside or abs((y - note.y) * up - note.yshift) > LINE / 2
    assert len([n for n in layout.annotations if n.x == 2021.5]) == 3


@pytest.mark.parametrize("points", [TWO_SEXES, WITH_RECORD], ids=["report", "with public record"])
def test_a_value_axis_is_numbered(points):
    assert len(chart(points).layout.yaxis.tickvals) > 1


def test_a_scale_that_is_asked_for_holds():
    layout = go.Figure(slope_chart(TWO_SEXES, (), lambda ticks: [*map(str, ticks)], span=(0, 100))).layout
    assert layout.yaxis.range == (0, 100)
    assert {0, 100} <= set(layout.yaxis.tickvals)


def test_words_before_the_first_mark_stand_beside_the_axis_not_on_it():
    layout = chart(TWO_SEXES).layout
    (start, end), margin = layout.xaxis.range, layout.margin
    px = (PHONE - margin.l - margin.r) / (end - start)
    first = [note for note in layout.annotations if note.x == TWO_SEXES["moment"].min()]
    assert len(first) == 2
    for note in first:
        assert (note.x - start) * px + note.xshift - width(note.text, LETTERS) >= 0


def test_what_a_model_gave_is_drawn_open():
    marks = chart(WITH_RECORD.assign(modelled=WITH_RECORD["moment"] > 2015)).data
    record = {trace.marker.symbol: len(trace.x) for trace in marks if trace.marker.size == 6}
    assert record == {"square": 5, "square-open": 7}


def test_dates_never_touch_on_a_phone_and_the_ends_stay():
    years = (2019, 2020, 2021, 2024)
    close = frame(*(("value", "total", f"{n}", year + 0.5, str(year), 3e6) for n, year in enumerate(years)))
    assert list(time_ticks(close, 170)["ticktext"]) == ["2019", "2021", "2024"]
    assert list(time_ticks(close, 900)["ticktext"]) == ["2019", "2020", "2021", "2024"]


@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=5))
def test_range_holds_all_values_and_keeps_small_changes_small(values):
    low, high = value_range(pd.Series(values))
    assert low < high
    assert low <= min(values) and max(values) <= high
    assert high - low >= 0.2 * max(map(abs, values))


@given(st.lists(st.floats(0, 300), max_size=4))
def test_labels_of_a_side_do_not_touch(heights):
    placed = sorted(h + shift for h, shift in zip(heights, heights_apart(heights), strict=True))
    assert all(above - below >= LINE - 0.2 for below, above in pairwise(placed))


@pytest.mark.parametrize("points", [TWO_SEXES, WITH_RECORD], ids=["report", "with public record"])
def test_the_still_picture_shows_the_same_values(points):
    svg = still(plain(points))
    layout = chart(points).layout
    inner = layout.height - layout.margin.t - layout.margin.b

    def place(x, y):
        (x0, x1), (y0, y1) = layout.xaxis.range, layout.yaxis.range
        return round(100 * (x - x0) / (x1 - x0), 2), round(inner - inner * (y - y0) / (y1 - y0), 1)

    circles = re.findall(r'<circle cx="([\d.]+)%" cy="([\d.]+)"', svg)
    others = re.findall(r'<svg x="([\d.]+)%" y="([\d.]+)"', svg)
    shown = sorted((float(x), float(y)) for x, y in circles + others)
    wanted = sorted(place(x, y) for x, y in zip(points["moment"], points["value"], strict=True))
    assert [pytest.approx(pair, abs=0.11) for pair in wanted] == shown
    for note in layout.annotations:
        assert f">{note.text}</text>" in svg


def test_a_tiny_slope_draws_report_values_and_needs_two():
    assert tiny_slope(WITH_RECORD).count("<circle") == 5
    assert tiny_slope(TWO_SEXES).count("<polyline") == 2
    assert tiny_slope(TWO_SEXES.head(1)) == ""
