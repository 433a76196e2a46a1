"""What readers type finds what the report says about it.

`tests/expected/queries.csv` says for each query what must come first (a thing, `results`, the sentence of a
subject that the report is silent on, or `nothing`) and which results must be found, listed by reading.
"""

from pathlib import Path

import pandas as pd
import pytest

from dashboard.analysis.results import Filters
from dashboard.domain.figure_ids import parts_of
from dashboard.domain.text import words_of
from dashboard.i18n import LANGUAGES
from dashboard.pages.registry import context_of
from dashboard.presenters.lexicon import all_names, lexicon
from dashboard.presenters.passports import passport_of
from dashboard.presenters.reader import Reader, speech
from dashboard.presenters.results.filters import result_filters
from dashboard.presenters.results.found import reading, results_saying
from dashboard.presenters.results.items import chosen_results
from dashboard.presenters.search.answer import answers
from dashboard.presenters.search.entries import entry_of
from dashboard.presenters.search.index import in_digits
from dashboard.presenters.search.places import places_meant
from dashboard.search.lookalikes import lookalikes
from dashboard.search.reading import SILENCE, key_of, kind_of

EXPECTED = Path(__file__).parents[1] / "expected"
QUERIES = pd.read_csv(EXPECTED / "queries.csv", dtype=str, keep_default_na=False)
WORDS = pd.read_csv(EXPECTED / "words.csv", dtype=str)
QUESTIONS = pd.read_csv(EXPECTED / "questions.csv", dtype=str, keep_default_na=False)
COUNTED = (
    "place",
    "commune",
    "agency",
    "theme",
    "concerns",
    "beneficiary",
    "axis",
    "outcome",
    "output",
)
"""Kinds of what is found with the number of its results."""
MOST_WRONG = 0


@pytest.fixture(scope="module")
def reader(catalog):
    return Reader(catalog, speech(catalog, LANGUAGES[0]))


def first_of(reader, text):
    """What a reader sees first."""
    found = answers(reader, text, reader.catalog.year)
    for key, row in reader.catalog.rows("silences").items():
        if reader.t.of(row, "text") in found.said:
            return f"silence:{key}"
    if not found.groups:
        return "nothing"
    group = found.groups[0]
    return group.entries[0].thing or group.key


@pytest.mark.parametrize("row", QUERIES.to_dict("records"), ids=lambda row: row["query"])
def test_a_query_finds_what_it_must(reader, row):
    assert first_of(reader, row["query"]) == row["first"]
    assert set(row["results"].split()) <= set(results_saying(reader.catalog, row["query"]))


def test_the_list_holds_what_readers_type():
    assert len(QUERIES) >= 120
    assert QUERIES["first"].str.startswith("silence:").sum() >= 10


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_word_that_results_say_is_no_subject_of_silence(catalog, language):
    """Unless the sentence about the subject says so itself: `training` has nothing to do with trains."""
    names = lexicon(catalog)
    said = {word for text in catalog["results"][f"summary_{language}"] for word in words_of(text).split()}
    for word in sorted(said):
        for thing in (thing for term in reading(catalog, word).terms for thing in term.things):
            if kind_of(thing) == SILENCE:
                row = catalog.row("silences", key_of(thing))
                told = words_of(" ".join(str(value) for value in row.values())).split()
                own = {names.key([part], one) for part in told for one in LANGUAGES}
                assert own & {names.key([word], one) for one in LANGUAGES}, (word, thing)


def results_at(catalog, address):
    """The results of what an address is about, by the functions of its own page."""
    path, _, query = address.partition("?")
    here = context_of(catalog, path, query)
    assert here.view.refused == (), address
    about = Filters(catalog.year, **{here.page: here.key}) if here.key else result_filters(here.view)
    return chosen_results(catalog, about)


def test_every_count_is_that_of_the_page_it_leads_to(reader):
    """Of every thing that can be found; a commune leads to its cercle."""
    catalog = reader.catalog
    things = dict.fromkeys(name.thing for name in all_names(catalog))
    counted = [entry_of(reader, thing, catalog.year) for thing in things if kind_of(thing) in COUNTED]
    pages = {entry.name.href: entry.count for entry in counted}
    assert len(pages) > 150
    wrong = {
        href: (count, len(results_at(catalog, href)))
        for href, count in pages.items()
        if count != reader.t("count.results", n=len(results_at(catalog, href)))
    }
    assert wrong == {}


def test_the_link_to_all_results_finds_as_many(reader):
    for text in QUERIES["query"][::6]:
        for group in answers(reader, text, reader.catalog.year).groups:
            if group.key == "results" and group.more:
                rows = results_at(reader.catalog, group.more.href)
                assert group.more.text == reader.t("search.all_results", n=len(rows)), text


