"""Profiles of agencies and axes: what the report says of each, and what it does not say."""

import re
from html import escape

import pandas as pd
import pytest

from dashboard.analysis.finance import with_rates_and_shares
from dashboard.analysis.people import people_of
from dashboard.analysis.results import Filters, strongest_results
from dashboard.components.markup import markup
from dashboard.domain.text import folded
from dashboard.i18n import LANGUAGES, translator
from dashboard.pages.registry import PAGES, context_of
from dashboard.presenters.reader import address
from dashboard.presenters.results.items import chosen_results
from dashboard.store.codes import spellings


def context(catalog, page, key, language="fr"):
    return context_of(catalog, address(translator(language), page, key), "")


def profile(catalog, page, key, language="fr"):
    return markup(PAGES[page].layout(context(catalog, page, key, language)))


def first(catalog, table):
    """An agency or axis that has a row of money."""
    return str(catalog[table].iloc[0, 1])


@pytest.fixture(scope="module")
def without_money(catalog):
    rows = catalog["finance_agencies"]
    return next(key for key in catalog.rows("agencies") if key not in set(rows["agency_id"]))


def test_an_agency_without_money_says_so_and_shows_no_zero(catalog, without_money):
    html = profile(catalog, "agency", without_money)
    assert "cela ne veut pas dire zéro" in html
    assert "key-figures" not in html
    assert PAGES["agency"].every_card(context(catalog, "agency", without_money)) == []


@pytest.mark.parametrize(("page", "table"), [("agency", "finance_agencies"), ("axis", "finance_axes")])
def test_money_is_that_of_the_report_with_a_passport_each(catalog, page, table):
    key = first(catalog, table)
    html = profile(catalog, page, key)
    row = catalog[table][catalog[table].iloc[:, 1] == key].iloc[0]
    assert translator("fr").dollars(row["budget_usd"]) in html
    for measure in ("budget", "mobilised", "spent", "gap"):
        assert f"{key}~{measure}" in html
    assert f"{key}~rate" in html


@pytest.mark.parametrize(("page", "table"), [("agency", "finance_agencies"), ("axis", "finance_axes")])
def test_rates_stand_beside_those_of_the_printed_total(catalog, page, table):
    card = PAGES[page].card(context(catalog, page, first(catalog, table)), f"{page}-rates")
    total = catalog["finance_totals"].query("year == @catalog.year").iloc[0]
    assert card.rows["all"].tolist() == [
        pytest.approx(100 * total["mobilised_usd"] / total["budget_usd"]),
        pytest.approx(100 * total["spent_usd"] / total["mobilised_usd"]),
    ]
    assert (card.rows["own_figure"] != "").all()


def test_a_rate_that_cannot_be_computed_draws_no_chart(package):
    path = package / "finance_agencies.csv"
    header, line, *rest = path.read_text(encoding="utf-8").splitlines()
    cells = line.split(",")
    cells[3], cells[4], cells[6] = "0", cells[2], ""
    path.write_text("\n".join([header, ",".join(cells), *rest]) + "\n", encoding="utf-8")
    from dashboard.store.catalog import Catalog
    from dashboard.store.package import read_folder

    reading = read_folder(package)
    broken = Catalog(reading.package, reading.frames, "test")
    assert PAGES["agency"].every_card(context(broken, "agency", cells[1])) == []
    assert "non calculable" in profile(broken, "agency", cells[1])


def test_outputs_of_an_agency_count_their_results(catalog):
    for key in catalog.rows("agencies"):
        html = profile(catalog, "agency", key)
        rows = chosen_results(catalog, Filters(catalog.year, agency=key))
        assert len(re.findall(r'class="result"', html)) == len(rows)
        if len(rows):
            assert translator("fr")("count.results", n=len(rows)) in html


def test_an_axis_shows_each_of_its_results_challenges_and_indicators(catalog):
    for key in catalog.rows("axes"):
        html = profile(catalog, "axis", key)
        for result in chosen_results(catalog, Filters(catalog.year, axis=key))["result_id"]:
            assert f'id="{result}"' in html
        indicators = catalog["indicators"].query("axis_id == @key")["indicator_id"]
        assert all(f"indicator={indicator}" in html for indicator in indicators)
        outcomes = catalog["outcomes"].query("axis_id == @key")["outcome_id"]
        challenges = catalog["challenges"][catalog["challenges"]["outcome_id"].isin(outcomes)]
        texts = [translator("fr").of(row, "text") for row in challenges.to_dict("records")]
        assert texts and all(escape(text, quote=False) in html for text in texts)


def outputs_shown(html):
    """Of each output of a profile, the ids of the results that stand before its fold."""
    lists = re.findall(r'<ul class="strongest">(.*?)</ul>', html, re.DOTALL)
    return [re.findall(r'<li[^>]* id="([^"]*)"', shown) for shown in lists]


