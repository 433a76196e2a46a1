"""The OpenAPI 3.1 description of the JSON addresses, made from `datapackage.json`."""

from collections.abc import Mapping
from typing import Any

from dashboard.domain.view import Choice
from dashboard.i18n import LANGUAGES, translator
from dashboard.presenters.results.paging import MOST_ON_A_PAGE
from dashboard.store import Catalog
from dashboard.web.facts import described
from dashboard.web.longform import LONG_TABLE, filter_codes

Schema = dict[str, Any]

_TYPES = {"integer": "integer", "year": "integer", "number": "number", "boolean": "boolean"}
_TEXTS: Schema = {"type": "object", "additionalProperties": {"type": "string"}}
_SOURCE: Schema = {
    "type": "object",
    "properties": {"attribution": _TEXTS, "publisher": _TEXTS, "licence": _TEXTS, "url": {"type": "string"}},
    "required": ["attribution", "publisher", "licence", "url"],
}


PAGE_ASKED = "page"
"""What a program asks a page of results by."""


def description(catalog: Catalog, choices: Mapping[str, Choice]) -> Schema:
    """Every address, its parameters and the shape of its answers; a new table describes itself.

    Args:
        catalog: the data.
        choices: the filters of the results by name, each with the values that it takes.
    """
    package = catalog.package
    return {
        "openapi": "3.1.0",
        "info": {
            "title": package["title"],
            "description": package["description"],
            "version": package["version"],
            "license": {"name": package["licenses"][0]["title"], "url": package["licenses"][0]["path"]},
        },
        "servers": [{"url": "/api/v1"}],
        "x-data-version": catalog.version,
        "paths": {
            "/openapi.json": _get("This description.", {"type": "object"}),
            "/tables.json": _get(
                "The tables, with titles, sizes and addresses.", _body(tables=_list("Table"))
            ),
            **{f"/tables/{r['name']}.json": _table_path(r) for r in package["resources"]},
            "/figures/{id}.json": _figure_path(),
            "/results.json": _results_path(choices),
            "/data.json": _data_path(catalog),
            "/places.json": _get(
                "Places of both levels and localities, with P-codes.",
                _body(places=_list("places")),
            ),
        },
        "components": {"schemas": _schemas(catalog)},
    }


def row_schema(resource: Schema) -> Schema:
    """The JSON Schema of a row of a table, from its fields and constraints."""
    fields = resource["schema"]["fields"]
    return {
        "type": "object",
        "description": resource["description"],
        "properties": {field["name"]: _field(field) for field in fields},
        "required": [field["name"] for field in fields],
    }


def _field(field: Schema) -> Schema:
    constraints = field.get("constraints", {})
    required = constraints.get("required", False)
    kind = _TYPES.get(field["type"], "string")
    schema: Schema = {"type": kind if required else [kind, "null"], "title": _title(field)}
    if "description" in field:
        schema["description"] = field["description"]
    if "enum" in constraints:
        schema["enum"] = [*constraints["enum"], *([] if required else [None])]
    if "pattern" in constraints:
        schema["pattern"] = f"^(?:{constraints['pattern']})$"
    for name in ("minimum", "maximum"):
        if name in constraints:
            schema[name] = constraints[name]
    return schema


def _title(field: Schema) -> str:
    """The heading of a column in every language."""
    return " · ".join(dict.fromkeys(translator(language).of(field, "title") for language in LANGUAGES))


def _schemas(catalog: Catalog) -> Schema:
    number = {"type": ["number", "null"]}
    return {
        **{resource["name"]: row_schema(resource) for resource in described(catalog)},
        "Table": _object(table={"type": "string"}, count={"type": "integer"}),
        "Figure": {
            "type": "object",
            "properties": {
                "id": {"type": "string"}, "value": number, "qualifier": {"type": "string"},
                "origin": {"enum": ["printed", "computed"]},
                "name": _TEXTS, "text": _TEXTS, "unit": _TEXTS, "definition": _TEXTS, "place": _TEXTS,
                "source": _SOURCE, "computation": {"type": "object"}, "citation": _TEXTS,
                "findings": {"type": "array", "items": {"type": "string"}}, "address": {"type": "string"},
            },
            "required": ["id", "value", "qualifier", "name", "text"],
        },
        "Problem": {
            "type": "object",
            "properties": {"status": {"type": "integer"}, "detail": {"type": "string"}},
            "required": ["status", "detail"],
        },
    }  # fmt: skip


def _table_path(resource: Schema) -> Schema:
    return _get(resource["description"], _body(rows=_list(resource["name"]), count={"type": "integer"}))


def _figure_path() -> Schema:
    parameter = {"name": "id", "in": "path", "required": True, "schema": {"type": "string"},
                 "description": "The last part of a figure's short address /f/<id>."}  # fmt: skip
    body = {"allOf": [{"$ref": "#/components/schemas/Figure"}, _body()]}
    return _get(
        "One figure: value, meaning, place in the source, computation, citation.", body, [parameter], 404
    )


def _data_path(catalog: Catalog) -> Schema:
    parameters = [
        {"name": name, "in": "query", "schema": {"type": "string", "enum": codes}}
        for name, codes in filter_codes(catalog).items()
    ]
    body = _body(count={"type": "integer"}, rows=_list(LONG_TABLE))
    summary = (
        "Every number of the tables in one form, by filters; as CSV with the same filters at /data/long.csv."
    )
    return _get(summary, body, parameters, 400)


def _results_path(choices: Mapping[str, Choice]) -> Schema:
    text = {"name": "text", "in": "query", "schema": {"type": "string"},
            "description": "Words in the summaries."}  # fmt: skip
    page = {"name": PAGE_ASKED, "in": "query", "schema": {"type": "integer", "minimum": 1},
            "description": f"One page of {MOST_ON_A_PAGE} results; all without it."}  # fmt: skip
    parameters = [*(_filter(choice) for choice in choices.values()), text, page]
    body = _body(count={"type": "integer"}, results=_list("results"))
    return _get("Results that pass all filters, with figures, places and agencies.", body, parameters, 400)


def _filter(choice: Choice) -> Schema:
    """A filter by codes; one that takes several is met by a result that has any of them."""
    code: Schema = {"type": "string", "enum": list(choice.allowed or ())}
    if not choice.many:
        return {"name": choice.name, "in": "query", "schema": code}
    return {
        "name": choice.name,
        "in": "query",
        "schema": {"type": "array", "items": code},
        "style": "form",
        "explode": True,
        "description": f"Any of these: {choice.name}=a&{choice.name}=b, or {choice.name}=a,b.",
    }


def _list(name: str) -> Schema:
    return {"type": "array", "items": {"$ref": f"#/components/schemas/{name}"}}


def _body(**parts: Schema) -> Schema:
    return _object(version={"type": "string"}, licence={"type": "string"}, **parts)


def _object(**parts: Schema) -> Schema:
    return {"type": "object", "properties": parts, "required": list(parts)}


def _get(summary: str, body: Schema, parameters: list[Schema] | None = None, error: int = 0) -> Schema:
    def content(schema: Schema) -> Schema:
        return {"application/json": {"schema": schema}}

    responses: Schema = {"200": {"description": summary, "content": content(body)}}
    if error:
        problem = {"$ref": "#/components/schemas/Problem"}
        responses[str(error)] = {"description": "What is wrong.", "content": content(problem)}
    operation: Schema = {"summary": summary, "responses": responses}
    if parameters:
        operation["parameters"] = parameters
    return {"get": operation}
