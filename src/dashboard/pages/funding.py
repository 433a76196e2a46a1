"""Funding: one board by agency or axis of what was budgeted, mobilised, spent and is missing."""

import pandas as pd
from dash import html
from dash.development.base_component import Component

from dashboard.analysis.finance import AMOUNTS, RATES
from dashboard.components.cards import Card, board_card, chart_card
from dashboard.components.controls import choice_buttons, choice_list, choices_form, tick_list
from dashboard.components.frame import more_choices, view_head
from dashboard.components.islands import Fragment
from dashboard.domain.view import Choice
from dashboard.pages import Cards, Page
from dashboard.presenters.context import Context
from dashboard.presenters.money.board import MEASURES, board_subtitle, ordered
from dashboard.presenters.money.cards import board_of_money, finance_words
from dashboard.presenters.money.headlines import headline
from dashboard.presenters.money.local import local_section
from dashboard.presenters.money.partners import partners_section
from dashboard.presenters.money.reconciliation import reconciliation_card
from dashboard.presenters.money.rows import MONEY_TABLES, rows_of
from dashboard.presenters.years import report_year, year_choice
from dashboard.store import Catalog

BOARD = "funding-money"
OWN_ORDER = "own"
"""The order of what the board shows."""
MONEY_ORDERS = (OWN_ORDER, *AMOUNTS, "unspent", *RATES)


def _choices(catalog: Catalog) -> tuple[Choice, ...]:
    """Year, grouping, measure, order of the rows, and the rows that are marked."""
    return (
        report_year(catalog),
        Choice("by", tuple(MONEY_TABLES), "agency"),
        Choice("unit", tuple(MEASURES), "percent"),
        Choice("sort", MONEY_ORDERS, OWN_ORDER),
        Choice("hi", tuple(key for by in MONEY_TABLES for key in _keys(catalog, by)), many=True),
    )


def _keys(catalog: Catalog, by: str) -> list[str]:
    return list(dict.fromkeys(map(str, catalog.money(MONEY_TABLES[by])[f"{by}_id"])))


def _title(context: Context) -> tuple[str, str]:
    return context.t("funding.title"), context.t("funding.description", year=context.view.year)


def _board(context: Context) -> Card:
    view = context.view
    return board_of_money(context, _rows(context), view.by, view.unit, view.items("hi"), BOARD)


def _rows(context: Context) -> pd.DataFrame:
    """The rows of the board, in the order asked for."""
    view = context.view
    return ordered(rows_of(context, view.by), view.unit, view.sort, OWN_ORDER)


def _cards(context: Context) -> Cards:
    return {
        BOARD: lambda: _board(context),
        "funding-totals": lambda: reconciliation_card(context, "funding-totals"),
    }


def _layout(context: Context) -> list[Component]:
    t, view = context.t, context.view
    by, unit = view.by, view.unit
    board, printed = PAGE.every_card(context)
    said = headline(context, _rows(context), by, unit)
    form = choices_form("funding-choices", context.link(context.page), view, _controls(context), t)
    return [
        view_head("funding-finding", [said], board_subtitle(context, by, unit), form),
        board_card(board, t),
        finance_words(context),
        Fragment(id="funding-local", children=local_section(context)),
        Fragment(id="funding-absent", children=_agencies_without_row(context)),
        chart_card(printed, t),
        *partners_section(context),
    ]


def _controls(context: Context) -> list[Component]:
    t, view = context.t, context.view
    units = [(unit, t(f"board.unit.{unit}")) for unit in MEASURES]
    orders = [
        (order, t("sort.own") if order == OWN_ORDER else t(f"finance.{order}")) for order in MONEY_ORDERS
    ]
    rows = rows_of(context, view.by)
    marks = list(zip(rows[f"{view.by}_id"], rows["label"], strict=True))
    return [
        choice_buttons("by", t("funding.by"), [(by, t(f"{by}.many")) for by in MONEY_TABLES], view.by),
        choice_list("unit", t("funding.unit"), units, view.unit),
        more_choices(
            t("choices.more"),
            [
                *year_choice(context),
                choice_list("sort", t("sort.label"), orders, view.sort),
                Fragment(
                    id="funding-marks", children=tick_list("hi", t("board.mark"), marks, view.items("hi"))
                ),
            ],
        ),
    ]


def _agencies_without_row(context: Context) -> list[Component]:
    """The agencies that the report lists under outputs but not in its table of money."""
    t, year = context.t, int(context.view.year)
    money, listed = context.catalog.money("finance_agencies"), context.catalog["output_agencies"]
    with_row = set(money.loc[money["year"] == year, "agency_id"])
    absent = sorted(set(listed.loc[listed["year"] == year, "agency_id"]) - with_row)
    if not absent:
        return []
    links = [
        html.Li(html.A(t.of(context.catalog.agencies[agency]), href=context.link("agency", agency)))
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
