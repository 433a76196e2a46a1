"""Results: axis > outcome > output > result, and a searchable list of them all."""

from dataclasses import dataclass

import pandas as pd
from dash import html
from dash.development.base_component import Component

from dashboard.analysis.results import RESULT_ORDERS, SPOTLIGHT, results_in_order
from dashboard.components.cards import Card, card_foot, section
from dashboard.components.controls import choice_buttons, choice_list, choices_form, search_box
from dashboard.components.facets import chips, facet_options, no_rows, path_of
from dashboard.components.islands import Fragment, data
from dashboard.components.markup import Control
from dashboard.components.sentences import figure_link
from dashboard.components.tables import data_table
from dashboard.components.tools import tool_row
from dashboard.domain.figure_ids import count_id
from dashboard.domain.text import words_of
from dashboard.domain.view import Choice
from dashboard.pages import Cards, Page
from dashboard.presenters.context import Context
from dashboard.presenters.reader import Reader
from dashboard.presenters.results.facets import LISTED, chosen_steps, facet_choices, ways_back
from dashboard.presenters.results.filters import NAMES, result_filters
from dashboard.presenters.results.items import chosen_results, counted_facets, results_source
from dashboard.presenters.results.listing import listed
from dashboard.presenters.results.plan import (
    PLAN_LEVELS,
    Branch,
    FacetCounts,
    branch_of,
    plan_panel,
    steps_of,
    view_address,
)
from dashboard.presenters.results.prepared import result_themes
from dashboard.presenters.results.priorities import priorities_section
from dashboard.presenters.results.table import COLUMNS_SHOWN, result_columns, result_rows
from dashboard.presenters.search.answer import said_instead
from dashboard.presenters.years import report_year, year_choice
from dashboard.store import Catalog
from dashboard.store.codes import spellings

SHOWS = ("list", "table")


def _choices(catalog: Catalog) -> tuple[Choice, ...]:
    """Year, place in the plan, facets, words, order and form of the list."""
    return (
        report_year(catalog),
        Choice("axis", (*catalog.rows("axes"), SPOTLIGHT)),
        Choice("outcome", tuple(catalog.rows("outcomes"))),
        Choice("output", tuple(catalog.rows("outputs"))),
        Choice("agency", tuple(catalog.rows("agencies")), spellings=spellings(catalog, "agencies")),
        Choice("theme", tuple(result_themes(catalog))),
        Choice("place", tuple(catalog.rows("places"))),
        Choice("beneficiary", tuple(catalog.terms("beneficiary"))),
        Choice("concerns", tuple(catalog.terms("concerns"))),
        Choice("scope", tuple(catalog.terms("scope"))),
        Choice("q"),
        Choice("sort", RESULT_ORDERS, RESULT_ORDERS[0]),
        Choice("show", SHOWS, SHOWS[0]),
    )


def _title(reader: Reader) -> tuple[str, str]:
    return reader.t("results.title"), reader.t("results.description")


@dataclass(frozen=True)
class Found:
    """A view of the results: where in the plan it is, what it leaves, what else could be chosen."""

    context: Context
    branch: Branch
    rows: pd.DataFrame
    counts: FacetCounts
    total: int


def found(context: Context) -> Found:
    """What the view of a context shows; the deepest choice in the plan settles those above it."""
    catalog, view = context.catalog, context.view
    branch = branch_of(catalog, *(view[level] for level in PLAN_LEVELS))
    settled = context.at(**branch.choices())
    filters = result_filters(settled.view)
    rows = results_in_order(
        chosen_results(catalog, filters), view["sort"], catalog["outputs"], catalog["result_figures"]
    )
    counts = counted_facets(catalog, filters)
    return Found(settled, branch, rows, counts, sum(counts["axis"].values()))


def _cards(context: Context) -> Cards:
    """The list as a card, for its file."""
    return {"results-list": lambda: _card(found(context))}


def _card(shown: Found) -> Card:
    context, t = shown.context, shown.context.t
    steps = [step.text for step in chosen_steps(context, shown.branch)]
    return Card(
        id="results-list",
        heading=t("results.list"),
        subtitle=" · ".join(steps) or t("results.unfiltered", year=context.view["year"]),
        said=[t("count.results", n=len(shown.rows))],
        figure=None,
        picture="",
        rows=result_rows(context, shown.rows),
        columns=result_columns(context),
        source=results_source(context),
        csv=context.csv("results-list"),
    )


