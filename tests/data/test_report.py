"""The shipped tables tell the report of 2021 whole, once, and with its own figures."""

import re
from itertools import groupby

import pytest

from dashboard.analysis.people import people_of

AGE = r"\b\d+(?: (?:à|to) \d+)? (?:ans|mois|months|years)\b|\baged \d+ to \d+|\bunder \d+|covid-19"
NUMBER = {"fr": r"\d+(?:\u202f\d{3})*(?:,\d+)?", "en": r"\d+(?:,\d{3})*(?:\.\d+)?"}
THOUSANDS = {"fr": "\u202f", "en": ","}


def numbers(text: str, language: str) -> list[float]:
    """The quantities written in a sentence, smallest first; ages and the name of a disease are none."""
    found = re.findall(NUMBER[language], re.sub(AGE, "", text, flags=re.IGNORECASE))
    return sorted(float(number.replace(THOUSANDS[language], "").replace(",", ".")) for number in found)


def test_a_number_is_read_in_both_languages():
    assert numbers("1\u202f234 enfants de 6 à 23 mois, 92,5\u202f%", "fr") == [92.5, 1234]
    assert numbers("1,234 children aged 6 to 23 months, 92.5%", "en") == [92.5, 1234]


def test_outputs_are_whole(catalog):
    outputs = set(catalog["outputs"]["output_id"])
    assert len(outputs) == 29
    assert outputs == set(catalog["output_agencies"]["output_id"])
    assert outputs == set(catalog["results"]["output_id"]) - {""}


def test_results_are_numbered_under_their_output(catalog):
    results = catalog["results"]
    home = results["output_id"].mask(results["output_id"].eq(""), "spotlight")
    homes = results["year"].astype(str) + "-" + home
    expected = [f"{name}-{n:02}" for name, rows in groupby(homes) for n, _ in enumerate(rows, 1)]
    assert list(results["result_id"]) == expected


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_summary_gives_the_figures_of_its_result(catalog, language):
    printed = catalog["result_figures"].groupby("result_id")["value"].apply(sorted).to_dict()
    results = catalog["results"].set_index("result_id")[f"summary_{language}"]
    told = {result: numbers(summary, language) for result, summary in results.items()}
    assert {result: found for result, found in told.items() if found != printed.get(result, [])} == {}


def test_every_result_with_figures_has_one_to_show(catalog):
    figures = catalog["result_figures"]
    assert (figures.groupby("result_id")["headline"].sum() == 1).all()


def test_a_repeated_result_points_to_the_one_that_counts(catalog):
    repeats = catalog["results"].set_index("result_id")["duplicate_of"].loc[lambda original: original.ne("")]
    assert not set(repeats) & set(repeats.index)
    assert sum(result.startswith("2021-spotlight") for result in repeats.index) == 4


def test_every_finding_points_to_a_row(catalog):
    keys = {table: set(frame.iloc[:, :2].astype(str).stack()) for table, frame in catalog.frames.items()}
    findings = catalog["findings"]
    lost = [row.finding_id for row in findings.itertuples() if row.key not in keys.get(row.table, ())]
    assert lost == []


def test_a_cercle_has_the_code_of_its_region(catalog):
    cercles = catalog["places"].query("level == 'cercle'")
    assert len(cercles) == 53
    assert (cercles["place_id"].str[:4] == cercles["parent_id"]).all()


def test_parts_by_place_add_up_where_the_report_says_so(catalog):
    """The five border posts, the 400 women of two towns, the 376 people by age and sex."""
    values = catalog["result_figures"].groupby("result_id")["value"].apply(list)
    for result in ("2021-1.1.6-01", "2021-2.2.2-05", "2021-3.1.1-08", "2021-3.2.2-02"):
        whole, *parts = values[result]
        assert whole == sum(parts), result


COUNTED = {
    "2021-1.2.5-04": 150, "2021-1.2.5-01": 510, "2021-2.2.1-04": 3023, "2021-3.1.2-01": 182_394,
    "2021-3.1.2-02": 141_972, "2021-3.1.3-03": 5732, "2021-spotlight-16": 13_860,
    "2021-3.1.1-09": 2824, "2021-3.1.1-10": 7697, "2021-2.2.2-06": 121, "2021-2.1.2-01": 363,
}  # fmt: skip
"""Results of several groups, with a target, a denominator or parts -> the people that they count."""


def test_groups_of_a_result_add_up_and_nobody_counts_twice(catalog):
    people = people_of(catalog["result_figures"])
    assert people.loc[list(COUNTED)].to_dict() == COUNTED


def test_a_complete_split_by_sex_is_the_total(catalog):
    """Where both sexes are printed, they are all."""
    figures = catalog["result_figures"]
    parts = figures[figures["role"].eq("part") & figures["sex"].ne("")]
    splits = parts.groupby(["result_id", "part_of"]).agg(sexes=("sex", "nunique"), value=("value", "sum"))
    both = splits[splits["sexes"] == 2]["value"]
    wholes = figures.set_index(["result_id", "seq"])["value"]
    assert len(both) >= 9
    assert both.to_dict() == wholes.reindex(both.index).to_dict()


def test_a_rate_is_its_figure_over_the_base_or_a_finding_says_so(catalog):
    figures = catalog["result_figures"]
    doubted = set(catalog["findings"]["key"])
    for result, rows in figures.groupby("result_id"):
        base = rows[rows["role"].isin(["denominator", "target"])]
        rate = rows[rows["role"].eq("rate") & rows["sex"].eq("")]
        if base.empty or rate.empty:
            continue
        whole = rows.set_index("seq")["value"][rate["part_of"].iloc[0]]
        computed = 100 * whole / base["value"].iloc[0]
        assert abs(computed - rate["value"].iloc[0]) <= 0.5 or result in doubted, result
