"""A language that nobody has heard of serves every page and file: the code names none.

The Spanish catalogue is made here from the French keys: a dozen words of its own, the rest left open.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from dash import Dash
from tests.conftest import seeded

from dashboard.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
OWN = {
    "menu.overview": "Panorama",
    "menu.funding": "Dinero",
    "slug.funding": "financiacion",
    "slug.results": "resultados",
}
HEADER = 'msgid ""\nmsgstr ""\n"Language: es\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n'

CRAWL = """
import json
from dashboard.i18n import LANGUAGES, translator
from dashboard.pages.registry import context_of
from dashboard.settings import from_environment
from dashboard.store import load
from dashboard.web.addresses import addresses
from dashboard.web import exports, quote_index, search_index
from dashboard.web.app import create_app
from dashboard.web.dash import exchanges


def of_each_kind(catalog):
    # The first and the last: what language a page is in does not depend on what it is about.
    kinds = {}
    for one in addresses(catalog):
        if one.startswith("/es/"):
            kinds.setdefault(context_of(catalog, one, "").page, []).append(one)
    return dict.fromkeys(one for pages in kinds.values() for one in (pages[0], pages[-1]))


def only_spanish(make):
    # What the two others have is theirs already, and takes as long to make.
    return lambda catalog, language: make(catalog, language) if language == "es" else b"{}"


exchanges._made = lambda catalog: b"[]"  # the islands are the same in every language
search_index.lookalikes = lambda lexicon: []  # and the common words those of all languages
search_index._content = only_spanish(search_index._content)
quote_index._content = only_spanish(quote_index._content)
exports._workbook = only_spanish(exports._workbook)

settings = from_environment()
catalog = load(settings.data)
client = create_app(settings, catalog).server.test_client()
t = translator("es")
asked = list(of_each_kind(catalog))
asked += ["/data/es/finance_agencies.csv", "/data/mali-results.zip", "/api/v1/openapi.json"]
asked += ["/api/v1/tables/axes.json"]
answers = {one: client.get(one) for one in asked}
print(json.dumps({
    "languages": LANGUAGES,
    "status": {one: answer.status_code for one, answer in answers.items()},
    "overview": client.get("/es/").get_data(as_text=True),
    "funding": client.get("/es/financiacion").get_data(as_text=True),
    "chart": client.get("/es/csv/funding-money.csv").get_data(as_text=True),
    "table": answers["/data/es/finance_agencies.csv"].get_data(as_text=True),
    "number": t.number(1234567.8), "percent": t.percent(84), "date": t.date(2021, 1, 5),
    "money": t.scaled(-228_429_249), "list": t.listing(["PAM", "OMS", "FAO"]),
    "many": t("count.results", 7),
}))
"""


@pytest.fixture(scope="module")
def spanish(app: Dash, settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> dict:
    """What a copy of the house with one catalogue more answers."""
    copy = tmp_path_factory.mktemp("house")
    shutil.copytree(ROOT / "src", copy / "src", ignore=shutil.ignore_patterns("__pycache__"))
    (copy / "assets").symlink_to(ROOT / "assets")
    shutil.copytree(ROOT / "data", copy / "data")
    description = copy / "data" / "datapackage.json"
    package = json.loads(description.read_text(encoding="utf-8")) | {"languages": ["fr", "en", "es"]}
    description.write_text(json.dumps(package), encoding="utf-8")
    words = "".join(f'\nmsgid "{key}"\nmsgstr "{text}"\n' for key, text in OWN.items())
    (copy / "src/dashboard/locales/es.po").write_text(HEADER + words, encoding="utf-8")
    seeded(settings.build, copy / "build")
    environment = {**os.environ, "PYTHONPATH": str(copy / "src"), "DASHBOARD_BUILD": str(copy / "build")}
    run = subprocess.run(
        [sys.executable, "-c", CRAWL], cwd=copy, env=environment, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    return json.loads(run.stdout)


def test_it_comes_where_the_folder_names_it(spanish):
    assert spanish["languages"] == ["fr", "en", "es"]


def test_a_page_of_each_kind_and_every_file_is_there(spanish):
    assert len(spanish["status"]) > 20
    assert {one: status for one, status in spanish["status"].items() if status != 200} == {}


def test_its_own_words_are_used_and_french_stands_in_for_the_others(spanish):
    assert '<html lang="es"' in spanish["overview"]
    assert "Panorama" in spanish["overview"] and "Dinero" in spanish["overview"]
    assert "Résultats" in spanish["overview"], "no Spanish word was given for that page"
    assert ">Español</a>" not in spanish["overview"], "the page itself is no other language"
    assert ">Français</a>" in spanish["overview"]


def test_numbers_dates_money_and_lists_are_written_in_its_own_way(spanish):
    assert spanish["number"] == "1.234.567,8"
    assert spanish["percent"] == "84\u202f%"
    assert spanish["date"] == "5 ene 2021"
    assert spanish["money"] == "\u2212228,4\u00a0M\u00a0$"
    assert spanish["list"] == "PAM, OMS y FAO"
    assert spanish["many"] == "7 résultats"
    assert "332,4\u00a0M\u00a0$" in spanish["funding"]


def test_its_files_open_in_its_spreadsheets(spanish):
    assert spanish["table"].splitlines()[1].count(";") > 4
    assert spanish["chart"].splitlines()[0].count(";") > 3
