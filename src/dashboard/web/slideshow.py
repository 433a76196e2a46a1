"""A meeting as PowerPoint: titles, notes and sources as real text, charts that can be edited.

The library is loaded when somebody asks for the file: a worker that nobody asks stays small.
"""

import io
from collections.abc import Sequence
from typing import Any

import pandas as pd
import segno

from dashboard.components.tables import Column
from dashboard.presenters.meeting.slides import Slide
from dashboard.presenters.money.board import FACES

_WIDE, _TALL = 12_192_000, 6_858_000
"""A slide of 16:9, in the units of the format (914 400 to an inch)."""
_EDGE, _POINT = 420_000, 12_700
_CODE = 1_000_000
"""Side of a QR code, a little more than an inch."""
_TITLE, _TEXT = 28, 18
"""Points; no text is smaller than 18, which the last row can read."""
_MOST_ROWS = 14
"""Rows that have room on a slide; the notes have all of them."""


def slideshow(slides: Sequence[Slide], base: str, coded: bool) -> bytes:
    """The PPTX file of a meeting.

    Args:
        slides: in their order.
        base: what the addresses of the site begin with.
        coded: whether each slide has the QR code of its view: not where the address leads nowhere.
    """
    from pptx import Presentation

    show: Any = Presentation()
    show.slide_width, show.slide_height = _WIDE, _TALL
    layout = next(one for one in show.slide_layouts if one.name == "Title Only")
    for slide in slides:
        _add(show.slides.add_slide(layout), slide, base, coded)
    file = io.BytesIO()
    show.save(file)
    return file.getvalue()


def _add(page: Any, slide: Slide, base: str, coded: bool) -> None:
    title = page.shapes.title
    title.left, title.top, title.width, title.height = _EDGE, 200_000, _WIDE - 2 * _EDGE, 1_050_000
    title.text = slide.title
    _set(title.text_frame, _TITLE, bold=True)
    series = _series(slide)
    box = (_EDGE, 1_300_000, _WIDE - 2 * _EDGE, _TALL - 2_550_000)
    if series:
        _chart(page, slide, series, box)
    else:
        _table(page, slide, box)
    foot_box = page.shapes.add_textbox(_EDGE, _TALL - 1_200_000, _WIDE - 2 * _EDGE, 1_050_000)
    foot = foot_box.text_frame
    foot.word_wrap = True
    foot.text = f"{slide.about}\n{slide.card.source} {base}{slide.context.lasting}"
    _set(foot, _TEXT)
    if coded:
        code = io.BytesIO()
        segno.make(base + slide.context.lasting, error="m", micro=False).save(
            code, kind="png", scale=6, border=2
        )
        foot_box.width -= _CODE
        page.shapes.add_picture(code, _WIDE - _EDGE - _CODE, _TALL - 1_200_000, _CODE, _CODE)
    told = [slide.card.finding, *slide.caveats, slide.source, *_lines(slide)]
    page.notes_slide.notes_text_frame.text = "\n\n".join(told)


def _set(frame: Any, size: int, bold: bool = False) -> None:
    from pptx.enum.text import PP_ALIGN

    for paragraph in frame.paragraphs:
        paragraph.alignment = PP_ALIGN.LEFT
        paragraph.font.size, paragraph.font.bold = size * _POINT, bold


def _series(slide: Slide) -> list[tuple[str, str]]:
    """Heading and column of what the picture draws; nothing for rows of many units."""
    t, rows = slide.context.t, slide.card.rows
    if slide.card.board:
        return [(t(f"board.{bar.column}"), bar.column) for bar in FACES[slide.context.view["unit"]].bars]
    if "unit" in rows.columns:
        return []
    numbers = [column for column in slide.card.columns if column.numeric and _drawable(rows, column)]
    unit = numbers[0].value.rpartition("_")[2] if numbers else ""
    of_one = [(column.heading, column.value) for column in numbers if column.value.endswith(f"_{unit}")]
    return of_one[:3] or [(column.heading, column.value) for column in numbers[:1]]


def _drawable(rows: pd.DataFrame, column: Column) -> bool:
    """Whether a column holds bare numbers."""
    return pd.api.types.is_numeric_dtype(rows[column.value]) and bool(rows[column.value].notna().any())


def _lines(slide: Slide) -> list[str]:
    """Every row of the table, for the notes of a slide that has no room for all of them."""
    columns = slide.card.columns
    if len(slide.card.rows) <= _MOST_ROWS:
        return []
    rows = slide.card.rows.to_dict("records")
    return ["\n".join(" · ".join(str(row[column.name]) for column in columns) for row in rows)]


def _chart(page: Any, slide: Slide, series: Sequence[tuple[str, str]], box: tuple[int, ...]) -> None:
    """A bar chart that can be edited, over the values that the picture draws; the largest of many rows."""
    from pptx.chart.data import CategoryChartData
    from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION

    rows, name = slide.card.rows, slide.card.columns[0].name
    if len(rows) > _MOST_ROWS:
        rows = rows.nlargest(_MOST_ROWS, series[0][1])
    chart_data = CategoryChartData()
    chart_data.categories = [str(text) for text in rows[name]]
    for heading, column in series:
        values = [None if value != value else float(value) for value in rows[column]]
        chart_data.add_series(heading, values)
    chart = page.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, *box, chart_data).chart
    chart.font.size = _TEXT * _POINT
    chart.category_axis.reverse_order = True
    chart.has_legend = len(series) > 1
    if chart.has_legend:
        chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.TOP, False


def _table(page: Any, slide: Slide, box: tuple[int, ...]) -> None:
    """The first columns of the card as a table that can be edited."""
    columns = slide.card.columns[:4]
    rows = slide.card.rows.head(_MOST_ROWS).to_dict("records")
    table = page.shapes.add_table(len(rows) + 1, len(columns), *box).table
    for across, column in enumerate(columns):
        texts = [column.heading, *(str(row[column.name]) for row in rows)]
        for down, text in enumerate(texts):
            cell = table.cell(down, across)
            cell.text = text
            _set(cell.text_frame, _TEXT, bold=not down)
