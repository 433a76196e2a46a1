"""Need on the map: its numbers are those of the table, marked where a row is not one cercle."""

import re
from html import unescape
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.analysis.need import IN_CRISIS, NEED_MEASURES, SHARE, counted_with, need_at_levels
from dashboard.analysis.results import Filters, places_within, region_wide
from dashboard.components.markup import islands, markup
from dashboard.i18n import LANGUAGES, translator
from dashboard.pages.map import PAGE
from dashboard.pages.registry import context_of
from dashboard.presenters.passports import passport_of
from dashboard.presenters.places.need import country_key, need_frame, seasons
from dashboard.presenters.reader import Reader
from dashboard.presenters.results.items import chosen_results

LEVELS = ("region", "cercle")
TEXTS = Path(__file__).resolve().parents[2] / "src" / "dashboard" / "texts"

ADDRESS = {"fr": "/fr/carte", "en": "/en/map"}
DRAWN = re.compile(r'class="place is-(\w+) k(\d)" data-place="(\w+)"')


def at(catalog, query, language="fr"):
    context = context_of(catalog, ADDRESS[language], query)
    assert context is not None
    return context


def parts(context):
    return {island.id: markup(getattr(island, "children", "")) for island in islands(PAGE.layout(context))}


def table(catalog, season):
    return catalog["food_insecurity"].query(f"year == {season}").set_index("place_id")


@settings(max_examples=10)
@given(data=st.data())
def test_picture_list_and_table_tell_the_same_need(catalog, data):
    season = data.draw(st.sampled_from(seasons(catalog)))
    level = data.draw(st.sampled_from(LEVELS))
    measure = data.draw(st.sampled_from(list(NEED_MEASURES)))
    axis = data.draw(st.sampled_from(["", *catalog.rows("axes")]))
    context = at(catalog, f"level={level}&measure={measure}&season={season}&axis={axis}&view=tiles")
    shown, rows = parts(context), PAGE.card(context, "map-places").rows
    on_map = rows[rows["state"] != "apart"].set_index("place_id")
    drawn = {place: (state, int(k)) for state, k, place in DRAWN.findall(shown["map-places-picture"])}
    assert drawn == {place: (row["state"], row["klass"]) for place, row in on_map.iterrows()}
    for place, row in on_map[on_map["state"] == "some"].iterrows():
        assert f">{row['text']}<" in shown["map-places-index"], place
    own = table(catalog, season)[IN_CRISIS]
    for place, people in own.items():
        if level == "cercle":
            assert rows.set_index("place_id").loc[place, IN_CRISIS] == people


@pytest.mark.parametrize("level", LEVELS)
def test_rows_of_the_table_and_those_apart_make_the_country(catalog, level):
    for season in seasons(catalog):
        rows = PAGE.card(at(catalog, f"level={level}&measure=crisis&season={season}"), "map-places").rows
        assert rows[IN_CRISIS].sum() == table(catalog, season)[IN_CRISIS].sum()
        country = passport_of(at(catalog, ""), f"f~{country_key(catalog)}~{season}~{IN_CRISIS}")
        assert country.number == rows[IN_CRISIS].sum()


def test_regions_are_the_sums_of_their_rows(catalog):
    frame = need_frame(catalog).set_index(["place_id", "year"])
    for region in catalog["places"].query("level == 'region'")["place_id"]:
        inside = catalog["food_insecurity"][catalog["food_insecurity"]["place_id"].str.startswith(region)]
        for season, rows in inside.groupby("year"):
            told = frame.loc[(region, season)]
            assert told[IN_CRISIS] == rows[IN_CRISIS].sum()
            assert told[SHARE] == pytest.approx(
                100 * rows[IN_CRISIS].sum() / rows["population"].sum(), abs=0.051
            )


@pytest.mark.parametrize("language", LANGUAGES)
def test_rows_that_are_not_one_cercle_are_marked(catalog, language):
    context = at(catalog, f"measure=crisis&season={catalog.year}", language)
    rows = PAGE.card(context, "map-places").rows.set_index("place_id")
    for part, place in counted_with(table(catalog, catalog.year).reset_index()).items():
        assert rows.loc[part, "state"] == "uncovered"
        assert catalog.row("places", place)["name_fr"] in rows.loc[part, "state_text"]
        assert catalog.row("places", part)["name_fr"] in rows.loc[place, "state_text"]
        assert rows.loc[place, "text"].endswith("*")
    (apart,) = rows.index[rows["state"] == "apart"]
    below = parts(context)["map-places-below"]
    assert catalog.row("places", apart)["name_fr"] in below
    assert f"/f/f~{apart}~{catalog.year}~{IN_CRISIS}" in below


