"""Results of one agency or axis: outputs with what was done under each, and where."""

import pandas as pd
from dash import html
from dash.development.base_component import Component

from dashboard.analysis.results import Filters, strongest_results
from dashboard.components.facets import Option, facet_options
from dashboard.components.links import links_in_line, skippable
from dashboard.components.results import grouped_results, strong_results
from dashboard.components.sentences import figure_link
from dashboard.domain.figure_ids import count_id
from dashboard.presenters.context import Context
from dashboard.presenters.names import agency_link
from dashboard.presenters.results.filters import filter_value
from dashboard.presenters.results.items import agencies_of, counted_facets, result_groups, result_items


def count_link(context: Context, n: int, **filters: str) -> Component:
    """`12 résultats`, leading to the passport of that count."""
    figure = count_id("results", year=context.view.year, **filters)
    return figure_link(context.t("count.results", n=n), context.figure(figure))


STRONGEST = 3
"""How many results an output shows at once; its others fold."""


def output_lines(context: Context, outputs: list[str], rows: pd.DataFrame, agencies: bool) -> Component:
    """Outputs, each with its agencies if wanted, its strongest results and the others folded.

    Args:
        context: of the page.
        outputs: in the order to show.
        rows: the results to show.
        agencies: whether to name those that the report lists under each output.
    """
    first = strongest_results(rows, context.catalog["result_figures"], STRONGEST)
    items = [_output(context, output, rows, first, agencies) for output in outputs]
    return html.Div(
        skippable([html.Ul(items, className="plain")], f"outputs-{next(iter(outputs), 0)}", context.t)
    )


def _output(
    context: Context, output: str, rows: pd.DataFrame, first: pd.DataFrame, agencies: bool
) -> Component:
    own = rows[rows["output_id"] == output]
    shown = first[first["output_id"] == output]
    listed = agencies_of(context.catalog, output, int(context.view.year)) if agencies else []
    names = links_in_line([agency_link(context, agency) for agency in listed])
    link = html.A(filter_value(context, "output", output), href=context.link("results", output=output))
    count = html.Span(count_link(context, len(own), output=output), className="count-of")
    return html.Li(
        [
            html.Div([link, count]),
            html.P(names, className="subtitle") if names else None,
            strong_results(result_items(context, shown)) if len(shown) else None,
            _others_folded(context, own[~own["result_id"].isin(shown["result_id"])], len(own)),
        ],
        className="output",
    )


def _others_folded(context: Context, rest: pd.DataFrame, of: int) -> Component | None:
    """The results of an output beside its strongest, `of` being how many it has in all."""
    if rest.empty:
        return None
    key = "profile.read" if len(rest) == of else "profile.more"
    groups = result_groups(context, rest)
    content = [html.Summary(context.t(key, n=len(rest))), grouped_results(groups, context.t, headed=False)]
    return html.Details(content)


def places_list(context: Context, **filters: str) -> Component:
    """Regions and cercles with the results that name them, each leading to those results."""
    year = int(context.view.year)
    counts = counted_facets(context.catalog, Filters(year, **filters), ("place",))["place"]
    places, (upper, lower) = context.catalog.places, context.catalog.levels

    def option(place: str) -> Option:
        inner = [key for key in counts if places[key].parent_id == place and places[key].level == lower]
        return Option(
            id=f"{context.page}-place-{place}",
            text=places[place].name_fr,
            count=context.t.number(counts[place]),
            href=context.link("results", place=place, **filters),
            title=filter_value(context, "place", place),
            below=[option(key) for key in sorted(inner)],
        )

    regions = [option(key) for key in places if key in counts and places[key].level == upper]
    return html.Div(facet_options(regions, context.t("profile.no_place")), className="places-columns")
