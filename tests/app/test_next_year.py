"""A year from now: with an invented 2022 in the tables every page answers for each of the two years."""

import re
import shutil
from html import unescape
from pathlib import Path

import pytest
from tests.next_year import NEW, OLD, RETOLD, with_next_year

from dashboard.components.markup import markup
from dashboard.domain.errors import BrokenPackageError
from dashboard.i18n import LANGUAGES, translator
from dashboard.operate.opening import faults_of, open_data
from dashboard.operate.report import problem_lines, year_lines
from dashboard.pages.registry import PAGES, context_of
from dashboard.presenters.indicators.board import status_card
from dashboard.web.addresses import addresses
from dashboard.web.carrying import drawn
from dashboard.web.packages import readme_text
from dashboard.web.shell import Site, document
from store.packages import rewrite, set_cell

OF_THE_YEAR = ("finance_agencies", "finance_axes", "finance_totals", "results")
STORIES = ("overview", "funding", "results", "map", "agency", "axis", "place")
"""Pages that tell one year; the page of the data lists all findings."""
MONEY = ("overview", "funding", "agency")


@pytest.fixture(scope="module")
def folder(settings, tmp_path_factory):
    return with_next_year(settings.data, tmp_path_factory.mktemp("next") / "data")


@pytest.fixture(scope="module")
def world(folder):
    return open_data(folder)


@pytest.fixture
def served(app, world):
    """How a server sends a page, by address; the files of the front end are those of today's data."""
    site = Site(world, app.server.extensions["dashboard-files"], {}, "")
    return lambda address: document(context_of(world, *address.split("?")), site)


@pytest.fixture
def package(folder, tmp_path):
    """The two years, to be broken."""

    return Path(shutil.copytree(folder, tmp_path / "data"))


def shown(world, path, year):
    context = context_of(world, path, f"year={year}")
    return markup(PAGES[context.page].layout(context)) if context else ""


@pytest.fixture(scope="module")
def pages(world):
    """Every page of the new year: (page, text) by address."""
    paths = [path for path in addresses(world) if path.startswith("/fr/")]
    return {path: (context_of(world, path, "").page, shown(world, path, NEW)) for path in paths}


def test_every_page_answers_for_the_new_year(pages, caplog):
    assert [path for path, (_, text) in pages.items() if text.count("<h1") != 1] == []
    assert [record.getMessage() for record in caplog.get_records("setup")] == []


@pytest.mark.parametrize("year", [NEW, OLD])
def test_a_page_of_each_kind_answers_in_english(world, year, caplog):
    kinds = {context_of(world, path, "").page: path for path in addresses(world) if path.startswith("/en/")}
    for path in kinds.values():
        assert shown(world, path, year).count("<h1") == 1, path
    assert caplog.records == []


def test_no_finding_of_a_year_is_told_in_another(world, pages):
    findings = world["findings"]
    told = findings[findings["table"].isin(OF_THE_YEAR) & (findings["year"] == int(OLD))]
    texts = list(told["explanation_fr"])
    new = {path: unescape(text) for path, (page, text) in pages.items() if page in STORIES}
    assert [(path, text) for path, page in new.items() for text in texts if text in page] == []
    old = " ".join(unescape(shown(world, path, OLD)) for path, (page, _) in pages.items() if page in MONEY)
    assert any(text in old for text in texts), "told in its own year"


def test_what_a_page_shows_of_a_year_is_said_to_come_from_its_report(world, pages):
    """The status board alone is of all reports."""
    told = {path: unescape(text) for path, (page, text) in pages.items() if page in STORIES}
    of_all = status_card(context_of(world, "/fr/", ""), "status", []).source
    assert f"rapport annuel {OLD}" in of_all
    wrong = f"rapport annuel {OLD}"
    assert [path for path, text in told.items() if wrong in text.replace(of_all, "")] == []
    assert all(f"rapport annuel {NEW}" in text for path, text in told.items() if "/financement" in path)
    old = unescape(shown(world, "/fr/financement", OLD)).replace("\u00a0", " ")
    assert f"rapport annuel {OLD}, section 2.6, tableau 1" in old
    assert f"rapport annuel {NEW}" not in old


def test_the_foot_of_a_page_names_the_report_of_its_year(served):
    for path, year in (("/fr/hors-connexion?", NEW), (f"/fr/comparer?year={OLD}", OLD)):
        foot = unescape(served(path).partition("<footer")[2].partition("</footer>")[0])
        assert re.findall(r"apport annuel (\d+)", foot) == [year], path


def test_a_series_goes_on_in_the_next_report_and_a_revision_is_said(world):
    text = shown(world, "/fr/tendances", f"{NEW}&indicator=ger-primary-1&sex=female").replace("\u202f", " ")
    said = re.sub(r"<[^>]+>", "", unescape(text)).replace("\u00a0", " ")
    assert "70,5 % (2019)" in said
    assert "79 % (2022)" in said
    assert "rapport annuel 2022 donne 73 %, le rapport annuel 2021 donnait 72,5 %" in said
    assert f"/f/o~{RETOLD}" in text, "the older value keeps its passport"
    passport = shown(world, f"/fr/f/o~{RETOLD}", NEW)
    assert "/f/o~next-again" in passport