def test_a_place_without_a_row_says_so_and_is_no_nothing(catalog):
    told = set(table(catalog, 2015).index)
    rows = PAGE.card(at(catalog, "measure=crisis&season=2015"), "map-places").rows.set_index("place_id")
    assert "ML0901" not in told
    assert rows.loc["ML0901", "state"] == "uncovered" and "2015" in rows.loc["ML0901", "state_text"]
    nobody = table(catalog, 2015).query(f"{IN_CRISIS} == 0").index
    assert set(rows.index[rows["state"] == "none"]) == set(nobody) != set()


@pytest.mark.parametrize(("season", "said"), [(2014, "ne pas comparer"), (2022, "novembre 2021")])
def test_a_year_of_another_kind_says_so(catalog, season, said):
    assert said in parts(at(catalog, f"measure=crisis&season={season}"))["map-places-below"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_card_says_months_publisher_and_licence(catalog, language):
    context = at(catalog, "measure=crisis", language)
    card, source = PAGE.card(context, "map-places"), catalog.row("sources", "cadre-harmonise")
    for said in (source["publisher"], source["licence"], str(catalog.year)):
        assert said in card.source
    assert str(catalog.year) in card.subtitle


@pytest.mark.parametrize("measure", NEED_MEASURES)
def test_no_class_of_the_report_year_rests_on_few_cercles(catalog, measure):
    rows = PAGE.card(at(catalog, f"measure={measure}"), "map-places").rows
    assert rows.loc[rows["klass"] > 0, "klass"].value_counts().min() >= 5


CLASS = re.compile(r'is-some k\d"></span><span>([^<]*)<')


@pytest.mark.parametrize("measure", NEED_MEASURES)
def test_a_colour_of_need_keeps_its_meaning_from_year_to_year(catalog, measure):
    legends, all_seasons = set(), seasons(catalog)
    for season in {*all_seasons[::3], all_seasons[-1]}:
        legend = parts(at(catalog, f"measure={measure}&season={season}"))["map-places-legend"]
        legends.add(tuple(CLASS.findall(legend)))
    assert len(legends) == 1 and len(legends.pop()) == 4


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_number_of_need_has_a_passport_with_that_number(catalog, language):
    for level in LEVELS:
        context = at(catalog, f"measure=crisis_share&level={level}", language)
        rows = PAGE.card(context, "map-places").rows
        for row in rows.sample(6, random_state=2).to_dict("records"):
            for what in ("population", "phase3", IN_CRISIS, SHARE):
                address = row[f"{what}_passport"]
                assert bool(address) == (row[what] == row[what])
                if address:
                    passport = passport_of(Reader(catalog, context.t), address.rpartition("/f/")[2])
                    assert passport.number == row[what]
                    assert passport.origin == (
                        "computed" if what == SHARE or level == "region" else passport.origin
                    )


def test_no_passport_of_need_is_made_up(catalog):
    reader = Reader(catalog, at(catalog, "").t)
    for wrong in (
        "f~ML1002~2021~phase3_5",
        "f~ML0503~1999~phase3_5",
        "f~ML0503~2021~people",
        "f~ML0503~2021",
    ):
        assert passport_of(reader, wrong) is None


def test_need_of_a_country_without_rows_is_nothing(catalog):
    rows = catalog["food_insecurity"].head(0)
    assert need_at_levels(rows, catalog["places"], "x").empty


def test_the_panel_says_first_where_need_is_greatest_and_what_the_report_places_there(catalog):
    context = at(catalog, "measure=crisis")
    panel, rows = parts(context)["map-places-panel"], PAGE.card(context, "map-places").rows
    first = rows.sort_values(IN_CRISIS, ascending=False).iloc[0]
    assert re.search(r'data-set="place=(\w+)"', panel)[1] == first["place_id"]
    said = re.sub(r"[\s\u00a0\u202f]+", " ", panel)
    wide = len(region_wide(catalog["result_places"], catalog["places"], "ML0502"))
    region = catalog.row("places", catalog.row("places", "ML0502")["parent_id"])["name_fr"]
    assert f"aucun résultat que le rapport situe ici ; {wide} sont dits pour la région de {region}" in said


UNFAIR = re.compile(
    r"absence|absent|négligé|delaissé|délaissé|oublié|neglect|forgotten|overlooked", re.IGNORECASE
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_report_does_not_name_is_never_called_an_absence(language):
    """Words of the site, but for those of files that lack a part and of money that a table lacks."""
    told = {
        key: text
        for key, text in translator(language).spaced_messages().items()
        if key.partition(".")[0] not in ("boundaries", "funding")
    }
    assert told
    assert {key: text for key, text in told.items() if UNFAIR.search(str(text))} == {}


TOLD = ("food_insecurity", "places", "questions", "decks", "glossary")
"""Tables whose words stand beside a place: on pages, in files, in the API."""


def test_nor_do_tables_their_descriptions_and_prose(catalog):
    """What files, pictures, messages and the API write besides comes from these."""
    cells = {str(text) for name in TOLD for row in catalog.rows(name).values() for text in row.values()}
    resources = [one for one in catalog.package["resources"] if one["name"] in TOLD]
    prose = {path.read_text(encoding="utf-8") for path in TEXTS.rglob("*.md")}
    assert len(resources) == len(TOLD) and prose
    assert [text for text in (*cells, *map(str, resources), *prose) if UNFAIR.search(text)] == []


def test_the_sheet_of_a_place_that_no_result_names_says_so(catalog):
    context = at(catalog, "place=ML0803")
    assert context.t("place.none") in parts(context)["map-places-panel"]
    assert context.t("place.none") not in parts(at(catalog, "place=ML0503"))["map-places-panel"]


@settings(max_examples=5)
@given(data=st.data())
def test_the_table_of_two_ways_is_recomputed_from_both_tables(catalog, data):
    season = data.draw(st.sampled_from(seasons(catalog)))
    axis = data.draw(st.sampled_from(["", *catalog.rows("axes")]))
    context = at(catalog, f"season={season}&axis={axis}")
    need, named, places = table(catalog, season)[IN_CRISIS], catalog["result_places"], catalog["places"]
    chosen = {*chosen_results(catalog, Filters(catalog.year, axis=axis))["result_id"]}
    rows = PAGE.card(context, "map-need").rows.set_index("place_id")
    for place, people in need.items():
        if place in rows.index:
            own = chosen & {*named[named["place_id"].isin(places_within(places, place))]["result_id"]}
            assert (rows.loc[place, IN_CRISIS], rows.loc[place, "results"]) == (people, len(own))
            assert rows.loc[place, "wide"] == len(region_wide(named, places, place) & chosen)
    grid = parts(context)["map-need-grid"]
    listed = re.findall(r"/fr/lieu/(\w+)", grid)
    assert sorted(listed) == sorted(rows.index[rows["state"] == "some"])


def test_every_cercle_stands_in_the_cell_of_its_need_and_results(catalog):
    context = at(catalog, "")
    rows = PAGE.card(context, "map-need").rows.set_index("place_id")
    body = parts(context)["map-need-grid"].partition("<tbody>")[2]
    for line in body.split("<tr>")[1:]:
        klass = int(re.search(r"swatch is-some k(\d)", line)[1])
        for results, cell in zip(((0, 0), (1, 2), (3, 99)), re.split("<td[ >]", line)[1:], strict=True):
            for place in re.findall(r"/fr/lieu/(\w+)", cell):
                assert rows.loc[place, "klass"] == klass
                assert results[0] <= rows.loc[place, "results"] <= results[1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_year_has_a_small_map_of_all_cercles_that_opens_it(catalog, language):
    years = parts(at(catalog, "season=2019", language))["map-need-years"]
    items = years.split("<li>")[1:]
    assert len(items) == len(seasons(catalog))
    for year, item in zip(reversed(seasons(catalog)), items, strict=True):
        assert f"season={year}" in item and item.count("<rect") == 53
        assert ("aria-current" in item) == (year == "2019")
    assert years.count("†") == 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_years_of_need_stand_by_the_map_while_it_shows_need(catalog, language):
    assert not parts(at(catalog, "", language))["map-places-years"]
    line = parts(at(catalog, "measure=crisis_share&season=2019&axis=1", language))["map-places-years"]
    asked = [unescape(link) for link in re.findall(r'href="[^?"]*\?([^"]*)"', line)]
    shown = [at(catalog, query, language).view for query in asked]
    assert [view["season"] for view in shown] == sorted(seasons(catalog))
    assert {(view["measure"], view["axis"]) for view in shown} == {("crisis_share", "1")}
    assert re.findall(r'aria-current="true"[^>]*>(\w+)<', line) == ["2019"]


def test_the_small_maps_lie_on_the_colours_of_the_large_one(catalog):
    large = parts(at(catalog, "measure=crisis&season=2016&view=tiles"))["map-places-picture"]
    small = parts(at(catalog, ""))["map-need-years"].split("<li>")[3]
    drawn = sorted(f"is-{state} k{k}" for state, k, _ in DRAWN.findall(large))
    assert sorted(re.findall(r'class="(is-\w+ k\d)"', small)) == drawn
