"""Money computed from printed rows."""

import pandas as pd
import pytest

from dashboard.analysis.finance import money_in_order, reconciliation, totals, with_rates_and_shares


@pytest.fixture
def rows():
    return pd.DataFrame(
        {
            "year": [2021, 2021, 2021, 2020],
            "agency_id": ["a", "b", "c", "a"],
            "budget_usd": [100, 300, 0, 7],
            "mobilised_usd": [120, 80, 0, 7],
            "gap_usd": [-20, 220, 0, 0],
            "spent_usd": [60, 88, 5, 7],
        }
    )


def test_rates_and_shares_are_of_the_year_and_of_the_sum(rows):
    found = with_rates_and_shares(rows, 2021)
    assert found["rate_pct"].tolist()[:2] == [50.0, pytest.approx(110.0)]
    assert found["mobilised_pct"].tolist()[0] == 120.0
    assert found["budget_share"].tolist() == [25.0, 75.0, 0.0]
    assert found["gap_share"].sum() == pytest.approx(100)


def test_nothing_mobilised_has_no_rate(rows):
    last = with_rates_and_shares(rows, 2021).iloc[2]
    assert pd.isna(last["rate_pct"]) and pd.isna(last["mobilised_pct"])


def test_input_is_unchanged(rows):
    before = rows.copy()
    money_in_order(with_rates_and_shares(rows, 2021), "gap")
    pd.testing.assert_frame_equal(rows, before)


@pytest.mark.parametrize(("order", "first"), [("budget", "b"), ("mobilised", "a"), ("execution_rate", "b")])
def test_largest_comes_first_and_what_has_no_value_last(rows, order, first):
    ordered = money_in_order(with_rates_and_shares(rows, 2021), order)
    assert ordered["agency_id"].iloc[0] == first
    assert ordered["agency_id"].iloc[-1] == "c"


def test_printed_totals_are_compared_with_their_rows(rows):
    printed = pd.DataFrame(
        {
            "year": [2021, 2021],
            "table": ["agencies", "text"],
            "budget_usd": [400, float("nan")],
            "mobilised_usd": [200, 190],
            "gap_usd": [200, float("nan")],
            "spent_usd": [150, 153],
        }
    )
    found = reconciliation(rows, rows.rename(columns={"agency_id": "axis_id"}), printed, 2021)
    by_key = found.set_index(["table", "measure"])
    assert len(found) == 6
    assert by_key.loc[("agencies", "spent"), "difference"] == 3
    assert by_key.loc[("agencies", "spent"), "addends"] == 3
    assert by_key.loc[("text", "mobilised"), "computed"] == 200
    assert by_key.loc[("text", "mobilised"), "addends"] == 0


def test_a_year_without_totals_is_said(rows):
    with pytest.raises(LookupError, match="1999"):
        totals(pd.DataFrame({"year": [2021], "table": ["agencies"]}), 1999, "agencies")