LEADS = re.compile(r' href="(/[^"#]*)')


def losing(world, text):
    """The links of a text to pages that open on the newest year, but for those that ask for it."""
    asked = [unescape(address) for address in LEADS.findall(text)]
    found = [(address, context_of(world, *address.partition("?")[::2])) for address in asked]
    return [
        address
        for address, context in found
        if context and context.view["year"] == NEW and f"year={NEW}" not in address
    ]


def test_the_year_travels_from_a_page_of_each_kind(world, served):
    kinds = {context_of(world, path, "").page: path for path in addresses(world) if path.startswith("/fr/")}
    assert len(kinds) > 12
    for name, path in kinds.items():
        text = served(f"{path}?year={OLD}")
        assert losing(world, text) == [], name
        chosen = f'year={NEW}"' in text and name != "cycle"  # which leads into every year
        assert (f"Vous lisez l’année {OLD}" in text) == chosen, "said where it can be changed"
        for form in re.findall(r"<form.*?</form>", text, re.DOTALL):
            assert 'name="year"' in form or 'method="get"' not in form, (name, form)


def test_what_a_choice_redraws_keeps_the_year_too(world):
    for path in ("/fr/carte", "/fr/resultats", "/fr/financement"):
        states = drawn(context_of(world, path, f"year={OLD}")).states
        texts = [state for state in states.values() if isinstance(state, str)]
        assert any(f"year={OLD}" in text for text in texts), path
        assert [address for text in texts for address in losing(world, text)] == []


def test_a_figure_of_an_older_report_leads_back_into_its_year(world, served):
    text = served(f"/fr/f/m~agencies~{OLD}~pam~mobilised?")
    assert f"/fr/financement?year={OLD}" in text
    assert [address for address in losing(world, text) if "/f/m~" not in address] == [], "but to itself"


def test_a_page_of_the_newest_year_only_offers_the_older_one(served):
    text = served("/fr/agence/pam?")
    assert re.search(rf'href="/fr/agence/pam\?year={OLD}"', text)
    assert "Vous lisez l’année" not in text
    assert 'href="/fr/agences"' in text


def test_the_archive_names_every_report(world):
    text = readme_text(world, "fr")
    assert all(f"rapport annuel {year}" in text for year in (OLD, NEW))
    assert "UNSDCF" in text


def test_the_check_counts_each_year(world):
    lines = [line.replace("\u00a0", " ") for line in year_lines(world, translator("fr"))]
    assert [line[:4] for line in lines] == [OLD, NEW]
    assert all(re.search(r"[1-9]\d* agences, [1-9]\d* résultats, [1-9]\d* axes", line) for line in lines)


def without(table, /, **values):
    """A deed: the rows of the new year that have these values are lost."""
    wanted = {"year": NEW, **values}
    return lambda package: rewrite(
        package / f"{table}.csv",
        lambda rows: rows.__setitem__(slice(None), [r for r in rows if not wanted.items() <= r.items()]),
    )


def alone(*tables):
    """A deed: of the new year only these tables have rows."""
    return lambda package: [without(table)(package) for table in OF_THE_YEAR[:3] if table not in tables]


INCOMPLETE = {
    "no total of agencies": (without("finance_totals", table="agencies"), ["finance_totals (agencies)"]),
    "no total of axes": (without("finance_totals", table="axes"), ["finance_totals (axes)"]),
    "no report": (without("reports"), ["reports"]),
    "no rows of agencies": (without("finance_agencies"), ["finance_agencies"]),
    "no rows of axes": (without("finance_axes"), ["finance_axes"]),
    "totals alone": (alone("finance_totals"), ["finance_agencies", "finance_axes"]),
    "results before the money": (alone(), ["finance_agencies", "finance_axes", "finance_totals (agencies)"]),
}


@pytest.mark.parametrize("case", INCOMPLETE)
def test_what_a_year_lacks_is_told_once(package, case):
    deed, missing = INCOMPLETE[case]
    deed(package)
    problems = faults_of(package)
    for language in LANGUAGES:
        (line,) = problem_lines(problems, translator(language))
        assert NEW in line
        assert all(part in line for part in missing)


def test_a_finding_of_one_year_excuses_nothing_in_another(package):
    """The printed total of 2022 becomes 999; the findings about the total of 2021 stay."""
    set_cell(package, "finance_totals", {"year": NEW, "table": "agencies"}, budget_usd="999", gap_usd="")
    with pytest.raises(BrokenPackageError) as broken:
        open_data(package)
    (problem,) = broken.value.problems
    assert (problem.table, problem.value, problem.rule) == ("finance_totals", "999", "sum_against_computed")
    for language in LANGUAGES:
        (line,) = problem_lines([problem], translator(language))
        assert f"year {NEW}" in line
