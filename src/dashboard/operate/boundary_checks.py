"""What must be true of units so that they are the places of the tables: by content, whatever the carrier."""

from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from typing import Any

import geopandas
import numpy as np
import shapely

from dashboard.domain.measured import Place
from dashboard.domain.text import folded
from dashboard.operate.boundary_forms import Reason
from dashboard.store import Catalog

_MARGIN = 2.0
"""Degrees around the country within which its borders must lie."""
_ALIKE = 0.8
"""How alike two spellings of a name must be (difflib's ratio) to be taken as one."""
_MANY = 3
"""From so many contradictions of code and name on, the file is of another vintage, not misspelled."""
EQUAL_AREA = "EPSG:6933"
MOST_AREA = 0.001
"""Share of a unit's area by which a file may differ from the table."""
_SHOWN = 5
"""Names in a list of faults, before three points."""

Places = Mapping[str, Place]


def examined(
    units: geopandas.GeoDataFrame, places: Places, catalog: Catalog
) -> tuple[geopandas.GeoDataFrame, Reason | None]:
    """The units with their codes, and why they can't be the given places: the first cause.

    Args:
        units: one set of `boundary_file.candidates`.
        places: the places of the level by P-code, with name, other spellings, seat and area.
        catalog: whose package knows the frame of the country and its later division.

    Returns:
        The units, `code` filled where only names were given, and the reason; None when they fit.
    """
    if later := _later(units, catalog.package.get("borders", {}).get("later", {})):
        return units, later
    coded = bool(units["code"].any())
    if not coded:
        units = units.assign(code=_codes_by_name(units, places))
    for check in (_contradictions, _wrong_units, _broken_shapes):
        if reason := check(units, places):
            return units, reason
    frame = catalog.frame
    reason = _outside(units, (frame.west, frame.south, frame.east, frame.north))
    reason = reason or _seats(units, places) or _areas(units, places)
    return units, reason


def _later(units: geopandas.GeoDataFrame, later: Mapping[str, Any]) -> Reason | None:
    """The division that came after the tables': known by its number of units, or by one unit above."""
    if not later:
        return None
    above = {
        name for code, name in zip(units["upper"], units["upper_name"], strict=True) if code == later["code"]
    }
    if len(units) == later["units"] or any(_alike(name, [later["name"]]) for name in above):
        return "boundaries.later", {"found": len(units)}
    return None


def _codes_by_name(units: geopandas.GeoDataFrame, places: Places) -> list[str]:
    """For units without codes the place of the same name, else of the closest that is left; else nothing."""
    spellings = {code: _spellings(place) for code, place in places.items()}
    exact = [
        next((code for code, ours in spellings.items() if folded(name) in ours), "") for name in units["name"]
    ]
    left = {code: ours for code, ours in spellings.items() if code not in exact}
    return [
        code or next((code for code, ours in left.items() if _alike(name, ours)), "")
        for name, code in zip(units["name"], exact, strict=True)
    ]


def _contradictions(units: geopandas.GeoDataFrame, places: Places) -> Reason | None:
    """The same code for another name: of another vintage where there are many, else misspelled."""
    wrong = [
        (code, names[0], places[code].name_fr)
        for code, names in zip(units["code"], units["names"], strict=True)
        if code in places and names and not any(_alike(name, _spellings(places[code])) for name in names)
    ]
    if not wrong:
        return None
    if len(wrong) >= _MANY:
        code, name, ours = wrong[0]
        return "boundaries.vintage", {"count": len(wrong), "code": code, "name": name, "ours_name": ours}
    return "boundaries.wrong_name", {
        "names": ", ".join(f"{code} {name} ({ours})" for code, name, ours in wrong)
    }


def _spellings(place: Place) -> list[str]:
    return [folded(text) for text in [place.name_fr, *place.aliases.split(";")] if text]


def _alike(name: str, ours: list[str]) -> bool:
    return any(SequenceMatcher(None, folded(name), folded(text)).ratio() >= _ALIKE for text in ours)


def _wrong_units(units: geopandas.GeoDataFrame, places: Places) -> Reason | None:
    codes = units["code"]
    twice = sorted({*codes[codes.duplicated()]} - {""})
    lacking = [place.name_fr for code, place in places.items() if code not in set(codes)]
    unknown = [
        " ".join(filter(None, (code, name))) or "?"
        for code, name in zip(codes, units["name"], strict=True)
        if code not in places
    ]
    if lacking or unknown or len(units) != len(places):
        facts = {"lacking": named_in_line(lacking), "unknown": named_in_line([*unknown, *twice])}
        return "boundaries.units", {"found": len(units), "expected": len(places), **facts}
    return None


def named_in_line(names: list[str]) -> str:
    """The first few of many names; a dash for none."""
    return ", ".join(names[:_SHOWN]) + (", …" if len(names) > _SHOWN else "") or "–"


def _broken_shapes(units: geopandas.GeoDataFrame, places: Places) -> Reason | None:
    shapes = dict(zip(units["code"], units.geometry, strict=True))
    flat = [code for code, shape in shapes.items() if not _is_area(shape)]
    if flat:
        return "boundaries.no_area", {"codes": named_in_line(flat)}
    broken = [code for code, shape in shapes.items() if not shape.is_valid]
    return ("boundaries.invalid", {"codes": named_in_line(broken)}) if broken else None


def _is_area(shape: Any) -> bool:
    return shape is not None and not shape.is_empty and shape.geom_type in ("Polygon", "MultiPolygon")


def _outside(units: geopandas.GeoDataFrame, box: tuple[float, float, float, float]) -> Reason | None:
    """Units outside of the country: axes swapped, metres for degrees, another country."""
    west, south, east, north = units.total_bounds
    beyond = (
        west < box[0] - _MARGIN
        or south < box[1] - _MARGIN
        or east > box[2] + _MARGIN
        or north > box[3] + _MARGIN
    )
    bounds = ", ".join(f"{side:.1f}" for side in units.total_bounds)
    return ("boundaries.elsewhere", {"bounds": bounds}) if beyond else None


def _seats(units: geopandas.GeoDataFrame, places: Places) -> Reason | None:
    """Each place's seat must lie in its own unit."""
    out = [
        places[code].name_fr
        for code, shape in zip(units["code"], units.geometry, strict=True)
        if places[code].lat is not None and not shape.covers(_seat(places[code]))
    ]
    return ("boundaries.seat", {"names": named_in_line(out)}) if out else None


def _seat(place: Place) -> shapely.Point:
    return shapely.Point(place.lon, place.lat)


def _areas(units: geopandas.GeoDataFrame, places: Places) -> Reason | None:
    """Each unit must be as large as its place: the worst is named."""
    worst = max(_shares(units, places), default=None)
    if worst is None or worst[0] <= MOST_AREA:
        return None
    share, name, found, ours = worst
    numbers = {"found": round(found, 1), "ours": round(ours, 1), "share": round(100 * share, 2)}
    return "boundaries.area", {"name": name, **numbers}


def _shares(units: geopandas.GeoDataFrame, places: Places) -> Iterator[tuple[float, str, float, float]]:
    found = np.asarray(units.to_crs(EQUAL_AREA).area) / 1e6
    for code, area in zip(units["code"], found, strict=True):
        place = places[code]
        if ours := place.area_km2:
            yield abs(area - ours) / ours, place.name_fr, float(area), ours
