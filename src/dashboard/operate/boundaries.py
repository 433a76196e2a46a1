"""`dashboard boundaries`: official borders from the operator's file to what the server serves."""

import hashlib
import json
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import geopandas
import numpy as np
import shapely
from shapely.geometry.polygon import orient

from dashboard.domain.measured import Place
from dashboard.operate.boundary_checks import EQUAL_AREA, examined, named_in_line
from dashboard.operate.boundary_file import candidates
from dashboard.operate.boundary_forms import Reason, RefusedError, sums_of
from dashboard.store import Catalog
from dashboard.store.borders import BORDER_LEVELS, BORDERS_CARD

_TOLERANCE = 0.015
"""Square root of the area, in degrees, of the smallest bend that stays: about 1.6 km, less than a pixel."""
WIDER = 2.0
"""How much wider than high a name with its number is."""
DECIMALS = 4
MOST_DIFFERENCE = 1.0
"""Percent of a region's area by which the regions file may differ from its cercles together."""


@dataclass(frozen=True)
class Origin:
    """What is said of the file; where it is empty, what the table of sources says of the verified content.

    Attributes:
        title, publisher, date, licence: as the operator gives them.
        address: where it was fetched; empty for a file of the operator's own.
    """

    title: str = ""
    publisher: str = ""
    date: str = ""
    licence: str = ""
    address: str = ""


def install(
    catalog: Catalog, source: Path, regions: Path | None, origin: Origin, folder: Path
) -> dict[str, Any]:
    """Check, simplify and write the borders; the folder is replaced whole or left as it was.

    Args:
        catalog: whose places the borders must be those of.
        source: admin 2 in any form that `boundary_file.candidates` reads.
        regions: admin 1 to check the regions against; they are dissolved from admin 2, so that lines agree.
        origin: what to write on the card.
        folder: where the server looks for borders.

    Returns:
        The card that was written.

    Raises:
        RefusedError: with the reason why the file can't be used.
    """
    cercles = _checked(catalog, source, 2)
    whole = cercles.to_crs(EQUAL_AREA)
    simple = cercles.set_geometry(
        shapely.coverage_simplify(cercles.geometry.to_numpy(), _TOLERANCE), crs=cercles.crs
    )
    by_level = {BORDER_LEVELS[1]: simple, BORDER_LEVELS[0]: _dissolved(catalog, simple)}
    if regions:
        _agree(_checked(catalog, regions, 1), _dissolved(catalog, cercles))
    error = _difference(whole, simple.to_crs(EQUAL_AREA))
    card = {
        **_provenance(catalog, source, origin, str(cercles["date"].iloc[0])[:10]),
        "units": len(cercles),
        "coverage": bool(shapely.coverage_is_valid(cercles.geometry.to_numpy())),
        "error_pct": round(float(error.max()), 2),
        "error_unit": str(cercles["code"].iloc[int(error.argmax())]),
        "points": int(sum(shapely.get_num_coordinates(simple.geometry))),
        "labels": {code: point for units in by_level.values() for code, point in _labels(units).items()},
        "names": {
            code: point for units in by_level.values() for code, point in _labels(units, WIDER).items()
        },
    }
    _write(folder, card, {level: _collection(units) for level, units in by_level.items()})
    return card


def _provenance(catalog: Catalog, source: Path, origin: Origin, date: str) -> dict[str, Any]:
    """Whose borders these are and how the file can be told from others; `source_id` gives the credit line."""
    package = catalog.package.get("borders", {})
    named = catalog.sources.get(package.get("source_id", ""))
    sum_, parts = sums_of(source)
    return {
        "source_id": named.source_id if named and not origin.title else "",
        "title": origin.title or (named.title if named else ""),
        "publisher": origin.publisher or (named.publisher if named else ""),
        "date": origin.date or date or (named.published if named else ""),
        "licence": origin.licence or (named.licence if named else ""),
        "file": source.name,
        "address": origin.address,
        "sha256": sum_,
        "known": sum_ in known_sums(package),
        "parts": parts,
    }


def known_sums(package: Mapping[str, Any]) -> set[str]:
    """The sums of the files that the package knows."""
    return {sum_ for carrier in package.get("carriers", []) for sum_ in carrier.get("sha256", [])}


def boundary_problems(catalog: Catalog, folder: Path) -> list[Reason]:
    """What is wrong with the installed borders; empty when they are whole and fit the tables."""
    if not (folder / BORDERS_CARD).is_file():
        return [("boundaries.none", {"folder": str(folder)})]
    card = json.loads((folder / BORDERS_CARD).read_text(encoding="utf-8"))
    reasons: list[Reason] = []
    for level in BORDER_LEVELS:
        path = folder / f"{level}.json"
        if not path.is_file() or _hash(path.read_bytes()) != card["files"].get(path.name):
            reasons.append(("boundaries.changed", {"file": path.name}))
            continue
        codes = {feature["id"] for feature in json.loads(path.read_text(encoding="utf-8"))["features"]}
        lacking = sorted(set(_places_of(catalog, level)) ^ codes)
        if lacking:
            reasons.append(("boundaries.missing", {"codes": named_in_line(lacking)}))
    return reasons


