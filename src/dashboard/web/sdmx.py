"""The long table in the form that statistical offices exchange: SDMX-CSV 2.0, its structure SDMX-JSON 2.0.

A series is an indicator, of whom, where, of which sex and age, as which source gives it, of which kind and in
which unit; its values have a time. Sex, age, unit and observation status have the codes of SDMX.
"""

import re
from collections.abc import Iterator
from typing import Any

from dashboard.i18n import LANGUAGES
from dashboard.presenters.reader import speech
from dashboard.store import Catalog
from dashboard.web.http import compact_json
from dashboard.web.long_rows import NOT_APPLICABLE
from dashboard.web.longform import long_records, long_resource
from dashboard.web.tables import Record, records_csv

SDMX_CSV = "application/vnd.sdmx.data+csv;version=2.0.0"
_SCHEMA = "https://json.sdmx.org/2.0.0/sdmx-json-structure-schema.json"
SDMX_JSON = "application/vnd.sdmx.structure+json;version=2.0.0"

_DIMENSIONS = {
    "INDICATOR": "indicator", "SUBJECT": "subject", "REF_AREA": "area", "SEX": "sex", "AGE": "age",
    "SERIES": "series", "KIND": "kind", "UNIT_MEASURE": "unit",
}  # fmt: skip
"""What tells one series from another -> the column of the long table."""
_ATTRIBUTES = {
    "OBS_STATUS": "", "QUALIFIER": "qualifier", "COMPARABILITY": "comparable", "ROLE": "role",
    "AREAS": "areas", "SOURCE": "attribution", "LICENCE": "licence", "SOURCE_REF": "line",
    "PASSPORT": "passport",
}  # fmt: skip
"""What is said of each value -> the column of the long table."""
_CODED = ("INDICATOR", "REF_AREA", "SEX", "AGE", "KIND", "UNIT_MEASURE", "OBS_STATUS")

_UNITS = {
    "people": "PS", "children": "PS_CHILD", "households": "HH", "percent": "PC", "percent_change": "PCCH",
    "points": "PP", "index_points": "IX_POINT", "index": "IX", "usd": "USD", "xof": "XOF", "tonnes": "TN",
    "hectares": "HA", "rank": "RANK", "per_ten": "PER_10", "unknown": "_U",
}  # fmt: skip
"""Our units -> codes of units; what is counted one by one is a pure number."""
_COUNTED_ONE_BY_ONE = "PN"
_STATUS = {"estimate": "E", "projection": "F"}
"""Kinds of value -> observation status of SDMX: estimated, forecast; all else is normal, or a break."""
_STATUS_NAMES = {"A": "normal", "B": "break", "E": "estimate", "F": "projection"}
_BREAKS = ("other_instrument", "other_definition")
_VERSION = "1.0"


def sdmx_csv(catalog: Catalog) -> bytes:
    """Every value in SDMX-CSV 2.0."""
    flow = f"{_agency(catalog)}:{_flow(catalog)}({_VERSION})"
    rows = [_row(flow, record) for record in long_records(catalog)]
    return records_csv(list(rows[0]), rows)


def _row(flow: str, record: Record) -> Record:
    codes = {**_DIMENSIONS, **_ATTRIBUTES}
    return {
        "STRUCTURE": "dataflow",
        "STRUCTURE_ID": flow,
        "ACTION": "I",
        **{name: _code(name, record) for name in _DIMENSIONS},
        "TIME_PERIOD": record["time_range"],
        "OBS_VALUE": record["value"],
        **{name: _status(record) if name == "OBS_STATUS" else record[codes[name]] for name in _ATTRIBUTES},
    }


def _code(name: str, record: Record) -> str:
    """The code of a row in a dimension; `_Z` where a row has none."""
    value = str(record[_DIMENSIONS[name]] or NOT_APPLICABLE)
    if name == "UNIT_MEASURE":
        return _UNITS.get(value, _COUNTED_ONE_BY_ONE)
    return value if value.startswith("_") else _identifier(value)


def _identifier(text: str) -> str:
    return re.sub(r"[^A-Za-z0-9_-]+", "-", text)


def _status(record: Record) -> str:
    known = _STATUS.get(str(record["kind"]))
    return known or ("B" if record["comparable"] in _BREAKS else "A")


def _agency(catalog: Catalog) -> str:
    name = catalog.package.get(f"file_name_{LANGUAGES[-1]}") or catalog.package["name"]
    return _identifier(str(name)).upper().replace("-", "_")


def _flow(catalog: Catalog) -> str:
    return _identifier(str(catalog.package["name"])).upper().replace("-", "_")


