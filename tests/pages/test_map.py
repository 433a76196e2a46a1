"""The map says one thing in its picture, its table, its panel and the list, whatever the filters."""

import math
import re
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.analysis.places import MAP_MEASURES
from dashboard.analysis.results import SPOTLIGHT, Filters
from dashboard.components.markup import islands, markup
from dashboard.domain.maps import Maps
from dashboard.i18n import LANGUAGES
from dashboard.pages.map import BORDERS, PAGE, VIEWS
from dashboard.pages.registry import context_of
from dashboard.presenters.passports import passport_of
from dashboard.presenters.places.small import small_map
from dashboard.presenters.places.view import tile_text
from dashboard.presenters.results.items import chosen_results

LEVELS = ("region", "cercle")

ADDRESS = {"fr": "/fr/carte", "en": "/en/map"}


def at(catalog, query, language="fr"):
    context = context_of(catalog, ADDRESS[language], query)
    assert context is not None
    return context


def parts(context):
    return {island.id: markup(getattr(island, "children", "")) for island in islands(PAGE.layout(context))}


def queries(catalog):
    def some(*values):
        return st.sampled_from(["", *values])

    return st.fixed_dictionaries(
        {
            "level": st.sampled_from(LEVELS),
            "measure": st.sampled_from(MAP_MEASURES),
            "view": st.sampled_from(VIEWS),
            "axis": some(*catalog.rows("axes"), SPOTLIGHT),
            "outcome": some(*catalog.rows("outcomes")),
            "agency": some(*catalog.rows("agencies")),
            "theme": some(*dict.fromkeys(catalog["outputs"]["theme"])),
        }
    )


@settings(max_examples=12)
@given(data=st.data())
def test_counts_of_picture_table_and_list_agree(catalog, data):
    asked = data.draw(queries(catalog))
    context = at(catalog, "&".join(f"{k}={v}" for k, v in asked.items() if v))
    rows = PAGE.card(context, "map-places").rows
    filters = {name: asked[name] for name in ("axis", "outcome", "agency", "theme")}
    for row in rows.sample(4, random_state=1).to_dict("records"):
        listed = chosen_results(catalog, Filters(catalog.year, place=row["place_id"], **filters))
        assert row["results"] == len(listed)
        assert row["outputs"] == len(set(listed["output_id"]) - {""})
    shown = parts(context)
    drawn = re.findall(r'class="place is-(\w+) k(\d)" data-place="(\w+)"', shown["map-places-picture"])
    keys = {place: f"k{klass}" if state == "some" else state for state, klass, place in drawn}
    assert keys == dict(zip(rows["place_id"], rows["key"], strict=True))
    titles = dict(re.findall(r'data-place="(\w+)"[^>]*aria-label="([^"]*)"', shown["map-places-picture"]))
    for row in rows[rows["state"] == "some"].to_dict("records"):
        assert context.t.number(row["value"]) in titles[row["place_id"]]
    assert shown["map-places-table"].count("<tr") == len(rows) + 1


def test_the_panel_lists_what_the_map_counts_and_keeps_the_region_apart(catalog):
    for place in ("ML05", "ML0503", "ML0901", "ML0803"):
        level = catalog.row("places", place)["level"]
        context = at(catalog, f"place={place}&level={level}&axis=3")
        rows = PAGE.card(context, "map-places").rows.set_index("place_id")
        own, _, wide = parts(context)["map-places-panel"].partition('class="region-wide"')
        assert own.count('class="result"') == rows.loc[place, "results"]
        named = set(re.findall(r'<li id="([^"]+)"', own))
        assert not named & set(re.findall(r'<li id="([^"]+)"', wide))
        assert bool(wide) <= (level == LEVELS[-1])


def test_results_without_a_place_are_counted_and_lead_to_their_list(catalog):
    below = parts(at(catalog, "axis=3"))["map-places-below"]
    results = chosen_results(catalog, Filters(catalog.year, axis="3"))
    for scope in ("national", "unspecified"):
        number = int((results["scope"] == scope).sum())
        link = next(link for link in re.findall(r'href="([^"]+)"', below) if f"scope={scope}" in link)
        assert parse_qs(urlsplit(link.replace("&amp;", "&")).query) == {"scope": [scope], "axis": ["3"]}
        assert f">{number}" in below
    unplaced = int((results["scope"] != "places").sum())
    assert f"{unplaced} résultats sur {len(results)}" in below


@pytest.mark.parametrize("view", VIEWS)
def test_a_choice_keeps_the_rest_of_the_view(catalog, view):
    context = at(catalog, f"view={view}&level=region&axis=2&measure=agencies")
    picture = parts(context)["map-places-picture"]
    for link in re.findall(r'<a href="([^"]+)"', picture):
        asked = parse_qs(urlsplit(link.replace("&amp;", "&")).query)
        assert asked["axis"] == ["2"] and asked["level"] == ["region"] and asked["measure"] == ["agencies"]
        assert len(asked["place"]) == 1


