"""The description of the tables, `datapackage.json`, and what the pages need of it."""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from dashboard.domain.errors import Problem
from dashboard.settings import DESCRIPTOR
from dashboard.store.naming import Package, descriptor_lacks, is_text, naming_problems
from dashboard.store.rate_rules import money_faults

Tables = dict[str, list[Any]]
"""Names of columns by table."""

_TYPES = ("string", "integer", "number", "year", "boolean")

_TABLES = (
    "sources", "reports", "axes", "outcomes", "outputs", "agencies", "output_agencies", "results",
    "result_figures", "result_themes", "places", "communes", "food_insecurity", "result_places",
    "indicators", "observations", "breaks", "comparisons", "finance_agencies", "finance_axes",
    "finance_totals", "findings", "challenges", "priorities", "partners", "acronyms", "terms",
    "questions", "decks", "synonyms", "silences", "glossary",
)  # fmt: skip
"""Tables that the pages open; each must be described, most may be empty."""

NEVER_EMPTY = (
    "sources", "reports", "axes", "outcomes", "outputs", "agencies", "places", "indicators", "observations",
    "finance_agencies", "finance_axes", "finance_totals", "terms",
)  # fmt: skip
"""Tables without which there is nothing to show."""

_WORDS = ("title", "description", "file", "division", "attribution", "licence")
"""How the names of entries begin that readers read."""

_KINDS: Mapping[str, Any] = {
    "required": bool, "unique": bool, "minimum": int | float, "maximum": int | float,
    "minLength": int, "maxLength": int,
}  # fmt: skip
"""Rules for cells -> the type of what they ask."""

_BORDERS = {"source_id": str, "carriers": list, "later": dict, "hosts": list}
"""Entries of the borders -> their type."""

_TEXTS = ("name", "title", "description", "version")
_COUNTRY = ("iso3", "division_fr")
SIDES = ("west", "south", "east", "north")
"""The corners of the map, in degrees."""


def read_package(folder: Path) -> tuple[Package, list[Problem]]:
    """The description of a package and what is wrong with it; empty where it can't be read."""
    path = folder / DESCRIPTOR
    if not folder.is_dir():
        return {}, [Problem(folder.name, 0, "", "", "no_folder")]
    if not path.is_file():
        return {}, [Problem(DESCRIPTOR, 0, "", "", "descriptor_missing", (("folder", folder.name),))]
    try:
        package = json.loads(path.read_bytes().decode("utf-8-sig"))
    except UnicodeDecodeError:
        return {}, [Problem(DESCRIPTOR, 0, "", "", "not_utf8", (("encoding", "Windows-1252"),))]
    except json.JSONDecodeError as fault:
        return {}, [Problem(DESCRIPTOR, fault.lineno, "", "", "descriptor_broken")]
    return package, list(_problems(package))


def _problems(package: Any) -> Iterator[Problem]:
    if not isinstance(package, dict) or not isinstance(package.get("resources"), list):
        yield descriptor_lacks("resources")
        return
    yield from (
        descriptor_lacks(name, package.get(name)) for name in _TEXTS if not is_text(package.get(name))
    )
    yield from _strange_texts(package, "")
    yield from _licence_problems(package.get("licenses"))
    yield from _country_problems(package.get("country"))
    yield from naming_problems(package)
    yield from _borders_problems(package.get("borders", {}))
    yield from (descriptor_lacks(*fault) for fault in money_faults(package.get("local_money", {})))
    yield from _phrase_problems(package.get("phrases", {}))
    resources = package["resources"]
    names = [resource.get("name", "") for resource in resources if isinstance(resource, dict)]
    yield from (
        Problem(DESCRIPTOR, 0, "", name, "table_not_described") for name in _TABLES if name not in names
    )
    tables = {str(resource.get("name")): _columns(resource) for resource in resources if _columns(resource)}
    for number, resource in enumerate(resources, 1):
        yield from _resource_problems(resource, str(number), tables)
    doubles = {name for name in names if is_text(name) and names.count(name) > 1}
    yield from (descriptor_lacks("resources › name", name) for name in sorted(doubles))


def _phrase_problems(phrases: Any) -> Iterator[Problem]:
    """Words of other languages are lists of texts by the code of the language."""
    if not isinstance(phrases, dict):
        yield descriptor_lacks("phrases", phrases)
        return
    for code, said in phrases.items():
        texts: list[Any] = said if isinstance(said, list) else [None]
        if not re.fullmatch("[a-z]{2,3}", code) or not all(is_text(text) and text.strip() for text in texts):
            yield descriptor_lacks(f"phrases › {code}", said)


def _columns(resource: Any) -> list[Any]:
    """The names of a table's columns; none where its description is not whole."""
    schema = resource.get("schema") if isinstance(resource, dict) else None
    fields = schema.get("fields") if isinstance(schema, dict) else None
    listed = fields if isinstance(fields, list) else []
    return [field.get("name") for field in listed if isinstance(field, dict)]


def _strange_texts(node: dict[str, Any], place: str) -> Iterator[Problem]:
    """Titles and descriptions that are there, in whichever language, and are no text."""
    for name, value in node.items():
        if name.partition("_")[0] in _WORDS and not isinstance(value, str):
            yield descriptor_lacks(f"{place}{name}", value)


