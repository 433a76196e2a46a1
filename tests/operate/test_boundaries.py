"""The operator's borders: what is the tables' division is installed whole, all else is refused in a line."""

import os
import re
import shutil
from pathlib import Path

import geopandas
import pandas as pd
import pyogrio
import pytest
import shapely
from tests.invented_borders import bare, fitted, squares

from dashboard.i18n import LANGUAGES
from dashboard.operate.boundaries import Origin, boundary_problems, install, remove
from dashboard.operate.boundary_forms import RefusedError, sums_of
from dashboard.operate.commands import main
from dashboard.store import load
from dashboard.store.borders import read_borders

ROOT = Path(__file__).resolve().parents[2]
SHARED = next((path for up in ROOT.parents if (path := up / "shared" / "geo").is_dir()), ROOT / "none")
official = pytest.mark.skipif(not SHARED.is_dir(), reason="the official file is not shipped")


@pytest.fixture(scope="module")
def tables(tmp_path_factory):
    """A data package whose places are the invented squares."""
    return fitted(ROOT / "data", tmp_path_factory.mktemp("fitted") / "data")


@pytest.fixture(scope="module")
def invented(tables):
    return load(tables)


@pytest.fixture(scope="module")
def installed(tables, invented, tmp_path_factory):
    """What an operator has installed before."""
    folder = tmp_path_factory.mktemp("installed")
    install(invented, written(squares(tables), folder / "s.geojson"), None, Origin(), folder / "borders")
    return folder / "borders"


@pytest.fixture
def frame(tables):
    return squares(tables)


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "borders"


def written(frame, path, **options):
    path.parent.mkdir(exist_ok=True)
    frame.to_file(path, **options)
    return path


def zipped(folder):
    return Path(shutil.make_archive(str(folder), "zip", folder.parent, folder.name))


def upper_codes(catalog, frame):
    return [catalog.row("places", code)["parent_id"] for code in frame["ADM2_PCODE"]]


FORMS = {
    "geojson": lambda f, to: written(f, to / "s.geojson"),
    "geopackage": lambda f, to: written(f, to / "s.gpkg"),
    "shapefile": lambda f, to: written(f, to / "s.shp"),
    "folder of a shapefile": lambda f, to: written(f, to / "parts" / "s.shp").parent,
    "geodatabase": lambda f, to: written(f, to / "s.gdb", driver="OpenFileGDB"),
    "zip of a shapefile": lambda f, to: written(f, to / "s.shp.zip"),
    "zip of a geodatabase": lambda f, to: zipped(written(f, to / "s.gdb", driver="OpenFileGDB")),
    "zip of several files": lambda f, to: zipped(
        written(f.assign(ADM3_PCODE="x"), written(f, to / "all" / "a2.geojson").parent / "a3.geojson").parent
    ),
    "without codes": lambda f, to: written(bare(f), to / "s.geojson"),
    "metres": lambda f, to: written(f.to_crs("EPSG:3857"), to / "m.gpkg"),
    "French names in a second field": lambda f, to: written(
        f.rename(columns={"ADM2_FR": "adm2_name1"}).assign(adm2_name="?"), to / "s.geojson"
    ),
    "one of several countries and vintages": lambda f, to: written(
        f.assign(iso3="MLI", version="v02").merge(f.assign(iso3="MLI", version="v01").iloc[:9], how="outer"),
        to / "s.gpkg",
    ),
}


@pytest.mark.filterwarnings("ignore:Column names longer:UserWarning")
@pytest.mark.parametrize("form", FORMS)
def test_each_form_is_installed_whole(invented, frame, tmp_path, folder, form):
    path = FORMS[form](frame, tmp_path)
    card = install(invented, path, None, Origin(), folder)
    borders = read_borders(folder)
    assert borders.card == card
    assert {level: len(shapes["features"]) for level, shapes in borders.shapes.items()} == {
        "region": 10, "cercle": 53,
    }  # fmt: skip
    first = borders.shapes["cercle"]["features"][0]["geometry"]["coordinates"][0][0]
    assert -13 < first[0] < 5 and 9 < first[1] < 26
    assert card["error_pct"] < 1 and re.fullmatch("[0-9a-f]{64}", card["sha256"])
    assert card["sha256"] == sums_of(path)[0] and not card["known"]
    assert boundary_problems(invented, folder) == []


def test_the_card_says_whose_borders_these_are(invented, frame, tmp_path, folder):
    path = written(frame, tmp_path / "s.geojson")
    source = invented.row("sources", invented.package["borders"]["source_id"])
    card = install(invented, path, None, Origin(), folder)
    assert (card["source_id"], card["licence"]) == (source["source_id"], source["licence"])
    own = install(invented, path, None, Origin("Mine", "Me", "2022", "None"), folder)
    assert [own[key] for key in ("source_id", "title", "publisher", "date", "licence")] == [
        "", "Mine", "Me", "2022", "None",
    ]  # fmt: skip


