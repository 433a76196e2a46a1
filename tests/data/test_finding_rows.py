"""Findings say of which year, row and column they are, what they weigh, and the same in both languages."""

import re

import pytest

SECTION = r"\b\d\.\d(?:\.\d)?\b(?! ?(?:%|points|million))"
"""Numbers of sections and outputs, written alike in both languages."""


@pytest.fixture(scope="module")
def findings(catalog):
    return catalog["findings"]


def test_a_measure_is_a_column_of_its_table(catalog, findings):
    measured = findings[findings["measure"].ne("")]
    assert len(measured) > 30
    lost = [row.finding_id for row in measured.itertuples() if row.measure not in catalog[row.table].columns]
    assert lost == []


def test_a_finding_is_of_a_report_year(catalog, findings):
    assert set(findings["year"]) <= set(catalog.years)


def test_what_changes_a_number_weighs_most(findings):
    """The first thing a reader is told: some twenty of them, every error of arithmetic among them."""
    first = findings[findings["weight"] == 1]
    assert 20 <= len(first) <= 30
    assert set(findings.query("severity == 'error'")["finding_id"]) <= set(first["finding_id"])
    assert first["computed"].ne("").sum() >= len(first) - 1, "a changed number stands beside the printed one"


@pytest.mark.parametrize("column", ["printed", "computed"])
def test_numbers_are_the_same_in_both_languages(findings, column):
    """Same digits, same signs of percent; only the marks differ (0.434 and 0,434)."""

    def numbers(text: str) -> list[str]:
        return re.findall(r"\d+(?:\.\d+)?%?", re.sub(r"(?<=\d),(?=\d)", ".", text).replace(" %", "%"))

    different = [
        row.finding_id
        for row in findings.itertuples()
        if numbers(getattr(row, column)) != numbers(getattr(row, f"{column}_fr"))
    ]
    assert different == []


def test_rates_of_the_tables_carry_their_unit(findings):
    """A rate is never a bare number: 84 beside 85.85 could be anything."""
    rates = findings[findings["finding_id"].str.match(r"tab1-.*rate|rate-base")]
    assert len(rates) >= 4
    for column in ("printed", "computed", "printed_fr", "computed_fr"):
        assert rates[column].str.contains("%").all(), column


@pytest.mark.parametrize("column", ["computed_fr", "explanation_fr"])
def test_french_decimals_have_a_comma(findings, column):
    """What we write; what is printed with a dot is quoted as it is."""
    ours = findings[column].str.replace(r"«[^»]*»", "", regex=True).str.replace(SECTION, "", regex=True)
    assert findings["finding_id"][ours.str.contains(r"\d\.\d")].tolist() == []
