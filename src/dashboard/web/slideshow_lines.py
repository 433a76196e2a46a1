"""Lines of a PowerPoint: the values of an indicator over time, and slopes from one value to another."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from dashboard.presenters.meeting.slides import Slide
from dashboard.web.slideshow_chart import before_percent
from dashboard.web.slideshow_shapes import LEAST_POINTS, set_letters, slide_colour

_MARK, _SMALL = 11, 5
"""Width of a mark in points: of the report, of the public record."""
_THICK = 28_575
"""Of a line, in the units of the format."""
_MOST_YEARS = 8
"""Years that are written below a chart."""
_AIR = 0.25
"""What is left above and below a line, in its height."""


@dataclass(frozen=True)
class _Line:
    """Values that are joined, or marks that are not.

    Attributes:
        name: for the legend.
        colour: a token of the palette.
        dated: values by date.
        role: `value`, `target` or `reference`.
    """

    name: str
    colour: str
    dated: dict[date, float]
    role: str


def has_lines(slide: Slide) -> bool:
    """Whether a slide shows values over time."""
    return {"moment", "line", "value"} <= set(slide.card.rows.columns) and bool(_lines(slide))


def add_lines(page: Any, slide: Slide, box: tuple[int, ...]) -> None:
    """A line chart that can be edited: its sheet has a row for each date, a column for each line."""
    from pptx.chart.data import CategoryChartData
    from pptx.enum.chart import XL_CHART_TYPE

    lines = _lines(slide)
    dates = sorted({when for line in lines for when in line.dated})
    sheet = CategoryChartData()
    sheet.categories = dates
    for line in lines:
        sheet.add_series(line.name, [line.dated.get(when) for when in dates])
    chart = page.shapes.add_chart(XL_CHART_TYPE.LINE_MARKERS, *box, sheet).chart
    _look(chart, slide, lines, dates)


def _lines(slide: Slide) -> list[_Line]:
    marks, found = _marks(slide), []
    for (role, _, modelled), own in marks.groupby(["role", "line", "modelled"], sort=False, dropna=False):
        colour = "reference" if role == "reference" else str(own["sex"].iloc[0])
        dated = {_day(row["period_start"]): float(row["value"]) for row in own.to_dict("records")}
        alike = marks[(marks["role"] == role) & (marks["modelled"] == modelled)]
        found.append(_Line(_name(slide, str(role), own, alike), colour, dated, str(role)))
    return sorted(found, key=lambda line: ("reference", "target", "value").index(line.role))


def _marks(slide: Slide) -> pd.DataFrame:
    """The rows that a chart has marks for: a printed change has none."""
    rows = slide.card.rows
    return rows[rows["line"].notna() & rows["value"].notna()]


def _name(slide: Slide, role: str, own: pd.DataFrame, alike: pd.DataFrame) -> str:
    """What tells a line from those of its kind: its series, whose values they are, or both."""
    first, said = own.iloc[0], slide.context.t
    whose = [str(first["sex_text"])] if len(set(alike["sex"])) > 1 else []
    if role == "target":
        return " · ".join([said("trends.target"), *whose])
    several = len(set(alike["series_text"])) > 1 or role == "reference" or not whose
    return " · ".join([*([str(first["series_text"])] if several else []), *whose])


def _day(text: object) -> date:
    return pd.Timestamp(str(text)).date()


def _look(chart: Any, slide: Slide, lines: Sequence[_Line], dates: Sequence[date]) -> None:
    """Colours and marks of the site, years below, values at the marks of the report."""
    from pptx.enum.chart import XL_LABEL_POSITION, XL_LEGEND_POSITION

    set_letters(chart.font, LEAST_POINTS)
    chart.has_title, chart.has_legend = False, True
    chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.TOP, False
    _name_once(chart, lines)
    _set_years(chart.category_axis, dates)
    values = chart.value_axis
    values.major_gridlines.format.line.color.rgb = slide_colour("grid")
    values.format.line.fill.background()
    values.tick_labels.number_format, values.tick_labels.number_format_is_linked = _format(slide), False
    for at, (line, series) in enumerate(zip(lines, chart.plots[0].series, strict=True)):
        _draw(series, line)
        if line.role != "reference":
            labels = series.data_labels
            labels.show_value = True
            labels.number_format, labels.number_format_is_linked = _format(slide), False
            labels.position = XL_LABEL_POSITION.BELOW if at % 2 else XL_LABEL_POSITION.ABOVE
            set_letters(labels.font, LEAST_POINTS, line.colour, bold=line.role == "value")
    _join_over_gaps(chart)


def _format(slide: Slide) -> str:
    """Numbers as they are, with the sign of percents and thousands apart."""
    marks = _marks(slide)
    if set(marks["unit"]) == {"percent"}:
        return f'General"{before_percent(slide)}%"'
    return "#,##0" if (marks["value"] % 1 == 0).all() else "General"


def _draw(series: Any, line: _Line) -> None:
    """A line with full marks; targets and the public record are marks alone, the former as rings."""
    from pptx.enum.chart import XL_MARKER_STYLE

    colour, marker = slide_colour(line.colour), series.marker
    series.smooth = False
    marker.style = XL_MARKER_STYLE.CIRCLE
    marker.size = _SMALL if line.role == "reference" else _MARK
    marker.format.line.color.rgb = colour
    marker.format.line.width = _THICK if line.role == "target" else 0
    if line.role == "target":
        marker.format.fill.background()
    else:
        marker.format.fill.solid()
        marker.format.fill.fore_color.rgb = colour
    if line.role == "value":
        series.format.line.color.rgb, series.format.line.width = colour, _THICK
    else:
        series.format.line.fill.background()


def _name_once(chart: Any, lines: Sequence[_Line]) -> None:
    """Lines of the same name have one entry in the legend: values that are not joined."""
    legend, seen = chart.legend._element, set[str]()
    before = legend.find("{*}legendPos")
    for at, line in enumerate(lines):
        if line.name in seen:
            entry = legend.makeelement(before.tag.replace("legendPos", "legendEntry"))
            for name, value in (("idx", at), ("delete", 1)):
                entry.append(entry.makeelement(before.tag.replace("legendPos", name), {"val": str(value)}))
            before.addnext(entry)
        seen.add(line.name)


def _set_years(axis: Any, dates: Sequence[date]) -> None:
    """Dates at their distance in time, so many of them written that they can be read."""
    from pptx.enum.chart import XL_TICK_LABEL_POSITION

    axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    axis.tick_labels.number_format, axis.tick_labels.number_format_is_linked = "yyyy", False
    axis.format.line.color.rgb = slide_colour("grid")
    every = 1 + (dates[-1].year - dates[0].year) // _MOST_YEARS
    yearly = all((day.month, day.day) == (1, 1) for day in dates)
    base = axis._element.find("{*}baseTimeUnit")
    base.set("val", "years" if yearly else "months")
    for name, value in (("majorTimeUnit", "years"), ("majorUnit", str(every))):
        base.addnext(base.makeelement(base.tag.replace("baseTimeUnit", name), {"val": value}))


def _join_over_gaps(chart: Any) -> None:
    """A date that a line has no value for does not part it: what must not be joined is another line."""
    chart._chartSpace.chart.find("{*}dispBlanksAs").set("val", "span")


def add_slope(page: Any, slide: Slide, row: dict[str, Any], box: tuple[int, ...]) -> None:
    """A line of two points that rises or falls; its numbers stand beside it."""
    from pptx.chart.data import CategoryChartData
    from pptx.enum.chart import XL_CHART_TYPE

    ends = [float(row["start"]), float(row["end"])]
    sheet = CategoryChartData()
    sheet.categories = [str(row["start_when"]), str(row["end_when"])]
    sheet.add_series(row["shown_name"], ends)
    chart = page.shapes.add_chart(XL_CHART_TYPE.LINE_MARKERS, *box, sheet).chart
    chart.has_title, chart.has_legend = False, False
    set_letters(chart.font, LEAST_POINTS)
    chart.category_axis.visible = chart.value_axis.visible = False
    chart.value_axis.has_major_gridlines = False
    air = _AIR * abs(ends[1] - ends[0]) or 1.0
    chart.value_axis.minimum_scale, chart.value_axis.maximum_scale = min(ends) - air, max(ends) + air
    (series,) = chart.plots[0].series
    _draw(series, _Line("", str(row["shown_colour"]), {}, "value"))
