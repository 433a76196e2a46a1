"""A period is written as programs read it: as short as it is exact."""

import pytest

from dashboard.analysis.periods import days_of, iso_period, range_period

PERIODS = [
    ("2019-01-01", "2019-12-31", "2019", "2019"),
    ("2021-01-01", "2021-01-31", "2021-01", "2021-01"),
    ("2020-12-31", "2020-12-31", "2020-12-31", "2020-12-31"),
    ("2020-01-01", "2021-12-31", "2020-01-01/2021-12-31", "2020-01-01/P2Y"),
    ("2014-06-01", "2014-08-31", "2014-06-01/2014-08-31", "2014-06-01/P3M"),
    ("2020-12-03", "2021-01-05", "2020-12-03/2021-01-05", "2020-12-03/P34D"),
    ("", "", "", ""),
]


@pytest.mark.parametrize(("start", "end", "period", "of_sdmx"), PERIODS)
def test_a_period_by_its_days(start, end, period, of_sdmx):
    assert iso_period(start, end) == period
    assert range_period(start, end) == of_sdmx


@pytest.mark.parametrize(
    ("period", "days"),
    [
        ("2021", ("2021-01-01", "2021-12-31")),
        ("2020-02", ("2020-02-01", "2020-02-29")),
        ("2014-06/2014-08", ("2014-06-01", "2014-08-31")),
        ("2020-12-31", ("2020-12-31", "2020-12-31")),
    ],
)
def test_the_days_of_a_period(period, days):
    assert days_of(period) == days
