"""The operator's borders: what fits the tables is installed whole, all else is refused with a word on why."""

import json
from pathlib import Path

import geopandas
import pytest
import shapely

from dashboard.i18n import LANGUAGES, translator
from dashboard.operate.boundaries import Origin, install, problems_of, remove
from dashboard.operate.boundary_file import RefusedError
from dashboard.operate.commands import main
from dashboard.store.borders import read_borders

ORIGIN = Origin("COD-AB", "OCHA", "2021-12-20", "CC BY")
SHARED = Path(__file__).resolve().parents[3] / "shared" / "geo"
SIDE = 0.75


def squares(catalog, **columns):
    """Invented borders: each cercle the square of its tile, its corners shared with its neighbours."""
    rows = [row for row in catalog.rows("places").values() if row["level"] == "cercle"]

    def square(row):
        west, north = -12 + SIDE * row["tile_col"], 21 - SIDE * row["tile_row"]
        return shapely.box(west, north - SIDE, west + SIDE, north)

    data = {
        "ADM2_PCODE": [row["place_id"] for row in rows],
        "ADM2_FR": [row["name_fr"] for row in rows],
        "geometry": [square(row) for row in rows],
    }
    return geopandas.GeoDataFrame({**data, **columns}, geometry="geometry", crs="EPSG:4326")


def written(frame, path):
    frame.to_file(path)
    return path


def refused(catalog, path, folder, regions=None):
    with pytest.raises(RefusedError) as refusal:
        install(catalog, path, regions, ORIGIN, folder)
    assert not folder.exists() or list(folder.iterdir()) == []
    return {key for key, _ in refusal.value.reasons}


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "borders"


@pytest.mark.parametrize("name", ["squares.geojson", "squares.gpkg", "squares.shp.zip"])
def test_each_format_is_installed_whole(catalog, tmp_path, folder, name):
    card = install(catalog, written(squares(catalog), tmp_path / name), None, ORIGIN, folder)
    borders = read_borders(folder)
    assert borders.card == card
    assert {level: len(shapes["features"]) for level, shapes in borders.shapes.items()} == {
        "region": 10, "cercle": 53,
    }  # fmt: skip
    assert card["title"] == "COD-AB" and card["error_pct"] < 1 and len(card["sha256"]) == 64
    assert problems_of(catalog, folder) == []


def test_outer_rings_are_clockwise_and_regions_have_no_gaps(catalog, tmp_path, folder):
    install(catalog, written(squares(catalog), tmp_path / "s.geojson"), None, ORIGIN, folder)
    shapes = read_borders(folder).shapes
    areas = {}
    for level, collection in shapes.items():
        geometries = [shapely.geometry.shape(feature["geometry"]) for feature in collection["features"]]
        for geometry in geometries:
            for part in shapely.get_parts(geometry):
                assert not part.exterior.is_ccw
        areas[level] = sum(geometry.area for geometry in geometries)
        assert shapely.coverage_is_valid(geometries)
    assert areas["region"] == pytest.approx(areas["cercle"])


def test_metres_become_degrees(catalog, tmp_path, folder):
    install(catalog, written(squares(catalog).to_crs("EPSG:3857"), tmp_path / "m.gpkg"), None, ORIGIN, folder)
    first = read_borders(folder).shapes["cercle"]["features"][0]["geometry"]["coordinates"][0][0]
    assert -13 < first[0] < 5 and 9 < first[1] < 26


def test_a_file_of_another_vintage_is_refused_for_its_codes(catalog, tmp_path, folder):
    frame = squares(catalog)
    renumbered = frame.assign(ADM2_FR=frame["ADM2_FR"].iloc[::-1].to_numpy())
    path = written(renumbered, tmp_path / "old.geojson")
    assert "boundaries.vintage" in refused(catalog, path, folder)


@pytest.mark.parametrize(
    ("broken", "reason"),
    [
        (lambda f: f.iloc[:-1], "boundaries.missing"),
        (lambda f: f.iloc[:-1], "boundaries.count"),
        (lambda f: f.assign(ADM2_PCODE=["XX", *f["ADM2_PCODE"][1:]]), "boundaries.unknown"),
        (lambda f: f.assign(ADM2_PCODE=[f["ADM2_PCODE"][1], *f["ADM2_PCODE"][1:]]), "boundaries.twice"),
        (lambda f: f.assign(ADM2_FR=["Nulle part", *f["ADM2_FR"][1:]]), "boundaries.wrong_name"),
        (lambda f: f.rename(columns={"ADM2_PCODE": "code"}), "boundaries.no_codes"),
        (lambda f: f.set_geometry(f.geometry.boundary), "boundaries.no_area"),
        (lambda f: f.set_geometry(f.geometry.translate(60)), "boundaries.elsewhere"),
        (
            lambda f: f.set_geometry(
                [shapely.Polygon([(0, 15), (1, 16), (1, 15), (0, 16)]), *f.geometry[1:]], crs=f.crs
            ),
            "boundaries.invalid",
        ),
    ],
)
def test_what_does_not_fit_is_refused_and_nothing_changes(catalog, tmp_path, folder, broken, reason):
    path = written(broken(squares(catalog)), tmp_path / "broken.geojson")
    assert reason in refused(catalog, path, folder)


