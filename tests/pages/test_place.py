"""Profiles of places: what the report says of each, and where to go from there."""

import re
from dataclasses import replace
from functools import cache

import pytest

from dashboard.analysis.results import places_within, region_wide
from dashboard.components.markup import islands, markup
from dashboard.i18n import LANGUAGES, translator
from dashboard.pages.place import PAGE
from dashboard.pages.registry import context_of
from dashboard.presenters.reader import speech

SLUG = {"fr": "lieu", "en": "place"}


@cache
def profile(catalog, place, language="fr"):
    context = context_of(catalog, f"/{language}/{SLUG[language]}/{place}", "")
    return context and (context, PAGE.layout(context))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_region_and_cercle_has_a_profile(catalog, language):
    places = list(catalog.rows("places").items())
    for key, row in places if language == LANGUAGES[0] else places[::12]:
        found = profile(catalog, key, language)
        assert bool(found) == (row["level"] in ("region", "cercle"))
        if found:
            text = markup(found[1])
            assert text.count("<h1>") == 1
            assert f"{found[0].here}</code>" in text and "/qr/" not in text
            assert found[0].t("map.disclaimer") in text
            assert [island.id for island in islands(found[1])] == ["place-finding"]


def test_a_profile_has_a_code_where_others_know_the_site(catalog):
    context, content = profile(replace(catalog, public_address="https://example.org"), "ML0503")
    assert f"/qr{context.here}.svg" in markup(content)


def test_a_region_lists_its_cercles_and_a_cercle_its_region(catalog):
    region = markup(profile(catalog, "ML05")[1])
    for key, row in catalog.rows("places").items():
        if row["parent_id"] == "ML05":
            assert f"/fr/lieu/{key}" in region
    assert 'href="/fr/lieu/ML05"' in markup(profile(catalog, "ML0503")[1])


def test_a_place_that_no_result_names_says_so(catalog):
    context, content = profile(catalog, "ML0803")
    assert context.t("place.none") in markup(content)


def test_the_place_is_marked_on_its_map(catalog):
    text = markup(profile(catalog, "ML0503")[1])
    assert text.count('aria-current="true"') == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_place_of_its_own_kind_is_called_by_it_everywhere(catalog, language):
    own = catalog["places"].query("kind != ''")
    assert not own.empty
    for place in own["place_id"]:
        kind = (
            translator(language)
            .of(catalog.terms("place_level")[catalog.row("places", place)["kind"]])
            .lower()
        )
        text = markup(profile(catalog, place, language)[1])
        assert f"<h1>{catalog.row('places', place)['name_fr']} ({kind})" in text
        assert not re.search(rf"{catalog.row('places', place)['name_fr']} \((région|region|cercle)\)", text)


def test_its_results_say_their_source_in_words(catalog):
    text = markup(profile(catalog, "ML05")[1]).replace("\u00a0", " ")
    assert "Source : rapport annuel 2021, sections 2.1 et 2.2" in text
    assert re.search(r"Rapport, section [\d., ]+, ligne \d+", text)
    assert not re.search(r">[^<]*\bL\d{2,}[^<]*<", text)


RESULT = re.compile(r'<li (?=[^>]*class="result")[^>]*\bid="([^"]+)"')


def heading(catalog, place, language="fr"):
    return re.search(r"<h1>(.*?)</h1>", markup(profile(catalog, place, language)[1]))[1]


def test_the_heading_says_how_many_results_are_placed_here_and_how_many_are_told_of_the_region(catalog):
    named, places = catalog["result_places"], catalog["places"]
    for place in places.query("level == 'cercle'")["place_id"]:
        own = named[named["place_id"].isin(places_within(places, place))]["result_id"].nunique()
        wide = len(region_wide(named, places, place))
        said = re.sub(r"\s", " ", heading(catalog, place))
        assert f": {own or 'aucun'} résultat" in said
        assert not wide or f" ; {wide} " in said


def test_results_that_name_the_fewest_places_come_first(catalog):
    named, places = catalog["result_places"], catalog["places"]
    for place in ("ML05", "ML0503", "ML0901"):
        text = markup(profile(catalog, place)[1])
        text = re.split(r"<details [^>]*region-wide", text)[0]
        inside = places_within(places, place)
        listed = list(dict.fromkeys(RESULT.findall(text)))
        own = named[named["place_id"].isin(inside)]
        assert set(listed) == set(own["result_id"])
        others = [len(set(named.loc[named["result_id"] == one, "place_id"]) - inside) for one in listed]
        assert others == sorted(others)


def test_what_is_told_of_more_than_the_place_is_folded_or_linked(catalog):
    text = markup(profile(catalog, "ML0502")[1])
    wide = re.split(r"<details [^>]*region-wide", text)[1].partition("<aside")[0]
    assert set(RESULT.findall(wide)) == region_wide(catalog["result_places"], catalog["places"], "ML0502")
    national = int((catalog["results"]["scope"] == "national").sum())
    assert re.search(rf'href="/fr/resultats\?scope=national">[^<]*\b{national}\b', text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_place_has_ten_years_of_need_or_says_with_whom_it_is_counted(catalog, language):
    rows = catalog["food_insecurity"]
    text = markup(profile(catalog, "ML0502", language)[1])
    for row in rows[rows["place_id"] == "ML0502"].to_dict("records"):
        number = translator(language).number(row["phase3_5"])
        assert re.search(rf'<a [^>]*/f/f~ML0502~{row["year"]}~phase3_5"[^>]*>{number}<', text)
    elsewhere = translator(language)("need.elsewhere", name=catalog.row("places", "ML1001")["name_fr"])
    assert elsewhere in markup(profile(catalog, "ML1003", language)[1])


def test_no_place_is_given_people_that_it_shares(catalog):
    assert not re.search("782.886", markup(profile(catalog, "ML10")[1]))
    assert not re.search("782.886", markup(profile(catalog, "ML1001")[1]))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_figure_of_the_report_is_never_moved_to_a_later_division(catalog, language):
    t = speech(catalog, language)
    later = catalog.row("places", "ML0502")["after_reform"]
    assert t("place.reform", region=later) in markup(profile(catalog, "ML0502", language)[1])
    region = re.sub("<[^>]+>", "", markup(profile(catalog, "ML05", language)[1]))
    together = catalog["places"].query("after_reform == @later")
    assert f"{later} ({t.listing(list(together['name_fr']))})" in region
    beside = markup(profile(catalog, "ML0502", language)[1]).partition(t("place.reform.with"))[2]
    for place in set(together["place_id"]) - {"ML0502"}:
        assert re.search(rf'<a href="[^"]*/{place}"', beside.partition("</p>")[0])
    assert t("place.reform.alone") in markup(profile(catalog, "ML0105", language)[1])


@pytest.mark.parametrize(("place", "rows"), [("ML05", 10), ("ML0502", 10), ("ML1003", 0)])
def test_the_years_of_a_place_can_be_taken_away(catalog, client, place, rows):
    told = markup(profile(catalog, place)[1])
    address = f"/fr/csv/place-need/{place}.csv?year={catalog.year}"
    assert (address in told) == bool(rows)
    answer = client.get(address)
    assert (answer.status_code == 200) == bool(rows)
    if rows:
        need, text = catalog["food_insecurity"], answer.get_data(as_text=True)
        for year, inside in need[need["place_id"].str.startswith(place)].groupby("year"):
            assert re.search(rf"^{year}.*\b{inside['phase3_5'].sum()}\b", text, re.MULTILINE)
