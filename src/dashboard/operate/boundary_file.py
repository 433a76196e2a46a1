"""Reading a boundary file: its layers, and of each unit the code, the names and the area that it covers."""

import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import geopandas
import pandas as pd
import pyogrio

from dashboard.operate.boundary_forms import look, opened, refused

CODES = {1: ("adm1_pcode", "admin1pcode", "adm1pcode"), 2: ("adm2_pcode", "admin2pcode", "adm2pcode")}
_NAMES = {
    1: ("name_fr", "adm1_fr", "admin1name_fr", "adm1_name", "adm1_name1", "admin1name", "adm1_en"),
    2: ("name_fr", "adm2_fr", "admin2name_fr", "adm2_name", "adm2_name1", "admin2name", "adm2_en"),
}
"""Field names of COD-AB files over the years, in lower case; several where there are several languages."""
BARE_NAME, BARE_KIND = "shapename", "shapetype"
"""How geoBoundaries, whose files have no codes, names a unit and its level (`ADM2`)."""
DEEPER = {1: CODES[2], 2: ("adm3_pcode", "admin3pcode", "adm3pcode")}
UPPER_CODES, UPPER_NAMES = CODES[1], _NAMES[1][1:]
DATES = ("valid_on", "validon", "date")
_COUNTRY, VERSION = "iso3", "version"
"""In files of the whole world and of all vintages: whose unit it is, and of which vintage."""
DEGREES = "EPSG:4326"


def candidates(path: Path, level: int, country: str) -> Iterator[geopandas.GeoDataFrame]:
    """The sets of units that a file, folder or archive has at a level, in degrees, one vintage each.

    Args:
        path: GeoJSON, GeoPackage, shapefile or geodatabase, bare, in a folder or zipped.
        level: 1 or 2.
        country: ISO code, where the file is of several countries.

    Yields:
        Columns `code` (empty where the file has none), `name`, `names` (all spellings), `date` (text as
        the file gives it, may be empty), `upper` and `upper_name` (the unit above), `geometry`.

    Raises:
        RefusedError: when it can't be read, has no units of the level or no coordinate system.
    """
    look(path)
    found = False
    with opened(path) as sources:
        for layer in (layer for source in sources for layer in _layers(source, path, level, country)):
            found = True
            yield from _vintages(_units(layer, path, level))
    if not found:
        raise refused("boundaries.no_units", path, fields=", ".join((*CODES[level], BARE_NAME)))


def _layers(source: Path, path: Path, level: int, country: str) -> list[geopandas.GeoDataFrame]:
    """The layers of the level; of others only the names of their fields are read."""
    try:
        with warnings.catch_warnings(action="ignore"):  # of the drivers below, in their own words
            read = [_layer(source, name, level, country) for name in pyogrio.list_layers(source)[:, 0]]
    except Exception as fault:  # they raise many kinds; all mean the same to the operator
        raise refused("boundaries.unreadable", path) from fault
    return [layer for layer in read if layer is not None]


def _layer(source: Path, name: str, level: int, country: str) -> geopandas.GeoDataFrame | None:
    """A layer, its fields in lower case; None when it is of another level."""
    fields = {str(field).lower(): str(field) for field in pyogrio.read_info(source, layer=name)["fields"]}
    if not _fits(fields, level):
        return None
    where = f"\"{fields[_COUNTRY]}\" = '{country}'" if _COUNTRY in fields else None
    layer = geopandas.read_file(source, layer=name, where=where)
    if not isinstance(layer, geopandas.GeoDataFrame):  # a table without shapes
        return None
    layer = layer.rename(columns={column: str(column).lower() for column in layer.columns})
    if BARE_KIND in layer and not (layer[BARE_KIND].astype(str).str.upper() == f"ADM{level}").all():
        return None
    return layer


def _fits(fields: dict[str, str], level: int) -> bool:
    coded = set(fields) & set(CODES[level])
    return bool(coded or BARE_NAME in fields) and not set(fields) & set(DEEPER[level])


def _units(layer: geopandas.GeoDataFrame, path: Path, level: int) -> geopandas.GeoDataFrame:
    if layer.crs is None:
        raise refused("boundaries.no_crs", path)
    layer = layer.to_crs(DEGREES)
    named = [name for name in (*_NAMES[level], BARE_NAME) if name in layer]
    rows = layer[named].to_numpy(dtype=object)
    names = [[name for name in map(_word, row) if name] for row in rows]
    columns = {
        "code": _text(layer, CODES[level]),
        "name": [row[0] if row else "" for row in names],
        "names": names,
        "date": _text(layer, DATES),
        "upper": _text(layer, UPPER_CODES),
        "upper_name": _text(layer, UPPER_NAMES),
        "version": _text(layer, (VERSION,)),
    }
    return geopandas.GeoDataFrame(columns, geometry=layer.geometry.to_numpy(), crs=DEGREES)


def _text(layer: pd.DataFrame, fields: tuple[str, ...]) -> list[str]:
    """The first of the fields that the layer has, as text; empty where it has none."""
    field = next((field for field in fields if field in layer), "")
    return [_word(value) for value in layer[field]] if field else [""] * len(layer)


def _word(value: Any) -> str:
    """A cell as text in one line; empty for nothing, and for a list, which no table of units has."""
    known = pd.api.types.is_scalar(value) and pd.notna(value)
    return " ".join(filter(str.isprintable, str(value).split())) if known else ""


def _vintages(units: geopandas.GeoDataFrame) -> Iterator[geopandas.GeoDataFrame]:
    for _, vintage in units.groupby("version", sort=True):
        yield vintage.reset_index(drop=True)
