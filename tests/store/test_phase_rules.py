"""Phases that do not add up, or places that do not exist, are found in their cell."""

import pytest

from dashboard.store import problems_of
from store.packages import set_cell

PLAIN = {"note": ""}
NOTED = {"place_id": "ML0207", "year": "2016"}


def problems(package):
    return [(problem.table, problem.column, problem.rule) for problem in problems_of(package)]


@pytest.mark.parametrize("column", ["phase3_5", "population"])
def test_a_sum_that_does_not_hold_is_found(package, column):
    set_cell(package, "food_insecurity", PLAIN, **{column: "99000000"})
    assert problems(package) == [("food_insecurity", column, "phases_against_sum")]


def test_a_note_explains_a_population_that_is_no_sum(package):
    set_cell(package, "food_insecurity", NOTED, note="", note_fr="")
    assert problems(package) == [("food_insecurity", "population", "phases_against_sum")]


@pytest.mark.parametrize("names", ["ML1002;ML1003", "ML1001;ML9999"])
def test_a_row_stands_for_places_that_exist(package, names):
    set_cell(package, "food_insecurity", {"place_id": "ML1001"}, stands_for=names)
    assert problems(package) == [("food_insecurity", "stands_for", "stands_for_unknown")]
