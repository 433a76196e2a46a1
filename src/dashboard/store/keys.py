"""Keys of the tables: each row its own, and every key that is cited there. One cause, one message."""

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any, NamedTuple

import pandas as pd

from dashboard.domain.errors import Problem
from dashboard.store.reading import ALL, Table

_Resource = dict[str, Any]


class Citation(NamedTuple):
    """A place where the key of another table stands."""

    table: str
    row: int
    column: str


def key_problems(resources: list[_Resource], tables: dict[str, Table]) -> list[Problem]:
    """Keys that two rows share, then keys that are cited and not there, over all tables.

    What follows from a fault that is told already is left out: nothing is said about keys of a table whose
    key column could not be read whole.
    """
    doubles = [problem for resource in resources for problem in _doubles(resource, tables[resource["name"]])]
    return doubles + list(_dangling(resources, tables))


def _doubles(resource: _Resource, table: Table) -> Iterator[Problem]:
    schema = resource["schema"]
    alone = [[f["name"]] for f in schema["fields"] if (f.get("constraints") or {}).get("unique")]
    for columns in [_listed(schema.get("primaryKey")), *alone]:
        if not columns or table.spoilt & {ALL, *columns}:
            continue
        cells = zip(*(table.frame[column].astype(str) for column in columns), strict=True)
        keys = pd.Series(map(" · ".join, cells), index=table.frame.index, dtype="str")
        for row, key in keys[keys.duplicated()].items():
            table.spoilt.update(columns)
            first = str(keys.index[keys == key][0])
            named = ", ".join(table.written[column] for column in columns)
            yield Problem(resource["name"], int(str(row)), named, key, "key_twice", (("first", first),))


def _listed(names: object) -> list[str]:
    return [names] if isinstance(names, str) else list(names or [])  # type: ignore[call-overload]


def _dangling(resources: list[_Resource], tables: dict[str, Table]) -> Iterator[Problem]:
    cited = _citations(resources, tables)
    for (parent, column), by_value in cited.items():
        keys = [str(key) for key in tables[parent].frame[column]] if parent in tables else []
        known, unused = set(keys), [key for key in keys if key not in by_value]
        for value, citations in by_value.items():
            if value not in known:
                yield _unknown(parent, tables[parent].written[column], value, citations, keys, unused, tables)


def _citations(
    resources: list[_Resource], tables: dict[str, Table]
) -> dict[tuple[str, str], dict[str, list[Citation]]]:
    """Where each key is cited, by the table and column that it should stand in; only of sound columns."""
    cited: dict[tuple[str, str], dict[str, list[Citation]]] = {}
    for resource in resources:
        name = resource["name"]
        for key in resource["schema"].get("foreignKeys", []):
            parent = key["reference"]["resource"] or name
            for column, target in zip(
                _listed(key["fields"]), _listed(key["reference"]["fields"]), strict=True
            ):
                if tables[parent].whole(target):
                    found = cited.setdefault((parent, target), {})
                    for row, value in tables[name].frame[column].items():
                        if value != "":
                            found.setdefault(str(value), []).append(Citation(name, int(str(row)), column))
    return cited


def _unknown(
    parent: str, column: str, value: str, citations: list[Citation], keys: list[str], unused: list[str],
    tables: dict[str, Table],
) -> Problem:  # fmt: skip
    """A key that is not there: a changed or lost row of its table when many cite it, else a slip."""
    first = citations[0]
    many = len(citations) > 1
    tables_citing = ", ".join(dict.fromkeys(citation.table for citation in citations))
    facts = (("n", str(len(citations))), ("tables", tables_citing))
    changed = get_close_matches(value, unused, n=1, cutoff=0.5) if many else []
    if changed:
        row = int(tables[parent].frame.index[keys.index(changed[0])])
        return Problem(parent, row, column, changed[0], "key_changed", (("was", value), *facts))
    if many:
        return Problem(parent, 0, column, value, "key_lost", (*facts, ("row", str(first.row))))
    written = tables[first.table].written[first.column]
    near = get_close_matches(value, keys, n=1, cutoff=0.6)
    told = (("parent", parent), ("near", near[0] if near else ""))
    rule = "unknown_code_near" if near else "unknown_code"
    return Problem(first.table, first.row, written, value, rule, told)
