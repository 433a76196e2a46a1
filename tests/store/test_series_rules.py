"""Each rule about series, breaks and comparisons names the cell that breaks it."""

import pytest

from dashboard.store import problems_of
from store.packages import rewrite


def of_series(series):
    return lambda row: row["series"] == series


def comparing(indicator, reference):
    return lambda row: (row["indicator_id"], row["reference_indicator_id"]) == (indicator, reference)


STUNTING_BREAK = "stunting-wdi-survey-2018"

BREACHES = [
    (
        "observations",
        of_series("uis-survey"),
        {"source_id": "unhcr-rdf"},
        "source_id",
        "series_of_two_sources",
    ),
    (
        "breaks",
        lambda row: row["break_id"] == STUNTING_BREAK,
        {"year": "1987"},
        "year",
        "break_outside_series",
    ),
    (
        "breaks",
        lambda row: row["break_id"] == STUNTING_BREAK,
        {"year": "2030"},
        "year",
        "break_outside_series",
    ),
    (
        "breaks",
        lambda row: row["break_id"] == STUNTING_BREAK,
        {"series": "uis"},
        "series",
        "break_outside_series",
    ),
    (
        "comparisons",
        comparing("idp-people", "population"),
        {"indicator_id": "refugees-hosted"},
        "indicator_id",
        "comparison_without_values",
    ),
    (
        "comparisons",
        comparing("idp-people", "population"),
        {"reference_indicator_id": "school-access"},
        "reference_indicator_id",
        "comparison_without_values",
    ),
    (
        "comparisons",
        comparing("hrp-funding-rate", "hrp-funding"),
        {"how": "same"},
        "how",
        "comparison_of_two_units",
    ),
]


@pytest.mark.parametrize(("table", "chosen", "values", "column", "rule"), BREACHES)
def test_breach_is_named_with_its_cell(package, table, chosen, values, column, rule):
    last = {}

    def change(rows):
        last["line"], row = [(line, row) for line, row in enumerate(rows, start=2) if chosen(row)][-1]
        row.update(values)

    rewrite(package / f"{table}.csv", change)
    problems = problems_of(package)
    found = [problem for problem in problems if (problem.rule, problem.column) == (rule, column)]
    assert [(problem.table, problem.row) for problem in found] == [(table, last["line"])]
