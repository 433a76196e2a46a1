"""A meeting as PowerPoint: titles, notes and sources as real text, charts that can be edited.

The library is loaded when somebody asks for the file: a worker that nobody asks stays small.
"""

import io
from collections.abc import Sequence
from typing import Any

import segno

from dashboard.components.tables import columns_shown
from dashboard.figures.lettering import wrapped
from dashboard.presenters.meeting.slides import Slide
from dashboard.web.slideshow_bodies import SlideArea, bodies_of, plain_cell, table_of
from dashboard.web.slideshow_shapes import LEAST_POINTS, LINE_PITCH, SLIDE_POINT, room_for, set_letters
from dashboard.web.slideshow_tables import NOTE_POINTS, add_table

_WIDE, _TALL = 12_192_000, 6_858_000
"""A slide of 16:9, in the units of the format (914 400 to an inch)."""
_EDGE, _TOP = 420_000, 130_000
_CODE = 800_000
"""Side of a QR code, a little less than an inch."""
_TITLES = (28, 24)
"""Points of a title of one line, and of a longer one; no text is smaller than 18."""
_AIR = 50_000


def slideshow(slides: Sequence[Slide], base: str) -> bytes:
    """The PPTX file of a meeting.

    Args:
        slides: in their order; what has no room on one slide in legible letters takes several.
        base: what the addresses of the site begin with; empty where they lead nobody anywhere: no slide has
            the QR code of its view then.
    """
    from pptx import Presentation

    show: Any = Presentation()
    show.slide_width, show.slide_height = _WIDE, _TALL
    layout = next(one for one in show.slide_layouts if one.name == "Title Only")
    dealt = [(slide, body) for slide in slides for body in bodies_of(slide, _room(slide, base))]
    for number, (slide, body) in enumerate(dealt, 1):
        page = show.slides.add_slide(layout)
        _head(page, slide)
        _foot(page, slide, base, f"{number} / {len(dealt)}")
        body.add(page)
        _notes(page, slide, body.in_notes)
    file = io.BytesIO()
    show.save(file)
    return file.getvalue()


def _room(slide: Slide, base: str) -> SlideArea:
    """What head and foot leave."""
    top = _TOP + sum(_heads(slide)) + _AIR
    return _EDGE, top, _WIDE - 2 * _EDGE, _TALL - _foot_height(slide, base) - _AIR - top


def _high(text: str, room: int, size: int, bold: bool = False) -> int:
    """Height of a text in so much room, in the units of the format."""
    lines = sum(len(wrapped(part, room_for(room / SLIDE_POINT), size, bold)) for part in text.split("\n"))
    return round(lines * LINE_PITCH * size * SLIDE_POINT)


def _title_size(slide: Slide) -> int:
    one_line = (
        len(wrapped(slide.title, room_for((_WIDE - 2 * _EDGE) / SLIDE_POINT), _TITLES[0], bold=True)) == 1
    )
    return _TITLES[0] if one_line else _TITLES[1]


def _heads(slide: Slide) -> tuple[int, int]:
    """Heights of title and measure."""
    room = _WIDE - 2 * _EDGE
    return _high(slide.title, room, _title_size(slide), bold=True), _high(slide.about, room, LEAST_POINTS)


def _head(page: Any, slide: Slide) -> None:
    """Title and measure."""
    from pptx.enum.text import MSO_ANCHOR

    room, (high, under) = _WIDE - 2 * _EDGE, _heads(slide)
    title = page.shapes.title
    title.left, title.top, title.width, title.height = _EDGE, _TOP, room, high
    _write(title.text_frame, slide.title, _title_size(slide), "ink", bold=True)
    title.text_frame.vertical_anchor = MSO_ANCHOR.BOTTOM
    about = page.shapes.add_textbox(_EDGE, _TOP + high, room, under)
    _write(about.text_frame, slide.about, LEAST_POINTS, "muted")


def _foot_text(slide: Slide, base: str, number: str) -> str:
    return f"{slide.source}\n{base}{slide.context.lasting} · {number}"


def _foot_room(base: str) -> int:
    return _WIDE - 2 * _EDGE - (_CODE + 100_000 if base else 0)


