"""Profiles of places: what the report says of each, and where to go from there."""

import re

import pytest

from dashboard.components.markup import islands, markup
from dashboard.i18n import LANGUAGES, translator
from dashboard.pages.place import PAGE
from dashboard.pages.registry import context_of

SLUG = {"fr": "lieu", "en": "place"}


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
            assert f"/qr{found[0].here}.svg" in text
            assert found[0].t("map.disclaimer") in text
            assert islands(found[1]) == []


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
        assert f"<h1>{catalog.row('places', place)['name_fr']} ({kind})</h1>" in text
        assert not re.search(rf"{catalog.row('places', place)['name_fr']} \((région|region|cercle)\)", text)


def test_its_results_say_their_source_in_words(catalog):
    text = markup(profile(catalog, "ML05")[1]).replace("\u00a0", " ")
    assert "Source : rapport annuel 2021, sections 2.1 et 2.2" in text
    assert re.search(r"Rapport, section [\d., ]+, ligne \d+", text)
    assert not re.search(r">[^<]*\bL\d{2,}[^<]*<", text)
