"""Files for readers: the whole package, each table, and the numbers of each card."""

import re

from flask import Flask, Response, abort, request

from dashboard.components.cards import Card
from dashboard.components.tables import Column
from dashboard.components.tools import HXL
from dashboard.i18n import LANGUAGES, Translator, translator
from dashboard.pages.registry import card_of
from dashboard.presenters.context import Context
from dashboard.presenters.plates import file_name, file_start, slug
from dashboard.presenters.reader import speech
from dashboard.presenters.sources import report_place
from dashboard.store import Catalog
from dashboard.web.corrigendum import DOCX, PDF, corrigendum_docx, corrigendum_pdf
from dashboard.web.exports import Exports
from dashboard.web.facts import codebook_csv, facts_in_words, told_csv
from dashboard.web.feed import ATOM, changes_feed
from dashboard.web.http import base_address, file_answer
from dashboard.web.longform import LONG_TABLE, asked_codes, long_records, long_resource
from dashboard.web.sdmx import SDMX_CSV, SDMX_JSON, sdmx_csv, structure_json
from dashboard.web.tables import (
    Resource,
    csv_bytes,
    exchange_csv,
    records_csv,
    spreadsheet_csv,
    table_records,
)

CSV = "text/csv"
_EXACT = "="
"""The qualifier of a number that is as it stands."""
MIMETYPES = {
    "zip": "application/zip",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def add_file_routes(server: Flask, catalog: Catalog, exports: Exports) -> None:
    """Serve `/data/...` and `/<language>/csv/<card>[/<key>].csv?<query>`."""

    _add_made_files(server, catalog)

    @server.get("/data/<name>.zip", defaults={"kind": "zip"})
    @server.get("/data/<name>.xlsx", defaults={"kind": "xlsx"})
    def whole(name: str, kind: str) -> Response:
        content = exports.content(f"{name}.{kind}")
        if content is None:
            abort(404)
        return file_answer(content, MIMETYPES[kind], package_filename(catalog, name, kind))

    @server.get("/data/<table>.csv", defaults={"language": ""})
    @server.get("/data/<language>/<table>.csv")
    def table_csv(language: str, table: str) -> Response:
        language, table = language.lower(), table.lower()
        resource = long_resource(catalog) if table == LONG_TABLE else catalog.resource(table)
        if not resource or language not in ("", *LANGUAGES):
            abort(404)
        asked, wrong = asked_codes(catalog, request.args) if table == LONG_TABLE else ({}, [])
        if wrong:
            return Response("; ".join(wrong), 400, mimetype="text/plain")
        content = long_csv(catalog, asked, language) if table == LONG_TABLE else own_csv(resource, language)
        return file_answer(content, CSV, table_filename(catalog, resource, language))

    def own_csv(resource: Resource, language: str) -> bytes:
        table = resource["name"]
        if not language:
            return told_csv(catalog, table)
        facts = facts_in_words(catalog, table, translator(language))
        return spreadsheet_csv(resource, table_records(catalog, table), language, facts)

    @server.get("/<language>/csv/<card_id>.csv", defaults={"key": ""})
    @server.get("/<language>/csv/<card_id>/<key>.csv")
    def card_csv(language: str, card_id: str, key: str) -> Response:
        query = request.query_string.decode("utf-8", "replace")
        found = card_of(catalog, language, card_id, key, query)
        if found is None:
            abort(404)
        context, card = found
        tagged = HXL in query.split("&")
        ending = "hxl.csv" if tagged else "csv"
        return file_answer(card_bytes(context, card, tagged), CSV, file_name(context, card, ending))


def long_csv(catalog: Catalog, asked: dict[str, str], language: str) -> bytes:
    """The rows of the long table that are asked for; without a language for programs."""
    resource, rows = long_resource(catalog), long_records(catalog, asked)
    if language:
        return spreadsheet_csv(resource, rows, language)
    return records_csv([field["name"] for field in resource["schema"]["fields"]], rows)


def _add_made_files(server: Flask, catalog: Catalog) -> None:
    """Serve what is made when somebody asks: codebook, corrigendum, news, SDMX and its structure."""

    @server.get("/data/codebook.csv")
    def codebook() -> Response:
        return file_answer(codebook_csv(catalog), CSV, package_filename(catalog, "codebook", "csv"))

    @server.get("/data/corrigendum-<language>.<any(docx, pdf):ending>")
    def corrigendum(language: str, ending: str) -> Response:
        if language not in LANGUAGES:
            abort(404)
        start = file_start(catalog, speech(catalog, language))
        name = f"{start}-{catalog.year}_corrigendum_{language}.{ending}"
        if ending == "pdf":
            return file_answer(corrigendum_pdf(catalog, language), PDF, name)
        return file_answer(corrigendum_docx(catalog, language), DOCX, name)

    @server.get("/data/changes-<language>.atom")
    def changes(language: str) -> Response:
        if language not in LANGUAGES:
            abort(404)
        return file_answer(changes_feed(catalog, language, base_address(catalog.public_address)), ATOM)

    @server.get("/data/sdmx.csv")
    def sdmx() -> Response:
        return file_answer(sdmx_csv(catalog), SDMX_CSV, package_filename(catalog, "sdmx", "csv"))

    @server.get("/data/sdmx-structure.json")
    def structure() -> Response:
        return file_answer(structure_json(catalog), SDMX_JSON, package_filename(catalog, "sdmx", "json"))


def table_filename(catalog: Catalog, resource: Resource, language: str) -> str:
    """`onu-mali-2021_table-chiffres-des-resultats_fr.csv`, so that no chart's file has the same name.

    The file for programs keeps the table's own name.
    """
    if not language:
        return f"{catalog.package['name']}-{catalog.year}_{resource['name']}.csv"
    t = speech(catalog, language)
    return f"{file_start(catalog, t)}-{catalog.year}_table-{slug(t.bare(resource, 'title'))}_{language}.csv"


def package_filename(catalog: Catalog, name: str, kind: str) -> str:
    """`mali-results-fr.xlsx` -> `onu-mali-2021_classeur_fr.xlsx`; the archive by its own name."""
    language, start = name.rsplit("-", 1)[-1], f"{catalog.package['name']}-{catalog.year}"
    if language not in LANGUAGES:
        return f"{start}_{catalog.version if name == catalog.package['name'] else name}.{kind}"
    t = speech(catalog, language)
    return f"{file_start(catalog, t)}-{catalog.year}_{slug(t('file.workbook'))}_{language}.{kind}"


def hashtag(column: Column) -> str:
    """The HXL hashtag of a column: its own, or one made from its name in the frame."""
    name = re.sub(r"[^a-z0-9]+", "_", column.value.removesuffix("_text").lower()).strip("_")
    return column.hxl or f"#{'value' if column.numeric else 'meta'}+{name}"


def heading_of(column: Column, t: Translator) -> str:
    """The heading of a column in a file: `Budget (USD)`, `Personnes (calculé)`."""
    computed = t("download.computed") if column.computed else ""
    known = computed and computed in column.heading.casefold()
    unit = "" if column.unit == column.heading.casefold() else column.unit
    behind = ", ".join(filter(None, (unit, "" if known else computed)))
    return f"{column.heading} ({behind})" if behind else column.heading


def card_bytes(context: Context, card: Card, tagged: bool) -> bytes:
    """The card's table as CSV; every row says what it is.

    After the card's own columns stand, on each row: what `FACTS` names of its numbers, the card's heading,
    the choices that were made and the data version, so that no row loses them when it is copied.

    Args:
        context: of the view.
        card: whose numbers are wanted.
        tagged: whether a second header line holds HXL hashtags. Programs read such a file: it has commas and
            points in every language. Without, it opens right in a spreadsheet of the language.
    """
    t = context.t
    told = {column.fact for column in card.columns}
    facts = {fact: text for fact, text in _facts(context, card).items() if fact not in told}
    about = {
        "content": f"{card.heading}. {card.subtitle}",
        "choices": "; ".join(
            f"{name}={value}"
            for name, value in context.view.values.items()
            if value and (name != "year" or name in context.view.moving)
        ),
        "version": context.catalog.version,
    }
    headings = [*(heading_of(column, t) for column in card.columns)]
    headings += [t(f"download.{key}") for key in (*facts, *about)]
    tags = [*(hashtag(column) for column in card.columns), *(f"#meta+{key}" for key in (*facts, *about))]
    rows = [
        [
            *(record[column.value] for column in card.columns),
            *(record.get(f"said_{fact}", text) for fact, text in facts.items()),
            *about.values(),
        ]
        for record in card.rows.to_dict("records")
    ]
    return exchange_csv([headings, tags, *rows]) if tagged else csv_bytes([headings, *rows], t.language)


def _facts(context: Context, card: Card) -> dict[str, str]:
    """What `FACTS` says of a row that does not say it itself."""
    t, numeric = context.t, [column for column in card.columns if column.numeric]
    kinds = {"download.computed" if column.computed else "download.printed" for column in numeric}
    return {
        "unit": ", ".join(dict.fromkeys(column.unit for column in numeric if column.unit)),
        "qualifier": context.term("qualifier", _EXACT),
        "kind": ", ".join(t(kind) for kind in sorted(kinds, reverse=True)),
        "source": card.source,
        "licence": report_place(context, "", context.year).licence,
    }
