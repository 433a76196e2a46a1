"""An invented country by a folder: other levels, four axes, currency, first language; nothing of Mali."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from dash import Dash
from tests.conftest import seeded

from dashboard.operate.commands import main
from dashboard.operate.new_country import write_country
from dashboard.operate.opening import faults_of
from dashboard.settings import ROOT, Settings
from store.packages import Row, add_row, rewrite

YEAR = "2024"
CODES = {"region": "department", "district": "commune"}
WORDS = {"région": "département", "district": "commune", "region": "department"}


@pytest.fixture(scope="module")
def folder(settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("country") / "haiti"
    write_country("hti", folder, settings.data, int(YEAR), ("en", "fr"))
    return folder


def to_own_words(text: str) -> str:
    for old, new in WORDS.items():
        text = text.replace(old, new).replace(old.capitalize(), new.capitalize())
    return text


def with_own_levels(folder: Path) -> None:
    """Departments and communes, told in the description and in the places."""
    path = folder / "datapackage.json"
    package = json.loads(path.read_text(encoding="utf-8"))
    for level in package["levels"].values():
        level.update({key: to_own_words(text) for key, text in level.items()}, code=CODES[level["code"]])
    package["currency"]["scale"] = "thousand"
    places = next(resource for resource in package["resources"] if resource["name"] == "places")
    kind = next(field for field in places["schema"]["fields"] if field["name"] == "level")
    kind["constraints"]["enum"] = [CODES.get(code, code) for code in kind["constraints"]["enum"]]
    path.write_text(json.dumps(package, ensure_ascii=False), encoding="utf-8")

    def coded(column: str):
        return lambda rows: [row.update({column: CODES.get(row[column], row[column])}) for row in rows]

    rewrite(folder / "places.csv", coded("level"))
    rewrite(folder / "terms.csv", coded("code"))


def with_own_text(folder: Path) -> None:
    """What the office itself says of its site, in one of its languages."""
    (folder / "texts" / "en").mkdir(parents=True)
    head = "---\ntitle: Who answers for this site\ndescription: The office, and its hours.\norder: 2\n---\n"
    (folder / "texts" / "en" / "about.md").write_text(f"{head}\nThe office {{country.in}}.", encoding="utf-8")


def with_four_axes(folder: Path) -> None:
    for axis in ("2", "3", "10"):
        add_row(folder, "axes", {"axis_id": "1"}, axis_id=axis)
        add_row(folder, "outcomes", {"axis_id": "1"}, axis_id=axis, outcome_id=f"{axis}.1")
        add_row(folder, "outputs", {"outcome_id": "1.1"}, outcome_id=f"{axis}.1", output_id=f"{axis}.1.1")
        add_row(folder, "finance_axes", {"axis_id": "1"}, axis_id=axis)

    def paid(rows: list[Row]) -> None:
        """All but the last axis, of which the report tells no money."""
        for row in rows:
            if row.get("axis_id") == "10":
                continue
            row.update(budget_htg="6000", mobilised_htg="4000", gap_htg="2000", spent_htg="1000")
            row.update(execution_rate_pct="25")

    for table in ("finance_agencies", "finance_axes"):
        rewrite(folder / f"{table}.csv", paid)

    def summed(rows: list[Row]) -> None:
        for row in rows:
            n = 3 if row["table"] == "axes" else 1
            row.update(budget_htg=f"{6000 * n}", mobilised_htg=f"{4000 * n}", gap_htg=f"{2000 * n}")
            row.update(spent_htg=f"{1000 * n}", execution_rate_pct="25")

    rewrite(folder / "finance_totals.csv", summed)


SHOWN = (
    "/en/",
    "/fr/",
    "/fr/carte",
    "/en/axis/10",
    "/en/funding?unit=amount",
    "/fr/financement?unit=amount",
    "/en/text/about",
    "/data/finance_agencies.csv",
)


@pytest.fixture(scope="module")
def crawled(folder: Path, app: Dash, settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> dict:
    """What a process of its own answers of the folder: the languages are read at its start."""
    with_own_levels(folder)
    with_four_axes(folder)
    with_own_text(folder)
    build = seeded(settings.build, tmp_path_factory.mktemp("home") / "build")
    environment = {**os.environ, "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}
    command = [sys.executable, "-m", "tests.country_crawl", str(folder), str(build), *SHOWN]
    run = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    return json.loads(run.stdout)


def test_the_folder_is_valid_as_it_is_written_and_after_the_officer_named_things(settings, tmp_path):
    write_country("BFA", tmp_path / "burkina", settings.data, 2023)
    assert faults_of(tmp_path / "burkina") == []
    package = json.loads((tmp_path / "burkina" / "datapackage.json").read_text(encoding="utf-8"))
    assert (package["country"]["in_fr"], package["currency"]["code"]) == ("au Burkina Faso", "XOF")


def test_no_page_and_no_file_speaks_of_mali(crawled):
    status = crawled["status"]
    assert {address: code for address, code in status.items() if code not in (200, 302)} == {}
    assert crawled["told"] == {}
    assert crawled["failed"] == 0
    assert len(status) > 100


def test_its_own_words_stand_there(crawled):
    pages = crawled["pages"]
    assert "Ce que l’ONU a fait en Haïti" in pages["/fr/"] and "Mon commune" in pages["/fr/"]
    assert "Départements" in pages["/fr/carte"]
    assert "HTG" in pages["/data/finance_agencies.csv"].upper()
    assert "<h1" in pages["/en/axis/10"]
    assert "var(--axis-4)" in pages["/en/"], "the colour of the fourth, whatever its code"


def test_a_text_of_its_own_stands_in_the_place_of_ours(crawled):
    pages = crawled["pages"]
    assert "The office in Haiti." in pages["/en/text/about"]
    assert "Who answers for this site" in pages["/en/"], "in the footer of every page"
    assert "À propos de ce site" in pages["/fr/"], "the language that it does not speak keeps ours"


def test_amounts_are_told_in_the_scale_of_its_money(crawled):
    pages = crawled["pages"]
    assert "HTG6.0\u00a0k" in pages["/en/funding?unit=amount"]
    assert "In thousand" in pages["/en/funding?unit=amount"]
    assert "6,0\u00a0k\u00a0HTG" in pages["/fr/financement?unit=amount"]
    assert "En milliers" in pages["/fr/financement?unit=amount"]


def test_its_first_language_is_that_of_the_entrance_and_of_the_switch(crawled):
    assert crawled["first"] == "/en/"
    alternates = re.findall(r'hreflang="(\w+)" rel="alternate"', crawled["pages"]["/fr/"])
    assert alternates == ["en", "fr"]


def test_the_command_says_what_comes_next_and_what_is_wrong(tmp_path, capsys):
    assert main(["new-country", "NER", str(tmp_path / "niger"), "--year", "2023"]) == 0
    assert "DASHBOARD_DATA=" in capsys.readouterr().out
    assert main(["new-country", "NER", str(tmp_path / "niger")]) == 1
    assert main(["new-country", "XYZ", str(tmp_path / "nowhere")]) == 1
    assert main(["new-country", "TCD", str(tmp_path / "nowhere"), "--languages", "fr,xx"]) == 1
    assert not (tmp_path / "nowhere").exists()