def structure_json(catalog: Catalog) -> bytes:
    """Data flow, data structure, concepts and code lists in SDMX-JSON 2.0, named in every language."""
    agency, flow = _agency(catalog), _flow(catalog)
    names = {language: speech(catalog, language)("site.name") for language in LANGUAGES}
    own = {"agencyID": agency, "version": _VERSION, "isExternalReference": False}
    data = {
        "dataflows": [{**own, "id": flow, **_names(names), "structure": _urn(agency, "DataStructure", flow)}],
        "dataStructures": [
            {**own, "id": flow, **_names(names), "dataStructureComponents": _components(agency)}
        ],
        "conceptSchemes": [{**own, "id": "CS", **_names(names), "concepts": list(_concepts(catalog))}],
        "codelists": [
            {**own, "id": f"CL_{name}", **_names({"en": name}), "codes": codes}
            for name, codes in _codelists(catalog).items()
        ],
    }
    meta = {
        "schema": _SCHEMA,
        "id": f"{flow}-{catalog.version}", "test": False, "prepared": "2000-01-01T00:00:00Z",
        "sender": {"id": agency},
    }  # fmt: skip
    return compact_json({"meta": meta, "data": data})


_PACKAGES = {"DataStructure": "datastructure", "Concept": "conceptscheme", "Codelist": "codelist"}


def _urn(agency: str, kind: str, name: str, item: str = "") -> str:
    end = f".{item}" if item else ""
    return f"urn:sdmx:org.sdmx.infomodel.{_PACKAGES[kind]}.{kind}={agency}:{name}({_VERSION}){end}"


def _names(names: dict[str, str]) -> dict[str, Any]:
    return {"name": names[list(names)[-1]], "names": names}


def _components(agency: str) -> dict[str, Any]:
    dimensions = [_component(agency, name) | {"position": n} for n, name in enumerate(_DIMENSIONS, 1)]
    time = {
        "id": "TIME_PERIOD", "conceptIdentity": _urn(agency, "Concept", "CS", "TIME_PERIOD"),
        "localRepresentation": {"format": {"dataType": "ObservationalTimePeriod"}},
    }  # fmt: skip
    measure = {
        "id": "OBS_VALUE", "conceptIdentity": _urn(agency, "Concept", "CS", "OBS_VALUE"),
        "localRepresentation": {"format": {"dataType": "Double"}}, "usage": "mandatory",
    }  # fmt: skip
    said = [
        _component(agency, name)
        | {"usage": "mandatory" if name == "OBS_STATUS" else "optional",
           "attributeRelationship": {"observation": {}}, "measureRelationship": ["OBS_VALUE"]}
        for name in _ATTRIBUTES
    ]  # fmt: skip
    return {
        "dimensionList": {"id": "DimensionDescriptor", "dimensions": dimensions, "timeDimension": time},
        "measureList": {"id": "MeasureDescriptor", "measures": [measure]},
        "attributeList": {"id": "AttributeDescriptor", "attributes": said},
    }


def _component(agency: str, name: str) -> dict[str, Any]:
    coded = {"enumeration": _urn(agency, "Codelist", f"CL_{name}")}
    form = coded if name in _CODED else {"format": {"dataType": "String"}}
    identity = _urn(agency, "Concept", "CS", name)
    return {"id": name, "conceptIdentity": identity, "localRepresentation": form}


def _concepts(catalog: Catalog) -> Iterator[dict[str, Any]]:
    """What each column is, in the words of the long table's description."""
    fields = {field["name"]: field for field in long_resource(catalog)["schema"]["fields"]}
    columns = {**_DIMENSIONS, "TIME_PERIOD": "time_range", "OBS_VALUE": "value", **_ATTRIBUTES}
    for name, column in columns.items():
        field = fields.get(column, {})
        titles = {language: str(field.get(f"title_{language}") or name) for language in LANGUAGES}
        yield {"id": name, **_names(titles)}


def _codelists(catalog: Catalog) -> dict[str, list[dict[str, Any]]]:
    """The codes that rows have, named in every language."""
    found: dict[str, dict[str, dict[str, str]]] = {name: {} for name in _CODED}
    for record in long_records(catalog):
        for name in _CODED:
            code = _status(record) if name == "OBS_STATUS" else _code(name, record)
            found[name].setdefault(code, _code_names(catalog, name, code, record))
    return {
        name: [{"id": code, **_names(names)} for code, names in sorted(codes.items())]
        for name, codes in found.items()
    }


def _code_names(catalog: Catalog, name: str, code: str, record: Record) -> dict[str, str]:
    def named(language: str) -> str:
        t = speech(catalog, language)
        if code in _SPECIAL:
            return t(f"sdmx.{_SPECIAL[code]}")
        if name in ("INDICATOR", "UNIT_MEASURE"):
            return str(record[f"{_DIMENSIONS[name]}_{language}"])
        if name == "OBS_STATUS":
            return t(f"sdmx.status.{_STATUS_NAMES[code]}")
        if name == "KIND":
            return t.bare(catalog.terms("observation_kind")[str(record["kind"])])
        if name == "SEX":
            return t.bare(catalog.terms("sex")[_WORDS_OF_SEX[code]])
        return str(record["area_name"] or code) if name == "REF_AREA" else code

    return {language: named(language) for language in LANGUAGES}


_WORDS_OF_SEX = {"F": "female", "M": "male"}
_SPECIAL = {"_T": "total", "_Z": "none", "_U": "unknown", "_O": "other", "_X": "several"}
"""Codes that SDMX gives a meaning in every list -> their words."""
