"""Filters, orders and facets of the results: the number that is clicked is the number of rows shown."""

from dataclasses import replace

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.analysis.facets import FACETS, choosing, facet_counts, memberships
from dashboard.analysis.results import SPOTLIGHT, Filters, results_in_order, select_results, with_ancestry
from dashboard.analysis.subjects import with_themes
from dashboard.domain.text import words_of

OUTCOMES = pd.DataFrame({"outcome_id": ["1.1", "2.1"], "axis_id": ["1", "2"]})
OUTPUTS = pd.DataFrame(
    {"output_id": ["1.1.1", "2.1.1", "2.1.2"], "outcome_id": ["1.1", "2.1", "2.1"], "theme": ["a", "a", "b"]}
)
PLACES = pd.DataFrame(
    {
        "place_id": ["R1", "R2", "C1", "C2", "L1"],
        "level": ["region", "region", "cercle", "cercle", "locality"],
        "parent_id": ["", "", "R1", "R1", "C1"],
    },
)
AGENCIES = pd.DataFrame(
    {
        "year": [2021, 2021, 2021, 2020],
        "output_id": ["1.1.1", "2.1.1", "2.1.1", "2.1.2"],
        "agency_id": ["pam", "pam", "fao", "fao"],
    }
)
THEMES = pd.DataFrame({"result_id": ["c", "c"], "theme": ["b", "a"]})
NAMED = pd.DataFrame({"result_id": ["a", "b", "b", "c"], "place_id": ["L1", "R1", "C1", "R2"]})
FIGURES = pd.DataFrame(
    {
        "result_id": ["a", "b", "c", "c"],
        "value": [10.0, 500.0, 99.0, 900.0],
        "unit": ["people", "people", "people", "hectares"],
        "role": ["total", "total", "part", "total"],
    }
)


def results_of(rows):
    frame = pd.DataFrame(rows, columns=["result_id", "output_id", "summary_fr", "scope", "beneficiary"])
    frame = frame.assign(year=2021, summary_en="")
    frame = with_themes(with_ancestry(frame, OUTPUTS, OUTCOMES), THEMES)
    return frame.assign(concerns=[("girls", "women"), (), ("girls",), ()])


RESULTS = results_of(
    [
        ("s", "", "Points focaux genre", "national", "officials"),
        ("a", "1.1.1", "L'eau à Ménaka", "places", "women"),
        ("b", "2.1.1", "Bureau de «l'élevage»", "places", "women"),
        ("c", "2.1.2", "Forêts", "places", "households"),
    ]
)
SAYING = {"eau": {"a"}, "l": {"a", "b"}}
TABLES = (AGENCIES, NAMED, PLACES, lambda text: SAYING.get(text, set()))
MEMBERS = memberships(RESULTS, *TABLES[:3])


def chosen(**filters):
    return select_results(RESULTS, Filters(2021, **filters), *TABLES)["result_id"].tolist()


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({}, ["s", "a", "b", "c"]),
        ({"axis": SPOTLIGHT}, ["s"]),
        ({"axis": "2"}, ["b", "c"]),
        ({"agency": "fao"}, ["b"]),
        ({"theme": "a"}, ["a", "b", "c"]),
        ({"theme": "b"}, ["c"]),
        ({"concerns": "girls"}, ["s", "b"]),
        ({"place": "R1"}, ["a", "b"]),
        ({"place": "C1"}, ["a", "b"]),
        ({"place": "L1"}, ["a"]),
        ({"text": "eau"}, ["a"]),
        ({"text": "eau", "theme": "b"}, []),
        ({"text": "nothing"}, []),
    ],
)
def test_filters_leave_what_they_say(filters, expected):
    assert chosen(**filters) == expected


@given(st.text())
def test_words_are_bare_and_folding_them_again_changes_nothing(text):
    words = words_of(text)
    assert all(word.isalnum() for word in words.split())
    assert words_of(words) == words


def test_most_people_come_first_and_other_units_do_not_count():
    assert results_in_order(RESULTS, "people", OUTPUTS, FIGURES)["result_id"].tolist() == ["b", "a", "s", "c"]


def test_results_without_output_come_last_by_output():
    assert results_in_order(RESULTS, "output", OUTPUTS, FIGURES)["result_id"].tolist() == ["a", "b", "c", "s"]


def test_choosing_an_axis_clears_what_lies_below():
    now = Filters(2021, axis="1", outcome="1.1", output="1.1.1", agency="pam")
    assert choosing(now, "axis", "2") == Filters(2021, axis="2", agency="pam")
    assert choosing(now, "output", "") == replace(now, output="")


some = st.sampled_from
FILTERS = st.builds(
    Filters,
    year=st.just(2021),
    axis=some(["", "1", "2", SPOTLIGHT]),
    outcome=some(["", "1.1", "2.1"]),
    output=some(["", "2.1.1"]),
    agency=some(["", "pam", "fao"]),
    place=some(["", "R1", "C1"]),
    theme=some(["", "a", "b"]),
    beneficiary=some(["", "women"]),
    concerns=some(["", "girls", "women"]),
    scope=some(["", "places", "national"]),
    text=some(["", "l", "eau"]),
)


@settings(max_examples=25)
@given(FILTERS)
def test_count_of_a_facet_is_the_number_of_rows_after_choosing_it(filters):
    for facet, counts in facet_counts(MEMBERS, RESULTS, filters, *TABLES).items():
        for value, count in counts.items():
            assert len(select_results(RESULTS, choosing(filters, facet, value), *TABLES)) == count > 0


@settings(max_examples=25)
@given(FILTERS)
def test_levels_of_the_plan_add_up(filters):
    counts = facet_counts(MEMBERS, RESULTS, replace(filters, axis="", outcome="", output=""), *TABLES)
    free = replace(filters, axis="", outcome="", output="")
    assert sum(counts["axis"].values()) == len(select_results(RESULTS, free, *TABLES))
    for axis in ("1", "2"):
        below = [n for value, n in counts["outcome"].items() if value.startswith(f"{axis}.")]
        assert sum(below) == counts["axis"].get(axis, 0)


def test_every_facet_is_counted_on_the_whole_report(catalog):
    from dashboard.presenters.results.items import result_tables
    from dashboard.presenters.results.prepared import prepared_results

    results = prepared_results(catalog)
    tables = result_tables(catalog)
    members = memberships(results, *tables[:3])

    @settings(max_examples=15)
    @given(st.data())
    def holds(data):
        now = Filters(catalog.year)
        for _ in range(2):
            counts = facet_counts(members, results, now, *tables)
            facet = data.draw(some([facet for facet in FACETS if counts[facet]]))
            value = data.draw(some(sorted(counts[facet])))
            now = choosing(now, facet, value)
            assert len(select_results(results, now, *tables)) == counts[facet][value]

    holds()
