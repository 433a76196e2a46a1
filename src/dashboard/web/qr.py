"""QR codes of the site's own pages, for paper."""

import io
from ipaddress import ip_address
from urllib.parse import urlsplit

import segno
from flask import Flask, Response, abort, request

from dashboard.figures.lettering import wrapped
from dashboard.figures.picture_marks import block, lines_of
from dashboard.figures.picture_plate import FAMILY
from dashboard.i18n import Translator
from dashboard.pages.registry import context_of
from dashboard.store import Catalog
from dashboard.web.http import base_address

_SIDE, _LETTER = 320, 20
"""Of the picture that says why there is no code, in px."""


def add_qr_route(server: Flask, catalog: Catalog, public_address: str) -> None:
    """Serve `/qr/<address of a page>.svg`: the full address of that page, at the host that was asked
    where the operator has set no public address."""

    @server.get("/qr/<path:path>.svg")
    def qr(path: str) -> Response:
        context = context_of(catalog, f"/{path}", request.query_string.decode("utf-8", "replace"))
        if context is None:
            abort(404)
        base = base_address(public_address)
        return code_answer(base + context.lasting, context.t)


def code_answer(address: str, t: Translator) -> Response:
    """The code of an address; a word to the operator instead where it leads nobody anywhere."""
    words = no_code(t("meeting.ui.no_code")).encode()
    return Response(words if own_machine(address) else qr_svg(address), mimetype="image/svg+xml")


def own_machine(address: str) -> bool:
    """Whether an address leads nowhere but to the machine that shows it: no code for others to scan."""
    host = urlsplit(address).hostname or ""
    try:
        return ip_address(host).is_loopback or ip_address(host).is_unspecified
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")


def printed_base(base: str) -> str:
    """What addresses begin with that are read from paper, pictures and slides: nothing where it would lead
    nowhere but to the machine that shows them."""
    return "" if own_machine(base) else base


def no_code(text: str) -> str:
    """A sentence as an SVG file, in the place of a code."""
    lines = lines_of(_LETTER, _LETTER, wrapped(text, _SIDE - 2 * _LETTER, _LETTER), _LETTER)
    ground = block(0, 0, _SIDE, _SIDE, "paper")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_SIDE}" height="{_SIDE}" font-family="{FAMILY}">'
        f"{ground}{lines}</svg>"
    )


def qr_svg(address: str) -> bytes:
    """An SVG file, black on white in every theme, so that every camera reads it."""
    file = io.BytesIO()
    segno.make(address, error="m", micro=False).save(
        file, kind="svg", scale=4, border=2, light="#fff", xmldecl=False
    )
    return file.getvalue()