def test_a_number_that_answers_is_that_of_the_results_page(reader):
    asked = [figure for figure in QUESTIONS["figure"] if figure.startswith("n~results")]
    assert asked
    for figure in asked:
        chosen = dict(pair.split(".", 1) for pair in parts_of(figure)[1][1:])
        rows = results_at(reader.catalog, reader.link("results", **chosen))
        assert passport_of(reader, figure).number == len(rows), figure


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_common_word_is_taken_for_no_slip(reader, language):
    """Though names are but a letter away: `épidémie`, `médiation`."""
    words = WORDS.loc[WORDS["language"] == language, "words"].item().split()
    assert len(words) >= 40
    assert [reading(reader.catalog, word).corrected for word in words] == [()] * len(words)


def test_the_browser_is_told_the_common_words_that_look_like_slips(catalog):
    """Those that it can't know, and no others: a word that is far from every name is no slip either way."""
    told = lookalikes(lexicon(catalog))
    assert {"medication", "tornades", "pastries"} <= set(told)
    assert not {"elephant", "eau", "gao"} & set(told)


def test_names_of_entities_are_no_words_of_results(reader):
    """The names of three entities hold `travail`, `réfugiés` and `santé`."""
    for text in ("travail", "réfugiés", "santé"):
        assert not {"agency"} & {
            kind for term in reading(reader.catalog, text).terms for kind in term.kinds()
        }
        assert len(results_saying(reader.catalog, text)) < 30


def test_a_cercle_without_results_tells_those_of_its_region(reader):
    entry = answers(reader, "Kadiolo", reader.catalog.year).groups[0].entries[0]
    assert "Sikasso" in entry.text


def test_a_commune_says_in_which_cercle_it_lies(reader):
    entry = answers(reader, "Konna", reader.catalog.year).groups[0].entries[0]
    assert entry.name.text == "Konna est dans le cercle de Mopti"
    assert entry.name.href == reader.link("place", "ML0506")


def test_a_town_whose_commune_has_its_name_is_proposed_once(reader):
    entries = answers(reader, "ville de Bankass", reader.catalog.year).groups[0].entries
    assert [entry.name.text for entry in entries] == ["Bankass est dans le cercle de Bankass"]


def test_a_name_that_begins_with_a_vowel_is_elided(reader):
    entry = answers(reader, "Tessit", reader.catalog.year).groups[0].entries[0]
    assert entry.name.text == "Tessit est dans le cercle d’Ansongo"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_answers_in_its_own_words(catalog, language):
    here = Reader(catalog, speech(catalog, language))
    for text in ("water", "eau"):
        assert answers(here, text, catalog.year).groups[0].entries[0].name.text == here.term("theme", "water")


PLACES = {
    "Bankass": "ML0502", "bankas": "ML0502", "cercle de Bankass": "ML0502", "Nioro": "ML0106",
    "nioro du sahel": "ML0106", "nyoro": "ML0106", "Ansongo": "ML0701", "ansogo": "ML0701",
    "Yélimané": "ML0107", "yelimane": "ML0107", "Yelimani": "ML0107", "Kadiolo": "ML0302",
    "Kadyolo": "ML0302", "kadiola": "ML0302", "Duenza": "ML0504", "Tombouctu": "ML06",
    "Timbouctou": "ML06", "Gourma": "ML0603", "segu": "ML04", "Kulikoro": "ML02", "sikaso": "ML03",
    "Djene": "ML0503", "tenenku": "ML0507", "région de Mopti": "ML05", "Bamako commune 4": "ML09",
    "commune IV": "ML09", "Taoudénit": "ML06", "Konna": "ML0506", "Sévaré": "ML0506", "Markala": "ML0406",
    "Zégoua": "ML0302", "Diafarabé": "ML0507", "Hombori": "ML0504", "Koro": "ML0505", "Mopti": "ML05",
    "Ménaka": "ML10", "Sokoura": "ML0506", "Amderamboukane": "ML1002", "tin essako": "ML0804",
    "Ke Macina": "ML0403", "mop": "ML05", "Band": "ML0501", "barouéli": "ML0401", "Fana": "ML0202",
    "Léré": "ML0604", "Sadiola": "ML0103", "Ber": "ML0605", "cercle de Gao": "ML0703", "Aguelhok": "ML0803",
    "Koutiala": "ML0304", "région de San": "ML0405", "Kidal": "ML08",
    "région de Nioro": "ML0106", "région de Dioïla": "ML0202", "région de Bougouni": "ML0301",
    "Kita region": "ML0105", "Douentza region": "ML0504", "Timbuktu region": "ML06", "Timbuctoo": "ML06",
    "Bankass circle": "ML0502", "Ansongo cercle": "ML0701", "ville de Mopti": "ML0506",
    "city of Sikasso": "ML0305", "Gao town": "ML0703", "commune de Kayes": "ML0103",
    "Bamako district": "ML09", "Kalaban Coro": "ML0204", "ouelessebougou": "ML0204", "Baguineda": "ML0204",
    "Didiéni": "ML0205", "Mahina": "ML0101", "Toukoto": "ML0105", "Gogui": "ML0106", "Mpessoba": "ML0304",
    "Loulouni": "ML0302", "Koumantou": "ML0301", "Niéna": "ML0305", "Koury": "ML0307", "Dioro": "ML0406",
    "Kimparana": "ML0405", "Diabaly": "ML0404", "Nampala": "ML0404", "Mandiakuy": "ML0407",
    "Sanga": "ML0501", "Diallassagou": "ML0502", "Fatoma": "ML0506", "Gossi": "ML0603",
    "Bambara-Maoundé": "ML0603", "Tonka": "ML0602", "Essakane": "ML0602", "Tin Zaouatine": "ML0801",
    "Anéfis": "ML0802", "In-Ekar": "ML1003", "Tessit": "ML0701", "Talataye": "ML0701", "Tarkint": "ML0702",
}  # fmt: skip
"""What readers call a place -> where the map leads: the names of the reviews, then our own."""


