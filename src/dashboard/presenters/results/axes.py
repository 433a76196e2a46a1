"""What the axes of a year hold: how many results and outputs, and their outcomes."""

from dataclasses import replace

import pandas as pd
from dash import html
from dash.development.base_component import Component

from dashboard.analysis.results import Filters
from dashboard.components.cards import section
from dashboard.components.links import link_to
from dashboard.components.sentences import figure_link, sentence
from dashboard.domain.board import Board
from dashboard.domain.figure_ids import count_id
from dashboard.presenters.context import Context
from dashboard.presenters.names import outcome_link
from dashboard.presenters.results.items import axis_colour, chosen_results


def with_results(context: Context, board: Board) -> Board:
    """The board, each axis with how many results it has and the way to them."""
    told = chosen_results(context.catalog, Filters(int(context.view.year)))["axis_id"].value_counts()
    rows = [replace(row, beside=_results_of(context, row.key, told)) for row in board.rows]
    return replace(board, rows=tuple(rows))


def _results_of(context: Context, axis: str, told: "pd.Series[int]") -> tuple[str, str]:
    """How many results an axis has; nothing beside the total, which has no key."""
    n = int(told.get(axis, 0))
    address = context.link("results", year=context.view.year, axis=axis)
    return (context.t("count.results", n=n), address) if n else ("", "")


def axes_told(context: Context) -> Component:
    """One panel per axis; results outside the axes (Spotlight) are named below."""
    t, year = context.t, int(context.view.year)
    results = chosen_results(context.catalog, Filters(year))
    panels = [_axis(context, axis, results) for axis in context.catalog.axes]
    return section(t("overview.axes"), "overview-axes", [html.Ul(panels, className="axes columns")])


def _axis(context: Context, axis: str, results: pd.DataFrame) -> Component:
    t, catalog = context.t, context.catalog
    row = catalog.axes[axis]
    outcomes = [o for o in catalog.outcomes.values() if o.axis_id == axis]
    own = {outcome.outcome_id for outcome in outcomes}
    outputs = [o for o in catalog.outputs.values() if o.outcome_id in own]
    return html.Li(
        [
            html.H3(html.A(t.of(row), href=context.link("axis", axis))),
            html.P(
                sentence(
                    t("overview.axis.counts"),
                    results=_count(context, "results", int((results["axis_id"] == axis).sum()), axis),
                    outputs=_count(context, "outputs", len(outputs), axis),
                ),
                className="subtitle",
            ),
            html.Ul(
                [html.Li(link_to(outcome_link(context, outcome.outcome_id))) for outcome in outcomes],
                className="plain",
            ),
        ],
        className="axis",
        style={"--key": f"var(--{axis_colour(context.catalog, axis)})"},
    )


def _count(context: Context, measure: str, value: int, axis: str) -> Component:
    figure = count_id(measure, year=context.view.year, axis=axis)
    return figure_link(context.t(f"count.{measure}", n=value), context.figure(figure))
