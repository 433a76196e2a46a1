"""Invented borders, for machines without the official file: each cercle is the square of its tile."""

import csv
import json
import shutil
from pathlib import Path

import geopandas
import shapely

SIDE = 0.75
"""Degrees."""


def square(row):
    """The square of a cercle, its corners shared with its neighbours'."""
    west, north = -12 + SIDE * int(row["tile_col"]), 21 - SIDE * int(row["tile_row"])
    return shapely.box(west, north - SIDE, west + SIDE, north)


def squares(package: Path, **columns):
    """All squares as OCHA would publish them, with codes and names."""
    rows = [row for row in _places(package)[1] if row["level"] == "cercle"]
    data = {
        "ADM2_PCODE": [row["place_id"] for row in rows],
        "ADM2_FR": [row["name_fr"] for row in rows],
        "validOn": ["2021-12-20"] * len(rows),
        "geometry": [square(row) for row in rows],
    }
    return geopandas.GeoDataFrame({**data, **columns}, geometry="geometry", crs="EPSG:4326")


def bare(frame):
    """The same as geoBoundaries would publish them: no codes."""
    kept = frame.assign(shapeName=frame["ADM2_FR"], shapeType="ADM2")
    return kept[["shapeName", "shapeType", "geometry"]]


def fitted(package: Path, to: Path) -> Path:
    """A copy of the data package whose seats and areas are those of the squares."""
    shutil.copytree(package, to, dirs_exist_ok=True)
    header, rows = _places(to)
    cercles = [row for row in rows if row["level"] == "cercle"]
    shapes = geopandas.GeoSeries([square(row) for row in cercles], crs="EPSG:4326")
    areas = shapes.to_crs("EPSG:6933").area / 1e6
    for row, shape, area in zip(cercles, shapes, areas, strict=True):
        row |= {"lon": shape.centroid.x, "lat": shape.centroid.y, "area_km2": round(area, 2)}
    for region in (row for row in rows if row["level"] == "region"):
        inside = [row for row in cercles if row["parent_id"] == region["place_id"]]
        region |= {key: inside[0][key] for key in ("lon", "lat")}
        region["area_km2"] = round(sum(row["area_km2"] for row in inside), 2)
    with (to / "places.csv").open("w", encoding="utf-8", newline="") as table:
        writer = csv.DictWriter(table, header, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    return to


def with_carriers(package: Path, *carriers, hosts=()) -> Path:
    """The package with other carriers to fetch borders from."""
    descriptor = package / "datapackage.json"
    content = json.loads(descriptor.read_text(encoding="utf-8"))
    content["borders"] |= {"carriers": list(carriers), "hosts": list(hosts)}
    descriptor.write_text(json.dumps(content), encoding="utf-8")
    return package


def _places(package: Path):
    with (package / "places.csv").open(encoding="utf-8", newline="") as table:
        reader = csv.DictReader(table)
        return list(reader.fieldnames or []), list(reader)