def _layout(context: Context) -> list[Component]:
    t, shown = context.t, found(context)
    steps = steps_of(shown.context, shown.branch, shown.counts, shown.total)
    return [
        html.H1(t("results.title")),
        html.P(t("results.description"), className="lead"),
        Fragment(id="results-notice", children=_contradiction(shown), live=True),
        choices_form("results-choices", context.link(context.page), shown.context.view, _controls(shown), t),
        Fragment(
            id="results-plan",
            children=[
                path_of(steps, t, "results-path"),
                *plan_panel(shown.context, shown.branch, shown.counts),
            ],
        ),
        html.Div([_facets(shown), _list(shown)], className="beside"),
        *priorities_section(context),
    ]


def _contradiction(shown: Found) -> list[Component]:
    """A visible word for choices of the address that can't hold together."""
    if not shown.branch.refused:
        return []
    t = shown.context.t
    names = ", ".join(f"{t(f'filter.{name}')} {value}" for name, value in shown.branch.refused)
    return [html.P(t("results.contradiction", names=names), className="notice")]


def _controls(shown: Found) -> list[Component]:
    t, view = shown.context.t, shown.context.view
    kept = [
        Control("input", {"type": "hidden", "name": name, "value": view[name]})
        for name in NAMES
        if name != "q"
    ]
    orders = [(order, t(f"results.sort.{order}")) for order in RESULT_ORDERS]
    return [
        *year_choice(shown.context),
        *kept,
        search_box("q", t("results.search"), view["q"], t("results.search.hint")),
        choice_list("sort", t("sort.label"), orders, view["sort"]),
        choice_buttons("show", t("results.show"), [(s, t(f"results.show.{s}")) for s in SHOWS], view["show"]),
    ]


def _facets(shown: Found) -> Component:
    """Every facet folded; the choices of each with the rows that they would leave."""
    t, view = shown.context.t, shown.context.view
    chosen = sum(bool(view[name]) for name in LISTED)
    parts = []
    for name in LISTED:
        options = facet_options(facet_choices(shown.context, name, shown.counts), t("facet.none"))
        hint = [html.P(t("facet.agency.hint"), className="subtitle")] if name == "agency" else []
        body = Fragment(id=f"results-facet-{name}", children=[*hint, options])
        parts.append(
            html.Details(
                [html.Summary(t(f"filter.{name}")), body],
                className="facet",
                open=bool(view[name]) or None,
                **data(wide="open"),
            )
        )
    count = Fragment(id="results-facets-count", children=f"({chosen})" if chosen else "", className="inline")
    return html.Details(
        [html.Summary([t("facets.title"), " ", count]), *parts],
        className="facets",
        **data(wide="open"),
    )


def _list(shown: Found) -> Component:
    context, t = shown.context, shown.context.t
    clear = view_address(context, **dict.fromkeys(NAMES, ""))
    removable = chips(chosen_steps(context, shown.branch), clear, t)
    tools = tool_row("results-list", context.csv("results-list"), "", t)
    return section(
        t("results.list"),
        "results-list",
        [
            Fragment(id="results-count", children=_count(shown), live=True, className="finding"),
            Fragment(id="results-chips", children=removable),
            Fragment(id="results-rows", children=_rows(shown, clear)),
            card_foot("results-list", results_source(context), tools),
        ],
    )


def _count(shown: Found) -> Component:
    """How many results are shown, leading to the passport of that count."""
    t, filters = shown.context.t, result_filters(shown.context.view)
    asked = {name: getattr(filters, name) for name in NAMES.values()}
    figure = count_id("results", year=str(filters.year), **{**asked, "text": words_of(filters.text)})
    return html.P(figure_link(t("count.results", n=len(shown.rows)), shown.context.figure(figure)))


def _rows(shown: Found, clear: str) -> Component | list[Component]:
    context, t = shown.context, shown.context.t
    if shown.rows.empty:
        said = " ".join([t("results.none"), *said_instead(context, context.view["q"])])
        return no_rows(said, ways_back(context, shown.branch), clear, t)
    if context.view["show"] == "table":
        card = _card(shown)
        columns = [column for column in card.columns if column.name in COLUMNS_SHOWN]
        return data_table(card.rows, columns, card.heading)
    return listed(context, shown.rows)


PAGE = Page(
    "results",
    title=_title,
    layout=_layout,
    choices=_choices,
    cards=_cards,
    in_menu=True,
)
