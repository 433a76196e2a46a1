"""People are counted by roles: totals and other groups once, parts and targets never."""

import pandas as pd

from dashboard.analysis.people import people_of, women_of

FIGURES = pd.DataFrame(
    [
        ("split", 1, 100.0, "people", "", "total", None),
        ("split", 2, 60.0, "people", "female", "part", 1),
        ("split", 3, 40.0, "people", "male", "part", 1),
        ("beside", 1, 120.0, "people", "female", "total", None),
        ("beside", 2, 30.0, "people", "male", "other_group", None),
        ("two", 1, 500.0, "people", "", "total", None),
        ("two", 2, 218.0, "people", "female", "part", 1),
        ("two", 3, 10.0, "people", "", "other_group", None),
        ("two", 4, 1.0, "people", "female", "part", 3),
        ("half", 1, 50.0, "people", "", "total", None),
        ("half", 2, 20.0, "people", "female", "other_group", None),
        ("aimed", 1, 90.0, "people", "", "total", None),
        ("aimed", 2, 80.0, "people", "", "target", 1),
        ("aimed", 3, 95.0, "people", "", "denominator", 1),
        ("told twice", 1, 9.0, "people", "female", "total", None),
        ("told twice", 2, 5.0, "people", "female", "part", 1),
        ("things", 1, 7.0, "items", "", "total", None),
    ],
    columns=["result_id", "seq", "value", "unit", "sex", "role", "part_of"],
)


def test_totals_and_other_groups_add_up():
    assert people_of(FIGURES).to_dict() == {
        "split": 100, "beside": 150, "two": 510, "half": 70, "aimed": 90, "told twice": 9,
    }  # fmt: skip


def test_women_are_told_only_where_they_are_told_of_everybody():
    """`half` gives the sex of one of its two groups: no share can be said of it."""
    assert women_of(FIGURES).to_dict() == {"split": 60, "beside": 120, "two": 219, "told twice": 9}


def test_no_figures_count_nobody():
    assert people_of(FIGURES.head(0)).empty
    assert women_of(FIGURES.head(0)).empty
