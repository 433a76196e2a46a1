"""Funding: what orders a chart, and where every number of it comes from."""

import re
from dataclasses import replace

import pandas as pd
import pytest

from dashboard.pages.funding import ORDERS, OWN, PAGE
from dashboard.pages.registry import PAGES, context_of
from dashboard.presenters.passports import passport_of
from dashboard.store import Catalog


def view(catalog: Catalog, query: str = ""):
    return context_of(catalog, "/fr/financement", query)


def labels(card):
    return card.rows["label"].tolist()


@pytest.mark.parametrize("by", ["agency", "axis"])
def test_each_chart_has_its_own_order_until_one_is_chosen(catalog, by):
    cards = {card.id: card for card in PAGE.every_card(view(catalog, f"by={by}"))}
    assert cards["funding-gap"].rows["gap_usd"].is_monotonic_decreasing
    assert cards["funding-rate"].rows["rate_pct"].is_monotonic_decreasing


@pytest.mark.parametrize("order", [order for order in ORDERS if order != OWN])
def test_a_chosen_order_is_that_of_every_chart(catalog, order):
    cards = {card.id: card for card in PAGE.every_card(view(catalog, f"sort={order}"))}
    assert labels(cards["funding-money"]) == labels(cards["funding-gap"]) == labels(cards["funding-rate"])


@pytest.mark.parametrize("query", ["", "by=axis", "unit=share", "by=axis&unit=share"])
def test_every_number_leads_to_its_passport(catalog, query):
    for card in PAGE.every_card(view(catalog, query)):
        numbers = [column for column in card.columns if column.numeric and column.raw != "difference"]
        assert numbers
        for column in numbers:
            assert card.rows[column.figure].str.startswith("/fr/f/").all(), column.name


def test_addends_of_a_total_are_shown(catalog):
    (first, *_) = PAGE.card(view(catalog), "funding-totals").rows.to_dict("records")
    assert len(first["addends_text"].children[1].children) == first["addends"]


def with_years(catalog: Catalog, years: list[int]) -> Catalog:
    frames = dict(catalog.frames)
    for table in ("finance_totals", "finance_agencies", "finance_axes"):
        newest = catalog[table][catalog[table]["year"] == catalog.year]
        frames[table] = pd.concat([newest.assign(year=year) for year in years], ignore_index=True)
    return replace(catalog, frames=frames, _rows={})


@pytest.mark.parametrize(("years", "offered"), [([2021], False), ([2021, 2022], True)])
def test_year_can_be_chosen_once_there_is_a_second_one(catalog, years, offered):
    form = PAGE.layout(view(with_years(catalog, years)))[2]
    assert ("'name': 'year'" in str(form.to_plotly_json())) is offered


def test_the_rates_said_are_the_lowest_and_the_highest_of_the_table(catalog):
    card = PAGE.card(view(catalog), "funding-rate")
    shown = card.rows["rate_text"].tolist()
    assert f"{shown[-1]} ({labels(card)[-1]})" in card.finding
    assert f"{shown[0]} ({labels(card)[0]})" in card.finding
    above = [row["label"] for row in card.rows.to_dict("records") if round(row["rate_pct"]) > 100]
    assert all(name in card.finding.split("100", 1)[1] for name in above)


@pytest.mark.parametrize("by", ["agency", "axis"])
def test_the_money_said_is_that_of_the_printed_totals(catalog, by):
    """Rows and printed total differ by agency; sentences say the printed one, as key figures do."""
    total = catalog["finance_totals"].query("year == @catalog.year and table == 'agencies'").iloc[0]
    context = view(catalog, f"by={by}")
    spent = context.t.percent(100 * total["spent_usd"] / total["mobilised_usd"], 0)
    assert spent in PAGE.card(context, "funding-money").finding


NUMBER = re.compile(r"[−\d][\d\u202f,]*")
"""A number as French texts write it."""


@pytest.mark.parametrize(
    ("path", "card_id", "numbers"),
    [
        ("/fr/financement", "funding-money", 2),
        ("/fr/financement", "funding-gap", 2),
        ("/fr/financement", "funding-rate", 2),
        ("/fr/agence/pam", "agency-rates", 4),
        ("/fr/", "overview-money", 2),
    ],
)
def test_numbers_of_a_sentence_lead_to_the_passports_that_hold_them(catalog, path, card_id, numbers):
    context = context_of(catalog, path, "")
    card = PAGES[context.page].card(context, card_id)
    links = [piece for piece in card.said if not isinstance(piece, str)]
    assert len(links) == numbers
    for link in links:
        passport = passport_of(context, link.href.removeprefix("/fr/f/"))
        number = NUMBER.search(link.children)[0].replace("−", "-").replace("\u202f", "")
        said = float(number.replace(",", "."))
        scale = 1_000_000 if "M" in link.children else 1
        assert said == pytest.approx(passport.number / scale, abs=0.5 if scale == 1 else 0.05)
