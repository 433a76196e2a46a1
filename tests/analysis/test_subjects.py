"""What results are about: themes of their own, and whom they name."""

from pathlib import Path

import pandas as pd
import pytest

from dashboard.analysis.results import Filters
from dashboard.analysis.subjects import with_concerns, with_themes
from dashboard.presenters.results.items import chosen_results
from dashboard.presenters.results.prepared import prepared_results

EXPECTED = Path(__file__).parents[1] / "expected"

WORDS = pd.DataFrame(
    [("fr", "fille", "girls"), ("fr", "femme", "women"), ("fr", "mariages d'enfants", "girls")],
    columns=["language", "word", "means"],
)


def concerned(summary, who="", sex=""):
    results = pd.DataFrame({"result_id": ["a"], "summary_fr": [summary]})
    figures = pd.DataFrame({"result_id": ["a"], "who_fr": [who], "sex": [sex]})
    return with_concerns(results, figures, WORDS, "female")["concerns"][0]


@pytest.mark.parametrize(
    ("summary", "groups"),
    [
        ("Des Filles et des femmes", ("girls", "women")),
        ("755 mariages d’enfants évités", ("girls",)),
        ("Des sages-femmes", ()),
        ("Des enfants", ()),
    ],
)
def test_a_group_is_named_by_the_beginning_of_a_word(summary, groups):
    assert concerned(summary) == groups


def test_a_figure_of_the_sex_counts_where_no_word_says_whom():
    assert concerned("40 enfants", "filles", "female") == ("girls",)
    assert concerned("40 enfants", "enfants", "female") == ("girls", "women")
    assert concerned("40 enfants", "enfants", "male") == ()


def test_a_result_without_themes_of_its_own_has_that_of_its_output():
    results = pd.DataFrame({"result_id": ["a", "b", "c"], "theme": ["x", "x", ""]})
    own = pd.DataFrame({"result_id": ["a", "a"], "theme": ["y", "z"]})
    assert with_themes(results, own)["themes"].tolist() == [("y", "z"), ("x",), ()]


def test_every_result_of_the_report_has_themes_that_are_words(catalog):
    assert set(catalog["result_themes"]["result_id"]) == set(catalog["results"]["result_id"])
    for table in ("result_themes", "outputs", "indicators"):
        assert set(catalog[table]["theme"]) <= set(catalog.terms("theme"))


def test_results_about_girls_are_those_that_name_them(catalog):
    """Listed by reading the report."""
    expected = pd.read_csv(EXPECTED / "girls.csv")["result_id"].tolist()
    assert chosen_results(catalog, Filters(catalog.year, concerns="girls"))["result_id"].tolist() == expected


def test_whoever_is_counted_by_sex_is_named(catalog):
    figures = catalog["result_figures"]
    counted = set(figures.loc[figures["sex"] == "female", "result_id"])
    results = prepared_results(catalog)
    assert counted <= set(results.loc[results["concerns"].map(bool), "result_id"])
