"""An invented country by a folder: other levels, four axes, another currency; nothing of Mali on any page."""

import html
import io
import json
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from tests.conftest import seeded

from dashboard.operate.commands import main
from dashboard.operate.new_country import write_country
from dashboard.operate.opening import faults_of, open_data
from dashboard.settings import Settings
from dashboard.web.addresses import addresses
from dashboard.web.app import create_app
from store.packages import Row, add_row, rewrite

YEAR = "2024"
OF_MALI = re.compile(r"\bmali|cercle|usd|dollar|2021|(?<![\w`])\$(?=\d)", re.IGNORECASE)
LINK = re.compile(r'(?:href|src)="(/[^"#]*)')
TOLD = (".xml", ".csv", ".json", ".md", ".txt")
CODES = {"region": "department", "district": "commune"}
WORDS = {"région": "département", "district": "commune", "region": "department"}


@pytest.fixture(scope="module")
def folder(settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("country") / "haiti"
    write_country("hti", folder, settings.data, int(YEAR))
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
    places = next(resource for resource in package["resources"] if resource["name"] == "places")
    kind = next(field for field in places["schema"]["fields"] if field["name"] == "level")
    kind["constraints"]["enum"] = [CODES.get(code, code) for code in kind["constraints"]["enum"]]
    path.write_text(json.dumps(package, ensure_ascii=False), encoding="utf-8")

    def coded(column: str):
        return lambda rows: [row.update({column: CODES.get(row[column], row[column])}) for row in rows]

    rewrite(folder / "places.csv", coded("level"))
    rewrite(folder / "terms.csv", coded("code"))


def with_four_axes(folder: Path) -> None:
    for axis in ("2", "3", "10"):
        add_row(folder, "axes", {"axis_id": "1"}, axis_id=axis)
        add_row(folder, "outcomes", {"axis_id": "1"}, axis_id=axis, outcome_id=f"{axis}.1")
        add_row(folder, "outputs", {"outcome_id": "1.1"}, outcome_id=f"{axis}.1", output_id=f"{axis}.1.1")
        add_row(folder, "finance_axes", {"axis_id": "1"}, axis_id=axis)

    def paid(rows: list[Row]) -> None:
        for row in rows:
            row.update(budget_htg="6000", mobilised_htg="4000", gap_htg="2000", spent_htg="1000")
            row.update(execution_rate_pct="25")

    for table in ("finance_agencies", "finance_axes"):
        rewrite(folder / f"{table}.csv", paid)

    def summed(rows: list[Row]) -> None:
        for row in rows:
            n = 4 if row["table"] == "axes" else 1
            row.update(budget_htg=f"{6000 * n}", mobilised_htg=f"{4000 * n}", gap_htg=f"{2000 * n}")
            row.update(spent_htg=f"{1000 * n}", execution_rate_pct="25")

    rewrite(folder / "finance_totals.csv", summed)


@pytest.fixture(scope="module")
def client(folder: Path, settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    with_own_levels(folder)
    with_four_axes(folder)
    build = seeded(settings.build, tmp_path_factory.mktemp("home") / "build")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("dashboard.web.dash.exchanges._made", lambda *_: b"[]")
        app = create_app(replace(settings, data=folder, build=build), open_data(folder))
    return app.server.test_client()


def texts_of(content: bytes) -> list[str]:
    """What a file says; of an archive or workbook, each of its parts."""
    if not content.startswith(b"PK"):
        return [content.decode("utf-8", "replace")]
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = [
            name for name in archive.namelist() if name.endswith((".xml", ".csv", ".json", ".md", ".txt"))
        ]
        return [archive.read(name).decode("utf-8", "replace") for name in names]


def kind_of_address(address: str) -> str:
    """What an address is of: a page by its path, a passport by the kind of its figure, whatever is chosen."""
    path = address.partition("?")[0]
    return re.sub(r"(/f/\w~\w*).*", r"\1", path)


def test_the_folder_is_valid_as_it_is_written_and_after_the_officer_named_things(settings, tmp_path):
    write_country("BFA", tmp_path / "burkina", settings.data, 2023)
    assert faults_of(tmp_path / "burkina") == []
    package = json.loads((tmp_path / "burkina" / "datapackage.json").read_text(encoding="utf-8"))
    assert (package["country"]["in_fr"], package["currency"]["code"]) == ("au Burkina Faso", "XOF")


def test_no_page_and_no_file_speaks_of_mali(client, folder):
    seen: dict[str, str] = {}
    waiting = [*addresses(open_data(folder)), "/data/hti-results.zip", "/api/v1/openapi.json"]
    waiting += [f"/data/hti-results-{language}.xlsx" for language in ("fr", "en")]
    told, kinds = {}, set()
    while waiting:
        address = waiting.pop(0)
        kind = kind_of_address(address)
        if kind in kinds or address.startswith(("/static/", "/lite/")):
            continue
        kinds.add(kind)
        answer = client.get(address)
        seen[address] = answer.status
        found = {word for text in texts_of(answer.data) for word in OF_MALI.findall(text)}
        if found:
            told[address] = found
        if answer.mimetype == "text/html":
            waiting += [html.unescape(link) for link in LINK.findall(answer.text)]
    assert {address: status for address, status in seen.items() if status[0] == "5"} == {}
    assert told == {}
    assert len(seen) > 100


def test_its_own_words_stand_there(client):
    home = client.get("/fr/").text
    assert "Ce que l’ONU a fait en Haïti" in home and "Mon commune" in home
    assert "Départements" in client.get("/fr/carte").text
    assert "HTG" in client.get("/data/finance_agencies.csv").text.upper()
    assert client.get("/fr/axe/10").status_code == 200


def test_the_command_says_what_comes_next_and_what_is_wrong(tmp_path, capsys):
    assert main(["new-country", "NER", str(tmp_path / "niger"), "--year", "2023"]) == 0
    assert "DASHBOARD_DATA=" in capsys.readouterr().out
    assert main(["new-country", "NER", str(tmp_path / "niger")]) == 1
    assert main(["new-country", "XYZ", str(tmp_path / "nowhere")]) == 1