@pytest.mark.parametrize(("page", "table"), [("agency", "agencies"), ("axis", "axes")])
def test_an_output_shows_its_three_strongest_results_first_each_with_its_passport(catalog, page, table):
    people = people_of(catalog["result_figures"])
    results = catalog.rows("results")
    for key in catalog.rows(table):
        html = profile(catalog, page, key)
        rows = chosen_results(catalog, Filters(catalog.year, **{page: key}))
        first = outputs_shown(html)
        assert len(first) == rows[rows["output_id"] != ""]["output_id"].nunique()
        for shown in first:
            assert 1 <= len(shown) <= 3
            own = rows[rows["output_id"] == results[shown[0]]["output_id"]]
            others = own[(own["duplicate_of"] == "") & ~own["result_id"].isin(shown)]["result_id"]
            assert (
                people.reindex(others).max() <= people.reindex(shown).min()
                or people.reindex(others).isna().all()
            )
            assert all(f"r~{result}" in html for result in shown)


def test_strongest_results_count_people_then_anything_and_tell_nothing_twice():
    results = pd.DataFrame(
        [
            ("words", "1", ""),
            ("things", "1", ""),
            ("few", "1", ""),
            ("many", "1", ""),
            ("again", "1", "many"),
        ],
        columns=["result_id", "output_id", "duplicate_of"],
    )
    figures = pd.DataFrame(
        [
            ("things", 9000, "items", "total"),
            ("few", 10, "people", "total"),
            ("many", 500, "people", "total"),
            ("again", 500, "people", "total"),
            ("words", 70, "items", "target"),
        ],
        columns=["result_id", "value", "unit", "role"],
    )
    assert list(strongest_results(results, figures, 9)["result_id"]) == ["many", "few", "things", "words"]
    assert list(strongest_results(results, figures, 2)["result_id"]) == ["many", "few"]


def test_a_profile_is_headed_by_its_finding_and_shows_its_row_of_money_first(catalog):
    t = translator("fr")
    for page, table in (("agency", "finance_agencies"), ("axis", "finance_axes")):
        key = first(catalog, table)
        html = profile(catalog, page, key)
        row = with_rates_and_shares(catalog[table], catalog.year).set_index(f"{page}_id").loc[key]
        heading = re.search(r"<h1>(.*?)</h1>", html)[1]
        assert t.percent(row["mobilised_pct"], 0) in heading
        board = html.index('class="board"')
        assert board < html.index('class="strongest"')
        own = re.search(r'<tr class="chosen">(.*?)</tr>', html)[1]
        assert t.percent(row["mobilised_pct"], 0) in own and t.percent(row["spent_pct"], 0) in own


def test_an_agency_named_with_another_says_with_which_and_never_that_it_is_not_cited(catalog):
    listed = catalog["output_agencies"]
    names = spellings(catalog, "agencies")
    with_other = listed[listed["detail"].map(lambda detail: folded(detail) in names)]
    assert len(with_other)
    for key, rows in with_other.groupby("agency_id"):
        html = profile(catalog, "agency", key)
        assert translator("fr")("agency.no_output") not in html
        for detail, own in rows.groupby("detail"):
            said = re.search(
                rf'Le rapport la nomme avec <a href="/fr/agence/{names[folded(detail)]}"[^.]*', html
            )
            assert said
            assert all(output in html[said.start() : said.end() + 80] for output in own["output_id"])


def test_what_an_agency_shares_opens_the_two_side_by_side(catalog):
    html = profile(catalog, "agency", "unicef")
    link = re.search(r'href="(/fr/agences\?a=unicef,pam)".*?class="count">([^<]*)<', html, re.DOTALL)
    assert link[2].replace("\u00a0", " ") == "4 produits"


def test_compare_with_offers_every_other_agency(catalog):
    html = profile(catalog, "agency", "unicef")
    form = re.search(r'<form[^>]*class="compare"[^>]*>(.*?)</form>', html, re.DOTALL)[1]
    listed = set(catalog["output_agencies"].query("year == @catalog.year")["agency_id"])
    assert set(re.findall(r'<option[^>]* value="([^"]+)"', form)) == listed - {"unicef"}
    assert 'type="hidden"' in form and 'value="unicef"' in form


def test_every_agency_can_be_reached_from_any_other(catalog):
    html = profile(catalog, "agency", next(iter(catalog.rows("agencies"))))
    assert all(f'href="/fr/agence/{key}"' in html for key in catalog.rows("agencies"))


def test_places_lead_to_as_many_results_as_they_say(catalog):
    from dashboard.pages.results import found

    html = profile(catalog, "axis", next(iter(catalog.rows("axes"))))
    pairs = re.findall(r'href="/fr/resultats\?([^"]*place=[^"]*)"[^>]*>.*?class="count">(\d+)<', html)
    assert pairs
    for query, count in pairs[:8]:
        shown = found(context_of(catalog, "/fr/resultats", query.replace("&amp;", "&")))
        assert len(shown.rows) == int(count)


@pytest.mark.parametrize("language", LANGUAGES)
def test_element_ids_are_unique(catalog, language):
    for page, table in (("agency", "agencies"), ("axis", "axes")):
        for key in list(catalog.rows(table))[:4]:
            ids = re.findall(r' id="([^"]*)"', profile(catalog, page, key, language))
            assert len(ids) == len(set(ids))
