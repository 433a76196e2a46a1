"""The report's indicators and the public data beside them."""

import pandas as pd
import pytest

from dashboard.analysis.trends import CHANGE_KINDS, moment
from data.conftest import SHARED

SHARED_SERIES = SHARED / "reference" / "series.csv"

PUBLISHED_AS = {
    ("stunting", "wdi-survey"): "stunting_prevalence_survey",
    ("stunting", "wdi-modelled"): "stunting_prevalence_modelled",
    ("ger-primary-1", "wdi"): "ger_primary",
    ("out-of-school-rate-primary", "uis"): "out_of_school_rate_primary",
    ("out-of-school-rate-primary", "uis-survey"): "out_of_school_rate_primary_survey",
    ("out-of-school-children-primary", "uis"): "out_of_school_children_primary",
    ("out-of-school-rate-lower-secondary", "uis"): "out_of_school_rate_lower_secondary",
    ("schools-closed", "education-cluster"): "schools_closed_insecurity",
    ("schools-closed-children", "education-cluster"): "schools_closed_children_affected",
    ("food-insecure-people", "cadre-harmonise"): "ch_phase2plus",
    ("food-crisis-people", "cadre-harmonise"): "ch_phase3plus",
    ("fies-moderate-severe", "wdi"): "fies_moderate_severe",
    ("fies-severe", "wdi"): "fies_severe",
    ("idp-people", "unhcr"): "idp_total_unhcr",
    ("refugees-hosted", "unhcr"): "refugees_hosted",
    ("hrp-requirements", "fts"): "hrp_requirements_usd",
    ("hrp-funding", "fts"): "hrp_funding_usd",
    ("oda-received", "wdi"): "oda_received_usd",
    ("population", "wdi"): "population_total",
    ("gdp-growth", "wdi"): "gdp_growth",
    ("extreme-poverty", "wdi"): "poverty_headcount_national",
    ("hdi", "hdr-2025"): "hdi",
    ("electricity-access", "wdi"): "electricity_access",
    ("women-parliament-share", "wdi"): "women_parliament_share",
    ("employment-rate-15plus", "ilo-modelled"): "employment_rate_15plus",
    ("renewable-final-consumption", "wdi"): "renewable_share_tfec",
}
"""Indicator and series here -> indicator in the shared file of public values."""

UNFINISHED = {("idp_total_unhcr", "2025"), ("refugees_hosted", "2025")}
"""Values called year-end by a file made before that year's end."""

SERIES = ["indicator_id", "series", "sex"]


@pytest.fixture(scope="module")
def public(catalog):
    references = catalog["sources"].query("kind == 'reference'")["source_id"]
    return catalog["observations"][catalog["observations"]["source_id"].isin(references)]


@pytest.fixture(scope="module")
def printed(catalog):
    reports = catalog["sources"].query("kind == 'report'")["source_id"]
    return catalog["observations"][catalog["observations"]["source_id"].isin(reports)]


def _dated(row):
    """The shared file dates counts of the end of a year by the year alone."""
    return f"{row.year}-12-31" if row.indicator_id in COUNTED_AT_YEAR_END else row.period


COUNTED_AT_YEAR_END = ("idp_total_unhcr", "refugees_hosted")


@pytest.mark.skipif(not SHARED_SERIES.is_file(), reason="the file of public values is not here")
def test_public_values_are_those_of_the_shared_file(public):
    shared = pd.read_csv(SHARED_SERIES, dtype=str, keep_default_na=False).query(
        "recommended == 'yes' and confidence == 'A' and area_level == 'country'"
    )
    expected = {
        (row.indicator_id, row.sex, row.year, _dated(row), float(row.value), row.code)
        for row in shared.itertuples()
        if row.indicator_id in PUBLISHED_AS.values() and (row.indicator_id, row.year) not in UNFINISHED
    }
    ours = {
        (
            PUBLISHED_AS[row.indicator_id, row.series],
            row.sex,
            str(row.year),
            row.period,
            row.value,
            row.publisher_code,
        )
        for row in public.itertuples()
    }
    assert ours == expected


def test_no_series_of_terms_that_forbid_derivatives(catalog):
    closed = catalog["sources"]["licence"].str.contains("no derivative")
    assert closed.any()
    assert not catalog["observations"]["source_id"].isin(catalog["sources"]["source_id"][closed]).any()


def test_public_series_are_apart_from_the_reports(public, printed):
    assert not set(public["series"]) & set(printed["series"])
    assert public["kind"].isin(["observed", "estimate", "projection"]).all()


def test_every_series_has_words(catalog):
    assert set(catalog["observations"]["series"]) <= catalog.terms("series").keys()


def test_every_public_indicator_is_beside_one_of_the_report(catalog, public):
    assert set(public["indicator_id"]) == set(catalog["comparisons"]["reference_indicator_id"])


def test_an_indicator_is_the_same_as_itself(catalog):
    pairs = catalog["comparisons"]
    itself = pairs["indicator_id"] == pairs["reference_indicator_id"]
    assert pairs["how"][itself].eq("same").all()


def test_targets_come_after_all_values(printed):
    levels = printed[~printed["kind"].isin(["target", *CHANGE_KINDS])]
    last = levels.groupby("indicator_id")["year"].max()
    targets = printed[printed["kind"] == "target"].set_index("indicator_id")["year"]
    assert (targets > last.reindex(targets.index).fillna(0)).all()


