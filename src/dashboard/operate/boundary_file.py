"""Reading the operator's boundary file: its layer, codes and names, and what must be true of it."""

from collections.abc import Mapping
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import geopandas
import pandas as pd
import shapely

from dashboard.domain.text import folded

CODES = {1: ("adm1_pcode", "admin1pcode", "adm1pcode"), 2: ("adm2_pcode", "admin2pcode", "adm2pcode")}
NAMES = {
    1: ("name_fr", "adm1_fr", "admin1name_fr", "adm1_name", "admin1name", "adm1_en"),
    2: ("name_fr", "adm2_fr", "admin2name_fr", "adm2_name", "admin2name", "adm2_en"),
}
"""Field names of COD-AB files over the years, in lower case; the first that a file has is read."""
DEEPER = {1: CODES[2], 2: ("adm3_pcode", "admin3pcode", "adm3pcode")}
DATES = ("valid_on", "validon", "date")
DEGREES = "EPSG:4326"
MARGIN = 2.0
"""Degrees around the country within which its borders must lie."""
ALIKE = 0.8
"""How alike two spellings of a name must be (difflib's ratio) to be taken as one."""
MANY = 3
"""From so many contradictions of code and name on, the file is of another vintage, not misspelled."""

Reason = tuple[str, dict[str, str]]
"""Key of a message and what it needs."""


class RefusedError(Exception):
    """The file can't be installed; carries every reason found."""

    def __init__(self, reasons: list[Reason]) -> None:
        super().__init__("; ".join(key for key, _ in reasons))
        self.reasons = reasons


def read_units(path: Path, level: int) -> geopandas.GeoDataFrame:
    """The units of a GeoJSON, GeoPackage or zipped shapefile, in degrees.

    Args:
        path: the file; of several layers, the one of the wanted level is read.
        level: 1 or 2.

    Returns:
        Columns `code`, `name`, `date` (text as the file gives it, may be empty) and `geometry`.

    Raises:
        RefusedError: when it can't be read, has no such layer, no CRS or no areas.
    """
    layer = _layer(path, level)
    units = layer.rename(columns={column: str(column).lower() for column in layer.columns})
    if units.crs is None:
        raise RefusedError([("boundaries.no_crs", {"file": path.name})])
    units = units.to_crs(DEGREES)
    found = _first(units, DATES)
    dates = units[found].astype(str) if found else ""
    columns = {
        "code": units[_first(units, CODES[level])].astype(str),
        "date": dates,
        "geometry": units.geometry,
    }
    name = _first(units, NAMES[level])
    columns["name"] = units[name].astype(str) if name else ""
    return geopandas.GeoDataFrame(columns, geometry="geometry", crs=DEGREES)


def _layer(path: Path, level: int) -> geopandas.GeoDataFrame:
    try:
        names = list(geopandas.list_layers(path)["name"])
        layers = [geopandas.read_file(path, layer=name) for name in names]
    except Exception as fault:  # the drivers below raise many kinds; all mean the same to the operator
        raise RefusedError([("boundaries.unreadable", {"file": path.name, "fault": str(fault)})]) from fault
    for layer in layers:
        columns = {str(column).lower() for column in layer.columns}
        if columns & set(CODES[level]) and not columns & set(DEEPER[level]):
            return layer
    raise RefusedError([("boundaries.no_codes", {"file": path.name, "fields": ", ".join(CODES[level])})])


def _first(units: pd.DataFrame, names: tuple[str, ...]) -> str:
    return next((name for name in names if name in units.columns), "")


def reasons_against(units: geopandas.GeoDataFrame, places: Mapping[str, Mapping[str, Any]]) -> list[Reason]:
    """Everything that speaks against units that should be the given places; empty when they are these.

    Args:
        units: as `read_units` gives them.
        places: the places of the level, by P-code, with `name_fr`, `aliases`.
    """
    reasons = [*_shape_reasons(units), *_code_reasons(units, places)]
    wrong = contradictions(units, places)
    if len(wrong) >= MANY:
        code, name, ours = wrong[0]
        facts = {"n": str(len(wrong)), "code": code, "name": name, "ours": ours}
        return [("boundaries.vintage", facts), *reasons]
    return reasons + [
        ("boundaries.wrong_name", {"code": code, "name": name, "ours": ours}) for code, name, ours in wrong
    ]


def _shape_reasons(units: geopandas.GeoDataFrame) -> list[Reason]:
    shapes = dict(zip(units["code"], units.geometry, strict=True))
    reasons: list[Reason] = []
    for code, shape in shapes.items():
        if shape is None or shape.is_empty or shape.geom_type not in ("Polygon", "MultiPolygon"):
            reasons.append(("boundaries.no_area", {"code": code}))
        elif not shape.is_valid:
            reasons.append(("boundaries.invalid", {"code": code, "fault": shapely.is_valid_reason(shape)}))
    return reasons


def _code_reasons(units: geopandas.GeoDataFrame, places: Mapping[str, Any]) -> list[Reason]:
    codes = units["code"]
    reasons: list[Reason] = []
    if len(codes) != len(places):
        reasons.append(("boundaries.count", {"found": str(len(codes)), "expected": str(len(places))}))
    for key, listed in (
        ("boundaries.missing", sorted(set(places) - set(codes))),
        ("boundaries.unknown", sorted(set(codes) - set(places))),
        ("boundaries.twice", sorted(set(codes[codes.duplicated()]))),
    ):
        if listed:
            reasons.append((key, {"codes": ", ".join(listed)}))
    return reasons


def contradictions(
    units: geopandas.GeoDataFrame, places: Mapping[str, Mapping[str, Any]]
) -> list[tuple[str, str, str]]:
    """(code, name in the file, our name) where the same code stands for another name."""
    return [
        (code, name, str(places[code]["name_fr"]))
        for code, name in zip(units["code"], units["name"], strict=True)
        if code in places and not _same(name, places[code])
    ]


def _same(name: str, place: Mapping[str, Any]) -> bool:
    ours = [folded(text) for text in [place["name_fr"], *str(place["aliases"]).split(";")] if text]
    return any(SequenceMatcher(None, folded(name), text).ratio() >= ALIKE for text in ours)


def outside(units: geopandas.GeoDataFrame, box: tuple[float, float, float, float]) -> bool:
    """Whether units lie outside of the country (axes swapped, metres for degrees, another country)."""
    west, south, east, north = units.total_bounds
    return bool(
        west < box[0] - MARGIN or south < box[1] - MARGIN or east > box[2] + MARGIN or north > box[3] + MARGIN
    )
