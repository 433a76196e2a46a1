"""Overview: what the report says on one screen."""

from dash import html
from dash.development.base_component import Component

from dashboard.analysis.finance import MEASURES, in_order, totals
from dashboard.components.cards import Card, KeyFigure, chart_card, key_figures
from dashboard.domain.figure_ids import money_id
from dashboard.domain.view import Choice
from dashboard.pages.context import Context
from dashboard.pages.funding import money_finding, rows_of
from dashboard.pages.money import money_card
from dashboard.store import Catalog

NAME = "overview"


def choices(catalog: Catalog) -> tuple[Choice, ...]:
    """Nothing to choose here but the year."""
    return (Choice("year", tuple(map(str, catalog.years)), str(catalog.year)),)


def title(context: Context) -> tuple[str, str]:
    """Title and description."""
    return context.t("overview.title"), context.t("overview.description", year=context.view["year"])


def cards(context: Context) -> dict[str, Card]:
    """The chart cards of the page by id."""
    rows = in_order(rows_of(context, "agency"), "budget")
    finding = money_finding(context, rows)
    return {"overview-money": money_card(context, rows, "agency", "amount", "overview-money", finding)}


def layout(context: Context) -> list[Component]:
    """The content of the page."""
    t, year = context.t, int(context.view["year"])
    money = totals(context.catalog["finance_totals"], year, "agencies")
    amounts = {m: money[f"{m}_usd"] for m in MEASURES}
    return [
        html.H1(t("overview.title")),
        html.P(t("overview.description", year=year), className="lead"),
        key_figures(
            [
                KeyFigure(
                    t(f"finance.{m}"),
                    t.millions(amount),
                    t.dollars(amount),
                    context.figure(money_id("totals", year, "agencies", m)),
                )
                for m, amount in amounts.items()
            ]
        ),
        *(chart_card(card, t) for card in cards(context).values()),
    ]
