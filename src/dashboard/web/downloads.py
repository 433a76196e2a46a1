"""Files for readers: the whole package, each table, and the numbers of each card."""

import re

from flask import Flask, Response, abort, request

from dashboard.components.cards import Card
from dashboard.components.tables import Column
from dashboard.components.tools import HXL
from dashboard.i18n import LANGUAGES
from dashboard.pages.registry import card_of
from dashboard.presenters.context import Context
from dashboard.store import Catalog
from dashboard.web.exports import Exports
from dashboard.web.http import file_answer
from dashboard.web.tables import csv_bytes, package_csv, resource_of, spreadsheet_csv

CSV = "text/csv"
MIMETYPES = {
    "zip": "application/zip",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def add_file_routes(server: Flask, catalog: Catalog, exports: Exports) -> None:
    """Serve `/data/...` and `/<language>/csv/<card>[/<key>].csv?<query>`."""

    @server.get("/data/<name>.zip", defaults={"kind": "zip"})
    @server.get("/data/<name>.xlsx", defaults={"kind": "xlsx"})
    def whole(name: str, kind: str) -> Response:
        content = exports.content(f"{name}.{kind}")
        if content is None:
            abort(404)
        return file_answer(content, MIMETYPES[kind], f"{name}-{catalog.version}.{kind}")

    @server.get("/data/<table>.csv", defaults={"language": ""})
    @server.get("/data/<language>/<table>.csv")
    def table_csv(language: str, table: str) -> Response:
        language, table = language.lower(), table.lower()
        resource = resource_of(catalog, table)
        if resource is None or language not in ("", *LANGUAGES):
            abort(404)
        content = spreadsheet_csv(catalog, resource, language) if language else package_csv(catalog, table)
        parts = [table, language, catalog.version]
        return file_answer(content, CSV, "-".join(part for part in parts if part) + ".csv")

    @server.get("/<language>/csv/<card_id>.csv", defaults={"key": ""})
    @server.get("/<language>/csv/<card_id>/<key>.csv")
    def card_csv(language: str, card_id: str, key: str) -> Response:
        query = request.query_string.decode("utf-8", "replace")
        found = card_of(catalog, language, card_id, key, query)
        if found is None:
            abort(404)
        context, card = found
        return file_answer(
            card_bytes(context, card, HXL in query.split("&")), CSV, card_filename(context, card)
        )


def card_filename(context: Context, card: Card) -> str:
    """The name of a card's file: its id, the choices that are not the page's own, the data version."""
    view = context.view
    chosen = [f"{name}-{view[name]}" for name in view.defaults if view[name] != view.defaults[name]]
    said = "_".join(part for part in (card.id, context.key, *chosen, context.catalog.version) if part)
    return "".join(c if c.isascii() and (c.isalnum() or c in "-_.") else "-" for c in said)[:120] + ".csv"


def hashtag(column: Column) -> str:
    """The HXL hashtag of a column: its own, or one made from its name in the frame."""
    name = re.sub(r"[^a-z0-9]+", "_", column.value.removesuffix("_text").lower()).strip("_")
    return column.hxl or f"#{'value' if column.numeric else 'meta'}+{name}"


def card_bytes(context: Context, card: Card, tagged: bool) -> bytes:
    """The card's table as CSV that a spreadsheet of the language opens right; every row says what it is.

    After the card's own columns stand, on each row, the card's heading, unit and year; the choices that were
    made; the source; and the data version, so that no row loses them when it is copied.

    Args:
        context: of the view.
        card: whose numbers are wanted.
        tagged: whether a second header line holds HXL hashtags.
    """
    t = context.t
    about = {
        ("download.content", "#meta+content"): f"{card.heading}. {card.subtitle}",
        ("download.choices", "#meta+filters"): "; ".join(
            f"{name}={value}" for name, value in context.view.values.items() if value
        ),
        ("download.source", "#meta+source"): card.source,
        ("download.version", "#meta+version"): context.catalog.version,
    }
    headings = [*(column.heading for column in card.columns), *(t(key) for key, _ in about)]
    tags = [*(hashtag(column) for column in card.columns), *(tag for _, tag in about)]
    rows = [
        [*(record[column.value] for column in card.columns), *about.values()]
        for record in card.rows.to_dict("records")
    ]
    return csv_bytes([headings, *([tags] if tagged else []), *rows], t.language)