def _licence_problems(licences: Any) -> Iterator[Problem]:
    first = licences[0] if isinstance(licences, list) and licences else None
    if not isinstance(first, dict):
        yield descriptor_lacks("licenses", licences)
        return
    for name in ("name", "title", "path"):
        if not is_text(first.get(name)):
            yield descriptor_lacks(f"licenses › {name}", first.get(name))


def _country_problems(country: Any) -> Iterator[Problem]:
    if not isinstance(country, dict):
        yield descriptor_lacks("country", country)
        return
    yield from (descriptor_lacks(f"country › {name}") for name in _COUNTRY if not is_text(country.get(name)))
    yield from _strange_texts(country, "country › ")
    sides = [country.get(side) for side in SIDES]
    numbers = [side for side in sides if isinstance(side, int | float) and not isinstance(side, bool)]
    if len(numbers) < len(SIDES):
        yield descriptor_lacks("country › west, south, east, north")
    elif not (numbers[0] < numbers[2] and numbers[1] < numbers[3]):
        yield Problem(DESCRIPTOR, 0, "country › west, south, east, north", str(numbers)[1:-1], "map_corners")


def _borders_problems(borders: Any) -> Iterator[Problem]:
    """What is said of official borders may be missing; it may not be something else."""
    if not isinstance(borders, dict):
        yield descriptor_lacks("borders", borders)
        return
    yield from _strange_texts(borders, "borders › ")
    for name, kind in _BORDERS.items():
        if name in borders and not isinstance(borders[name], kind):
            yield descriptor_lacks(f"borders › {name}", borders[name])
    carriers = borders.get("carriers", [])
    if isinstance(carriers, list) and not all(isinstance(carrier, dict) for carrier in carriers):
        yield descriptor_lacks("borders › carriers", carriers)


def _resource_problems(resource: Any, number: str, tables: Tables) -> Iterator[Problem]:
    if not isinstance(resource, dict) or not is_text(resource.get("name")):
        yield descriptor_lacks(f"resources › {number} › name")
        return
    place = f"resources › {resource['name']}"
    if not is_text(resource.get("path")) or ".." in resource["path"]:
        yield descriptor_lacks(f"{place} › path", resource.get("path", ""))
    if not any(str(resource.get(key, "")) for key in ("title", "title_fr")):
        yield descriptor_lacks(f"{place} › title")
    yield from _strange_texts(resource, f"{place} › ")
    schema = resource.get("schema")
    fields = schema.get("fields") if isinstance(schema, dict) else None
    if not isinstance(schema, dict) or not isinstance(fields, list) or not fields:
        yield descriptor_lacks(f"{place} › schema › fields")
        return
    yield from _field_problems(fields, place)
    yield from _reference_problems(schema, place, _columns(resource), tables)


def _field_problems(fields: list[Any], place: str) -> Iterator[Problem]:
    for number, field in enumerate(fields, 1):
        if not isinstance(field, dict) or not is_text(field.get("name")):
            yield descriptor_lacks(f"{place} › fields › {number} › name")
            continue
        own = f"{place} › {field['name']} › "
        if field.get("type") not in _TYPES:
            yield descriptor_lacks(f"{own}type", field.get("type", ""))
        yield from _strange_texts(field, own)
        rules = field.get("constraints", {})
        if not isinstance(rules, dict):
            yield descriptor_lacks(f"{own}constraints", rules)
        else:
            yield from (
                descriptor_lacks(f"{own}constraints › {n}", v) for n, v in rules.items() if not _fits(n, v)
            )


def _fits(rule: str, value: Any) -> bool:
    """Whether a rule for cells is one that can be asked."""
    if rule == "enum":
        return isinstance(value, list) and bool(value) and all(is_text(code) for code in value)
    if rule == "pattern":
        return is_text(value) and _is_expression(value)
    kinds = _KINDS.get(rule)
    return kinds is None or (isinstance(value, kinds) and isinstance(value, bool) == (kinds is bool))


def _is_expression(text: str) -> bool:
    try:
        re.compile(text)
    except re.error:
        return False
    return True


def _reference_problems(
    schema: dict[str, Any], place: str, columns: list[Any], tables: Tables
) -> Iterator[Problem]:
    key = schema.get("primaryKey", [])
    for column in key if isinstance(key, list) else [key]:
        if column not in columns:
            yield descriptor_lacks(f"{place} › primaryKey", column)
    references = schema.get("foreignKeys", [])
    for reference in references if isinstance(references, list) else [references]:
        target = reference.get("reference") if isinstance(reference, dict) else None
        parent = target.get("resource") if isinstance(target, dict) else None
        if not isinstance(parent, str) or (parent and parent not in tables):
            yield descriptor_lacks(f"{place} › foreignKeys", parent)
        elif not _pairs(
            reference.get("fields"),
            target.get("fields") if target else None,
            columns,
            tables.get(parent, columns),
        ):
            yield descriptor_lacks(f"{place} › foreignKeys", reference.get("fields"))


def _pairs(fields: Any, targets: Any, columns: list[Any], of_parent: list[Any]) -> bool:
    """Whether columns of ours are set beside as many of the other table."""
    ours, theirs = ([each] if isinstance(each, str) else each for each in (fields, targets))
    if not isinstance(ours, list) or not isinstance(theirs, list) or not all(map(is_text, [*ours, *theirs])):
        return False
    known = all(column in columns for column in ours) and all(column in of_parent for column in theirs)
    return known and len(ours) == len(theirs) > 0
