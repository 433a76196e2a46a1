"""The words for a trend, case by case."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.analysis.trends import moment, trend_of, with_segments

WHOLE = pd.DataFrame(columns=["break_id", "indicator_id", "series", "year"])
CUT = pd.DataFrame([("b", "x", "a", 2021)], columns=WHOLE.columns)


def values(*rows: str) -> pd.DataFrame:
    """Observations from short lines: `series year value [kind] [qualifier]`."""
    parsed = []
    for row in rows:
        series, year, value, kind, qualifier = [*row.split(), *["observed", "="][len(row.split()) - 3 :]]
        name = f"{series}{year}{kind[0]}"
        parsed.append((name, "x", series, "total", int(year), "", float(value), qualifier, kind))
    columns = [
        "observation_id",
        "indicator_id",
        "series",
        "sex",
        "year",
        "period",
        "value",
        "qualifier",
        "kind",
    ]
    return pd.DataFrame(parsed, columns=columns)


CASES = [
    # name, values, breaks, better, least difference, word, rule, moved
    ("rises, wanted", ["a 2019 50", "a 2021 55"], WHOLE, "up", 1, "up", "clear", "right"),
    ("rises, unwanted", ["a 2019 50", "a 2021 55"], WHOLE, "down", 1, "up", "clear", "wrong"),
    ("falls, wanted", ["a 2019 50", "a 2021 45"], WHOLE, "down", 1, "down", "clear", "right"),
    ("falls, no better way", ["a 2019 50", "a 2021 45"], WHOLE, "", 1, "down", "clear", ""),
    ("given out of order", ["a 2021 45", "a 2019 50"], WHOLE, "up", 1, "down", "clear", "wrong"),
    (
        "less than the minimum",
        ["a 2019 42.3", "a 2020 41.9"],
        WHOLE,
        "down",
        1,
        "no_clear_change",
        "small",
        "",
    ),
    ("just the minimum", ["a 2019 0.3", "a 2020 0.2"], WHOLE, "down", 0.1, "down", "clear", "right"),
    ("no minimum", ["a 2019 42.3", "a 2020 41.9"], WHOLE, "down", float("nan"), "down", "clear", "right"),
    ("the same value", ["a 2019 13", "a 2021 13"], WHOLE, "up", 0, "no_clear_change", "same", ""),
    ("one series each", ["a 2019 3", "b 2020 5"], WHOLE, "down", 0, "not_comparable", "series", ""),
    (
        "a newer value alone",
        ["a 2019 3", "a 2020 4", "b 2022 9"],
        WHOLE,
        "up",
        0,
        "not_comparable",
        "series",
        "",
    ),
    ("a break between", ["a 2019 28", "a 2021 24"], CUT, "down", 1, "not_comparable", "break", ""),
    ("a break before both", ["a 2021 28", "a 2022 24"], CUT, "down", 1, "down", "clear", "right"),
    ("after the break only", ["a 2019 9", "a 2021 20", "a 2023 30"], CUT, "up", 1, "up", "clear", "right"),
    ("another series broken", ["z 2019 28", "z 2021 24"], CUT, "down", 1, "down", "clear", "right"),
    ("more than, and up", ["a 2021 200", "a 2022 350 observed >"], WHOLE, "down", 0, "up", "clear", "wrong"),
    (
        "more than, after more",
        ["a 2021 400", "a 2022 350 observed >"],
        WHOLE,
        "down",
        0,
        "not_comparable",
        "qualifier",
        "",
    ),
    ("less than, and down", ["a 2021 20", "a 2022 10 observed <"], WHOLE, "up", 0, "down", "clear", "wrong"),
    (
        "less than first",
        ["a 2021 5 observed <", "a 2022 4"],
        WHOLE,
        "up",
        0,
        "not_comparable",
        "qualifier",
        "",
    ),
    ("one value", ["a 2021 61"], WHOLE, "up", 1, "one_value", "one_value", ""),
    (
        "one value and a target",
        ["a 2021 61", "a 2024 80 target"],
        WHOLE,
        "up",
        1,
        "one_value",
        "one_value",
        "",
    ),
    (
        "a printed change",
        ["a 2021 -16 relative_change"],
        WHOLE,
        "up",
        1,
        "printed_change",
        "printed_change",
        "wrong",
    ),
    ("a target alone", ["a 2024 80 target"], WHOLE, "up", 1, "no_value", "no_value", ""),
]


@pytest.mark.parametrize(
    ("rows", "breaks", "better", "least", "word", "rule", "moved"),
    [case[1:] for case in CASES],
    ids=[case[0] for case in CASES],
)
def test_word_and_rule(rows, breaks, better, least, word, rule, moved):
    trend = trend_of(values(*rows), breaks, better, least)
    assert (trend.word, trend.rule, trend.moved) == (word, rule, moved)


def test_a_broken_series_names_its_break():
    assert trend_of(values("a 2019 28", "a 2021 24"), CUT, "down", 1).broken_by == ("b",)


def test_change_is_in_the_unit_and_in_percent_of_the_first_value():
    trend = trend_of(values("a 2019 -4.3", "a 2021 9.1"), WHOLE, "up", 0)
    assert trend.change == pytest.approx(13.4)
    assert trend.relative_change == pytest.approx(100 * 13.4 / 4.3)


def test_estimates_and_bounds_are_said():
    trend = trend_of(values("a 2020 1", "a 2021 4 estimate ~"), WHOLE, "up", 0)
    assert trend.caveats == ("estimate", "qualifier")


@given(st.lists(st.tuples(st.integers(2015, 2030), st.floats(1, 100)), max_size=6), st.floats(0, 50))
def test_no_direction_is_claimed_for_less_than_the_minimum(points, least):
    rows = [f"a {year} {value!r}" for year, value in dict(points).items()]
    trend = trend_of(values(*rows), WHOLE, "up", least)
    if trend.word in ("up", "down"):
        assert abs(trend.change) >= least - 1e-6


@pytest.mark.parametrize(
    ("year", "period", "place"),
    [
        (2019, "2019", 2019.5),
        (2021, "", 2021.5),
        (2019, "HDR 2020", 2019.5),
        (2021, "2021-01", 2021 + 0.5 / 12),
        (2014, "2014-06/2014-08", 2014 + 6.5 / 12),
        (2023, "2021-2023", 2022.5),
        (2016, "2016-06-30", 2016 + 5 / 12 + 29.5 / 365),
    ],
)
def test_a_value_stands_in_the_middle_of_its_period(year, period, place):
    assert moment(year, period) == pytest.approx(place)


def test_segments_count_the_breaks_passed():
    assert with_segments(values("a 2022 2", "a 2019 1"), CUT)["segment"].tolist() == [0, 1]
