"""Two axes, places or outputs side by side: numbers that their pages count, and what they share."""

import re

import pytest

from dashboard.analysis.agencies import who_holds
from dashboard.analysis.results import Filters
from dashboard.components.markup import markup
from dashboard.pages.compare import PAGE
from dashboard.pages.registry import context_of
from dashboard.presenters.agencies.compare import COMPARABLE, NUMBERS, chosen_keys, keys_of
from dashboard.presenters.results.items import chosen_results


def view(catalog, query="", language="fr"):
    return context_of(catalog, "/en/compare" if language == "en" else "/fr/comparer", query)


def page(catalog, query="", language="fr"):
    return markup(PAGE.layout(view(catalog, query, language))).replace("\u00a0", " ").replace("\u202f", " ")


def heading(catalog, query):
    return re.search(r"<h1>(.*?)</h1>", page(catalog, query))[1]


def pair(catalog, by):
    """The two of a kind that have most results."""
    keys = keys_of(catalog, by)
    counts = {key: len(chosen_results(catalog, Filters(catalog.year, **{by: key}))) for key in keys}
    return sorted(keys, key=lambda key: -counts[key])[:2]


@pytest.mark.parametrize("by", COMPARABLE)
def test_numbers_are_those_of_the_results_with_a_passport_each(catalog, by):
    keys = pair(catalog, by)
    context = view(catalog, f"by={by}&a={','.join(keys)}")
    card = PAGE.card(context, NUMBERS)
    wanted = [len(chosen_results(catalog, Filters(catalog.year, **{by: key}))) for key in keys]
    assert card.rows["results"].tolist() == wanted
    assert all(f"{by}.{key}" in link for key, link in zip(keys, card.rows["results_figure"], strict=True))
    assert [row.before[0] for row in card.board.rows] == [str(n) for n in wanted]


def test_two_axes_share_agencies_by_the_lists_of_the_report(catalog):
    listed = catalog["output_agencies"].query("year == @catalog.year")
    axis = listed["output_id"].str.split(".").str[0]
    both = set(listed[axis == "1"]["agency_id"]) & set(listed[axis == "3"]["agency_id"])
    assert f"{len(both)} agences" in heading(catalog, "a=1,3")
    shared = page(catalog, "a=1,3").split('id="compare-agencies"')[1].split("<h3>")[1]
    assert set(re.findall(r"/fr/agence/([a-z-]+)", shared)) == both


def test_two_places_share_the_results_that_name_both(catalog):
    first, second = pair(catalog, "place")
    one, two = (
        set(chosen_results(catalog, Filters(catalog.year, place=key))["result_id"]) for key in (first, second)
    )
    assert f"{len(one & two)} résultats en commun" in page(catalog, f"by=place&a={first},{second}")


def test_only_axes_show_money(catalog):
    assert "100 % du budget" in page(catalog, "a=1,3")
    assert "100 % du budget" not in page(catalog, "by=output&a=1.1.5,3.1.2")


def test_nothing_chosen_shows_those_with_most_results(catalog):
    for by in COMPARABLE:
        keys = chosen_keys(view(catalog, f"by={by}"))
        assert len(keys) == min(3, len(keys_of(catalog, by)))
        assert set(pair(catalog, by)) <= set(keys)


def test_what_does_not_fit_is_named_and_never_dropped_in_silence(catalog):
    keys = keys_of(catalog, "output")[:4]
    text = page(catalog, f"by=output&a={','.join(keys)}")
    assert keys[3] in re.search(r"<strong>(.*?)</strong>", text)[1]
    other = keys_of(catalog, "place")[0]
    name = catalog.row("places", other)["name_fr"]
    assert name in re.search(r"<strong>(.*?)</strong>", page(catalog, f"by=axis&a=1,{other}"))[1]


@pytest.mark.parametrize("by", COMPARABLE)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_element_ids_are_unique(catalog, by, language):
    ids = re.findall(r' id="([^"]*)"', page(catalog, f"by={by}&a={','.join(pair(catalog, by))}", language))
    assert len(ids) == len(set(ids))


def test_the_page_of_an_axis_leads_to_the_others_beside_it(catalog):
    from dashboard.pages.axis import PAGE as AXIS

    text = markup(AXIS.layout(context_of(catalog, "/fr/axe/1", "")))
    form = re.search(r'<form[^>]*action="/fr/comparer"[^>]*>(.*?)</form>', text, re.DOTALL)[1]
    assert set(re.findall(r'<option[^>]* value="([^"]+)"', form)) == set(catalog.rows("axes")) - {"1"}


def test_members_are_grouped_by_who_holds_them():
    held = who_holds({"a": ["x", "y", "z"], "b": ["y", "z"], "c": ["z", "w"]})
    assert held == {("a", "b", "c"): ["z"], ("a", "b"): ["y"], ("a",): ["x"], ("c",): ["w"]}
    assert next(iter(held)) == ("a", "b", "c")
