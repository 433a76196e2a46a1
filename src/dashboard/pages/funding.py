"""Funding: by agency and by axis, what was budgeted, mobilised, spent and is missing."""

import pandas as pd
from dash import html
from dash.development.base_component import Component

from dashboard.analysis.finance import by_agency
from dashboard.components.cards import Card, chart_card
from dashboard.components.controls import choice_list, choices_form
from dashboard.components.tables import Column
from dashboard.domain.view import Choice
from dashboard.figures.bars import Series, group_bars
from dashboard.figures.still import still
from dashboard.pages.context import Context
from dashboard.store import Catalog

NAME = "funding"
MEASURES = ("budget", "mobilised", "spent", "gap")
ORDERS = (*MEASURES, "execution_rate", "name")


def choices(catalog: Catalog) -> tuple[Choice, ...]:
    """Year and order of the rows."""
    return (
        Choice("year", tuple(map(str, catalog.years)), str(catalog.year)),
        Choice("sort", ORDERS, "budget"),
    )


def title(context: Context) -> tuple[str, str]:
    """Title and description."""
    return context.t("funding.title"), context.t("funding.description", year=context.view["year"])


def cards(context: Context) -> dict[str, Card]:
    """The chart cards of the page by id."""
    year, order = int(context.view["year"]), context.view["sort"]
    card = money_card(context, by_agency(context.catalog["finance_agencies"], year, order), "funding-money")
    return {card.id: card}


def layout(context: Context) -> list[Component]:
    """The content of the page."""
    t, view = context.t, context.view
    orders = [(order, t(f"sort.{order}")) for order in ORDERS]
    controls = [choice_list("sort", t("sort.label"), orders, view["sort"])]
    return [
        html.H1(t("funding.title")),
        choices_form("funding-choices", context.link(NAME), view, controls, t),
        *(chart_card(card, t) for card in cards(context).values()),
    ]


def money_card(context: Context, rows: pd.DataFrame, card_id: str) -> Card:
    """The chart card of budget, mobilised and spent by agency."""
    t, year = context.t, context.view["year"]
    names = context.catalog.rows("agencies")
    shown = rows.assign(
        label=[t.of(names[agency], "acronym") for agency in rows["agency_id"]],
        link="",
        **{f"{m}_text": [t.millions(value) for value in rows[f"{m}_usd"]] for m in MEASURES},
    )
    figure = group_bars(
        shown,
        [Series(f"{m}_usd", f"{m}_text", t(f"finance.{m}"), m) for m in ("budget", "mobilised", "spent")],
        t.language,
    )
    return Card(
        id=card_id,
        heading=t("funding.money.title"),
        subtitle=t("funding.money.subtitle", year=year),
        finding="",
        figure=figure,
        picture=still(figure),
        rows=shown,
        columns=[
            Column("label", t("agency.one")),
            *(
                Column(f"{m}_text", t(f"finance.{m}"), True, f"{m}_usd", hxl=f"#value+{m}+usd")
                for m in MEASURES
            ),
        ],
        source=t("source.report", ref="2.6, Tab1"),
        csv=context.csv(card_id),
    )
