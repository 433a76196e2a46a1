"""The list of results: open where a reader reads it whole, folded where it is long."""

from dataclasses import replace

import pandas as pd
from dash.development.base_component import Component

from dashboard.analysis.people import people_of
from dashboard.analysis.results import SPOTLIGHT
from dashboard.components.links import Link
from dashboard.components.results import ResultItem, folded_results, grouped_results, result_list
from dashboard.presenters.context import Context
from dashboard.presenters.results.items import result_groups, result_items
from dashboard.presenters.results.paging import page_links, page_shown
from dashboard.presenters.results.prepared import prepared_results


def listed(context: Context, rows: pd.DataFrame) -> list[Component]:
    """The rows of `chosen_results` under their outputs or, most people first, one below the other.

    All are shown at once where they are no more than the longest outcome of the year holds, for an outcome is
    what the plan lets a reader read as a whole. A very long list comes in pages.
    """
    few, links = reads_whole(context, rows), page_links(context, rows)
    rows = page_shown(context, rows)
    if context.view.sort == "people":
        return [*_by_people(context, rows, few), *links]
    groups = result_groups(context, rows, shown=few)
    if len(context.view.items("output")) == 1 or context.view.axis == SPOTLIGHT:
        groups = [replace(group, heading=Link(group.heading.text, "")) for group in groups]
    return [grouped_results(groups, context.t), *links]


def reads_whole(context: Context, rows: pd.DataFrame) -> bool:
    """Whether the rows are no more than the longest outcome of the year holds: a list that one reads."""
    return len(rows) <= longest(context, "outcome_id")


def longest(context: Context, column: str) -> int:
    """The most results that one value of a column has in the year of the view."""
    results = prepared_results(context.catalog)
    of_year = results[results["year"] == int(context.view.year)]
    return int(of_year[column].value_counts().max()) if len(of_year) else 0


def _by_people(context: Context, rows: pd.DataFrame, few: bool) -> list[Component]:
    """Of a long list the first, as many as the longest output has; the others and the uncounted fold."""
    t, items = context.t, result_items(context, rows)
    if few:
        return [result_list(items, t)]
    counted = int(rows["result_id"].isin(people_of(context.catalog["result_figures"]).index).sum())
    first = min(counted, longest(context, "output_id"))
    rest: list[tuple[str, list[ResultItem]]] = [
        (t("results.people.more"), items[first:counted]),
        (t("results.people.none"), items[counted:]),
    ]
    folds = [folded_results(name, part, t) for name, part in rest if part]
    return [result_list(items[:first], t), *folds] if first else folds
