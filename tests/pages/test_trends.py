"""The Trends page: what a view shows, in words and marks."""

from functools import cache

import pandas as pd
import pytest

from dashboard.analysis.trends import CHANGE_KINDS
from dashboard.components.markup import markup
from dashboard.components.sentences import plain
from dashboard.pages.registry import PAGES, context_of
from dashboard.pages.trends import shown_panels
from dashboard.presenters.indicators.chooser import MOST, chosen, matching
from dashboard.presenters.indicators.panels import indicator_panel
from dashboard.presenters.indicators.values import points_of
from dashboard.presenters.indicators.words import period_words

PATHS = {"fr": "/fr/tendances", "en": "/en/trends"}


@pytest.fixture
def view(catalog):
    return lambda query="", language="fr": context_of(catalog, PATHS[language], query)


@cache
def all_panels(catalog, path, query):
    """The panel of every indicator."""
    context = context_of(catalog, path, query)
    return {indicator: indicator_panel(context, indicator) for indicator in catalog.rows("indicators")}


def said(context, indicator):
    panel = indicator_panel(context, indicator)
    return " ".join(plain(pieces) for pieces in (*panel.said, *panel.paces))


def test_every_indicator_can_be_reached_from_the_list(view, catalog):
    page = markup(PAGES["trends"].layout(view()))
    for key in catalog.rows("indicators"):
        assert f'name="indicator" value="{key}"' in page


@pytest.mark.parametrize(
    "query", ["axis=1", "theme=nutrition", "search=retard", "sex=female", "axis=context"]
)
def test_filters_narrow_the_list_and_choose_from_it(view, catalog, query):
    found = matching(view(query))
    assert 0 < len(found) < len(catalog.rows("indicators"))
    assert set(chosen(view(query))) <= set(found)


def test_search_ignores_accents_and_finds_both_languages(view):
    assert matching(view("search=deplacees")) == matching(view("search=Déplacées")) != []
    assert set(matching(view("search=stunting"))) & set(matching(view("search=retard de croissance")))


def test_an_empty_search_says_so_with_a_way_back(view):
    page = markup(PAGES["trends"].layout(view("search=zzzz")))
    assert "Aucun indicateur" in page
    assert 'href="/fr/tendances"' in page
    assert page.count("<h2") == page.count('class="pick-group"'), "no chart, only the parts of the list"
    assert "0 indicateur" not in page


def test_the_best_documented_are_chosen_only_among_more_than_fit(view):
    assert "4 premiers" in markup(PAGES["trends"].layout(view()))
    few = markup(PAGES["trends"].layout(view("axis=3")))
    assert "3 indicateurs et chiffres." in few
    assert "premiers" not in few


def test_figures_of_context_and_public_series_are_not_called_indicators(view, catalog):
    """They are in the list of what can be chosen, counted by themselves."""
    rows = catalog["indicators"]
    outside = rows.loc[rows["axis_id"] == "", "group"].value_counts()
    said = markup(PAGES["trends"].layout(view()))
    names = catalog.terms("indicator_group")
    assert len(outside) == 2
    assert all(f"{names[group].texts['name_fr']} ({n})" in said for group, n in outside.items())
    assert f"{len(rows)} indicateurs et chiffres." in said


def test_a_choice_stays_when_the_filter_moves_away_from_it(view):
    context = view("indicator=stunting&axis=1")
    assert chosen(context) == ["stunting"]
    assert 'value="stunting" checked' in markup(PAGES["trends"].layout(context))


def test_at_most_a_few_indicators_are_set_side_by_side(view, catalog):
    many = ",".join(list(catalog.rows("indicators"))[: MOST + 2])
    context = view(f"indicator={many}")
    assert len(chosen(context)) == MOST
    assert "au plus" in markup(PAGES["trends"].layout(context))


def test_a_form_without_scripts_chooses_many(view):
    assert chosen(view("indicator=stunting&indicator=gdp-growth")) == ["stunting", "gdp-growth"]


def test_cards_are_those_of_the_panels(view):
    context = view("indicator=stunting,gdp-growth")
    assert list(PAGES["trends"].cards(context)) == ["trends-stunting", "trends-gdp-growth"]


def test_no_line_crosses_a_break_or_joins_series(view, catalog):
    for indicator in catalog.rows("indicators"):
        points = points_of(view("reference=on"), indicator, ["total", "female", "male"], True)
        for line, rows in points[points["role"] == "value"].groupby("line"):
            assert rows["series"].nunique() == rows["sex"].nunique() == 1, line
            breaks = catalog["breaks"]
            own = breaks[(breaks["indicator_id"] == indicator) & (breaks["series"] == rows["series"].iloc[0])]
            assert not ((own["year"] > rows["year"].min()) & (own["year"] <= rows["year"].max())).any()


