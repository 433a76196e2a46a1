"""Agencies: who works on what, and up to three of them side by side."""

from dash import html
from dash.development.base_component import Component

from dashboard.components.cards import card_foot, card_tools, chart_card, section
from dashboard.components.controls import choice_list, choices_form, tick_list
from dashboard.components.frame import more_choices, view_head
from dashboard.components.islands import Fragment, aria
from dashboard.components.matrix import matrix_table
from dashboard.components.results import grouped_results
from dashboard.domain.view import Choice
from dashboard.pages import Cards, Page
from dashboard.presenters.agencies.cited import matrix_card
from dashboard.presenters.agencies.overlap import (
    MOST_AGENCIES,
    Overlap,
    matrix_of,
    outputs_with_agencies,
    overlap_headline,
    overlap_of,
    shared_results,
    together,
)
from dashboard.presenters.agencies.register import regions_card, register_card
from dashboard.presenters.context import Context
from dashboard.presenters.money.chosen import chosen_money
from dashboard.presenters.names import agency_link
from dashboard.presenters.results.items import result_groups
from dashboard.presenters.years import report_year, year_choice
from dashboard.store import Catalog

REGISTER, REGIONS, MATRIX = "agencies-register", "agencies-regions", "agencies-matrix"
"""Ids of the cards."""


def _choices(catalog: Catalog) -> tuple[Choice, ...]:
    """Year, the agencies set side by side, and a region that dims what has no result there."""
    places = catalog.places.items()
    return (
        report_year(catalog),
        Choice("a", tuple(catalog.agencies), many=True),
        Choice("region", tuple(key for key, row in places if row.level == catalog.levels[0])),
    )


def _title(context: Context) -> tuple[str, str]:
    return context.t("agencies.title"), context.t("agencies.description", year=context.view.year)


def _cards(context: Context) -> Cards:
    return {
        REGISTER: lambda: register_card(context, overlap_of(context), REGISTER),
        REGIONS: lambda: regions_card(context, REGIONS),
        MATRIX: lambda: matrix_card(context, overlap_of(context), MATRIX),
    }


def _layout(context: Context) -> list[Component]:
    t, view, overlap = context.t, context.view, overlap_of(context)
    card = matrix_card(context, overlap, MATRIX)
    form = choices_form("agencies-choices", context.link(context.page), view, _controls(context, overlap), t)
    return [
        view_head(
            "agencies-finding",
            [overlap_headline(context, overlap)],
            [t("agencies.subtitle", year=view.year), *_too_many(context)],
            form,
        ),
        html.Section(
            [
                Fragment(id="agencies-dots", children=_matrix(context, overlap)),
                Fragment(
                    id="agencies-list",
                    children=outputs_with_agencies(context, overlap),
                    className="matrix-list",
                ),
                Fragment(
                    id="agencies-together", children=together(context, overlap), className="matrix-beside"
                ),
                card_foot(MATRIX, card.source, card_tools(card, t)),
            ],
            id=MATRIX,
            className="card matrix-card",
            **aria(label=t("agencies.title")),
        ),
        Fragment(id="agencies-money", children=chosen_money(context, overlap.chosen)),
        Fragment(id="agencies-results", children=_results(context, overlap)),
        *(chart_card(card, t) for card in PAGE.every_card(context) if card.id != MATRIX),
    ]


def _matrix(context: Context, overlap: Overlap) -> Component:
    t = context.t
    return matrix_table(matrix_of(context, overlap), t("agencies.matrix"), t("agencies.listed"))


def _too_many(context: Context) -> list[str | Component]:
    """Says which agencies of the address are left out: a value is never dropped without a word."""
    left = [agency_link(context, agency).text for agency in context.view.items("a")[MOST_AGENCIES:]]
    return [" ", html.Strong(context.t("agencies.too_many", names=context.t.listing(left)))] if left else []


def _controls(context: Context, overlap: Overlap) -> list[Component]:
    t, view = context.t, context.view
    places = context.catalog.places.items()
    regions = [(key, row.name_fr) for key, row in places if row.level == context.catalog.levels[0]]
    everywhere = ("", t("agencies.everywhere"))
    agencies = [(agency, agency_link(context, agency).text) for agency in overlap.outputs]
    return [
        *year_choice(context),
        more_choices(
            t("agencies.compare"),
            [
                tick_list("a", t("agencies.pick", n=MOST_AGENCIES), agencies, overlap.chosen),
                html.P(html.A(t("agencies.others"), href=context.link("compare"))),
            ],
        ),
        choice_list("region", t("map.level.one.upper"), [everywhere, *regions], view.region),
    ]


def _results(context: Context, overlap: Overlap) -> list[Component]:
    """The results that the chosen agencies have in common, under their outputs."""
    rows = shared_results(context, overlap)
    if rows.empty:
        return []
    heading = context.t("agencies.in_common", n=len(rows))
    groups = result_groups(context, rows, shown=False)
    return [section(heading, "agencies-shared", [grouped_results(groups, context.t)])]


PAGE = Page(
    "agencies",
    title=_title,
    layout=_layout,
    choices=_choices,
    cards=_cards,
    in_menu=True,
    assets=("agencies.css",),
)