def test_every_part_of_a_shapefile_counts_in_its_sum(frame, tmp_path):
    path = written(frame, tmp_path / "s.shp")
    before, parts = sums_of(path)
    assert {Path(name).suffix for name in parts} >= {".shp", ".shx", ".dbf", ".prj"}
    assert sums_of(path.parent)[0] == before
    codes = path.with_suffix(".dbf")
    codes.write_bytes(codes.read_bytes().replace(b"ML0101", b"ML0102"))
    assert sums_of(path)[0] != before


def test_outer_rings_are_clockwise_and_regions_have_no_gaps(invented, frame, tmp_path, folder):
    install(invented, written(frame, tmp_path / "s.geojson"), None, Origin(), folder)
    areas = {}
    for level, collection in read_borders(folder).shapes.items():
        geometries = [shapely.geometry.shape(feature["geometry"]) for feature in collection["features"]]
        for geometry in geometries:
            for part in shapely.get_parts(geometry):
                assert not part.exterior.is_ccw
        areas[level] = sum(geometry.area for geometry in geometries)
        assert shapely.coverage_is_valid(geometries)
    assert areas["region"] == pytest.approx(areas["cercle"])


def text(content):
    return lambda f, to: _text(to / "s.geojson", content)


def _text(path, content):
    path.write_bytes(content)
    return path


def broken(change, name="s.geojson"):
    return lambda f, to: written(change(f), to / name)


def later(frame):
    more = [shapely.box(-12 + n / 10, 12, -11.9 + n / 10, 12.1) for n in range(160)]
    data = {"adm2_name": [f"Unit {n}" for n in range(160)], "adm2_pcode": [f"ML{n:04}" for n in range(160)]}
    return geopandas.GeoDataFrame(
        {**data, "adm1_pcode": "ML09", "adm1_name": "Taoudénit"}, geometry=more, crs=frame.crs
    )


def lacking_part(frame, to):
    path = written(frame, to / "s.shp")
    path.with_suffix(".dbf").unlink()
    return path


def table_alone(frame, path):
    """Units without shapes."""
    pyogrio.write_dataframe(pd.DataFrame(frame[["ADM2_PCODE", "ADM2_FR"]]), path)
    return path


def bow_tie(frame):
    shape = shapely.Polygon([(0, 15), (1, 16), (1, 15), (0, 16)])
    return frame.set_geometry([shape, *frame.geometry[1:]], crs=frame.crs)


def shrunk(frame):
    smaller = shapely.affinity.scale(frame.geometry[0], 0.99, 0.99)
    return frame.set_geometry([smaller, *frame.geometry[1:]], crs=frame.crs)


def pipe(path):
    path.parent.mkdir(exist_ok=True)
    os.mkfifo(path)
    return path


REFUSALS = {
    "absent": [lambda f, to: to / "nothing.geojson"],
    "area": [broken(shrunk), broken(lambda f: bare(shrunk(f)))],
    "elsewhere": [broken(lambda f: f.set_geometry(f.geometry.translate(60)))],
    "empty": [text(b"")],
    "invalid": [broken(bow_tie)],
    "later": [
        broken(later),
        broken(lambda f: later(f).drop(columns=["adm1_pcode", "adm1_name"])),
        broken(lambda f: later(f).iloc[:20]),
    ],
    "no_area": [broken(lambda f: f.set_geometry(f.geometry.boundary))],
    "no_crs": [broken(lambda f: f.set_crs(None, allow_override=True), "s.shp.zip")],
    "no_units": [
        broken(lambda f: f.rename(columns={"ADM2_PCODE": "code"})),
        broken(lambda f: f.assign(ADM3_PCODE=f["ADM2_PCODE"])),
        broken(lambda f: bare(f).assign(shapeType="ADM1")),
        lambda f, to: to,
        lambda f, to: table_alone(f, to / "s.gpkg"),
    ],
    "page": [text(b"<!DOCTYPE html><title>Log in</title>"), text(b"\n <html>")],
    "parts": [lacking_part],
    "pointer": [text(b"version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n")],
    "seat": [
        broken(lambda f: bare(f).assign(shapeName=f["ADM2_FR"].iloc[::-1].to_numpy())),
        broken(lambda f: f.set_geometry(f.geometry.iloc[::-1].to_numpy(), crs=f.crs)),
    ],
    "units": [
        broken(lambda f: f.iloc[:-1]),
        broken(lambda f: bare(f).iloc[:-3]),
        broken(lambda f: f.assign(ADM2_PCODE=["XX", *f["ADM2_PCODE"][1:]])),
        broken(lambda f: f.assign(ADM2_PCODE=[f["ADM2_PCODE"][1], *f["ADM2_PCODE"][1:]], ADM2_FR=None)),
        broken(lambda f: bare(f).assign(shapeName=["Nulle part", *f["ADM2_FR"][1:]])),
    ],
    "unreadable": [
        text(b"nothing"),
        text(b'{"type": "FeatureCollection", '),
        text(b"PK\x03\x04 torn"),
        lambda f, to: pipe(to / "s.geojson"),
        lambda f, to: Path("/dev/zero"),
    ],
    "vintage": [broken(lambda f: f.assign(ADM2_FR=f["ADM2_FR"].iloc[::-1].to_numpy()))],
    "wrong_name": [broken(lambda f: f.assign(ADM2_FR=["Nulle part", *f["ADM2_FR"][1:]]))],
}
TOLD_ELSEWHERE = {"regions_differ"}
CASES = [(reason, number) for reason, files in REFUSALS.items() for number in range(len(files))]