@pytest.mark.parametrize("typed", PLACES)
def test_a_name_leads_to_its_place_on_the_map(reader, typed):
    first = places_meant(reader, typed, ("region", "cercle"))[0]
    assert first.home == PLACES[typed]
    assert first.level == reader.catalog.row("places", first.home)["level"]


@pytest.mark.parametrize("text", ["", "   ", "zzzzzz", "Le Caire"])
def test_no_place_is_proposed_for_what_is_none(reader, text):
    assert places_meant(reader, text, ("region", "cercle")) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_priority_is_found_by_the_words_it_begins_with(catalog, language):
    reader = Reader(catalog, speech(catalog, language))
    for row in catalog.rows("priorities").values():
        text = reader.t.bare(row, "text")
        found = answers(reader, " ".join(text.split()[:4]), catalog.year)
        groups = {group.key: group.entries for group in found.groups}
        told = [entry.name.text for entry in groups.get("priorities", [])]
        assert any(reader.t.of(row, "text") in one for one in told), text


def test_the_acronyms_of_a_row_are_told_in_one_order(catalog):
    """Else the file of the search has another address at each making."""
    plain = [name for name in all_names(catalog) if not name.language]
    for key, row in catalog.rows("acronyms").items():
        told = [name.text for name in plain if name.thing == f"acronym:{key}"]
        assert told == [key, *({row["acronym_en"]} - {"", key})]


@pytest.mark.parametrize(
    ("language", "text", "places"),
    [
        ("fr", "Bandiagara insécurité alimentaire", ["ML0501"]),
        ("fr", "faim Mopti", ["ML05", "ML0506"]),
        ("en", "food insecurity Gao", ["ML07", "ML0703"]),
        ("fr", "crise alimentaire à Konna en 2019", ["ML0506"]),
    ],
)
def test_hunger_and_a_place_lead_first_to_the_need_of_the_place(catalog, language, text, places):
    here = Reader(catalog, speech(catalog, language))
    first = answers(here, text, catalog.year).groups[0]
    assert [entry.name.href for entry in first.entries] == [
        f"{here.link('place', place)}#need" for place in places
    ]
    season = 2019 if "2019" in text else catalog.year
    need = catalog["food_insecurity"].query(f"year == {season}").set_index("place_id")["phase3_5"]
    for place, entry in zip(places, first.entries, strict=True):
        people = need[need.index.str.startswith(place)].sum()
        assert here.t.number(people) in entry.count and str(season) in entry.count


def test_hunger_alone_leads_to_the_map_and_other_subjects_to_no_need(reader):
    (need,) = [group for group in answers(reader, "faim", 2021).groups if group.key == "need"]
    assert "measure=crisis" in need.entries[0].name.href
    for text in ("eau Mopti", "agriculture Gao", "Bandiagara"):
        assert "need" not in [group.key for group in answers(reader, text, 2021).groups]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_place_says_of_which_years_its_page_tells_need(catalog, language):
    reader, needs = Reader(catalog, speech(catalog, language)), catalog["food_insecurity"]
    years = needs.groupby("place_id")["year"].agg(["min", "max"])
    for level in catalog.levels:
        places = [key for key, row in catalog.rows("places").items() if row["level"] == level]
        for place in set(places) & set(years.index):
            said = reader.t(
                "search.place.need", first=str(years["min"][place]), last=str(years["max"][place])
            )
            assert entry_of(reader, f"place:{place}", catalog.year).note.endswith(said)


def test_results_are_numbered_in_as_many_digits_as_they_need():
    assert [in_digits(0, 2), in_digits(35, 2), in_digits(36, 2), in_digits(36**2 - 1, 2)] == [
        "00",
        "0z",
        "10",
        "zz",
    ]
    assert in_digits(36**2, 3) == "100"