def remove(folder: Path) -> bool:
    """Remove what `install` has written, and nothing else; whether there was anything."""
    found = [
        path
        for path in (folder / BORDERS_CARD, *(folder / f"{level}.json" for level in BORDER_LEVELS))
        if path.is_file()
    ]
    for path in found:
        path.unlink()
    return bool(found)


def _places_of(catalog: Catalog, level: str) -> dict[str, Place]:
    """The places of a level by P-code."""
    return {key: row for key, row in catalog.places.items() if row.level == level}


def _checked(catalog: Catalog, path: Path, number: int) -> geopandas.GeoDataFrame:
    """The first set of units of the file that is the places of the level, by code."""
    places = _places_of(catalog, catalog.levels[number - 1])
    first: Reason | None = None
    for units in candidates(path, number, catalog.package["country"]["iso3"]):
        coded, reason = examined(units, places, catalog)
        if not reason:
            return coded.sort_values("code", ignore_index=True)
        first = first or reason
    raise RefusedError(first or ("boundaries.empty", {"file": path.name}))


def _dissolved(catalog: Catalog, cercles: geopandas.GeoDataFrame) -> geopandas.GeoDataFrame:
    """Regions as the union of their cercles: the same lines, without gaps."""
    parents = [catalog.places[code].parent_id for code in cercles["code"]]
    shapes = {
        region: shapely.coverage_union_all(cercles.geometry[np.array(parents) == region].to_numpy())
        for region in dict.fromkeys(parents)
    }
    return geopandas.GeoDataFrame(
        {"code": list(shapes), "geometry": list(shapes.values())}, geometry="geometry", crs=cercles.crs
    ).sort_values("code", ignore_index=True)


def _agree(regions: geopandas.GeoDataFrame, dissolved: geopandas.GeoDataFrame) -> None:
    """Refuse regions that are not the union of the cercles."""
    share = _difference(dissolved.to_crs(EQUAL_AREA), regions.to_crs(EQUAL_AREA))
    worst = int(share.argmax())
    if share[worst] > MOST_DIFFERENCE:
        code, part = str(dissolved["code"].iloc[worst]), round(float(share[worst]), 1)
        raise RefusedError(("boundaries.regions_differ", {"code": code, "share": part}))


def _difference(one: geopandas.GeoDataFrame, other: geopandas.GeoDataFrame) -> np.ndarray:
    """Area in which two versions of each unit differ, in percent of the first; rows in the same order."""
    between = shapely.symmetric_difference(one.geometry.to_numpy(), other.geometry.to_numpy())
    return np.asarray(100 * shapely.area(between) / shapely.area(one.geometry.to_numpy()))


def _labels(units: geopandas.GeoDataFrame, wider: float = 1.0) -> dict[str, list[float]]:
    """The point farthest from the borders of each unit, for its words, and how far that is; in degrees.

    Words are wider than high: to the sides only every `wider`th part of a distance counts.
    """
    points = {}
    for code, shape in zip(units["code"], units.geometry, strict=True):
        largest = max(shapely.get_parts(shape), key=shapely.area)
        squeezed = shapely.transform(largest, lambda at: at / [wider, 1])
        radius = shapely.maximum_inscribed_circle(squeezed, 0.01)
        x, y = shapely.get_coordinates(radius)[0]
        found = (x * wider, y, shapely.length(radius))
        points[str(code)] = [round(float(number), 3) for number in found]
    return points


def _collection(units: geopandas.GeoDataFrame) -> dict[str, Any]:
    """GeoJSON with clockwise outer rings: otherwise d3, and plotly.js, fill the rest of the globe instead."""
    return {
        "type": "FeatureCollection",
        "features": [
            {"type": "Feature", "id": str(code), "properties": {}, "geometry": _geometry(shape)}
            for code, shape in zip(units["code"], units.geometry, strict=True)
        ],
    }


def _geometry(shape: Any) -> dict[str, Any]:
    parts = [orient(part, sign=-1.0) for part in shapely.get_parts(shape)]
    rings = [[_rounded(ring) for ring in (part.exterior, *part.interiors)] for part in parts]
    return (
        {"type": "Polygon", "coordinates": rings[0]}
        if len(rings) == 1
        else {"type": "MultiPolygon", "coordinates": rings}
    )


def _rounded(ring: Any) -> list[list[float]]:
    return [[round(float(x), DECIMALS), round(float(y), DECIMALS)] for x, y in shapely.get_coordinates(ring)]


def _write(folder: Path, card: dict[str, Any], collections: dict[str, dict[str, Any]]) -> None:
    """Write beside the folder, then put each file in place at once, the card last."""
    texts = {
        f"{level}.json": json.dumps(content, separators=(",", ":")) for level, content in collections.items()
    }
    card["files"] = {name: _hash(text.encode()) for name, text in texts.items()}
    texts[BORDERS_CARD] = json.dumps(card, ensure_ascii=False, indent=1)
    folder.mkdir(parents=True, exist_ok=True)
    aside = Path(tempfile.mkdtemp(dir=folder, prefix=".new-"))
    try:
        for name, text in texts.items():
            (aside / name).write_text(text, encoding="utf-8")
        remove(folder)
        for name in texts:
            (aside / name).replace(folder / name)
    finally:
        shutil.rmtree(aside)


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
