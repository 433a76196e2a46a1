"""Counts by place: each result once per place, regions never leak into cercles, nobody is summed twice."""

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from dashboard.analysis.places import (
    class_of,
    homes,
    lower_bounds,
    measured,
    people_reached,
    place_counts,
)
from dashboard.analysis.results import places_within, region_wide

PLACES = pd.DataFrame(
    [
        ("R1", "region", "", "Nord", ""),
        ("C1", "cercle", "R1", "Alpha-Ville", "Alfa;Älfa"),
        ("C2", "cercle", "R1", "Beta", ""),
        ("l1", "locality", "C1", "Gamma", "Gama"),
        ("R2", "region", "", "Sud", ""),
        ("C3", "cercle", "R2", "Delta", ""),
    ],
    columns=["place_id", "level", "parent_id", "name_fr", "aliases"],
).assign(lat=0.0, lon=0.0)
NAMED = pd.DataFrame(
    [("a", "R1"), ("b", "l1"), ("b", "C1"), ("c", "C2"), ("c", "C1")], columns=["result_id", "place_id"]
)
RESULTS = pd.DataFrame(
    [("a", "1.1.1", ""), ("b", "1.1.1", ""), ("c", "1.1.2", "b"), ("d", "", "")],
    columns=["result_id", "output_id", "duplicate_of"],
).assign(year=2000)
LISTED = pd.DataFrame(
    [(2000, "1.1.1", "x"), (2000, "1.1.1", "y"), (2000, "1.1.2", "x"), (1999, "1.1.2", "z")],
    columns=["year", "output_id", "agency_id"],
)
FIGURES = pd.DataFrame(
    [("a", 10.0, "people", "total"), ("b", 7.0, "people", "total"), ("b", 3.0, "people", "part"),
     ("c", 7.0, "people", "total"), ("d", 5.0, "items", "total")],
    columns=["result_id", "value", "unit", "role"],
)  # fmt: skip


def counted(level, measure="results", chosen=RESULTS):
    at_home = homes(NAMED, PLACES)
    rows = place_counts(
        level,
        PLACES,
        measured(chosen, at_home, LISTED, FIGURES),
        measured(RESULTS, at_home, LISTED, FIGURES),
        measure,
    )
    return rows.set_index("place_id")


def test_a_locality_is_at_home_in_its_cercle_and_region_once():
    pairs = homes(NAMED, PLACES)
    assert not pairs.duplicated(["result_id", "place_id"]).any()
    assert set(pairs.loc[pairs["result_id"] == "b", "place_id"]) == {"l1", "C1", "R1"}


def test_a_result_that_names_the_region_counts_in_no_cercle():
    assert counted("region")["results"].to_dict() == {"R1": 3, "R2": 0}
    assert counted("cercle")["results"].to_dict() == {"C1": 2, "C2": 1, "C3": 0}


def test_agencies_and_outputs_are_counted_once_and_of_the_year_only():
    rows = counted("region")
    assert rows.loc["R1", "outputs"] == 2
    assert rows.loc["R1", "agencies"] == 2


def test_people_are_totals_and_never_of_a_repeated_result():
    assert people_reached(RESULTS, FIGURES).to_dict() == {"a": 10.0, "b": 7.0}
    assert counted("region", "people").loc["R1", "people"] == 17
    assert pd.isna(counted("cercle", "people").loc["C2", "people"])


def test_people_of_several_places_are_given_to_none_of_them():
    both = pd.DataFrame([("a", "C1"), ("a", "C3"), ("b", "C1")], columns=["result_id", "place_id"])
    rows = measured(RESULTS, homes(both, PLACES), LISTED, FIGURES)
    assert rows.loc["C1", ["people", "people_alone", "people_shared"]].tolist() == [7, 1, 1]
    assert rows.loc["C3", ["people_alone", "people_shared"]].tolist() == [0, 1]
    assert pd.isna(rows.loc["C3", "people"])


def test_a_result_of_two_cercles_is_of_their_region_alone():
    inside = pd.DataFrame(
        [("a", "C1"), ("a", "C2"), ("b", "l1"), ("b", "C1")], columns=["result_id", "place_id"]
    )
    alone = homes(inside, PLACES).set_index(["result_id", "place_id"])["alone"]
    assert alone["a"].to_dict() == {"C1": False, "C2": False, "R1": True}
    assert alone["b"].to_dict() == {"l1": False, "C1": True, "R1": True}


def test_four_states_are_told_apart():
    assert counted("region")["state"].to_dict() == {"R1": "some", "R2": "none"}
    only_a = counted("cercle", chosen=RESULTS[RESULTS["result_id"] == "a"])
    assert only_a["state"].to_dict() == {"C1": "filtered", "C2": "filtered", "C3": "none"}
    assert counted("cercle", "people")["state"].to_dict() == {"C1": "some", "C2": "uncovered", "C3": "none"}
    no_c = NAMED[NAMED["result_id"] == "a"]
    everything = measured(RESULTS, homes(no_c, PLACES), LISTED, FIGURES)
    rows = place_counts("cercle", PLACES, everything, everything, "results").set_index("place_id")
    assert rows["state"].to_dict() == {"C1": "uncovered", "C2": "uncovered", "C3": "none"}


def test_nothing_chosen_counts_nothing():
    assert counted("region", chosen=RESULTS.head(0))["results"].sum() == 0


@given(st.lists(st.integers(0, 2_000_000), max_size=60))
def test_every_value_above_zero_has_a_class_and_bounds_rise(values):
    bounds = lower_bounds(pd.Series(values, dtype=float))
    assert bounds == sorted(set(bounds))
    assert len(bounds) <= 4
    for value in values:
        assert (1 <= class_of(value, bounds) <= len(bounds)) == (value > 0)


def test_an_undivided_region_and_its_only_cercle_are_one_place():
    named = pd.DataFrame([("a", "R2")], columns=["result_id", "place_id"])
    assert set(homes(named, PLACES)["place_id"]) == {"R2", "C3"}
    assert places_within(PLACES, "C3") == {"C3", "R2"}
    assert region_wide(named, PLACES, "C3") == set()
