"""What a reader can still choose among the results, and how many each choice would leave."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from typing import Any

import pandas as pd

from dashboard.analysis.results import Filters, select_results

BELOW = {"axis": ("outcome", "output"), "outcome": ("output",)}
"""What a choice clears: an axis is chosen whole, and so is an outcome."""

_COLUMNS = {
    "axis": "axis_id",
    "outcome": "outcome_id",
    "output": "output_id",
    "beneficiary": "beneficiary",
    "scope": "scope",
}
_MANY = {"theme": "themes", "concerns": "concerns"}
"""Facets of which a result has several values, in one column."""

FACETS = (*_COLUMNS, *_MANY, "agency", "place")


def choosing(filters: Filters, facet: str, value: str) -> Filters:
    """The filters after a choice; an empty value takes the choice back."""
    changed: dict[str, Any] = {facet: value, **dict.fromkeys(BELOW.get(facet, ()), "")}
    return replace(filters, **changed)


def memberships(
    results: pd.DataFrame, output_agencies: pd.DataFrame, result_places: pd.DataFrame, places: pd.DataFrame
) -> pd.DataFrame:
    """Every value of every facet that a result belongs to.

    Returns:
        `result_id`, `facet`, `value`, each combination once. A result belongs to the agencies listed under
        its output, to the places that it names and to all in which they lie.
    """
    parts = [_tagged(results[["result_id", column]], facet) for facet, column in _COLUMNS.items()]
    parts += [
        _tagged(results[["result_id", column]].explode(column), facet) for facet, column in _MANY.items()
    ]
    listed = results[["result_id", "output_id", "year"]].merge(output_agencies, on=["output_id", "year"])
    parts.append(_tagged(listed[["result_id", "agency_id"]], "agency"))
    parts.append(_tagged(_with_regions(result_places, places), "place"))
    return pd.concat(parts, ignore_index=True).drop_duplicates(ignore_index=True)


def _tagged(pairs: pd.DataFrame, facet: str) -> pd.DataFrame:
    named = pairs.set_axis(["result_id", "value"], axis=1).assign(facet=facet)
    return named.loc[named["value"].fillna("") != "", ["result_id", "facet", "value"]]


def _with_regions(result_places: pd.DataFrame, places: pd.DataFrame) -> pd.DataFrame:
    """The named places and, level by level, what they lie in."""
    parent = places.set_index("place_id")["parent_id"]
    levels = [result_places[["result_id", "place_id"]]]
    while not levels[-1].empty:
        above = levels[-1].assign(place_id=levels[-1]["place_id"].map(parent).fillna(""))
        levels.append(above[above["place_id"] != ""])
    return pd.concat(levels, ignore_index=True)


def facet_counts(
    members: pd.DataFrame,
    results: pd.DataFrame,
    filters: Filters,
    output_agencies: pd.DataFrame,
    result_places: pd.DataFrame,
    places: pd.DataFrame,
    find: Callable[[str], Collection[str]],
    facets: Iterable[str] = FACETS,
) -> dict[str, dict[str, int]]:
    """How many results each choice would leave, under all other filters.

    Args:
        members: `memberships` of the results.
        results: as for `select_results`.
        filters: what is chosen now.
        output_agencies: which agencies the report lists under each output.
        result_places: which places each result names.
        places: the register of places.
        find: the result_ids that a text finds.
        facets: those to count.

    Returns:
        Count by facet and value; a value that would leave nothing is absent.
    """
    tables = (output_agencies, result_places, places)
    counts = {}
    for facet in facets:
        left = select_results(results, choosing(filters, facet, ""), *tables, find)["result_id"]
        mine = members[(members["facet"] == facet) & members["result_id"].isin(left)]
        counts[facet] = {str(value): int(n) for value, n in mine["value"].value_counts().items()}
    return counts