def test_every_refusal_that_the_code_knows_is_among_the_cases():
    modules = (ROOT / "src" / "dashboard" / "operate").glob("boundar*.py")
    code = "\n".join(
        path.read_text(encoding="utf-8")
        for path in modules
        if "commands" not in path.name and "options" not in path.name
    )
    reasons = set(re.findall(r'[("]boundaries\.(\w+)"[,)]', code))
    after = {"none", "changed", "missing"}  # of `check`, which refuses nothing
    assert reasons - after == REFUSALS.keys() | TOLD_ELSEWHERE


@pytest.fixture
def command(tables, folder, load_once, monkeypatch, capsys):
    """The command in a language: its status and what it printed."""
    load_once("operate.boundary_commands")

    def run(language, *arguments):
        monkeypatch.setenv("LC_ALL", f"{language}_XX.UTF-8")
        monkeypatch.setenv("DASHBOARD_DATA", str(tables))
        monkeypatch.setenv("DASHBOARD_BUILD", str(tables.parent / "build"))
        monkeypatch.setenv("DASHBOARD_BOUNDARIES", str(folder))
        status = main(["boundaries", *map(str, arguments)])
        return status, capsys.readouterr().out.strip().replace("\u00a0", " ").replace("\u202f", " ")

    return run


WORDS = {
    "fr": {
        "absent": "n’existe pas", "area": "km² dans les tables", "elsewhere": "hors du pays",
        "empty": "est vide", "invalid": "pas valides", "later": "C’est le découpage de 2023",
        "no_area": "il faut des polygones", "no_crs": "système de coordonnées", "no_units": "admin 2",
        "page": "est une page de site", "parts": "il manque : .dbf", "pointer": "pointeur Git LFS",
        "seat": "hors de leur unité", "units": "il en faut 53", "unreadable": "ne se lit pas",
        "vintage": "d’un autre millésime", "wrong_name": "se contredisent",
    },
    "en": {
        "absent": "does not exist", "area": "km² in the tables", "elsewhere": "outside of the country",
        "empty": "is empty", "invalid": "not valid", "later": "This is the division of 2023",
        "no_area": "polygons are needed", "no_crs": "coordinate system", "no_units": "admin 2",
        "page": "is a page of a site", "parts": "it lacks: .dbf", "pointer": "Git LFS pointer",
        "seat": "outside of their unit", "units": "53 are needed", "unreadable": "can’t be read",
        "vintage": "of another vintage", "wrong_name": "contradict each other",
    },
}  # fmt: skip
UNCHANGED = {"fr": "n’est pas installé ; rien n’a changé.", "en": "is not installed; nothing has changed."}


@pytest.mark.filterwarnings("ignore:'crs' was not provided")
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("reason", "number"), CASES)
def test_each_refusal_is_one_line_and_the_old_borders_stay(
    command, installed, frame, tmp_path, folder, language, reason, number
):
    shutil.copytree(installed, folder)
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    wrong = tmp_path / "wrong"
    wrong.mkdir()
    status, printed = command(language, "install", REFUSALS[reason][number](frame, wrong))
    assert status == 1
    assert len(printed.splitlines()) == 1
    assert WORDS[language][reason] in printed and printed.endswith(UNCHANGED[language])
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


