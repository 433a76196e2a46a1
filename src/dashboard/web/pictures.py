"""The chart or map of a card as a picture that stands alone."""

import segno
from flask import Flask, Response, abort, request

from dashboard.components.cards import Card
from dashboard.figures.picture_plate import FORMATS, plate_svg
from dashboard.pages.registry import card_of
from dashboard.presenters.context import Context
from dashboard.presenters.plates import file_name, plate_of
from dashboard.store import Catalog
from dashboard.web.http import base_address, file_answer
from dashboard.web.qr import own_machine

SIZE_CHOICE = "size"
"""What the address of a picture says to get another format than that of a slide."""
CODED = ("wide", "screen")
"""The formats with a QR code: those that somebody else than the reader looks at."""


def add_picture_route(server: Flask, catalog: Catalog, public_address: str) -> None:
    """Serve `/<language>/picture/<card>[/<key>].svg?<query>`, `size` being one of `FORMATS`."""

    @server.get("/<language>/picture/<card_id>.svg", defaults={"key": ""})
    @server.get("/<language>/picture/<card_id>/<key>.svg")
    def picture(language: str, card_id: str, key: str) -> Response:
        query = request.query_string.decode("utf-8", "replace")
        size = request.args.get(SIZE_CHOICE, next(iter(FORMATS)))
        found = card_of(catalog, language, card_id, key, query)
        if found is None or found[1].drawing is None or size not in FORMATS:
            abort(404)
        context, card = found
        base = base_address(public_address)
        response = file_answer(picture_svg(context, card, base, size).encode(), "image/svg+xml")
        # Shown, not saved: a page that asks for it to be saved gets the name all the same.
        response.headers["Content-Disposition"] = f'inline; filename="{file_name(context, card, "svg")}"'
        return response


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
    address = base + context.lasting
    code = code_path(address) if size in CODED and not own_machine(base) else ("", 0)
    return plate_svg(plate_of(context, card, card.drawing, address, code), FORMATS[size])


def code_path(text: str) -> tuple[str, int]:
    """The QR code of a text as path data, a unit for each module, and its side."""
    rows = segno.make(text, error="m", micro=False).matrix
    dark = [f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, module in enumerate(row) if module]
    return "".join(dark), len(rows)
