"""The report's indicators and the public data beside them."""

from pathlib import Path

import pandas as pd
import pytest

SHARED_SERIES = Path(__file__).parents[3] / "shared" / "reference" / "series.csv"

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


@pytest.mark.skipif(not SHARED_SERIES.is_file(), reason="the file of public values is not here")
def test_public_values_are_those_of_the_shared_file(public):
    shared = pd.read_csv(SHARED_SERIES, dtype=str, keep_default_na=False).query(
        "recommended == 'yes' and confidence == 'A' and area_level == 'country'"
    )
    expected = {
        (row.indicator_id, row.sex, row.year, row.period, float(row.value), row.code)
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
    levels = printed[~printed["kind"].isin(["target", "relative_change"])]
    last = levels.groupby("indicator_id")["year"].max()
    targets = printed[printed["kind"] == "target"].set_index("indicator_id")["year"]
    assert (targets > last.reindex(targets.index).fillna(0)).all()


def test_baselines_open_their_series(printed):
    baselines = printed[printed["kind"] == "baseline"].set_index(SERIES)["year"]
    assert (baselines == printed.groupby(SERIES)["year"].min().reindex(baselines.index)).all()


def test_one_level_for_each_date(catalog):
    levels = catalog["observations"].query("kind not in ('target', 'relative_change')")
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
    levels = catalog["observations"].query("kind not in ('target', 'relative_change')")
    dates = levels.groupby(SERIES)["year"].nunique()
    repeated = dates[dates > 1].index.get_level_values("indicator_id")
    judged = indicators.index.isin(repeated) | indicators["better"].ne("")
    assert indicators.index[judged & ~(indicators["min_change"] > 0)].tolist() == []
    assert (indicators["min_change"].notna() == indicators["min_change_note_fr"].ne("")).all()
