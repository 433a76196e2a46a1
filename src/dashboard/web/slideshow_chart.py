"""The charts of a PowerPoint: the bars of the site, native, so that an office edits their numbers."""

import io
from collections.abc import Sequence
from typing import Any

import pandas as pd

from dashboard.components.tables import Column
from dashboard.figures.palette import COLOURS
from dashboard.i18n.manners import NO_BREAK
from dashboard.presenters.meeting.slides import Slide
from dashboard.presenters.money.board import FACES, Bar
from dashboard.web.slideshow_shapes import LEAST_POINTS, set_letters, slide_colour, solid

MOST_ROWS = 15
"""Rows that have room in a chart or table; what has more is drawn."""
_GAP = 30
"""Room between bars, in percent of their height."""
_INNER = 0.6
"""By how much lower than the outer bar the innermost one is, in its height."""
_PICTURE = 200
"""Height of the picture of an inner bar, in px."""
_ROOMY = 6
"""Rows of a chart whose inner bars are high enough for their numbers."""
_SPACES = (
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_FORMATS = {"pct": '0"{space}%"', "usd": "#,##0.0,,"}
"""How the numbers of a chart are written: percents, and dollars in millions; both hold the bare value."""


def chart_bars(slide: Slide) -> tuple[Bar, ...]:
    """What a chart draws: the bars of a board, else the first numbers; nothing for rows of many
    units."""
    rows, board = slide.card.rows, slide.card.board
    face = FACES[board.measure] if board and board.measure else next(iter(FACES.values()))
    if all(bar.column in rows.columns for bar in face.bars):
        return face.bars
    if "unit" in rows.columns:
        return ()
    numbers = [column.value for column in slide.card.columns if column.numeric and _drawable(rows, column)]
    colours = [key.colour for key in slide.card.legend] if len(slide.card.legend) == len(numbers) else []
    return tuple(Bar(*one) for one in zip(numbers, colours or ["mobilised"], strict=False))


def _drawable(rows: pd.DataFrame, column: Column) -> bool:
    """Whether a column holds bare numbers."""
    if rows.empty:
        return False
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
    if any(bar.thin for bar in bars):
        _nest(chart, roomy=len(rows) <= _ROOMY and len(bars) == 2)


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
    plot.gap_width, plot.overlap = _GAP, 0
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
    percent = slide.context.term("unit", "percent")
    units = {one.value: "pct" for one in slide.card.columns if one.unit == percent}
    unit = units.get(column, column.rpartition("_")[2])
    return _FORMATS.get(unit, "General").format(space=before_percent(slide))


def before_percent(slide: Slide) -> str:
    """What stands between a number and its sign."""
    return NO_BREAK if slide.context.t.percent(1, 0) != "1%" else ""


def _nest(chart: Any, roomy: bool) -> None:
    """Each series inside the one before: over it, painted along its middle alone.

    Office suites agree on bars of one axis only, which are all as thick as one another; a picture stretched
    over a bar is clear above and below, and follows the number as any colour does.

    Args:
        chart: of two or three series.
        roomy: whether the inner bars are high enough for their numbers.
    """
    from pptx.enum.chart import XL_LABEL_POSITION

    outer, *others = chart.plots[0].series
    chart.plots[0].overlap = 100
    for at, inner in enumerate(others):
        _paint(chart, inner, 1 - (at + 1) * _INNER / len(others))
        labels = inner.data_labels
        labels.show_value, labels.position = roomy, XL_LABEL_POSITION.INSIDE_END
        set_letters(labels.font, LEAST_POINTS, "paper")
    _ground(outer.data_labels, "paper")
    most = max(value or 0.0 for series in (outer, *others) for value in list(series.values))
    chart.value_axis.minimum_scale, chart.value_axis.maximum_scale = 0.0, 1.15 * most


def _paint(chart: Any, series: Any, share: float) -> None:
    """Fills the bars of a series along their middle, with so much of their height."""
    from pptx.opc.constants import RELATIONSHIP_TYPE
    from pptx.oxml import parse_xml

    picture = io.BytesIO(_stripe(series.format.fill.fore_color.rgb, share))
    part = chart.part.package.get_or_add_image_part(picture)
    blip = f'<a:blip r:embed="{chart.part.relate_to(part, RELATIONSHIP_TYPE.IMAGE)}"/>'
    look = f"<a:blipFill>{blip}<a:stretch><a:fillRect/></a:stretch></a:blipFill>"
    element = series._element
    element.replace(element.find("{*}spPr"), parse_xml(f"<c:spPr {_SPACES}>{look}</c:spPr>"))
    stretched = '<c:pictureFormat val="stretch"/>'
    element.find("{*}invertIfNegative").addnext(
        parse_xml(f"<c:pictureOptions {_SPACES}>{stretched}</c:pictureOptions>")
    )


def _stripe(colour: Any, share: float) -> bytes:
    """A PNG picture that is clear but for a stripe of so much of its height; `colour` is three bytes."""
    from PIL import Image

    high = round(share * _PICTURE)
    picture = Image.new("RGBA", (_PICTURE // 50, _PICTURE), (*colour, 0))
    picture.paste((*colour, 255), (0, (_PICTURE - high) // 2, picture.width, (_PICTURE + high) // 2))
    file = io.BytesIO()
    picture.save(file, "PNG")
    return file.getvalue()


def _ground(labels: Any, colour: str) -> None:
    """A ground below labels, which what lies behind them does not cross."""
    from pptx.oxml import parse_xml

    fill = f"<c:spPr {_SPACES}>{solid(COLOURS[colour])}</c:spPr>"
    labels._element.find("{*}numFmt").addnext(parse_xml(fill))
