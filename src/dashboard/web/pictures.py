"""The chart or map of a card as a picture that stands alone."""

import re
from functools import cache

import resvg_py
import segno
from flask import Flask, Response, abort, request

from dashboard.analysis.finance import AMOUNTS
from dashboard.components.cards import Card
from dashboard.figures.picture_plate import FORMATS, PREVIEWED, plate_svg
from dashboard.figures.picture_title import title_svg
from dashboard.figures.picture_words import words_drawing
from dashboard.i18n import LANGUAGES, translator
from dashboard.pages.registry import PAGES, card_of, context_of
from dashboard.presenters.context import Context
from dashboard.presenters.money.board import total_row
from dashboard.presenters.plates import file_name, plate_of, plate_of_words
from dashboard.presenters.reader import address as address_of
from dashboard.store import Catalog
from dashboard.web.carrying import drawn
from dashboard.web.head import PREVIEW, text_in, told_by
from dashboard.web.http import base_address, file_answer
from dashboard.web.memory import Memory
from dashboard.web.qr import printed_base

SIZE_CHOICE = "size"
"""What the address of a picture says to get another format than that of a slide."""
CODED = ("wide", "screen")
"""The formats with a QR code: those that somebody else than the reader looks at."""


def add_picture_route(server: Flask, catalog: Catalog, public_address: str) -> None:
    """Serve `/<language>/picture/<card>[/<key>].<svg or png>?<query>`, `size` being one of `FORMATS`.

    A server without letters has no PNG.
    """
    memory: Memory[bytes] = Memory(_MEMORY)

    @server.get("/<language>/picture/<card_id>.<any(svg, png):ending>", defaults={"key": ""})
    @server.get("/<language>/picture/<card_id>/<key>.<any(svg, png):ending>")
    def picture(language: str, card_id: str, key: str, ending: str) -> Response:
        query = request.query_string.decode("utf-8", "replace")
        size = request.args.get(SIZE_CHOICE, next(iter(FORMATS)))
        found = card_of(catalog, language, card_id, key, query)
        if found is None or found[1].drawing is None or size not in FORMATS:
            abort(404)
        context, card = found
        svg = picture_svg(context, card, base_address(public_address), size)
        content = svg.encode() if ending == "svg" else drawn_once(svg, size)
        response = file_answer(content, "image/svg+xml" if ending == "svg" else "image/png")
        # Shown, not saved: a page that asks for it to be saved gets the name all the same.
        response.headers["Content-Disposition"] = f'inline; filename="{file_name(context, card, ending)}"'
        return response

    def drawn_once(svg: str, size: str) -> bytes:
        if not letters():
            abort(404)
        png = memory.get(svg) or _png(svg, (FORMATS[size].width, FORMATS[size].height))
        return memory.keep(svg, png, len(svg) + len(png))


FAMILIES = ("DejaVu Sans", "Liberation Sans", "Noto Sans", "Arial", "Helvetica")
"""Letters for a preview, the widest first: pictures leave room for them."""
_RESULT = re.compile('<p class="summary">(.*?)</p>', re.DOTALL)
_FIGURE = 'class="figure-value"'
_FACT = re.compile("<dt>(.*?)</dt><dd>(.*?)</dd>", re.DOTALL)
_MOST_SAID = 5
"""Sentences of a view without a chart; who looks at a link reads no more."""
_MEMORY = 4_000_000
"""Bytes of previews that a worker keeps: those who look at a link ask at once."""