def test_what_is_no_boundary_file_is_refused(catalog, tmp_path, folder):
    text = tmp_path / "text.geojson"
    text.write_text("nothing", encoding="utf-8")
    assert refused(catalog, text, folder) == {"boundaries.unreadable"}


@pytest.mark.filterwarnings("ignore:'crs' was not provided")
def test_a_file_without_coordinate_system_is_refused(catalog, tmp_path, folder):
    nowhere = squares(catalog).set_crs(None, allow_override=True)
    assert refused(catalog, written(nowhere, tmp_path / "n.shp.zip"), folder) == {"boundaries.no_crs"}


def test_regions_that_are_not_their_cercles_are_refused(catalog, tmp_path, folder):
    frame = squares(catalog)
    parents = [catalog.row("places", code)["parent_id"] for code in frame["ADM2_PCODE"]]
    regions = frame.assign(ADM1_PCODE=parents).dissolve("ADM1_PCODE").reset_index()
    regions["ADM1_FR"] = [catalog.row("places", code)["name_fr"] for code in regions["ADM1_PCODE"]]
    regions = regions.drop(columns=["ADM2_PCODE", "ADM2_FR"])
    path = written(frame, tmp_path / "c.geojson")
    install(catalog, path, written(regions, tmp_path / "r.geojson"), ORIGIN, folder)
    remove(folder)
    smaller = regions.set_geometry(shapely.buffer(regions.geometry.to_numpy(), -0.1), crs=regions.crs)
    smaller_path = written(smaller, tmp_path / "x.geojson")
    assert refused(catalog, path, folder, smaller_path) == {"boundaries.regions_differ"}


def test_a_refused_file_leaves_the_installed_borders(catalog, tmp_path, folder):
    install(catalog, written(squares(catalog), tmp_path / "s.geojson"), None, ORIGIN, folder)
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    with pytest.raises(RefusedError):
        install(catalog, written(squares(catalog).iloc[:5], tmp_path / "few.geojson"), None, ORIGIN, folder)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_check_sees_a_changed_file_and_remove_takes_away_only_its_own(catalog, tmp_path, folder):
    install(catalog, written(squares(catalog), tmp_path / "s.geojson"), None, ORIGIN, folder)
    (folder / "mine.txt").write_text("keep", encoding="utf-8")
    (folder / "cercle.json").write_text("{}", encoding="utf-8")
    assert [key for key, _ in problems_of(catalog, folder)] == ["boundaries.changed"]
    assert remove(folder)
    assert [path.name for path in folder.iterdir()] == ["mine.txt"]
    assert not remove(folder)
    assert read_borders(folder) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_command_speaks_the_operators_language(catalog, tmp_path, monkeypatch, capsys, language):
    monkeypatch.setenv("LC_ALL", f"{language}_XX.UTF-8")
    monkeypatch.setenv("DASHBOARD_BOUNDARIES", str(tmp_path / "borders"))
    path = written(squares(catalog), tmp_path / "s.geojson")
    t = translator(language)
    assert main(["boundaries", "check"]) == 1
    assert main(["boundaries", "install", str(path)]) == 0
    assert t("boundaries.say_licence") in capsys.readouterr().out
    assert main(["boundaries", "check"]) == 0
    assert main(["boundaries", "remove"]) == 0
    few = written(squares(catalog).iloc[:9], tmp_path / "few.geojson")
    assert main(["boundaries", "install", str(few)]) == 1
    assert t("boundaries.refused", file="few.geojson") in capsys.readouterr().out


@pytest.mark.skipif(not SHARED.is_dir(), reason="the official file is not shipped")
def test_the_official_file_is_taken_and_older_ones_are_not(catalog, folder):
    cercles, regions = (SHARED / f"mli_adm{level}_codab20211220_full.geojson" for level in (2, 1))
    card = install(catalog, cercles, regions, ORIGIN, folder)
    assert card["coverage"] and card["error_pct"] < 10
    assert sum(path.stat().st_size for path in folder.iterdir()) < 200_000
    remove(folder)
    older = SHARED / "mli_adm2_geoboundaries_2_0_1.geojson"
    assert refused(catalog, older, folder) == {"boundaries.no_codes"}


@pytest.mark.skipif(not (SHARED / "cercles.csv").is_file(), reason="the codes of 2015 are not shipped")
def test_the_codes_of_2015_are_refused(catalog, tmp_path, folder):
    import pandas as pd

    listed = pd.read_csv(SHARED / "cercles.csv")
    column = next(name for name in listed.columns if "2015" in name)
    ours = next(name for name in listed.columns if name.startswith("pcode") or name.endswith("pcode"))
    old = listed.dropna(subset=[column]).set_index(ours)[column].to_dict()
    frame = squares(catalog)
    frame = frame[frame["ADM2_PCODE"].isin(old)]
    path = written(frame.assign(ADM2_PCODE=frame["ADM2_PCODE"].map(old)), tmp_path / "2015.geojson")
    assert "boundaries.vintage" in refused(catalog, path, folder)
    assert json.loads(path.read_text(encoding="utf-8"))["features"]