def test_the_legend_keeps_one_class_in_picture_and_table(catalog):
    rows = PAGE.card(at(catalog, "level=cercle"), "map-places").rows
    context = at(catalog, "level=cercle&keys=k1")
    kept = PAGE.card(context, "map-places").rows
    assert set(kept["place_id"]) == set(rows.loc[rows["key"] == "k1", "place_id"])
    picture = parts(context)["map-places-picture"]
    assert picture.count('class="place is-some') == len(kept)
    assert picture.count('class="place is-filtered') == len(rows) - len(kept)


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("measure", MAP_MEASURES)
def test_each_class_of_the_legend_holds_its_values(catalog, level, measure):
    for axis in ("", *catalog.rows("axes"), SPOTLIGHT):
        context = at(catalog, f"level={level}&measure={measure}&axis={axis}")
        rows = PAGE.card(context, "map-places").rows
        legend = parts(context)["map-places-legend"]
        for key, words in re.findall(r'is-some (k\d)"></span><span>([^<]*)<', legend):
            low, *high = [int(re.sub(r"\D", "", part)) for part in words.split("à")]
            most = math.inf if "plus" in words else high[0] if high else low
            assert rows.loc[rows["key"] == key, "value"].between(low, most).all(), (axis, words)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_view_carries_disclaimer_and_division(catalog, language):
    country = catalog.package["country"]
    for view in VIEWS:
        context = at(catalog, f"view={view}", language)
        below = parts(context)["map-places-below"]
        assert context.t("map.disclaimer") in below
        assert context.t.of(country, "division") in below


def test_borders_are_offered_only_when_installed_and_then_come_first(catalog):
    from dataclasses import replace

    assert at(catalog, f"view={BORDERS}").view["view"] == VIEWS[0]
    labels = {key: [0, 15, 0.5] for key, row in catalog.rows("places").items() if row["level"] in LEVELS}
    card = {"title": "COD-AB", "publisher": "OCHA", "date": "2021", "licence": "", "labels": labels}
    files = {
        "outlines.svg": "/o.svg",
        "borders.svg": "/b.svg",
        "upper.json": "/r.json",
        "lower.json": "/c.json",
    }
    installed = replace(catalog, maps=Maps(files, card))
    context = at(installed, "")
    assert context.view["view"] == BORDERS
    shown = parts(context)
    assert '<use href="/b.svg#ML05" class="upper"' in shown["map-places-picture"]
    assert '<use href="/b.svg#ML0503"' in shown["map-places-picture"]
    assert "COD-AB, OCHA, 2021" in shown["map-places-below"]
    chart = next(island for island in islands(PAGE.layout(context)) if island.id == "map-chart")
    assert chart.figure["data"][0]["geojson"] == "/c.json"
    assert set(chart.figure["data"][1]["lat"]) <= {15}
    earlier = {**card, "labels": {key: label[:2] for key, label in labels.items()}}
    shown = parts(at(replace(catalog, maps=Maps(files, earlier)), "level=cercle"))
    assert '<use href="/b.svg#ML0503"' in shown["map-places-picture"]
    assert "/b.svg" not in parts(at(installed, "view=points"))["map-places-picture"]


def test_the_same_islands_stand_on_every_view(catalog):
    first = list(parts(at(catalog, "")))
    for query in ("view=tiles&level=cercle", "place=ML0503", "find=gao", "axis=2&agency=nobody", "keys=none"):
        assert list(parts(at(catalog, query))) == first


@pytest.mark.parametrize(
    ("place", "finding"), [("ML0304", "koutiala"), ("ML0301", "koutiala"), ("ML0506", "idp-sites")]
)
def test_what_the_report_calls_otherwise_is_noted_at_the_place(catalog, place, finding):
    panel = parts(at(catalog, f"place={place}"))["map-places-panel"]
    assert f"#finding-{finding}" in panel


def test_a_choice_without_results_says_so(catalog):
    context = at(catalog, f"axis={SPOTLIGHT}&outcome=2.1")
    assert context.t("map.finding.none") in parts(context)["map-places-finding"]