def add_preview_route(server: Flask, catalog: Catalog, public_address: str) -> None:
    """Serve `/<language>/preview/<page>[/<key>].png?<query>`: the first picture of a view as other sites show
    it beside a link, or its words, or its title; a server without letters sends a sheet without words."""
    memory: Memory[bytes] = Memory(_MEMORY)

    @server.get("/<language>/preview/<page>.png", defaults={"key": ""})
    @server.get("/<language>/preview/<page>/<key>.png")
    def preview(language: str, page: str, key: str) -> Response:
        query = request.query_string.decode("utf-8", "replace")
        known = language in LANGUAGES and page in PAGES
        context = context_of(catalog, address_of(translator(language), page, key), query) if known else None
        if context is None:
            abort(404)
        png = memory.get(context.here) or preview_png(context, base_address(public_address))
        return file_answer(memory.keep(context.here, png, len(png)), "image/png")


def preview_png(context: Context, base: str) -> bytes:
    """The PNG of the first card of a view that has a drawing, else of its words or title, `PREVIEW` px large.

    Args:
        context: of the view.
        base: what the addresses of the site begin with.
    """
    cards = (make() for make in PAGES[context.page].cards(context).values()) if letters() else ()
    card = next((card for card in cards if card and card.drawing), None)
    address = printed_base(base) + context.lasting
    if card is None or card.drawing is None:
        return _png(_in_words(context, address) or title_of(context))
    return _png(plate_svg(plate_of(context, card, card.drawing, address, ("", 0)), PREVIEWED))


def title_of(context: Context) -> str:
    """The SVG of a page's title, with the printed totals of the year."""
    t, (heading, about) = context.t, PAGES[context.page].title(context)
    total = total_row(context, "agency", context.year)
    amounts = [(t(f"finance.{name}"), t.scaled(total[f"{name}_usd"])) for name in AMOUNTS]
    return title_svg(f"{t('site.name')} · {context.year}", heading, about, amounts)


def _png(svg: str, size: tuple[int, int] = PREVIEW) -> bytes:
    width, height = size
    family = letters()
    return bytes(
        resvg_py.svg_to_bytes(svg_string=svg, width=width, height=height, sans_serif_family=family or None)
    )


def _in_words(context: Context, address: str) -> str:
    """The SVG of what a view says first: its sentence, then its results, or the facts of a figure, if any."""
    main = drawn(context).html
    said, measured = told_by(main, *PAGES[context.page].title(context))
    results = [text_in(found) for found in _RESULT.findall(main)]
    found = _FACT.findall(main) if _FIGURE in main else []
    facts = [context.t("named", name=text_in(name), value=text_in(told)) for name, told in found]
    if not results and not facts:
        return ""
    about = measured if results else ""  # a figure says all that in its facts
    drawing = words_drawing((results or facts)[:_MOST_SAID])
    return plate_svg(plate_of_words(context, said, about, drawing, address), PREVIEWED)


@cache
def letters() -> str:
    """The family of letters that this machine draws; empty where it has none of `FAMILIES`."""
    frame = '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20">{}</svg>'
    nothing = bytes(resvg_py.svg_to_bytes(svg_string=frame.format("")))
    word = frame.format('<text y="15" font-family="{}">x</text>')
    drawn = (
        name for name in FAMILIES if bytes(resvg_py.svg_to_bytes(svg_string=word.format(name))) != nothing
    )
    return next(drawn, "")


def picture_svg(context: Context, card: Card, base: str, size: str) -> str:
    """The SVG file of a card that has a drawing.

    Args:
        context: of the view.
        card: what is shown.
        base: what the addresses of the site begin with.
        size: one of `FORMATS`.

    Raises:
        ValueError: for a card without a drawing.
    """
    if card.drawing is None:
        raise ValueError(f"{card.id} has no picture")
    shown = printed_base(base)
    address = shown + context.lasting
    code = code_path(address) if size in CODED and shown else ("", 0)
    return plate_svg(plate_of(context, card, card.drawing, address, code), FORMATS[size])


def code_path(text: str) -> tuple[str, int]:
    """The QR code of a text as path data, a unit for each module, and its side."""
    rows = segno.make(text, error="m", micro=False).matrix
    dark = [f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, module in enumerate(row) if module]
    return "".join(dark), len(rows)
