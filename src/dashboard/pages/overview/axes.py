"""The strategic axes side by side: name, outcomes, and how much the report tells of each."""

import pandas as pd
from dash import html
from dash.development.base_component import Component

from dashboard.analysis.results import Filters
from dashboard.components.cards import section
from dashboard.components.links import link_to
from dashboard.components.sentences import figure_link, sentence
from dashboard.domain.figure_ids import count_id
from dashboard.pages.context import Context
from dashboard.pages.names import outcome_link
from dashboard.pages.results.items import chosen_results


def axes_section(context: Context) -> Component:
    """One panel per axis; results outside the axes (Spotlight) are named below."""
    t, year = context.t, int(context.view["year"])
    results = chosen_results(context.catalog, Filters(year))
    panels = [_panel(context, axis, results) for axis in context.catalog.rows("axes")]
    return section(t("overview.axes"), "overview-axes", [html.Ul(panels, className="axes columns")])


def _panel(context: Context, axis: str, results: pd.DataFrame) -> Component:
    t, catalog = context.t, context.catalog
    row = catalog.row("axes", axis)
    outcomes = [o for o in catalog.rows("outcomes").values() if o["axis_id"] == axis]
    own = {outcome["outcome_id"] for outcome in outcomes}
    outputs = [o for o in catalog.rows("outputs").values() if o["outcome_id"] in own]
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
                [html.Li(link_to(outcome_link(context, outcome["outcome_id"]))) for outcome in outcomes],
                className="plain",
            ),
        ],
        className="axis",
        style={"--key": f"var(--axis-{axis})"},
    )


def _count(context: Context, measure: str, value: int, axis: str) -> Component:
    figure = count_id(measure, year=context.view["year"], axis=axis)
    return figure_link(context.t(f"count.{measure}", n=value), context.figure(figure))
