"""Files for readers: the numbers of each card as CSV."""

import csv
import io

from flask import Flask, Response, abort, request

from dashboard.components.cards import Card
from dashboard.pages.registry import card_of
from dashboard.store import Catalog

BYTE_ORDER_MARK = "\ufeff"
"""Tells Excel that a CSV file is UTF-8."""

DELIMITER = {"fr": ";"}
DECIMAL = {"fr": ","}


def add_file_routes(server: Flask, catalog: Catalog) -> None:
    """Serve `/<language>/csv/<card>[/<key>].csv?<query>`."""

    @server.get("/<language>/csv/<card_id>.csv", defaults={"key": ""})
    @server.get("/<language>/csv/<card_id>/<key>.csv")
    def card_csv(language: str, card_id: str, key: str) -> Response:
        query = request.query_string.decode("utf-8", "replace")
        card = card_of(catalog, language, card_id, key, query)
        if card is None:
            abort(404)
        response = Response(csv_text(card, language), mimetype="text/csv")
        response.headers["Content-Disposition"] = f'attachment; filename="{card_id}.csv"'
        return response


def csv_text(card: Card, language: str) -> str:
    """The card's table as a CSV file that a spreadsheet of that language opens right."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=DELIMITER.get(language, ","))
    writer.writerow([column.heading for column in card.columns])
    for record in card.rows.to_dict("records"):
        writer.writerow([_cell(record[column.value], language) for column in card.columns])
    return BYTE_ORDER_MARK + text.getvalue()


def _cell(value: object, language: str) -> str:
    if isinstance(value, float):
        return "" if value != value else f"{value:.10g}".replace(".", DECIMAL.get(language, "."))
    return str(value)
