"""JSON for programs, at addresses that stay: `/api/v1/...`."""

import json
import re
from dataclasses import fields
from typing import Any

import pandas as pd
from flask import Flask, Response, request

from dashboard.analysis.results import Filters
from dashboard.components.passports import Passport
from dashboard.domain.figure_ids import observation_id, result_id, short_address
from dashboard.domain.view import Choice
from dashboard.i18n import LANGUAGES, translator
from dashboard.pages.registry import PAGES, known_key
from dashboard.presenters.passports import citation, passport_of
from dashboard.presenters.reader import Reader, speech
from dashboard.presenters.results.filters import filter_choices
from dashboard.presenters.results.items import chosen_results
from dashboard.presenters.results.paging import MOST_ON_A_PAGE
from dashboard.store import Catalog
from dashboard.store.catalog import records
from dashboard.store.derived import derived
from dashboard.web.facts import licence_of, told_records
from dashboard.web.http import compact_json, file_answer
from dashboard.web.longform import asked_codes, long_records
from dashboard.web.openapi import PAGE_ASKED, description
from dashboard.web.tables import Record

_ROOT = "/api/v1"
_EXACT = "="
JSON = "application/json"
_FILTERS = tuple(field.name for field in fields(Filters))


def add_api_routes(server: Flask, catalog: Catalog) -> None:
    """Serve the tables, figures, results and places as JSON, with their description; errors are JSON too."""

    @server.get(f"{_ROOT}/openapi.json")
    def openapi() -> Response:
        return file_answer(compact_json(description(catalog, filter_choices(catalog))), JSON)

    @server.get(f"{_ROOT}/tables.json")
    def tables() -> Response:
        return _answer(catalog, {"tables": [_summary(catalog, r) for r in catalog.package["resources"]]})

    @server.get(f"{_ROOT}/tables/<table>.json")
    def table(table: str) -> Response:
        table = table.lower()
        if not catalog.resource(table):
            return problem(404, f"no table {table}")
        return file_answer(_table_body(catalog, table), JSON)

    @server.get(f"{_ROOT}/figures/<figure_id>.json")
    def figure(figure_id: str) -> Response:
        found = figure_record(catalog, known_key(catalog, PAGES["figure"], figure_id) or figure_id)
        return problem(404, f"no figure {figure_id}") if found is None else _answer(catalog, found)

    @server.get(f"{_ROOT}/results.json")
    def results() -> Response:
        unknown = _unknown_filters(catalog)
        if unknown:
            return problem(400, "; ".join(unknown))
        rows = result_records(catalog, _asked(catalog))
        return _answer(catalog, {"licence": licence_of(rows), "count": len(rows), "results": _of_page(rows)})

    @server.get(f"{_ROOT}/data.json")
    def data() -> Response:
        asked, wrong = asked_codes(catalog, request.args)
        if wrong:
            return problem(400, "; ".join(wrong))
        rows = long_records(catalog, asked)
        return _answer(catalog, {"licence": licence_of(rows), "count": len(rows), "rows": rows})

    @server.get(f"{_ROOT}/places.json")
    def places() -> Response:
        return _answer(catalog, {"places": place_records(catalog)})

    @server.get("/api/<path:rest>")
    def nothing(rest: str) -> Response:
        return problem(404, f"no address /api/{rest}; see {_ROOT}/openapi.json")


def problem(status: int, detail: str) -> Response:
    """An error for programs: JSON with the status and what is wrong."""
    response = Response(json.dumps({"status": status, "detail": detail}), status, mimetype=JSON)
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response


def _answer(catalog: Catalog, content: Record) -> Response:
    return file_answer(_body(catalog, content), JSON)


def _body(catalog: Catalog, content: Record) -> bytes:
    return compact_json(
        {"version": catalog.version, "licence": catalog.package["licenses"][0]["name"], **content}
    )


@derived()
def _table_body(catalog: Catalog, table: str) -> bytes:
    """A table as JSON, made at the first wish and kept."""
    summary, rows = _summary(catalog, catalog.resource(table)), told_records(catalog, table)
    return _body(catalog, {**summary, "licence": licence_of(rows), "rows": rows})


def _summary(catalog: Catalog, resource: dict[str, Any]) -> Record:
    name = resource["name"]
    return {
        "table": name,
        **{
            f"{text}_{language}": translator(language).of(resource, text)
            for text in ("title", "description")
            for language in LANGUAGES
        },
        "count": len(catalog[name]),
        "json": f"{_ROOT}/tables/{name}.json",
        "csv": f"/data/{name}.csv",
    }


