"""Years side by side, on frames of a few rows."""

import pandas as pd
import pytest

from dashboard.analysis.cycle import (
    between,
    over_years,
    returning,
    state_over_years,
    told_by_year,
    values_between,
)


def test_a_year_without_an_amount_is_a_gap_not_a_zero():
    rows = [("a", 2001, 10.0), ("b", 2001, 4.0), ("a", 2002, None), ("a", 2003, 30.0)]
    found = over_years(pd.DataFrame(rows, columns=["who", "year", "spent_usd"]), "who", "spent")
    own = found[found["who"] == "a"].set_index("year")
    assert own["value"].isna().tolist() == [False, True, False]
    assert own["cumulated"][2003] == 40.0
    assert own["change"].isna().all(), "beside a gap nothing changed"
    assert found[found["who"] == "b"]["value"].isna().tolist() == [False, True, True]


@pytest.mark.parametrize(
    ("counts", "state"),
    [
        ([0, 2], "new"), ([1, 2], "continued"), ([1, 0, 2], "resumed"), ([1, 0], "silent"), ([0, 0], "never"),
    ],
)  # fmt: skip
def test_a_thing_over_the_years_has_one_state(counts, state):
    assert state_over_years(counts) == state


def test_a_result_counts_once_a_year_and_what_no_report_tells_counts_zero():
    told = [("a", 2001, "r1"), ("a", 2001, "r1"), ("a", 2003, "r2")]
    counts = told_by_year(
        ["a", "b"], pd.DataFrame(told, columns=["key", "year", "result_id"]), [2001, 2002, 2003]
    )
    assert counts.to_numpy().tolist() == [[1, 0, 1], [0, 0, 0]]


def test_a_challenge_returns_where_two_reports_tell_one_of_an_outcome():
    rows = [("1.1", 2001), ("1.1", 2001), ("1.2", 2002), ("1.2", 2001), ("", 2001), ("", 2002)]
    found = returning(pd.DataFrame(rows, columns=["outcome_id", "year"]))
    assert found.to_numpy().tolist() == [["1.2", 2001], ["1.2", 2002]]


def test_between_two_reports_what_one_alone_tells_is_new_or_gone():
    rows = [("a", "x", 2001), ("a", "y", 2001), ("a", "y", 2002), ("a", "z", 2002), ("a", "w", 2000)]
    found = between(pd.DataFrame(rows, columns=["kind", "key", "year"]), 2001, 2002)
    assert found.to_numpy().tolist() == [["a", "x", "gone"], ["a", "z", "new"]]


COLUMNS = ["observation_id", "indicator_id", "series", "sex", "year", "value", "told"]
BREAKS = pd.DataFrame([("broken", "s", 2002)], columns=["indicator_id", "series", "year"])


@pytest.mark.parametrize(
    ("indicator", "series", "change"),
    [("whole", "s", "value"), ("broken", "s", "definition"), ("whole", "other", "definition")],
)
def test_values_of_two_definitions_are_never_set_against_each_other(indicator, series, change):
    rows = [
        ("early", indicator, "s", "total", 2000, 1.0, 2001),
        ("old", indicator, "s", "total", 2001, 2.0, 2001),
        ("new", indicator, series, "total", 2002, 3.0, 2002),
        ("girls", indicator, "s", "female", 2001, 2.0, 2001),
    ]
    found = values_between(pd.DataFrame(rows, columns=COLUMNS), BREAKS, 2001, 2002)
    assert found.to_numpy().tolist() == [["old", "new", change]]
