"""QR codes of the site's own pages, for paper."""

import io

import segno
from flask import Flask, Response, abort, request

from dashboard.pages.registry import context_of
from dashboard.store import Catalog


def add_qr_route(server: Flask, catalog: Catalog, public_address: str) -> None:
    """Serve `/qr/<address of a page>.svg`: the full address of that page, at the host that was asked
    where the operator has set no public address."""

    @server.get("/qr/<path:path>.svg")
    def qr(path: str) -> Response:
        context = context_of(catalog, f"/{path}", request.query_string.decode("utf-8", "replace"))
        if context is None:
            abort(404)
        base = (public_address or request.host_url).rstrip("/")
        return Response(qr_svg(base + context.lasting), mimetype="image/svg+xml")


def qr_svg(address: str) -> bytes:
    """An SVG file, black on white in every theme, so that every camera reads it."""
    file = io.BytesIO()
    segno.make(address, error="m", micro=False).save(
        file, kind="svg", scale=4, border=2, light="#fff", xmldecl=False
    )
    return file.getvalue()
