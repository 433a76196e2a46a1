"""Numbers, plurals and spaces as each language writes them."""

import pytest

from dashboard.i18n import LANGUAGES, translator
from dashboard.i18n.translator import spaced

FR, EN = translator("fr"), translator("en")


def test_french_comes_first():
    assert LANGUAGES[0] == "fr"


def test_numbers_follow_the_language():
    assert FR.number(1234567.8) == "1\u202f234\u202f567,8"
    assert EN.number(1234567.8) == "1,234,567.8"
    assert EN.number(-2.5) == "\u22122.5"
    assert FR.percent(-18.76, 1) == "\u221218,8\u202f%"
    assert FR.percent(84) == "84\u202f%"
    assert EN.percent(84) == "84%"


def test_amounts_follow_the_language_and_keep_their_sign():
    assert FR.scaled(-228_429_249) == "\u2212228,4\u00a0M\u00a0$"
    assert EN.scaled(-228_429_249) == "\u2212$228.4\u00a0M"
    assert FR.scaled(228_000_000, None) == "228\u00a0M\u00a0$"
    assert EN.scaled(1_050_000_000, None) == "$1,050\u00a0M"
    assert EN.dollars(105661) == "$105,661"
    assert EN.scaled(2_000_000_000, None) == "$2,000\u00a0M"


def test_no_amount_at_all_is_not_a_rounded_one():
    assert (FR.scaled(0), EN.scaled(0)) == ("0\u00a0$", "$0")
    assert EN.scaled(40_000) == "$40,000", "a short one would say nothing"


@pytest.mark.parametrize(
    ("n", "french", "english"), [(0, "0 résultat", "0 results"), (1, "1 résultat", "1 result")]
)
def test_plurals_follow_the_language(n, french, english):
    assert FR("count.results", n=n) == french
    assert EN("count.results", n=n) == english


def test_a_key_that_is_missing_is_never_shown():
    with pytest.raises(KeyError):
        FR("no.such.key")


def test_french_stands_in_for_a_missing_translation():
    assert EN.of({"name_fr": "Mali"}) == "Mali"


@pytest.mark.parametrize(
    ("row", "french", "english"),
    [
        ({"note": "Printed.", "note_fr": "Imprimé."}, "Imprimé.", "Printed."),
        ({"note": "Imprimé.", "note_en": "Printed."}, "Imprimé.", "Printed."),
        ({"note": "", "note_fr": ""}, "", ""),
    ],
)
def test_a_bare_column_stands_for_the_language_without_one(row, french, english):
    assert (FR.of(row, "note"), EN.of(row, "note")) == (french, english)


def test_french_marks_keep_to_their_word_and_numbers_stay_whole():
    assert spaced("« 1 664 » : 14,4 % ?", "fr") == "«\u00a01\u202f664\u00a0»\u00a0: 14,4\u202f%\u202f?"
    assert spaced("In 2020 400 people", "en") == "In 2020 400 people", "English parts thousands by commas"


def test_names_are_listed_as_the_language_does():
    assert FR.listing(["PAM"]) == "PAM"
    assert FR.listing(["PAM", "OMS", "FAO"]) == "PAM, OMS et FAO"
    assert EN.listing(["WFP", "WHO"]) == "WFP and WHO"


@pytest.mark.parametrize(
    ("text", "language", "kept"),
    [
        ("section 2.6, Tableau 1, ligne {line}", "fr", "section\u00a02.6, Tableau\u00a01, ligne\u00a0{line}"),
        ("section 2.6, table 1", "en", "section\u00a02.6, table\u00a01"),
        ("{size} kB, 1,617,059 USD", "en", "{size}\u00a0kB, 1,617,059\u00a0USD"),
        ("la ligne du tableau", "fr", "la ligne du tableau"),
    ],
)
def test_no_line_parts_a_table_from_its_number_or_a_number_from_its_unit(text, language, kept):
    assert spaced(text, language) == kept


def test_a_country_s_names_stand_in_their_places_and_begin_sentences():
    names = {"country.name": "Haïti", "country.in": "en Haïti", "country.all": "tout l'Est"}
    said = FR.speaking({"fr": names})
    assert said("site.name") == "Résultats de l’ONU en Haïti"
    assert said.named("{Country.all} et {country.all}") == "Tout l’Est et tout l’Est"
    assert EN.speaking({"en": {"country.in": "in Haiti"}, "fr": names})("site.name") == "UN results in Haiti"


def test_a_name_that_nobody_gave_leaves_its_place_open():
    assert FR.named("{country.in}") == "{country.in}"
    assert "country.in" in FR.places() & EN.places()