def test_places_found_by_name_are_links_that_choose_them(catalog):
    found = parts(at(catalog, "find=Sokoura&axis=2"))["map-found"]
    assert 'data-set="level=cercle&amp;place=ML0506&amp;find="' in found
    assert "axis=2" in found
    assert "zzz" not in parts(at(catalog, "find=zzz<b>"))["map-found"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_small_map_leads_to_profiles_and_needs_no_script(catalog, language):
    context = context_of(catalog, f"/{language}/", "")
    text = markup(small_map(context, Filters(catalog.year), "x", "region"))
    assert len(set(re.findall(r'class="place [^>]*data-place="(\w+)"', text))) == 10
    assert f'href="{context.link("place", "ML05")}"' in text
    assert "data-set" not in text and "<script" not in text
    assert context.t("map.disclaimer") in text
    assert "map-legend" not in text
    cercles = markup(small_map(context, Filters(catalog.year), "x", "cercle"))
    _, legend = cercles.split('class="map-legend is-plain"')
    for state in set(re.findall(r'class="place (is-\w+)', cercles)):
        assert f'class="swatch {state}' in legend
    assert context.t("map.state.region_only") in legend


def test_the_number_of_the_place_that_leads_leads_to_its_passport(catalog):
    context = context_of(catalog, "/fr/carte", "")
    card = PAGE.card(context, "map-places")
    (link,) = [piece for piece in card.said if not isinstance(piece, str)]
    passport = passport_of(context, link.href.removeprefix("/fr/f/"))
    assert (
        re.search(r"\d+", link.children)[0] == f"{passport.number:.0f}" == f"{card.rows['results'].max():.0f}"
    )


@pytest.mark.parametrize(
    ("value", "french", "english"),
    [(940, "940", "940"), (1_000, "1 k", "1k"), (2_190, "2,2 k", "2.2k"), (94_004, "94 k", "94k")],
)
def test_values_on_tiles_have_no_zero_behind_the_comma(catalog, value, french, english):
    texts = [tile_text(at(catalog, "", language), value) for language in ("fr", "en")]
    assert [re.sub("[\u00a0\u202f]", " ", text) for text in texts] == [french, english]


def test_the_map_opens_on_cercles_as_tiles_where_there_are_no_borders(catalog):
    view = at(catalog, "").view
    assert (view["level"], view["view"]) == ("cercle", "tiles")
    rows = PAGE.card(at(catalog, ""), "map-places").rows
    legend = parts(at(catalog, ""))["map-places-legend"]
    assert re.findall(r'is-some k\d"></span><span>([^<]*)<', legend) == ["1", "2", "3 à 5", "6 et plus"]
    assert len(rows) == 53


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("measure", [MAP_MEASURES[0], MAP_MEASURES[-1]])
@pytest.mark.parametrize("name", ["", "axis", "outcome", "agency", "theme"])
def test_the_heading_the_panel_and_the_list_follow_every_choice(catalog, level, measure, name):
    offered = {"axis": "axes", "outcome": "outcomes", "agency": "agencies"}
    value = list(catalog.rows(offered[name]))[-1] if name in offered else catalog["outputs"]["theme"].iloc[0]
    filters = {name: value} if name else {}
    asked = {"level": level, "measure": measure, **filters}
    context = at(catalog, "&".join(f"{k}={v}" for k, v in asked.items()))
    shown = parts(context)
    results = chosen_results(catalog, Filters(catalog.year, **filters))
    named = results[results["scope"] == "places"]
    assert f"{len(named)} des {len(results)} résultats" in re.sub("[\u00a0\u202f]", " ", shown["map-head"])
    panel = shown["map-places-panel"]
    assert "<h3>" in panel
    assert bool(len(named)) == ("<li><p>" in panel)
    listed = dict(
        re.findall(
            r'data-set="place=(\w+)"[^>]*>[^<]*</a> <span class="value is-\w+">([^<]*)<',
            shown["map-places-index"],
        )
    )
    places = catalog["places"]
    levels = LEVELS if asked["level"] != "region" else LEVELS[:1]
    assert set(listed) == set(places.loc[places["level"].isin(levels), "place_id"])
    for row in PAGE.card(context, "map-places").rows.to_dict("records"):
        some = row["state"] == "some"
        assert listed[row["place_id"]] == (tile_text(context, row["value"]) if some else "")


def test_what_is_read_first_reaches_most_people_and_names_its_places(catalog):
    panel = parts(at(catalog, ""))["map-places-panel"]
    numbers = [
        int(re.sub(r"\D", "", first)) for first in re.findall(r"<li><p>[^0-9]*<a[^>]*>([^<]*)</a>", panel)
    ]
    assert len(numbers) > 3 and numbers == sorted(numbers, reverse=True)


def test_a_name_that_a_region_and_a_cercle_share_says_which_it_is(catalog):
    cercles = parts(at(catalog, ""))["map-places-picture"]
    regions = parts(at(catalog, "level=region"))["map-places-picture"]
    assert 'aria-label="Kayes (cercle)' in cercles and 'aria-label="Kayes (région)' in regions
    assert 'aria-label="Yélimané :' in re.sub("\u00a0", " ", cercles)


def test_a_small_map_may_be_one_link_to_the_large_one(catalog):
    context = context_of(catalog, "/fr/", "")
    text = markup(small_map(context, Filters(catalog.year), "x", "cercle", whole=context.link("map")))
    assert re.findall(r'<a [^>]*href="([^"]+)"', text.partition("<figcaption")[0]) == [context.link("map")]
    assert len(set(re.findall(r'data-place="(\w+)"', text))) == 53
