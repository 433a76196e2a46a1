"""Funding: by agency and by axis, what was budgeted, mobilised, spent and is missing."""

import pandas as pd
from dash import html
from dash.development.base_component import Component

from dashboard.analysis.finance import MEASURES, in_order, totals, with_rates_and_shares
from dashboard.components.cards import Card, chart_card
from dashboard.components.controls import choice_buttons, choice_list, choices_form
from dashboard.components.islands import Fragment
from dashboard.components.sentences import Piece, figure_link, sentence
from dashboard.domain.figure_ids import computed_money_id
from dashboard.domain.view import Choice
from dashboard.pages.context import Context
from dashboard.pages.funding.money import (
    TABLES,
    TOTALS,
    finance_words,
    gap_card,
    labelled,
    money_card,
    rate_card,
)
from dashboard.pages.funding.reconciliation import reconciliation_card
from dashboard.pages.years import report_year, year_choice
from dashboard.store import Catalog

NAME = "funding"
OWN = "own"
"""Each chart in the order of what it shows."""
ORDERS = (OWN, *MEASURES, "execution_rate")


def choices(catalog: Catalog) -> tuple[Choice, ...]:
    """Year, grouping, unit and order of the rows."""
    return (
        report_year(catalog),
        Choice("by", tuple(TABLES), "agency"),
        Choice("unit", ("amount", "share"), "amount"),
        Choice("sort", ORDERS, OWN),
    )


def title(context: Context) -> tuple[str, str]:
    """Title and description."""
    return context.t("funding.title"), context.t("funding.description", year=context.view["year"])


def rows_of(context: Context, by: str) -> pd.DataFrame:
    """The year's rows by agency or by axis, with what readers see."""
    rows = with_rates_and_shares(context.catalog[TABLES[by]], int(context.view["year"]))
    return labelled(context, rows, by)


def cards(context: Context) -> dict[str, Card]:
    """The chart cards of the page by id."""
    by, view = context.view["by"], context.view
    rows = rows_of(context, by)

    def ordered(own: str) -> pd.DataFrame:
        return in_order(rows, own if view["sort"] == OWN else view["sort"])

    built = (
        money_card(
            context, ordered("budget"), by, view["unit"], "funding-money", money_finding(context, rows, by)
        ),
        gap_card(context, ordered("gap"), by, "funding-gap"),
        rate_card(context, ordered("execution_rate"), by, "funding-rate"),
        reconciliation_card(context, "funding-totals"),
    )
    return {card.id: card for card in built}


def money_finding(context: Context, rows: pd.DataFrame, by: str) -> list[Piece]:
    """How much of the budget was mobilised and spent by the printed totals, and who holds most of it."""
    t, catalog = context.t, context.catalog
    printed = totals(catalog["finance_totals"], int(context.view["year"]), TOTALS[by])
    budget, mobilised, spent = (printed[f"{m}_usd"] for m in ("budget", "mobilised", "spent"))
    largest = in_order(rows, "budget").head(2)
    return sentence(
        t.template("funding.money.finding", len(largest)),
        mobilised=_share(context, mobilised, budget, by, "mobilised_rate"),
        spent=_share(context, spent, mobilised, by, "rate"),
        names=t.listing(largest["label"].tolist()),
        share=t.percent(largest["budget_share"].sum(), 0),
    )


def _share(context: Context, part: float, whole: float, by: str, what: str) -> Piece:
    if not whole:
        return context.t("finance.no_rate")
    figure = computed_money_id("totals", int(context.view["year"]), TOTALS[by], what)
    return figure_link(context.t.percent(100 * part / whole, 0), context.figure(figure))


def layout(context: Context) -> list[Component]:
    """The content of the page."""
    t, view = context.t, context.view
    return [
        html.H1(t("funding.title")),
        html.P(t("funding.description", year=view["year"]), className="lead"),
        choices_form("funding-choices", context.link(NAME), view, _controls(context), t),
        finance_words(context),
        *(chart_card(card, t) for card in cards(context).values()),
        Fragment(id="funding-absent", children=_agencies_without_row(context)),
    ]


def _controls(context: Context) -> list[Component]:
    t, view = context.t, context.view
    units = [(unit, t(f"funding.unit.{unit}.short")) for unit in ("amount", "share")]
    orders = [(order, t("sort.own") if order == OWN else t(f"finance.{order}")) for order in ORDERS]
    return [
        *year_choice(context),
        choice_buttons("by", t("funding.by"), [(by, t(f"{by}.many")) for by in TABLES], view["by"]),
        choice_buttons("unit", t("funding.unit"), units, view["unit"]),
        choice_list("sort", t("sort.label"), orders, view["sort"]),
    ]


def _agencies_without_row(context: Context) -> list[Component]:
    """The agencies that the report lists under outputs but not in its table of money."""
    t, year = context.t, int(context.view["year"])
    money, listed = context.catalog["finance_agencies"], context.catalog["output_agencies"]
    with_row = set(money.loc[money["year"] == year, "agency_id"])
    absent = sorted(set(listed.loc[listed["year"] == year, "agency_id"]) - with_row)
    if not absent:
        return []
    links = [
        html.Li(html.A(t.of(context.catalog.row("agencies", agency)), href=context.link("agency", agency)))
        for agency in absent
    ]
    return [
        html.Section(
            [
                html.H2(t("funding.absent.title")),
                html.P(t("funding.absent.text", n=len(absent))),
                html.Ul(links),
            ],
            className="card",
        )
    ]
