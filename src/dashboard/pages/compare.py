"""Two or three axes, places or outputs side by side."""

from dash import html
from dash.development.base_component import Component

from dashboard.components.cards import board_card
from dashboard.components.controls import choice_list, choices_form, tick_list
from dashboard.components.frame import more_choices, view_head
from dashboard.components.islands import Fragment
from dashboard.components.sentences import Piece
from dashboard.domain.view import Choice
from dashboard.pages import Cards, Page
from dashboard.presenters.agencies.choosing import compare_options, unshown
from dashboard.presenters.agencies.common_ground import compared_members, compared_money, compared_results
from dashboard.presenters.agencies.compare import (
    COMPARABLE,
    NUMBERS,
    Side,
    chosen_keys,
    compare_choices,
    compare_headline,
    numbers_card,
    sides_of,
)
from dashboard.presenters.agencies.overlap import MOST_AGENCIES
from dashboard.presenters.context import Context
from dashboard.presenters.years import report_year, year_choice
from dashboard.store import Catalog


def _choices(catalog: Catalog) -> tuple[Choice, ...]:
    """Year, kind, and the things side by side."""
    return (report_year(catalog), *compare_choices(catalog))


def _title(context: Context) -> tuple[str, str]:
    return context.t("compare.title"), context.t("compare.description", year=context.view.year)


def _cards(context: Context) -> Cards:
    return {NUMBERS: lambda: numbers_card(context, NUMBERS)}


def _layout(context: Context) -> list[Component]:
    t, sides = context.t, sides_of(context)
    form = choices_form("compare-choices", context.link(context.page), context.view, _controls(context), t)
    return [
        view_head("compare-finding", [compare_headline(context, sides)], _subtitle(context), form),
        *(board_card(card, t) for card in PAGE.every_card(context)),
        *_parts(context, sides),
    ]


def _parts(context: Context, sides: list[Side]) -> list[Component]:
    return [
        Fragment(id="compare-money", children=compared_money(context)),
        Fragment(id="compare-members", children=compared_members(context, sides)),
        Fragment(id="compare-said", children=compared_results(context, sides)),
    ]


def _subtitle(context: Context) -> list[Piece]:
    t, view = context.t, context.view
    left = unshown(context)
    agencies = html.A(t("compare.agencies"), href=context.link("agencies"))
    said = t("compare.subtitle", year=view.year)
    warning: list[Piece] = [" ", html.Strong(left)] if left else []
    return [said, " ", agencies, *warning]


def _controls(context: Context) -> list[Component]:
    t, view = context.t, context.view
    kinds = [(by, t(f"filter.{by}")) for by in COMPARABLE]
    ticks = tick_list("a", t("compare.pick", n=MOST_AGENCIES), compare_options(context), chosen_keys(context))
    return [
        *year_choice(context),
        choice_list("by", t("compare.by"), kinds, view.by),
        more_choices(t("compare.choose"), [Fragment(id="compare-ticks", children=ticks)]),
    ]


PAGE = Page("compare", title=_title, layout=_layout, choices=_choices, cards=_cards, assets=("compare.css",))
