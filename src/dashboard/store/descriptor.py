"""The description of the tables, `datapackage.json`, and what the pages need of it."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dashboard.domain.errors import Problem

Package = dict[str, Any]

_NAME = "datapackage.json"
_TYPES = ("string", "integer", "number", "year", "boolean")

_TABLES = (
    "sources", "axes", "outcomes", "outputs", "agencies", "output_agencies", "results",
    "result_figures", "result_themes", "places", "communes", "food_insecurity", "result_places",
    "indicators", "observations", "breaks", "comparisons", "finance_agencies", "finance_axes",
    "finance_totals", "findings", "challenges", "priorities", "partners", "acronyms", "terms",
    "questions", "synonyms", "silences", "glossary",
)  # fmt: skip
"""Tables that the pages open; each must be described, most may be empty."""

NEVER_EMPTY = (
    "sources", "axes", "outcomes", "outputs", "agencies", "places", "indicators", "observations",
    "finance_agencies", "finance_axes", "finance_totals", "terms",
)  # fmt: skip
"""Tables without which there is nothing to show."""

_TEXTS = ("name", "title", "description", "version")
_COUNTRY = ("iso3", "division_fr")
SIDES = ("west", "south", "east", "north")
"""The corners of the map, in degrees."""


def read_package(folder: Path) -> tuple[Package, list[Problem]]:
    """The description of a package and what is wrong with it; empty where it can't be read."""
    path = folder / _NAME
    if not folder.is_dir():
        return {}, [Problem(folder.name, 0, "", "", "no_folder")]
    if not path.is_file():
        return {}, [Problem(_NAME, 0, "", "", "descriptor_missing", (("folder", folder.name),))]
    try:
        package = json.loads(path.read_bytes().decode("utf-8-sig"))
    except UnicodeDecodeError:
        return {}, [Problem(_NAME, 0, "", "", "not_utf8", (("encoding", "Windows-1252"),))]
    except json.JSONDecodeError as fault:
        return {}, [Problem(_NAME, fault.lineno, "", "", "descriptor_broken")]
    return package, list(_problems(package))


def _problems(package: Any) -> Iterator[Problem]:
    if not isinstance(package, dict) or not isinstance(package.get("resources"), list):
        yield _lacks("resources")
        return
    yield from (_lacks(name) for name in _TEXTS if not package.get(name))
    yield from _licence_problems(package.get("licenses"))
    yield from _country_problems(package.get("country"))
    resources = package["resources"]
    names = [resource.get("name", "") for resource in resources if isinstance(resource, dict)]
    yield from (Problem(_NAME, 0, "", name, "table_not_described") for name in _TABLES if name not in names)
    for number, resource in enumerate(resources, 1):
        yield from _resource_problems(resource, str(number), names)


def _lacks(name: str, value: object = "") -> Problem:
    return Problem(_NAME, 0, name, str(value), "descriptor_lacks")


def _licence_problems(licences: Any) -> Iterator[Problem]:
    first = licences[0] if isinstance(licences, list) and licences else None
    if not isinstance(first, dict):
        yield _lacks("licenses")
    else:
        yield from (_lacks(f"licenses › {name}") for name in ("name", "title", "path") if not first.get(name))


def _country_problems(country: Any) -> Iterator[Problem]:
    if not isinstance(country, dict):
        yield _lacks("country")
        return
    yield from (_lacks(f"country › {name}") for name in _COUNTRY if not country.get(name))
    sides = [country.get(side) for side in SIDES]
    numbers = [side for side in sides if isinstance(side, int | float) and not isinstance(side, bool)]
    if len(numbers) < len(SIDES):
        yield _lacks("country › west, south, east, north")
    elif not (numbers[0] < numbers[2] and numbers[1] < numbers[3]):
        yield Problem(_NAME, 0, "country › west, south, east, north", str(numbers)[1:-1], "map_corners")


def _resource_problems(resource: Any, number: str, names: list[str]) -> Iterator[Problem]:
    if not isinstance(resource, dict) or not resource.get("name"):
        yield _lacks(f"resources › {number} › name")
        return
    place = f"resources › {resource['name']}"
    if not resource.get("path") or not isinstance(resource["path"], str) or ".." in resource["path"]:
        yield _lacks(f"{place} › path", resource.get("path", ""))
    if not any(str(resource.get(key, "")) for key in ("title", "title_fr")):
        yield _lacks(f"{place} › title")
    schema = resource.get("schema")
    fields = schema.get("fields") if isinstance(schema, dict) else None
    if not isinstance(fields, list) or not fields:
        yield _lacks(f"{place} › schema › fields")
        return
    assert isinstance(schema, dict)
    yield from _field_problems(fields, place)
    columns = {field.get("name") for field in fields if isinstance(field, dict)}
    yield from _reference_problems(schema, place, columns, names)


def _field_problems(fields: list[Any], place: str) -> Iterator[Problem]:
    for number, field in enumerate(fields, 1):
        if not isinstance(field, dict) or not field.get("name"):
            yield _lacks(f"{place} › fields › {number} › name")
        elif field.get("type") not in _TYPES:
            yield _lacks(f"{place} › {field['name']} › type", field.get("type", ""))


def _reference_problems(
    schema: dict[str, Any], place: str, columns: set[Any], names: list[str]
) -> Iterator[Problem]:
    key = schema.get("primaryKey") or []
    for column in [key] if isinstance(key, str) else key:
        if column not in columns:
            yield _lacks(f"{place} › primaryKey", column)
    for reference in schema.get("foreignKeys", []):
        parent = reference.get("reference", {}).get("resource", "")
        if parent and parent not in names:
            yield _lacks(f"{place} › foreignKeys", parent)