def _foot_height(slide: Slide, base: str) -> int:
    text = _foot_text(slide, base, "00 / 00")
    return max(_high(text, _foot_room(base), LEAST_POINTS), _CODE if base else 0) + _TOP


def _foot(page: Any, slide: Slide, base: str, number: str) -> None:
    """Source, address and number, and the code beside them."""
    high = _foot_height(slide, base)
    frame = page.shapes.add_textbox(_EDGE, _TALL - high, _foot_room(base), high - _TOP).text_frame
    _write(frame, _foot_text(slide, base, number), LEAST_POINTS, "muted")
    if base:
        code = io.BytesIO()
        there = base + slide.context.lasting
        segno.make(there, error="m", micro=False).save(code, kind="png", scale=6, border=2)
        page.shapes.add_picture(code, _WIDE - _EDGE - _CODE, _TALL - high, _CODE, _CODE)


def _write(frame: Any, text: str, size: int, colour: str, bold: bool = False) -> None:
    """A text from the upper left corner of its frame, as large as it is said to be."""
    from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN

    frame.text, frame.word_wrap, frame.auto_size = text, True, MSO_AUTO_SIZE.NONE
    frame.vertical_anchor = MSO_ANCHOR.TOP
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    for paragraph in frame.paragraphs:
        paragraph.alignment = PP_ALIGN.LEFT
        set_letters(paragraph.font, size, colour, bold)


_SHEET = (460_000, 230_000, 5_940_000, 8_690_000)
"""Left, top, width and height of what is printed of a page of notes, in the units of the format."""
_SMALL = (1_244_000, 700_000)
"""The slide on a page of notes that has a table."""

_NOTE_SIZES = (12, 10)
"""Points of notes that have room on their page; others have those of its table."""


def _notes(page: Any, slide: Slide, in_notes: str) -> None:
    """What is to be said, and every row: parted by tabs, or where these are many as a table for paper."""
    if in_notes == "table":
        _note_table(page.notes_slide, slide)
        return
    caveats = slide.caveats if in_notes in ("rows", "words") else []
    rows = [_lines(slide)] if in_notes == "rows" else []
    told = [slide.card.finding, *caveats, slide.source, *rows]
    frame = page.notes_slide.notes_placeholder
    text = "\n\n".join(told)
    fits = (size for size in _NOTE_SIZES if _high(text, frame.width, size) <= frame.height)
    _write(page.notes_slide.notes_text_frame, text, next(fits, NOTE_POINTS), "ink")


def _note_table(notes: Any, slide: Slide) -> None:
    """Every row of the card below the slide and its words, in letters that paper allows: of the caveats all,
    or the gravest, or none, as the table leaves room."""
    from pptx.enum.shapes import PP_PLACEHOLDER

    left, top, wide, high = _SHEET
    across, least = _SMALL
    beside, gap = left + across + 120_000, 100_000
    grid = table_of(slide, columns_shown(slide.card.columns), wide / SLIDE_POINT, NOTE_POINTS)
    table = round(sum(grid.high(row) for row in (grid.head, *grid.rows)) * SLIDE_POINT)
    for caveats in (slide.caveats, slide.caveats[:1], []):
        told = "\n".join([slide.card.finding, *caveats, slide.source])
        words = max(_high(told, left + wide - beside, NOTE_POINTS), least)
        if words + gap + table <= high:
            break
    places = {
        PP_PLACEHOLDER.SLIDE_IMAGE: (left, top, across, least),
        PP_PLACEHOLDER.BODY: (beside, top, left + wide - beside, words),
    }
    for shape in notes.placeholders:
        if place := places.get(shape.placeholder_format.type):
            shape.left, shape.top, shape.width, shape.height = place
    _write(notes.notes_text_frame, told, NOTE_POINTS, "ink")
    add_table(notes, grid, left, top + words + gap, slide.title)


def _lines(slide: Slide) -> str:
    """Every row of the table with its headings, for the notes: cells parted by tabs, as spreadsheets do."""
    columns = columns_shown(slide.card.columns)
    rows = [
        [plain_cell(row[column.name]) for column in columns] for row in slide.card.rows.to_dict("records")
    ]
    return "\n".join("\t".join(cells) for cells in [[column.heading for column in columns], *rows])
