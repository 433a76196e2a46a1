"""All years on one page, with five invented ones after the report's: what adds up, is new, returns."""

import re
from html import unescape
from urllib.parse import unquote

import pytest
from tests.next_year import CYCLE, OLD, SILENT_IN, with_years

from dashboard.components.markup import markup
from dashboard.operate.opening import open_data
from dashboard.pages.registry import PAGES, context_of
from dashboard.presenters.passports import passport_of
from dashboard.web.downloads import card_bytes

YEARS = (OLD, *CYCLE)


@pytest.fixture(scope="module")
def world(settings, tmp_path_factory):
    """The report's year and five invented ones."""
    return open_data(with_years(settings.data, tmp_path_factory.mktemp("cycle") / "data"))


@pytest.fixture(scope="module")
def page(world):
    context = context_of(world, "/fr/annees", "q=eau")
    return context, markup(PAGES["cycle"].layout(context))


def said(text):
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", text)))


def test_every_card_tells_all_years_and_every_number_its_passport(page, caplog):
    context, text = page
    assert [record.getMessage() for record in caplog.get_records("setup")] == []
    cards = {card.id: card for card in PAGES["cycle"].every_card(context)}
    for name in ("money", "figures", "outputs", "places", "words"):
        content = card_bytes(context, cards[f"cycle-{name}"], tagged=False).decode("utf-8-sig")
        assert all(year in content for year in YEARS), name
    figures = {unquote(figure) for figure in re.findall(r"/f/([^\"?#]+)", text)}
    assert len(figures) > 300
    assert [figure for figure in figures if passport_of(context, figure) is None] == []


def test_amounts_add_up_over_the_years_and_change_beside_the_year_before(world, page):
    context, _ = page
    printed = world.money("finance_totals").query("table == 'agencies'").set_index("year")["spent_usd"]
    so_far = passport_of(context, f"y~totals~{CYCLE[-1]}~agencies~spent_cumulated")
    assert so_far.number == printed.sum()
    assert len(so_far.computation.addends) == len(YEARS)
    change = passport_of(context, f"y~totals~{CYCLE[0]}~agencies~spent_change")
    before, now = printed[int(OLD)], printed[int(CYCLE[0])]
    assert change.number == pytest.approx(100 * (now - before) / before)
    assert passport_of(context, f"y~totals~{OLD}~agencies~spent_change") is None


def test_an_output_that_a_report_leaves_out_resumes_later(page):
    context, _ = page
    rows = PAGES["cycle"].card(context, "cycle-outputs").rows.set_index("label")
    resumed = rows[rows["state"] == context.t("cycle.state.resumed")]
    assert len(resumed) > 0
    assert (resumed[f"y{SILENT_IN}"] == 0).all()


def test_what_was_announced_stands_beside_what_is_told_and_what_returns_is_said(page):
    context, text = page
    cards = {card.id: card for card in PAGES["cycle"].every_card(context)}
    announced = cards["cycle-announced"].rows
    assert set(announced["label"]) == set(CYCLE), "what is announced for later has no report yet"
    assert (announced["results"] > 0).any()
    assert len(cards["cycle-revised"].rows) == 1
    assert "72,5 %" in said(text).replace("\u202f", " ")


def test_what_changed_between_two_reports_is_listed_and_calls_nothing_a_rise(world, page):
    context, _ = page
    silent = context_of(world, "/fr/annees", f"year={SILENT_IN}")
    card = PAGES["cycle"].card(silent, "cycle-between")
    kinds = set(card.rows["kind"])
    assert context.t("cycle.between.gone.output") in kinds
    first = PAGES["cycle"].card(context_of(world, "/fr/annees", f"year={OLD}"), "cycle-between")
    assert {context.t("cycle.between.restated"), context.t("cycle.between.value")} <= set(first.rows["kind"])
    words = " ".join([*first.rows["kind"], first.heading, first.finding]).lower()
    assert not re.search("hausse|baisse|augment|diminu|progr", words)


@pytest.mark.parametrize("asked", ["/fr/financement", "/fr/resultats", "/en/agency/pam"])
def test_the_year_control_of_a_page_leads_to_all_years(world, asked):
    text = markup(PAGES[context_of(world, asked, "").page].layout(context_of(world, asked, "")))
    assert re.search(r'href="/(fr/annees|en/years)#cycle-\w+"', text)


def test_with_one_year_the_page_says_so_and_shows_no_card(catalog):
    context = context_of(catalog, "/fr/annees", "")
    text = said(markup(PAGES["cycle"].layout(context)))
    assert f"une année : {OLD}" in text.replace("\u00a0", " ").replace("\u202f", " ")
    assert PAGES["cycle"].every_card(context) == []
    assert "annees" not in markup(PAGES["funding"].layout(context_of(catalog, "/fr/financement", "")))


def test_all_as_a_year_leads_to_the_page_of_all_years(client):
    answer = client.get("/fr/resultats?year=all&q=eau")
    assert (answer.status_code, answer.location) == (302, "/fr/annees?q=eau#cycle-words")