def test_public_record_keeps_its_role_and_is_off_until_asked_for(view):
    assert set(points_of(view(), "stunting", ["female"], False)["role"]) == {"value"}
    both = points_of(view("reference=on"), "stunting", ["female"], True)
    assert (
        set(both.loc[both["role"] == "reference", "source_id"])
        & set(both.loc[both["role"] == "value", "source_id"])
        == set()
    )


def test_a_printed_change_has_no_level_and_no_chart(view):
    panel = indicator_panel(view(), "ger-primary-2")
    assert panel.card.figure is None
    assert "n’imprime qu’une variation" in panel.card.finding
    assert "−16" in panel.card.finding


def test_different_seasons_are_not_compared(view):
    text = said(view("", "en"), "food-insecure-people")
    assert "cannot be compared" in text
    assert "cannot be assessed" in text
    assert "Way covered" not in text
    assert "The report prints “+38.7%” (2019–2020), “−3.3%” (2020–2021). 3,600,000" in text
    assert "values of one kind (Cadre Harmonisé): 3,800,195" in text


def test_what_the_report_says_comes_before_its_grade(view):
    """Stunting: the printed fall, why the values do not compare, and the public pair of one kind."""
    text = said(view("sex=male", "en"), "stunting")
    first, why, pair = (
        text.index(part)
        for part in ("prints “−11.8%”", "cannot be compared", "29% (2019), then 24.8% (2021)")
    )
    assert first < why < pair


def test_the_same_doubt_is_told_of_all(view):
    """Whether two values come from one survey is asked of every indicator, not only where someone looked."""
    for indicator in ("institutions-satisfaction", "employment-rate-15-40", "ger-primary-1"):
        rules = " ".join(
            text for _, texts in indicator_panel(view("", "en"), indicator).rules for text in texts
        )
        assert "the same instrument" in rules, indicator
    assert "the same instrument" not in str(indicator_panel(view("", "en"), "extreme-poverty").rules)


def test_where_the_report_gives_no_target_it_is_said(view, catalog):
    aimed = set(catalog["observations"].query("kind == 'target'")["indicator_id"])
    for indicator in ("stunting", "ger-primary-1", "food-insecure-people", "unemployment-rate"):
        rules = str(indicator_panel(view(""), indicator).rules)
        assert ("Le rapport n’en donne pas" in rules) == (indicator not in aimed), indicator


def test_the_sexes_are_compared_as_computed_figures(view, catalog):
    text = said(view(), "ger-primary-1")
    for part in ("Filles", "garçons", "0,955 (2019)", "1,021 (2021)", "+1,5"):
        assert part in text, part
    assert "Filles" not in said(view("sex=female"), "employment-rate-15-40")


def test_a_value_is_written_as_it_is_printed(view):
    text = said(view(), "stunting")
    assert "28\u202f%" in text and "28,0" not in text


def test_the_tables_say_what_opens_first(view):
    assert chosen(view()) == ["stunting", "ger-primary-1", "food-insecure-people", "idp-people"]


def test_progress_is_said_with_both_paces(view):
    text = said(view("sex=female", "en"), "ger-primary-1")
    assert "Way covered: 13%" in text
    assert "observed pace +1.4% a year, needed pace +5.1% a year since the baseline, " in text
    assert "+8.9% a year from the last value: limited progress" in text


def test_reserves_are_written(view):
    assert "plus de 350" in said(view(), "idp-people")
    labels = points_of(view(), "idp-people", ["total"], False)["label"].tolist()
    assert labels[-1].startswith("> ")
    assert "plus de 133" in said(view(), "idp-people")


def test_other_definitions_stand_beside_with_their_reason(view):
    context = view("indicator=employment-rate-15-40&reference=on")
    shown = shown_panels(context)
    assert shown[0] == ("employment-rate-15-40", "")
    assert [beside for _, beside in shown[1:]] == ["employment-rate-15-40"]
    assert any("15 ans et plus" in remark for remark in indicator_panel(context, *shown[1]).remarks)


def test_sources_of_the_public_record_name_attribution_edition_and_licence(view, catalog):
    context = view("reference=on")
    source = catalog.row("sources", "wdi")
    vintage = context.t.of(source, "vintage").rstrip(".")
    wanted = [context.t.of(source, "attribution"), vintage, context.t.of(source, "licence")]
    assert any(all(part in line for part in wanted) for line in indicator_panel(context, "stunting").sources)
    assert indicator_panel(view(), "stunting").sources == []


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("reference", ["on", "off"])
def test_every_indicator_makes_a_panel(catalog, language, reference):
    for panel in all_panels(catalog, PATHS[language], f"reference={reference}").values():
        assert panel.card.finding.endswith(".")
        assert len(panel.card.rows) > 0
        assert panel.card.rows["link"].astype(bool).all()


