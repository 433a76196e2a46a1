"""The charts of a PowerPoint: the bars of the site, native, so that an office edits their numbers."""

from collections.abc import Sequence
from copy import deepcopy
from typing import Any

import pandas as pd

from dashboard.components.tables import Column
from dashboard.i18n.manners import NO_BREAK
from dashboard.presenters.meeting.slides import Slide
from dashboard.presenters.money.board import FACES, Bar
from dashboard.web.slideshow_shapes import LEAST_POINTS, set_letters, slide_colour

MOST_ROWS = 15
"""Rows that have room in a chart or table; what has more is drawn."""
_ROOMY = 6
"""Rows of a chart whose inner bars are high enough for their numbers."""
_GAPS = (30, 180)
"""Room between bars, and between those that lie inside others, in percent of their height."""
_FORMATS = {"pct": '0"{space}%"', "usd": "#,##0.0,,"}
"""How the numbers of a chart are written: percents, and dollars in millions; both hold the bare value."""


def chart_bars(slide: Slide) -> tuple[Bar, ...]:
    """What a chart draws: the bars of a board, else the first numbers; nothing for rows of many
    units."""
    rows = slide.card.rows
    if slide.card.board:
        return FACES[slide.context.view["unit"]].bars
    whole = next(iter(FACES.values())).bars
    if all(bar.column in rows.columns for bar in whole):
        return whole
    numbers = [column.value for column in slide.card.columns if column.numeric and _drawable(rows, column)]
    return tuple(Bar(name, "mobilised") for name in numbers[:1]) if "unit" not in rows.columns else ()


def _drawable(rows: pd.DataFrame, column: Column) -> bool:
    """Whether a column holds bare numbers."""
    return pd.api.types.is_numeric_dtype(rows[column.value]) and bool(rows[column.value].notna().any())


def add_chart_of(page: Any, slide: Slide, bars: Sequence[Bar], box: tuple[int, ...]) -> None:
    """A bar chart that can be edited; its sheet holds the values of the card's file, in its order.

    The largest of very many rows alone, whose names could not be read otherwise.
    """
    from pptx.chart.data import CategoryChartData
    from pptx.enum.chart import XL_CHART_TYPE

    rows, columns = slide.card.rows, slide.card.columns
    if len(rows) > MOST_ROWS:
        rows = rows.nlargest(MOST_ROWS, bars[0].column)
    headings = {column.value: column.heading for column in columns}
    chart_data = CategoryChartData()
    chart_data.categories = [str(text) for text in rows[columns[0].name]]
    for bar in bars:
        said, key = slide.context.t, f"board.{bar.column}"
        values = [None if value != value else float(value) for value in rows[bar.column]]
        chart_data.add_series(said(key) if said.has(key) else headings[bar.column], values)
    chart = page.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, *box, chart_data).chart
    _look(chart, slide, bars)
    if len(bars) == 2 and bars[1].thin:
        _nest(chart, roomy=len(rows) <= _ROOMY)


def _look(chart: Any, slide: Slide, bars: Sequence[Bar]) -> None:
    """Colours of the site, a name for every row, values at the bars."""
    from pptx.enum.chart import XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK

    letters = _format(slide, bars[0].column)
    set_letters(chart.font, LEAST_POINTS)
    chart.has_title, chart.has_legend = False, len(bars) > 1
    if chart.has_legend:
        chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.TOP, False
    names, values, plot = chart.category_axis, chart.value_axis, chart.plots[0]
    names.reverse_order, names.tick_label_position = True, XL_TICK_LABEL_POSITION.LOW
    names.major_tick_mark = XL_TICK_MARK.NONE
    names.format.line.color.rgb = slide_colour("grid")
    skip = names._element.makeelement(names._element.tag.replace("catAx", "tickLblSkip"), {"val": "1"})
    names._element.find(names._element.tag.replace("catAx", "noMultiLvlLbl")).addprevious(skip)
    values.visible, values.has_major_gridlines = False, False
    plot.gap_width, plot.overlap = _GAPS[0], 0
    for bar, series in zip(bars, plot.series, strict=True):
        series.invert_if_negative = False
        series.format.fill.solid()
        series.format.fill.fore_color.rgb = slide_colour(bar.colour)
        _colour_below(series, bar)
        labels = series.data_labels
        labels.show_value, labels.number_format, labels.number_format_is_linked = True, letters, False
        set_letters(labels.font, LEAST_POINTS)


def _colour_below(series: Any, bar: Bar) -> None:
    """Bars left of zero in their own colour, where they have one."""
    for at, value in enumerate(list(series.values)):
        if bar.below and value is not None and value < 0:
            fill = series.points[at].format.fill
            fill.solid()
            fill.fore_color.rgb = slide_colour(bar.below)


def _format(slide: Slide, column: str) -> str:
    """How a column is written."""
    percents = slide.context.t.percent(1, 0)
    space = NO_BREAK if percents != "1%" else ""
    return _FORMATS.get(column.rpartition("_")[2], "General").format(space=space)


def _nest(chart: Any, roomy: bool) -> None:
    """The second series inside the first one: on axes of its own, which nobody sees, with thinner bars."""
    from pptx.enum.chart import XL_LABEL_POSITION

    labels = chart.plots[0].series[1].data_labels
    labels.show_value, labels.position = roomy, XL_LABEL_POSITION.INSIDE_END
    set_letters(labels.font, LEAST_POINTS, "paper")
    area = chart._chartSpace.chart.plotArea
    outer = area.find("{*}barChart")
    inner, tag = deepcopy(outer), outer.tag.removesuffix("barChart")
    outer.remove(outer.findall(f"{tag}ser")[1])
    inner.remove(inner.findall(f"{tag}ser")[0])
    inner.find(f"{tag}gapWidth").set("val", str(_GAPS[1]))
    outer.addnext(inner)
    axes = [area.find(f"{tag}{name}") for name in ("catAx", "valAx")]
    known = {axis.find(f"{tag}axId").get("val"): str(7_000 + at) for at, axis in enumerate(axes)}
    for one in inner.findall(f"{tag}axId"):
        one.set("val", known[one.get("val")])
    for axis in reversed(axes):
        twin = deepcopy(axis)
        for name in ("axId", "crossAx"):
            one = twin.find(f"{tag}{name}")
            one.set("val", known[one.get("val")])
        twin.find(f"{tag}delete").set("val", "1")
        axes[-1].addnext(twin)
    _same_scale(chart, area, tag)


def _same_scale(chart: Any, area: Any, tag: str) -> None:
    """Both axes of values from nothing to a little over the largest one, which leaves room for its label."""
    every = [series for plot in chart.plots for series in plot.series]
    most = max(value or 0.0 for series in every for value in list(series.values))
    for axis in area.findall(f"{tag}valAx"):
        scaling = axis.find(f"{tag}scaling")
        for old in scaling.findall(f"{tag}max") + scaling.findall(f"{tag}min"):
            scaling.remove(old)
        for name, value in (("max", 1.15 * most), ("min", 0.0)):
            scaling.append(scaling.makeelement(f"{tag}{name}", {"val": f"{value:.6g}"}))
