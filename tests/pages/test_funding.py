"""Funding: what orders a chart, and where every number of it comes from."""

import re
from dataclasses import replace

import pandas as pd
import pytest

from dashboard.analysis.finance import RATES
from dashboard.components.markup import markup
from dashboard.pages.funding import BOARD, MONEY_ORDERS, OWN_ORDER, PAGE
from dashboard.pages.registry import PAGES, context_of
from dashboard.presenters.money.board import MEASURES
from dashboard.presenters.passports import passport_of
from dashboard.store import Catalog


def view(catalog: Catalog, query: str = ""):
    return context_of(catalog, "/fr/financement", query)


def board(catalog: Catalog, query: str = ""):
    return PAGE.card(view(catalog, query), BOARD).board


def names(shown) -> list[str]:
    return [row.name for row in shown.rows[1:]]


@pytest.mark.parametrize("unit", MEASURES)
@pytest.mark.parametrize(("by", "lines"), [("agency", 14), ("axis", 3)])
def test_every_row_and_the_printed_total_are_on_the_board(catalog, by, lines, unit):
    shown = board(catalog, f"by={by}&unit={unit}")
    assert [row.kind for row in shown.rows] == ["total"] + [""] * lines
    assert all(row.href for row in shown.rows[1:]), "every name leads to its page"
    assert all(len(row.before) == len(shown.before) for row in shown.rows)
    assert all(len(row.after) == len(shown.after) for row in shown.rows)


def test_rates_are_read_against_one_hundred_percent_of_each_budget(catalog):
    shown = board(catalog)
    (yardstick,) = [tick.at for tick in shown.ticks if tick.strong]
    for row in shown.rows:
        mobilised, spent = row.spans
        for span, text in zip((mobilised, spent), row.after, strict=True):
            said = float(re.sub(r"[^\d]", "", text))
            assert 100 * span.end / yardstick == pytest.approx(said, abs=0.51)
    by_name = {row.name: row.after for row in shown.rows}
    assert by_name["PNUD"] == ("209\u202f%", "81\u202f%")
    assert by_name["UNICEF"] == ("65\u202f%", "65\u202f%")
    assert shown.rows[0].before == ("578,5",)


def test_what_was_not_spent_begins_with_undp(catalog):
    assert names(board(catalog, "unit=unspent"))[:3] == ["PNUD", "PAM", "OIM"]


def test_a_surplus_never_wears_the_colour_of_a_lack(catalog):
    shown = board(catalog, "unit=missing")
    zero = next(tick.at for tick in shown.ticks if tick.text == "0")
    spans = [span for row in shown.rows for span in row.spans]
    assert {span.colour == "gap" for span in spans if span.start >= zero - 0.01} == {True}
    assert {span.colour == "gap" for span in spans if span.end <= zero + 0.01} == {False}


@pytest.mark.parametrize(
    ("query", "finding"),
    [
        ("", "68\u202f% du budget mobilisé\u00a0: PAM et HCR 47\u202f%, PNUD 209\u202f%"),
        ("by=axis", "68\u202f% du budget mobilisé\u00a0: axe\u00a02 53\u202f%, axe\u00a01 166\u202f%"),
        ("unit=unspent", "62,5\u00a0M\u00a0$ mobilisés mais non dépensés\u00a0: PNUD 39,4 et PAM 12,9"),
        (
            "unit=missing",
            "Il a manqué 222,3\u00a0M\u00a0$ à ceux qui n’ont pas reçu tout leur budget\u00a0: "
            "PAM 104,0 et UNICEF 80,8",
        ),
    ],
)
def test_the_heading_is_the_finding(catalog, query, finding):
    assert PAGE.card(view(catalog, query), BOARD).heading == finding


def test_the_amount_spent_is_the_first_thing_said(catalog):
    first = PAGE.layout(view(catalog))[0]
    assert "332,4\u00a0M\u00a0$" in markup(first).split("</p>")[0]


@pytest.mark.parametrize(
    ("query", "marked"),
    [("hi=unicef,pam", ["UNICEF", "PAM"]), ("hi=unicef&hi=pam", ["UNICEF", "PAM"]), ("by=axis&hi=pam", [])],
)
def test_marked_rows_stand_out_in_their_place(catalog, query, marked):
    assert [row.name for row in board(catalog, query).rows if row.kind == "chosen"] == marked


@pytest.mark.parametrize("order", [order for order in MONEY_ORDERS if order != OWN_ORDER])
def test_rows_stand_in_the_order_that_is_asked_for(catalog, order):
    rows = PAGE.card(view(catalog, f"sort={order}"), BOARD).rows
    column = RATES.get(order, f"{order}_usd")
    assert rows[column].is_monotonic_decreasing


@pytest.mark.parametrize("query", ["", "by=axis", "unit=missing", "by=axis&unit=amount"])
def test_every_number_leads_to_its_passport(catalog, query):
    for card in PAGE.every_card(view(catalog, query)):
        shown = [column for column in card.columns if column.numeric and not column.filed]
        numbers = [column for column in shown if column.raw != "difference"]
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
    frames["reports"] = pd.concat([catalog["reports"].assign(year=year) for year in years])
    return replace(catalog, frames=frames)


@pytest.mark.parametrize(("years", "offered"), [([2021], False), ([2021, 2022], True)])
def test_year_can_be_chosen_once_there_is_a_second_one(catalog, years, offered):
    form = PAGE.layout(view(with_years(catalog, years)))[0]
    assert ('name="year"' in markup(form)) is offered


@pytest.mark.parametrize("by", ["agency", "axis"])
def test_the_money_said_is_that_of_the_printed_totals(catalog, by):
    """Rows and printed total differ by agency; sentences say the printed one, as key figures do."""
    total = catalog["finance_totals"].query("year == @catalog.year and table == 'agencies'").iloc[0]
    context = view(catalog, f"by={by}")
    spent = context.t.percent(100 * total["spent_usd"] / total["mobilised_usd"], 0)
    assert spent in PAGE.card(context, BOARD).finding


NUMBER = re.compile(r"[−\d][\d\u202f,]*")
"""A number as French texts write it."""


@pytest.mark.parametrize(
    ("path", "card_id", "numbers"),
    [
        ("/fr/financement", "funding-money", 2),
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