@pytest.mark.parametrize(
    ("period", "words"),
    [
        ("2021-01", "janv. 2021"),
        ("2016-06-30", "30 juin 2016"),
        ("2019-2021", "2019–2021"),
        ("HDR 2020", "2019"),
        ("2014-06/2014-08", "juin 2014 – août 2014"),
    ],
)
def test_dates_are_as_precise_as_known(view, period, words):
    assert period_words(view().t, period, 2019) == words


def test_the_table_holds_every_mark_of_the_chart(view):
    card = indicator_panel(view("reference=on"), "stunting").card
    drawn = sum(len(trace["x"]) for trace in card.figure["data"] if "markers" in trace["mode"])
    assert drawn == int((~card.rows["kind"].isin(CHANGE_KINDS)).sum())
    assert isinstance(card.rows, pd.DataFrame)


@pytest.mark.parametrize(
    ("indicator", "message"),
    [
        ("ger-primary-1", "Filles +2,0, garçons −2,8 points : l’écart s’est inversé"),
        ("stunting", "Filles 25,7 puis 19 %, garçons 28 puis 24,7 % : non comparables"),
        ("ger-primary-2", "Filles −16 %, garçons −10,17 % d’après le rapport, sans niveau"),
        ("idp-people", "De 216 639 à plus de 350 000 personnes : se dégrade"),
    ],
)
def test_a_panel_is_headed_by_what_it_says(view, indicator, message):
    assert spaced(indicator_panel(view(), indicator).message) == message


def spaced(text):
    """A text whose spaces are all alike."""
    return " ".join(text.split())


def test_every_message_is_one_short_sentence(catalog):
    for path in PATHS.values():
        for indicator, panel in all_panels(catalog, path, "reference=off").items():
            assert 0 < len(panel.message) < 110 and not panel.message.endswith("."), indicator


def test_the_page_is_headed_by_what_the_board_says(view):
    page = markup(PAGES["trends"].layout(view()))
    heading = page[page.index("<h1") : page.index("</h1>")]
    assert [f"direction={block}" in heading for block in ("worse", "better", "open")] == [True] * 3
    assert "7 se dégradent" in heading
    alone = markup(PAGES["trends"].layout(view("indicator=idp-people")))
    assert "Personnes déplacées internes : De 216" in spaced(alone[alone.index("<h1") : alone.index("</h1>")])


@pytest.mark.parametrize("language", ["fr", "en"])
def test_what_got_worse_is_shown_alone(view, language):
    page = markup(PAGES["trends"].layout(view("direction=worse", language)))
    assert page.count('scope="row"') == 7
    assert page.count("▼") == 7
    assert page.count("<h2") == page.count('class="pick-group"') > 0, "no chart, only the parts of the list"


def axis_of(context, indicator, together=()):
    return indicator_panel(context, indicator, "", together).card.figure["layout"]["yaxis"]["range"]


def test_scales_begin_at_zero_and_shares_side_by_side_have_one(view, catalog):
    first = chosen(view())
    spans = {key: axis_of(view(), key, first) for key in first}
    assert {low for low, _ in spans.values()} == {0}
    assert spans["stunting"] == spans["ger-primary-1"] == [0, 100]
    assert axis_of(view("scale=near"), "ger-primary-1")[0] > 50
    for key in catalog.rows("indicators"):
        figure = indicator_panel(view("reference=on"), key).card.figure
        if figure:
            low, high = figure["layout"]["yaxis"]["range"]
            assert low <= 0 <= high, key


def test_a_file_and_its_picture_keep_the_scale_of_the_view(view):
    context = view("indicator=renewable-technologies-share,ger-primary-1")
    card = PAGES["trends"].card(context, "trends-renewable-technologies-share")
    assert card.figure["layout"]["yaxis"]["range"] == [0, 100]


def test_what_the_report_prints_is_quoted_also_where_values_compare(view):
    text = said(view("", "en"), "ger-primary-1")
    assert text.index("The report prints “+2.13%”") < text.index("From 70.5%") < text.index("Comparison")


def test_how_far_values_compare_is_said_once_with_the_evidence(view):
    stunting = said(view("", "en"), "stunting")
    assert stunting.count("Comparison with the value before: other instrument. ") == 1
    assert "DHS" in stunting
    assert "comparability unknown. " in said(view("", "en"), "idp-people")
    assert "same instrument. " in said(view("", "en"), "extreme-poverty")
    assert "Comparison" not in said(view("", "en"), "ger-primary-2")
