"""The status board: every indicator with a target or two values, and which way it went."""

import re

import pytest

from dashboard.components.markup import markup
from dashboard.pages.registry import context_of
from dashboard.presenters.indicators.board import VERDICTS, status_card, status_section, statuses
from dashboard.presenters.indicators.moves import whole_board


@pytest.fixture
def context(catalog):
    return context_of(catalog, "/en/", "")


def test_every_target_and_every_pair_of_values_has_a_row(context, catalog):
    report = set(catalog["sources"].query("kind == 'report'")["source_id"])
    values = catalog["observations"]
    values = values[values["source_id"].isin(report)]
    levels = values[~values["kind"].isin(["target", "relative_change", "absolute_change"])]
    pairs = levels.groupby(["indicator_id", "sex"]).size()
    wanted = {key[0] for key, size in pairs.items() if size > 1}
    wanted |= set(values.loc[values["kind"] == "target", "indicator_id"])
    assert {row.indicator for row in statuses(context)} == wanted


def test_the_wrong_way_comes_first_and_axes_in_order(context):
    rows = statuses(context)
    keys = [(VERDICTS.index(row.verdict), row.axis == "", row.axis) for row in rows]
    assert keys == sorted(keys)


def test_verdicts_do_not_overclaim(context):
    verdict = {(row.indicator, row.sex): row.verdict for row in statuses(context)}
    assert verdict["ger-primary-1", "female"] == "right"
    assert verdict["ger-primary-1", "male"] == "wrong"
    assert verdict["food-insecure-people", "total"] == "unknown"
    assert verdict["stunting", "female"] == "unknown"
    assert verdict["extreme-poverty", "total"] == "unclear"


def test_counts_of_the_sentence_add_up(context):
    numbers = [
        int(number)
        for number in re.findall(r"\d+", status_card(context, "overview-status", statuses(context)).finding)
    ]
    assert numbers[0] == sum(numbers[1:]) == len(statuses(context))


def test_every_number_leads_to_its_passport_and_every_name_to_its_view(context):
    text = markup(status_section(context, whole_board(context, "overview-status")))
    assert text.count('class="figure"') >= 2 * len(statuses(context)) - 4
    for row in statuses(context):
        assert f'href="/en/trends?indicator={row.indicator}"' in text


def test_rows_whose_numbers_are_in_doubt_lead_to_the_finding(context, catalog):
    findings = catalog["findings"].query("table == 'indicators' and severity != 'note'")
    in_doubt = set(findings["key"])
    shown = [row.indicator for row in statuses(context)]
    marks = markup(status_section(context, whole_board(context, "overview-status"))).count(
        'class="finding-mark '
    )
    assert 0 < marks == sum(indicator in in_doubt for indicator in shown) < len(shown)


def test_file_has_a_row_for_each_row_of_the_table(context):
    card = status_card(context, "overview-status", statuses(context))
    assert len(card.rows) == len(statuses(context))
    girls = card.rows[(card.rows["start"] == 70.5) & (card.rows["end"] == 72.5)].iloc[0]
    assert (girls["target"], round(girls["share"], 1)) == (86, 12.9)


def test_a_printed_change_is_not_called_a_level_on_a_phone(context):
    text = markup(status_section(context, whole_board(context, "overview-status")))
    changes = re.findall(r"<td[^>]*>(?:(?!</td>).)*change −", text)
    assert changes and not any("data-label" in cell for cell in changes)