def figure_record(catalog: Catalog, figure_id: str) -> Record | None:
    """A figure's passport as a record, texts in every language; None where there is no such figure."""
    found = {
        language: passport_of(Reader(catalog, speech(catalog, language)), figure_id) for language in LANGUAGES
    }
    passports = {language: passport for language, passport in found.items() if passport}
    if not passports:
        return None
    one = next(iter(passports.values()))
    return {
        "id": one.id,
        "value": one.number,
        "qualifier": _reserves(catalog).get(one.id, _EXACT),
        "licence": one.place.terms,
        "origin": one.origin,
        **{
            key: {lang: getattr(p, key) for lang, p in passports.items()}
            for key in ("name", "unit", "definition")
        },
        "text": {language: passport.value for language, passport in passports.items()},
        "place": {language: passport.place.ref for language, passport in passports.items()},
        "source": {
            **{
                key: {lang: getattr(p.place, key) for lang, p in passports.items()}
                for key in ("attribution", "publisher", "licence")
            },
            "url": one.place.url,
        },
        "computation": {language: _computation(passport) for language, passport in passports.items()},
        "findings": [finding.id for finding in one.findings],
        "citation": {
            language: citation(Reader(catalog, speech(catalog, language)), passport)
            for language, passport in passports.items()
        },
        "address": short_address(figure_id),
    }


@derived()
def _reserves(catalog: Catalog) -> dict[str, str]:
    """The qualifier of each figure that is not exact, by its id; a result has that of its headline."""
    found = {}
    for row in records(catalog["observations"]):
        found[observation_id(row["observation_id"])] = row["qualifier"]
    for row in records(catalog["result_figures"]):
        found[result_id(row["result_id"], int(row["seq"]))] = row["qualifier"]
        if row["headline"]:
            found[result_id(row["result_id"])] = row["qualifier"]
    return {figure: qualifier for figure, qualifier in found.items() if qualifier not in ("", _EXACT)}


def _computation(passport: Passport) -> Record | None:
    made = passport.computation
    if made is None:
        return None
    return {"formula": made.formula, "figures": [{"name": a.name, "value": a.value} for a in made.addends]}


def _asked(catalog: Catalog) -> Record:
    """The filters of the query, codes as the tables write them; None where one does not exist."""
    choices = {**filter_choices(catalog), "text": Choice("text")}
    given = {name: [text for text in request.args.getlist(name) if text.strip()] for name in _FILTERS}
    return {name: _meant(choices[name], texts) for name, texts in given.items() if texts}


def _meant(choice: Choice, texts: list[str]) -> str | None:
    """The value of a filter, `a,b` for several where it takes them; None where not all of it can hold."""
    items = ",".join(texts).split(",") if choice.many else texts
    meant = [choice.meant(item.strip()) for item in items if item.strip()]
    known = list(dict.fromkeys(item for item in meant if item is not None))
    return ",".join(known) if len(known) == 1 or (choice.many and None not in meant) else None


def _unknown_filters(catalog: Catalog) -> list[str]:
    """What is wrong with the query, in words; nothing when all is well."""
    wrong = [f"unknown parameter {name}" for name in request.args if name not in (*_FILTERS, PAGE_ASKED)]
    if not re.fullmatch(r"[1-9]\d{0,5}", request.args.get(PAGE_ASKED, "1")):
        wrong.append(f"{PAGE_ASKED}={request.args[PAGE_ASKED]} is no page")
    lost = [name for name, value in _asked(catalog).items() if value is None]
    return [*wrong, *(f"{name}={','.join(request.args.getlist(name))} does not exist" for name in lost)]


def _of_page(rows: list[Record]) -> list[Record]:
    """The rows of the page that was asked for; all where none was."""
    if PAGE_ASKED not in request.args:
        return rows
    start = (int(request.args[PAGE_ASKED]) - 1) * MOST_ON_A_PAGE
    return rows[start : start + MOST_ON_A_PAGE]


def result_records(catalog: Catalog, asked: Record) -> list[Record]:
    """The results that pass the filters, each with its figures, places and agencies."""
    filters = Filters(int(asked.get("year", catalog.year)), **{k: v for k, v in asked.items() if k != "year"})
    kept = set(chosen_results(catalog, filters)["result_id"])
    figures = _grouped(catalog, "result_figures", "result_id")
    places = catalog["result_places"].groupby("result_id")["place_id"].agg(list)
    agencies = catalog["output_agencies"].groupby(["year", "output_id"])["agency_id"].agg(list)
    return [
        {
            **record,
            "figures": figures.get(record["result_id"], []),
            "places": places.get(record["result_id"], []),
            "agencies": agencies.get((record["year"], record["output_id"]), []),
            "passport": short_address(result_id(record["result_id"])),
        }
        for record in told_records(catalog, "results")
        if record["result_id"] in kept
    ]


def _grouped(catalog: Catalog, table: str, key: str) -> dict[str, list[Record]]:
    grouped: dict[str, list[Record]] = {}
    for record in told_records(catalog, table):
        grouped.setdefault(record.pop(key), []).append(record)
    return grouped


def place_records(catalog: Catalog) -> list[Record]:
    """Places with their codes, and how many results of the newest report name each."""
    of_year = catalog["results"].loc[catalog["results"]["year"] == catalog.year, "result_id"]
    named: pd.DataFrame = catalog["result_places"]
    counts = named[named["result_id"].isin(of_year)].groupby("place_id").size()
    return [
        {**record, "results_naming_it": int(counts.get(record["place_id"], 0))}
        for record in told_records(catalog, "places")
    ]
