"""What CONTRIBUTING.md promises: an addition to the world touches tables only."""

import csv
import os
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from dashboard.components.markup import markup
from dashboard.i18n import translator
from dashboard.operate.new_country import write_country
from dashboard.pages.registry import PAGES, context_of
from dashboard.settings import from_environment
from dashboard.store import Catalog, load
from dashboard.web.addresses import addresses
from dashboard.web.light import light_documents
from dashboard.web.offline import files_of
from dashboard.web.preview import site_of
from dashboard.web.shell import document
from dashboard.web.statics import Statics, voice_name
from store.packages import add_row, set_cell

ROOT = Path(__file__).resolve().parents[2]
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").split("## Add to the data")[1]


def add(package: Path, table: str, /, **values: object) -> None:
    """Append a row to a table; columns that are not named stay empty."""
    path = package / f"{table}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        columns = next(csv.reader(file))
    assert set(values) <= set(columns)
    with path.open("a", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerow([values.get(column, "") for column in columns])


def shown(world: Catalog, path: str, query: str = "") -> str:
    """The content of a page over these tables, as a reader gets it."""
    context = context_of(world, path, query)
    assert context is not None, f"no page at {path}"
    return markup(PAGES[context.page].layout(context))


def money(**amounts: int) -> dict[str, object]:
    return {f"{name}_usd": amount for name, amount in amounts.items()}


def test_an_agency(package):
    names = {"acronym_fr": "OMPI", "acronym_en": "WIPO", "name_fr": "Propriété", "name_en": "Property"}
    add(package, "agencies", agency_id="ompi", kind="specialized-agency", **names)
    add(package, "output_agencies", year=2021, output_id="2.1.3", agency_id="ompi")
    world = load(package)
    assert "Propriété" in shown(world, "/fr/agence/ompi")
    assert "WIPO" in shown(world, "/en/results", "agency=ompi")
    assert "Property" in shown(world, "/en/funding")


def test_a_result(package):
    add(
        package, "results", result_id="2021-2.1.3-99", year=2021, output_id="2.1.3", section="2.2",
        summary_fr="77 moulins tournent.", summary_en="77 mills turn.", scope="places",
        beneficiary="producers", source_id="un-mali-2021", source_ref="2.2, 2.1.3, L478",
    )  # fmt: skip
    figure = {"who_fr": "moulins", "who_en": "mills", "headline": "true", "qualifier": "=", "role": "total"}
    add(package, "result_figures", result_id="2021-2.1.3-99", seq=1, value=77, unit="items", **figure)
    add(package, "result_places", result_id="2021-2.1.3-99", place_id="ML0703")
    world = load(package)
    assert "mills turn." in shown(world, "/en/results", "output=2.1.3")
    assert "moulins tournent." in shown(world, "/fr/lieu/ML0703")


def test_an_indicator(package):
    add(
        package, "indicators", indicator_id="wells", axis_id=3, theme="water",
        name_fr="Puits", name_en="Wells", unit="items", better="up", definition_fr="Puits creusés.",
        definition_en="Wells dug.", decimals=0,
    )  # fmt: skip
    for year, value in ((2019, 120), (2021, 240)):
        add(
            package, "observations", observation_id=f"wells-total-{year}-report", indicator_id="wells",
            source_id="un-mali-2021", series="report", sex="total", year=year, period=year, value=value,
            qualifier="=", kind="observed", source_ref="2.1, L150",
        )  # fmt: skip
    world = load(package)
    assert "Wells dug." in shown(world, "/en/trends", "indicator=wells")
    assert "Puits" in shown(world, "/fr/")


def test_a_year(package):
    amounts = money(budget=100, mobilised=80, gap=20, spent=40)
    add_row(package, "sources", {"source_id": "un-mali-2021"}, source_id="un-mali-2022")
    add(
        package, "reports", year=2022, source_id="un-mali-2022", name_fr="rapport annuel 2022",
        name_en="annual report 2022", agencies_ref="3.1, p40", axes_ref="3.1, p41", outputs_ref="2",
        indicators_ref="1",
    )  # fmt: skip
    printed = {"year": 2022, **amounts, "execution_rate_pct": 50, "source_ref": "2.6, Tab1, L1"}
    add(package, "finance_agencies", agency_id="pam", **printed)
    add(package, "finance_axes", axis_id="1", **printed)
    for table in ("agencies", "axes"):
        add(package, "finance_totals", table=table, **printed)
    world = load(package)
    page = shown(world, "/fr/financement")
    assert "rapport annuel 2022, section 3.1, page 40" in page.replace("\u00a0", " ")
    assert 'value="2021"' in page, "a reader can go back to the year before"
    assert "$40" in shown(world, "/en/funding", "year=2022")


def test_a_question(package):
    add(
        package, "questions", question_id="q-new", reader="public", text_fr="Et les puits ?",
        text_en="What about wells?", page="results", query="theme=water",
    )  # fmt: skip
    world = load(package)
    assert "What about wells?" in shown(world, "/en/")


def test_a_slide(package):
    add(package, "decks", slide_id="schools", deck="year", card="trends-stunting", query="indicator=stunting")
    world = load(package)
    deck = shown(world, "/en/meeting")
    assert deck.count("<svg") == 9
    assert 'data-code="schools"' in deck


def test_a_word(package):
    add(package, "synonyms", language="fr", word="margelle", means="theme:water")
    add(
        package, "glossary", term_id="rim", name_fr="margelle", name_en="rim",
        text_fr="Bord d'un puits.", text_en="Edge of a well.",
    )  # fmt: skip
    world = load(package)
    theme = translator("fr").of(world.terms("theme")["water"])
    assert theme in shown(world, "/fr/recherche", "q=margelle")
    assert "Edge of a well." in shown(world, "/en/search", "q=rim")


def test_a_place(package):
    add(
        package, "places", place_id="ML0799", level="cercle", parent_id="ML07", pcode="ML0799",
        name_fr="Terre-Neuve", lat=16.5, lon=0.5, source_id="codab-2021",
        tile_row=0, tile_col=0, tile_label="T-N",
    )  # fmt: skip
    world = load(package)
    assert "Terre-Neuve" in shown(world, "/fr/lieu/ML0799")
    assert "Terre-Neuve" in shown(world, "/en/map", "level=cercle")


def test_a_finding(package):
    add(
        package, "findings", finding_id="new", year=2021, severity="note", weight=3, table="indicators",
        key="stunting", explanation_fr="Deux pages se contredisent.", explanation_en="Two pages differ.",
        source_ref="L150",
    )  # fmt: skip
    world = load(package)
    assert "Two pages differ." in shown(world, "/en/data")
    assert "Deux pages se contredisent." in shown(world, "/fr/tendances", "indicator=stunting")


def test_a_summary_in_a_further_language(package, app, settings):
    """Invented words and an invented voice: they are told, heard, kept and carried like any page."""
    assert "essentiel/" not in shown(load(package), "/fr/")
    folder = package / "summaries"
    folder.mkdir()
    head = "---\nlanguage: Lala\ntitle: Lala lo\nsource: Équipe de pays, 2022\n---\n"
    (folder / "bm.md").write_text(f"{head}## Lo la\n\nLa li lo 332.\n", encoding="utf-8")
    voice = bytes(range(256)) * 20
    (folder / "bm.ogg").write_bytes(voice)
    world = load(package)
    summary = world.summaries["bm"]
    statics = Statics(settings.assets, settings.build, {voice_name(summary): summary.voice})
    address = statics.address(voice_name(summary))
    world = world.on_site(voices={"bm": address})
    site = replace(site_of(app.server), catalog=world)

    with app.server.test_request_context("/", headers={"Range": "bytes=10-19"}):
        part = statics.serve(address.rpartition("/")[2])
    assert (part.status_code, part.mimetype, part.get_data()) == (206, "audio/ogg", voice[10:20])

    context = context_of(world, "/fr/essentiel/bm", "")
    page, (light,) = document(context, site), light_documents(context, site, "br")
    assert '<h1 lang="bm">Lala lo</h1>' in page and '<article lang="bm">' in page
    (player,) = re.findall(r"<audio[^>]*>", page)
    assert all(given in player for given in (f'src="{address}"', "controls", 'preload="none"', "Lala"))
    assert f'src="{address}"' in light and "La li lo 332" in light and "<script" not in light
    assert "Équipe de pays, 2022" in page
    for told in (page, shown(world, "/fr/"), shown(world, "/fr/essentiel"), light):
        assert re.search(r'href="(/lite)?/fr/essentiel/bm"[^>]*>Lala</a>', told)
    assert address in files_of(page), "kept with the whole site"
    assert {"/fr/essentiel/bm", "/en/essentials/bm"} <= set(addresses(world)), (
        "which holds each page of these"
    )


def test_another_country(settings, tmp_path, monkeypatch):
    folder = tmp_path / "haiti"
    write_country("HTI", folder, settings.data, 2024)
    set_cell(folder, "places", {"name_fr": "À remplir"}, name_fr="Artibonite")
    monkeypatch.setenv("DASHBOARD_DATA", str(folder))
    world = load(from_environment().data)
    assert "Artibonite" in shown(world, "/fr/carte")
    assert "What the UN did in Haiti" in shown(world, "/en/")


WELLS = '''"""Wells: a page that a tutorial adds."""

from dash import html
from dash.development.base_component import Component

from dashboard.pages import Page
from dashboard.presenters.reader import Reader


def _title(reader: Reader) -> tuple[str, str]:
    return reader.t("wells.title"), reader.t("wells.title")


def _layout(reader: Reader) -> list[Component]:
    return [html.H1(reader.t("wells.title"))]


PAGE = Page("wells", title=_title, layout=_layout, in_menu=True)
'''
ASK = """
from dashboard.settings import from_environment
from dashboard.store import load
from dashboard.web.app import create_app

settings = from_environment()
client = create_app(settings, load(settings.data)).server.test_client()
page = client.get("/fr/puits")
print(page.status_code, "<h1>Les puits" in page.text, 'href="/fr/puits"' in client.get("/fr/").text)
"""


def test_a_data_page(tmp_path, build, settings):
    """One file, one line of the registry, its words: on a copy of the source, over a small country."""
    source = tmp_path / "src"
    write_country("HTI", tmp_path / "haiti", settings.data, 2024)
    shutil.copytree(ROOT / "src", source, ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "assets").symlink_to(ROOT / "assets")
    pages = source / "dashboard" / "pages"
    (pages / "wells.py").write_text(WELLS, encoding="utf-8")
    registry = (pages / "registry.py").read_text(encoding="utf-8")
    imported = registry.replace(
        "\nfrom dashboard.presenters",
        "\nfrom dashboard.pages.wells import PAGE as WELLS\nfrom dashboard.presenters",
        1,
    )
    (pages / "registry.py").write_text(re.sub(r"\bDATA,", "DATA, WELLS,", imported), encoding="utf-8")
    for language, slug, name in (("fr", "puits", "Les puits"), ("en", "wells", "The wells")):
        with (source / "dashboard" / "locales" / f"{language}.po").open("a", encoding="utf-8") as words:
            for key, text in (("slug.wells", slug), ("menu.wells", name), ("wells.title", name)):
                words.write(f'\nmsgid "{key}"\nmsgstr "{text}"\n')
    folders = {"PYTHONPATH": source, "DASHBOARD_BUILD": build, "DASHBOARD_DATA": tmp_path / "haiti"}
    environment = {**os.environ, **{name: str(folder) for name, folder in folders.items()}}
    told = subprocess.run(
        [sys.executable, "-c", ASK], cwd=tmp_path, env=environment,
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert told.stdout.split() == ["200", "True", "True"], told.stderr


PLAYED_ELSEWHERE = {
    "Words of another language": ("tests/web/test_tongues.py", "test_strange_words_name_their_language"),
    "A prose page": ("tests/pages/test_data.py", "test_a_new_text_is_one_file_per_language"),
    "A language": ("tests/i18n/test_third_language.py", "spanish"),
}


@pytest.mark.parametrize(
    "tutorial", re.findall(r"^(?:- )?\*\*(\w[\w ]+?)\.?\*\*", CONTRIBUTING, re.MULTILINE)
)
def test_each_tutorial_is_played(tutorial):
    own = f"test_{tutorial.lower().replace(' of the overview', '').replace(' ', '_')}"
    where, test = PLAYED_ELSEWHERE.get(tutorial, ("tests/house/test_additions.py", own))
    assert f"def {test}(" in (ROOT / where).read_text(encoding="utf-8")