@pytest.mark.parametrize("language", LANGUAGES)
def test_regions_that_are_not_their_cercles_are_refused(command, invented, frame, tmp_path, folder, language):
    regions = frame.assign(ADM1_PCODE=upper_codes(invented, frame)).dissolve("ADM1_PCODE").reset_index()
    regions["ADM1_FR"] = [invented.row("places", code)["name_fr"] for code in regions["ADM1_PCODE"]]
    regions = regions.drop(columns=["ADM2_PCODE", "ADM2_FR"])
    path = written(frame, tmp_path / "c.geojson")
    assert command(language, "install", path, "--admin1", written(regions, tmp_path / "r.geojson"))[0] == 0
    remove(folder)
    # As large as before, with its seat inside, but moved.
    first, *others = regions.geometry
    moved = regions.set_geometry([shapely.affinity.translate(first, 0.1, 0), *others], crs=regions.crs)
    status, printed = command(language, "install", path, "--admin1", written(moved, tmp_path / "x.geojson"))
    assert status == 1 and "ML01" in printed and len(printed.splitlines()) == 1
    assert list(folder.iterdir()) == []


def test_check_sees_a_changed_file_and_remove_takes_away_only_its_own(invented, frame, tmp_path, folder):
    install(invented, written(frame, tmp_path / "s.geojson"), None, Origin(), folder)
    (folder / "mine.txt").write_text("keep", encoding="utf-8")
    (folder / "cercle.json").write_text("{}", encoding="utf-8")
    assert [key for key, _ in boundary_problems(invented, folder)] == ["boundaries.changed"]
    assert remove(folder)
    assert [path.name for path in folder.iterdir()] == ["mine.txt"]
    assert not remove(folder)
    assert read_borders(folder) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_command_says_what_was_checked_and_what_was_written(command, frame, tmp_path, language):
    assert command(language, "check")[0] == 1
    status, printed = command(language, "install", written(frame, tmp_path / "s.geojson"))
    assert status == 0
    assert re.search("sha256 [0-9a-f]{64}", printed) and "CC BY 3.0 IGO" in printed
    assert re.search("53 unités|53 units", printed) and "2021" in printed
    assert command(language, "check")[0] == 0
    assert command(language, "remove")[0] == 0


def test_a_broken_data_package_is_told_and_no_trace(tables, frame, tmp_path, folder, monkeypatch, capsys):
    copy = Path(shutil.copytree(tables, tmp_path / "copy"))
    (copy / "places.csv").unlink()
    monkeypatch.setenv("DASHBOARD_DATA", str(copy))
    monkeypatch.setenv("DASHBOARD_BOUNDARIES", str(folder))
    assert main(["boundaries", "install", str(written(frame, tmp_path / "s.geojson"))]) == 1
    assert "places" in capsys.readouterr().out and not folder.exists()


@official
def test_the_official_file_is_taken_with_and_without_codes(catalog, tmp_path, folder):
    cercles, regions = (SHARED / f"mli_adm{level}_codab20211220_full.geojson" for level in (2, 1))
    card = install(catalog, cercles, regions, Origin(), folder)
    assert card["coverage"] and card["error_pct"] < 10
    assert sum(path.stat().st_size for path in folder.iterdir()) < 200_000
    with_codes = (folder / "cercle.json").read_bytes()
    units = geopandas.read_file(cercles)
    frame = units.assign(ADM2_FR=units["name_source"])[["ADM2_FR", "geometry"]]
    install(catalog, written(bare(frame), tmp_path / "bare.geojson"), None, Origin(), folder)
    assert (folder / "cercle.json").read_bytes() == with_codes


@official
@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("mli_adm2_geoboundaries_2_0_1", "boundaries.units"),
        ("mli_adm1_codab20211220_full", "boundaries.no_units"),
        ("mli_adm3_codab20211220_full", "boundaries.no_units"),
        ("mli_adm2_codab20211220_simplified", "boundaries.area"),
    ],
)
def test_other_files_of_the_country_are_not(catalog, folder, name, reason):
    with pytest.raises(RefusedError) as refusal:
        install(catalog, SHARED / f"{name}.geojson", None, Origin(), folder)
    assert refusal.value.reason[0] == reason and not folder.exists()


@official
def test_the_codes_of_2015_are_refused(catalog, tmp_path, folder):
    import pandas as pd

    listed = pd.read_csv(SHARED / "cercles.csv")
    column = next(name for name in listed.columns if "2015" in name)
    old = listed.dropna(subset=[column]).set_index("pcode")[column].to_dict()
    units = geopandas.read_file(SHARED / "mli_adm2_codab20211220_full.geojson")
    units = units[units["adm2_pcode"].isin(old)]
    path = written(units.assign(adm2_pcode=units["adm2_pcode"].map(old)), tmp_path / "2015.geojson")
    with pytest.raises(RefusedError) as refusal:
        install(catalog, path, None, Origin(), folder)
    assert refusal.value.reason[0] == "boundaries.vintage"
