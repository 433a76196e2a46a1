"""Progress to target, against cases worked out by hand."""

import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.analysis.progress import pace, progress_of, status_board, target_of
from dashboard.analysis.trends import trend_of

BREAKS = pd.DataFrame(columns=["break_id", "indicator_id", "series", "year"])
COLUMNS = ["observation_id", "indicator_id", "series", "sex", "year", "period", "value", "qualifier", "kind"]
ENROLMENT = pd.DataFrame(
    [
        ("f0", "x", "a", "female", 2019, "", 70.5, "=", "baseline"),
        ("f1", "x", "a", "female", 2021, "", 72.5, "=", "observed"),
        ("m0", "x", "a", "male", 2019, "", 73.8, "=", "baseline"),
        ("m1", "x", "a", "male", 2021, "", 71.0, "=", "observed"),
        ("t", "x", "a", "total", 2023, "", 86.0, "=", "target"),
    ],
    columns=COLUMNS,
)


def test_worked_example_up():
    # 100 to 110 in two years: 4.881 % a year; 144 in four years asks for 9.545 % a year.
    progress = pace((2019, 100), (2021, 110), (2023, 144), "up")
    assert progress.actual_pace == pytest.approx(4.8809, abs=1e-4)
    assert progress.expected_pace == pytest.approx(9.5445, abs=1e-4)
    assert progress.ratio == pytest.approx(0.51138, abs=1e-4)
    assert progress.share_of_way == pytest.approx(100 * 10 / 44)
    assert progress.status == "limited"


def test_worked_example_down():
    # 40 to 36 in one year: -10 % a year; 20 in four years asks for -15.91 % a year.
    progress = pace((2020, 40), (2021, 36), (2024, 20), "down")
    assert progress.actual_pace == pytest.approx(-10)
    assert progress.expected_pace == pytest.approx(-15.9104, abs=1e-4)
    assert progress.status == "acceleration"
    assert progress.share_of_way == pytest.approx(20)


@pytest.mark.parametrize(
    ("now", "status"),
    [(150, "achieved"), (144, "achieved"), (121, "on_track"), (120, "on_track"), (113, "acceleration"),
     (110, "limited"), (100, "limited"), (99, "deterioration")],
)  # fmt: skip
def test_status_by_ratio(now, status):
    assert pace((2019, 100), (2021, now), (2023, 144), "up").status == status


@pytest.mark.parametrize(
    ("start", "now", "goal", "reason"),
    [
        ((2021, 50), (2021, 55), (2023, 80), "years"),
        ((2019, 50), (2021, 55), (2019, 80), "years"),
        ((2019, 0), (2021, 5), (2023, 80), "growth"),
        ((2019, -2), (2021, 1), (2023, 3), "growth"),
        ((2019, 80), (2021, 75), (2023, 80), "growth"),
    ],
)
def test_what_has_no_pace_cannot_be_assessed(start, now, goal, reason):
    progress = pace(start, now, goal, "up")
    assert (progress.status, progress.reason) == ("cannot", reason)
    assert math.isnan(progress.ratio)


def test_a_target_without_sex_is_held_against_each_sex():
    trend = trend_of(ENROLMENT[ENROLMENT["sex"] == "female"], BREAKS, "up", 1)
    progress = progress_of(ENROLMENT, trend, "female", "up")
    assert (progress.target, progress.shared_target, progress.status) == ("t", True, "limited")
    assert progress.share_of_way == pytest.approx(100 * 2 / 15.5)


def test_a_sex_with_its_own_target_keeps_it():
    own = ENROLMENT.assign(sex=ENROLMENT["sex"].where(ENROLMENT["kind"] != "target", "female"))
    assert target_of(own, "female") == "t"
    assert target_of(own, "male") == ""


def test_what_is_not_comparable_cannot_be_assessed_and_says_why():
    apart = ENROLMENT.assign(series=["a", "b", "c", "d", "a"])
    trend = trend_of(apart[apart["sex"] == "female"], BREAKS, "up", 1)
    progress = progress_of(apart, trend, "female", "up")
    assert (progress.status, progress.reason, progress.target) == ("cannot", "series", "t")
    assert math.isnan(progress.share_of_way)


def test_board_has_a_row_for_each_sex_and_leaves_out_single_values():
    single = pd.DataFrame([("s", "y", "a", "total", 2021, "", 5.0, "=", "observed")], columns=COLUMNS)
    register = pd.DataFrame(
        {
            "indicator_id": ["y", "x"],
            "axis_id": ["", "3"],
            "better": ["", "up"],
            "min_change": [math.nan, 1.0],
        }
    )
    board = status_board(pd.concat([ENROLMENT, single]), register, BREAKS)
    assert board[["indicator_id", "sex"]].to_numpy().tolist() == [["x", "female"], ["x", "male"]]
    assert [trend.moved for trend in board["trend"]] == ["right", "wrong"]


@given(st.floats(1, 100), st.floats(1, 100), st.floats(1, 100), st.sampled_from(["up", "down"]))
def test_status_never_praises_a_move_away(start, now, goal, better):
    progress = pace((2019, start), (2021, now), (2023, goal), better)
    away = now < start if better == "up" else now > start
    if away:
        assert progress.status in ("deterioration", "achieved", "cannot")