def test_baselines_open_their_series(printed):
    baselines = printed[printed["kind"] == "baseline"].set_index(SERIES)["year"]
    assert (baselines == printed.groupby(SERIES)["year"].min().reindex(baselines.index)).all()


def test_one_level_for_each_date(catalog):
    levels = catalog["observations"].query("kind not in ('target', 'relative_change', 'absolute_change')")
    assert not levels.duplicated([*SERIES, "year", "period"]).any()


def test_rates_of_both_lie_between_those_of_the_sexes(public):
    rates = public[public["indicator_id"] != "out-of-school-children-primary"].pivot_table(
        index=["indicator_id", "series", "year"], columns="sex", values="value"
    )
    complete = rates.dropna()
    sexes = complete[["female", "male"]]
    assert len(complete) > 50
    assert complete["total"].between(sexes.min(axis=1), sexes.max(axis=1)).all()


def test_a_verdict_has_a_minimum(catalog):
    indicators = catalog["indicators"].set_index("indicator_id")
    levels = catalog["observations"].query("kind not in ('target', 'relative_change', 'absolute_change')")
    dates = levels.groupby(SERIES)["year"].nunique()
    repeated = dates[dates > 1].index.get_level_values("indicator_id")
    judged = indicators.index.isin(repeated) | indicators["better"].ne("")
    assert indicators.index[judged & ~(indicators["min_change"] > 0)].tolist() == []
    assert (indicators["min_change"].notna() == indicators["min_change_note_fr"].ne("")).all()


def test_every_value_says_its_unit(catalog):
    """That of its indicator for a level; a change in percent or in points never has it."""
    values = catalog["observations"]
    own = values["indicator_id"].map(catalog["indicators"].set_index("indicator_id")["unit"])
    changes = values["kind"].map({"relative_change": "percent_change", "absolute_change": "index_points"})
    assert (values["unit"] == changes.fillna(own)).all()
    assert set(values.loc[values["kind"] == "absolute_change", "unit"]) == {"index_points"}


def test_a_change_is_what_its_kind_says(printed):
    """Levels of both ends give the printed change, in percent or in points; findings tell of others."""
    told = {"ger-primary-1-female-2021-change-report"}
    for row in printed[printed["kind"].isin(CHANGE_KINDS) & printed["period"].str.contains("-")].itertuples():
        levels = printed[
            (printed["indicator_id"] == row.indicator_id)
            & (printed["sex"] == row.sex)
            & ~printed["kind"].isin(["target", *CHANGE_KINDS])
        ].set_index("year")["value"]
        first, last = (int(year) for year in row.period.split("-"))
        if {first, last} <= set(levels.index) and row.observation_id not in told:
            change = levels[last] - levels[first]
            computed = change if row.kind == "absolute_change" else 100 * change / levels[first]
            assert computed == pytest.approx(row.value, abs=0.1), row.observation_id


def test_periods_hold_their_moment(catalog):
    """ISO dates in order, around the moment at which charts draw the value."""
    for row in catalog["observations"].itertuples():
        start, end = pd.Timestamp(row.period_start), pd.Timestamp(row.period_end)
        assert start <= end
        middle = start + (end - start) / 2
        place = middle.year + (middle.day_of_year - 1) / 365
        assert moment(row.year, row.period) == pytest.approx(place, abs=0.02), row.observation_id


def test_counts_of_a_years_end_stand_at_its_end(public):
    at_end = public[public["series"] == "unhcr"]
    assert len(at_end) == 28
    assert at_end["period"].str.endswith("-12-31").all()
    contradiction = at_end[(at_end["indicator_id"] == "idp-people") & (at_end["year"] == 2020)].iloc[0]
    assert moment(2020, contradiction["period"]) == pytest.approx(moment(2021, "2021-01"), abs=0.06)


def test_every_pair_of_values_has_a_grade_with_evidence(catalog, public):
    """The first value of a series has none, all others one; a break is never of the same instrument."""
    values = catalog["observations"]
    levels = values[~values["kind"].isin(["target", *CHANGE_KINDS])]
    assert not values.loc[values["kind"].isin(["target", *CHANGE_KINDS]), "comparable"].any()
    assert (values["comparable"].ne("") == values["comparable_note_fr"].ne("")).all()
    home = levels["series"].where(levels["source_id"].isin(public["source_id"]), "report")
    counts = levels.assign(home=home).groupby(["indicator_id", "home", "sex"])
    ungraded = counts["comparable"].apply(lambda grades: int(grades.eq("").sum()))
    assert (ungraded == 1).all()
    for gap in catalog["breaks"].itertuples():
        there = levels[(levels["indicator_id"] == gap.indicator_id) & (levels["series"] == gap.series)]
        at = there[there["year"] >= gap.year].sort_values("year").groupby("sex").head(1)
        assert not at["comparable"].isin(["same_instrument", ""]).any(), gap.break_id


def test_words_for_children_only_where_children_are_measured(catalog):
    rows = catalog["indicators"]
    assert rows.loc[rows["child_terms"], "definition_en"].str.contains("[Cc]hild|Pupils").all()
    assert (rows["group"].eq("indicator") == rows["axis_id"].ne("")).all()
    assert rows["headline"].dropna().sort_values().tolist() == [1, 2, 3, 4]
