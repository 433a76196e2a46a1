"""Results: axis > outcome > output > result, and a searchable list of them all."""

from dataclasses import dataclass

import pandas as pd
from dash import html
from dash.development.base_component import Component

from dashboard.analysis.results import RESULT_ORDERS, SPOTLIGHT, results_in_order
from dashboard.components.cards import Card, card_foot, section
from dashboard.components.controls import choice_list, choices_form, hidden_field, search_box
from dashboard.components.facets import chips, no_rows, path_of
from dashboard.components.frame import more_choices, view_head
from dashboard.components.islands import Fragment
from dashboard.components.sentences import figure_link
from dashboard.components.tables import data_table
from dashboard.components.tools import tool_row
from dashboard.domain.figure_ids import count_id
from dashboard.domain.text import words_of
from dashboard.domain.view import Choice
from dashboard.pages import Cards, Page
from dashboard.presenters.context import Context
from dashboard.presenters.reader import Reader
from dashboard.presenters.results.essentials import most_people
from dashboard.presenters.results.facets import chosen_steps, ways_back
from dashboard.presenters.results.filters import NAMES, result_filters
from dashboard.presenters.results.items import chosen_results, counted_facets, results_source
from dashboard.presenters.results.listing import listed
from dashboard.presenters.results.opening import facts_before, filter_sentence
from dashboard.presenters.results.paging import page_choice, page_links, page_shown
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
    """Year, place in the plan, facets (of each any number), words, order and form of the list."""
    return (
        report_year(catalog),
        Choice("axis", (*catalog.axes, SPOTLIGHT), many=True),
        Choice("outcome", tuple(catalog.outcomes), many=True),
        Choice("output", tuple(catalog.outputs), many=True),
        Choice("agency", tuple(catalog.agencies), many=True, spellings=spellings(catalog, "agencies")),
        Choice("theme", result_themes(catalog), many=True),
        Choice("place", tuple(catalog.places), many=True),
        Choice("beneficiary", tuple(catalog.terms("beneficiary")), many=True),
        Choice("concerns", tuple(catalog.terms("concerns")), many=True),
        Choice("scope", tuple(catalog.terms("scope")), many=True),
        Choice("q"),
        Choice("sort", RESULT_ORDERS, RESULT_ORDERS[0]),
        Choice("show", SHOWS, SHOWS[0]),
        *page_choice(catalog),
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
        chosen_results(catalog, filters), view.sort, catalog["outputs"], catalog["result_figures"]
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
        subtitle=" · ".join(steps) or t("results.unfiltered", year=context.view.year),
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
    form = choices_form(
        "results-choices", context.link(context.page), shown.context.view, _controls(shown), t
    )
    subtitle = t("results.subtitle", year=context.view.year)
    return [
        view_head("results-finding", [_finding(shown)], [subtitle], form),
        Fragment(id="results-notice", children=_contradiction(shown), live=True),
        filter_sentence(shown.context, shown.counts),
        Fragment(id="results-facts", children=facts_before(shown.context, shown.rows)),
        Fragment(
            id="results-plan",
            children=[
                path_of(steps, t, "results-path"),
                *plan_panel(shown.context, shown.branch, shown.counts),
            ],
        ),
        _list(shown),
        *priorities_section(context),
    ]


def _finding(shown: Found) -> str:
    """How many results there are, and the largest number of people that one of them counts."""
    t, people = shown.context.t, most_people(shown.context, shown.rows)
    counted = t("count.results", n=len(shown.rows)) if len(shown.rows) else t("results.none")
    return t("results.finding", results=counted, people=t.number(people)) if people else counted


def _contradiction(shown: Found) -> list[Component]:
    """A visible word for choices of the address that can't hold together."""
    if not shown.branch.refused:
        return []
    t = shown.context.t
    names = ", ".join(f"{t(f'filter.{name}')} {value}" for name, value in shown.branch.refused)
    return [html.P(t("results.contradiction", names=names), className="notice")]


def _controls(shown: Found) -> list[Component]:
    t, view = shown.context.t, shown.context.view
    kept = [hidden_field(name, view[name]) for name in NAMES if name != "q"]
    orders = [(order, t(f"results.sort.{order}")) for order in RESULT_ORDERS]
    shows = [(show, t(f"results.show.{show}")) for show in SHOWS]
    return [
        *kept,
        search_box("q", t("results.search"), view.q, t("results.search.hint")),
        more_choices(
            t("results.order"),
            [
                choice_list("sort", t("sort.label"), orders, view.sort),
                choice_list("show", t("results.show"), shows, view.show),
                *year_choice(shown.context),
            ],
        ),
    ]


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
        said = " ".join([t("results.none"), *said_instead(context, context.view.q)])
        return no_rows(said, ways_back(context, shown.branch), clear, t)
    if context.view.show == "table":
        card = _card(shown)
        columns = [column for column in card.columns if column.name in COLUMNS_SHOWN]
        part = page_shown(context, card.rows)
        return [data_table(part, columns, card.heading), *page_links(context, card.rows)]
    return listed(context, shown.rows)


PAGE = Page(
    "results",
    title=_title,
    layout=_layout,
    choices=_choices,
    cards=_cards,
    in_menu=True,
    assets=("results.css",),
)
