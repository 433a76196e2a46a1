"""What a newer report tells again stands for what the older one told."""

import pandas as pd

from dashboard.analysis.revisions import revised_by

COLUMNS = ["observation_id", "source_id", "sex", "year", "kind", "value", "series", "indicator_id", "period"]
ORDER = {"r21": 2021, "r22": 2022, "r23": 2023}


def table(*rows):
    return pd.DataFrame([(*row.split(), "a", "x", "") for row in rows], columns=COLUMNS)


def test_the_newest_report_revises_all_older_ones():
    rows = table("a r21 total 2021 observed 5", "b r22 total 2021 baseline 6", "c r23 total 2021 observed 7")
    assert revised_by(rows, ORDER) == {"a": "c", "b": "c"}


def test_another_year_sex_or_kind_of_telling_is_no_revision():
    rows = table(
        "a r21 total 2021 observed 5", "b r22 total 2022 observed 6", "c r22 female 2021 observed 6",
        "d r22 total 2021 target 9",
    )  # fmt: skip
    assert revised_by(rows, ORDER) == {}


def test_a_public_source_revises_nothing_and_two_values_of_one_report_stay():
    rows = table("a r21 total 2021 observed 5", "b wdi total 2021 observed 6", "c r21 total 2021 estimate 4")
    assert revised_by(rows, ORDER) == {}
