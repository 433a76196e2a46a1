"""What is other in one version of the data than in another: rows by their key, cells by their column."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from dashboard.domain.publication import CellChange, TableChange
from dashboard.store.catalog import Catalog, records

_BETWEEN = " · "
"""Between the parts of a key."""

_Rows = Mapping[str, Mapping[str, str]]


def changes_between(before: Catalog, after: Catalog) -> list[TableChange]:
    """The tables in which something is other, in the order of the later version."""
    names = dict.fromkeys([*after.frames, *before.frames])
    found = [_table_change(name, rows_by_key(before, name), rows_by_key(after, name)) for name in names]
    return [change for change in found if change.added or change.gone or change.cells]


def _table_change(table: str, before: _Rows, after: _Rows) -> TableChange:
    return TableChange(
        table,
        tuple(key for key in after if key not in before),
        tuple(key for key in before if key not in after),
        tuple(change for key in after if key in before for change in _cells(key, before[key], after[key])),
    )


def _cells(key: str, before: Mapping[str, str], after: Mapping[str, str]) -> list[CellChange]:
    columns = dict.fromkeys([*after, *before])
    pairs = [(column, before.get(column, ""), after.get(column, "")) for column in columns]
    return [CellChange(key, column, old, new) for column, old, new in pairs if old != new]


def rows_by_key(catalog: Catalog, table: str) -> dict[str, dict[str, str]]:
    """The rows of a table as texts, by its primary key (`2021 · oim`); none where there is no such table."""
    if table not in catalog.frames:
        return {}
    frame = catalog.frames[table]
    key = catalog.resource(table)["schema"].get("primaryKey") or [frame.columns[0]]
    columns = [key] if isinstance(key, str) else key
    texts = [{name: _text(value) for name, value in row.items()} for row in records(frame)]
    return {_BETWEEN.join(row[column] for column in columns): row for row in texts}


def parts_of_key(key: str) -> list[str]:
    """The values that a key is made of: `["2021", "oim"]`."""
    return key.split(_BETWEEN)


def _text(value: Any) -> str:
    """A value as a table would hold it: nothing for what is not given, whole numbers without a point."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return value
    if pd.isna(value):
        return ""
    return str(int(value)) if value == int(value) else str(value)
