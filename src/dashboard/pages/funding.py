"""Funding: by agency and by axis, what was budgeted, mobilised, spent and is missing."""

import pandas as pd
from dash import html
from dash.development.base_component import Component

from dashboard.analysis.finance import MEASURES, in_order
from dashboard.components.cards import chart_card
from dashboard.components.controls import choice_buttons, choice_list, choices_form
from dashboard.components.islands import Fragment
from dashboard.domain.view import Choice
from dashboard.pages import Cards, Page
from dashboard.presenters.context import Context
from dashboard.presenters.money.cards import finance_words, gap_card, money_card, money_finding, rate_card
from dashboard.presenters.money.reconciliation import reconciliation_card
from dashboard.presenters.money.rows import TABLES, rows_of
from dashboard.presenters.years import report_year, year_choice
from dashboard.store import Catalog

OWN = "own"
"""Each chart in the order of what it shows."""
ORDERS = (OWN, *MEASURES, "execution_rate")


def _choices(catalog: Catalog) -> tuple[Choice, ...]:
    """Year, grouping, unit and order of the rows."""
    return (
        report_year(catalog),
        Choice("by", tuple(TABLES), "agency"),
        Choice("unit", ("amount", "share"), "amount"),
        Choice("sort", ORDERS, OWN),
    )


def _title(context: Context) -> tuple[str, str]:
    return context.t("funding.title"), context.t("funding.description", year=context.view["year"])


def _cards(context: Context) -> Cards:
    by, view = context.view["by"], context.view
    rows = rows_of(context, by)

    def ordered(own: str) -> pd.DataFrame:
        return in_order(rows, own if view["sort"] == OWN else view["sort"])

    return {
        "funding-money": lambda: money_card(
            context, ordered("budget"), by, view["unit"], "funding-money", money_finding(context, rows, by)
        ),
        "funding-gap": lambda: gap_card(context, ordered("gap"), by, "funding-gap"),
        "funding-rate": lambda: rate_card(context, ordered("execution_rate"), by, "funding-rate"),
        "funding-totals": lambda: reconciliation_card(context, "funding-totals"),
    }


def _layout(context: Context) -> list[Component]:
    t, view = context.t, context.view
    return [
        html.H1(t("funding.title")),
        html.P(t("funding.description", year=view["year"]), className="lead"),
        choices_form("funding-choices", context.link(context.page), view, _controls(context), t),
        finance_words(context),
        *(chart_card(card, t) for card in PAGE.every_card(context)),
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


PAGE = Page(
    "funding",
    title=_title,
    layout=_layout,
    choices=_choices,
    cards=_cards,
    in_menu=True,
)
