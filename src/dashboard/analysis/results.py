"""Which results a reader's filters leave, and how they relate to places and agencies."""

from collections import Counter
from collections.abc import Callable, Collection
from dataclasses import dataclass

import pandas as pd

from dashboard.analysis.people import people_of

SPOTLIGHT = "spotlight"
"""The value of the axis filter for the results of section 2.1, which belong to no axis."""


@dataclass(frozen=True)
class Filters:
    """What a reader asked for; an empty field asks for nothing, `a,b` for what one of both has.

    Attributes:
        year: report year.
        axis: axis_id, or `spotlight`.
        outcome: outcome_id.
        output: output_id.
        agency: agency_id; the report lists agencies by output: an agency's results are those of its outputs.
        place: place_id; a region stands for itself and all in it, a cercle for itself and its localities.
        theme: one of the themes of the result.
        beneficiary: kind of beneficiary.
        concerns: a group that the result names or counts.
        scope: `places`, `national` or `unspecified`.
        text: what a reader typed; a comma in it is one.
    """

    year: int
    axis: str = ""
    outcome: str = ""
    output: str = ""
    agency: str = ""
    place: str = ""
    theme: str = ""
    beneficiary: str = ""
    concerns: str = ""
    scope: str = ""
    text: str = ""


def any_of(value: str) -> list[str]:
    """The values of a filter, of which one is enough."""
    return [item for item in value.split(",") if item]


def with_ancestry(results: pd.DataFrame, outputs: pd.DataFrame, outcomes: pd.DataFrame) -> pd.DataFrame:
    """Results with `outcome_id`, `axis_id` and `theme` of their output.

    Returns:
        The rows of `results` in their order. Results of the Spotlight section have no output: their
        `outcome_id` and `theme` are empty and their `axis_id` is `spotlight`.
    """
    above = outputs[["output_id", "outcome_id", "theme"]].merge(
        outcomes[["outcome_id", "axis_id"]], on="outcome_id"
    )
    joined = results.merge(above, on="output_id", how="left")
    return joined.assign(
        outcome_id=joined["outcome_id"].fillna(""),
        theme=joined["theme"].fillna(""),
        axis_id=joined["axis_id"].fillna(SPOTLIGHT),
    )


def select_results(
    results: pd.DataFrame,
    filters: Filters,
    output_agencies: pd.DataFrame,
    result_places: pd.DataFrame,
    places: pd.DataFrame,
    find: Callable[[str], Collection[str]],
) -> pd.DataFrame:
    """The results that pass all filters.

    Args:
        results: as `with_ancestry` gives them, with the columns of `with_themes` and `with_concerns`.
        filters: what is asked for.
        output_agencies: which agencies the report lists under each output.
        result_places: which places each result names.
        places: the register of places.
        find: the result_ids that a text finds.

    Returns:
        Rows of `results` in their order, index reset.
    """
    chosen = results[results["year"] == filters.year]
    columns = {
        "axis_id": filters.axis,
        "outcome_id": filters.outcome,
        "output_id": filters.output,
        "beneficiary": filters.beneficiary,
        "scope": filters.scope,
    }
    for column, value in columns.items():
        if value:
            chosen = chosen[chosen[column].isin(any_of(value))]
    for column, value in (("themes", filters.theme), ("concerns", filters.concerns)):
        if value:
            apart = frozenset(any_of(value)).isdisjoint
            chosen = chosen[~chosen[column].map(apart).astype(bool)]
    if filters.agency:
        chosen = chosen[chosen["output_id"].isin(outputs_of_agency(output_agencies, filters))]
    if filters.place:
        within = set().union(*(places_within(places, place) for place in any_of(filters.place)))
        named = result_places.loc[result_places["place_id"].isin(within), "result_id"]
        chosen = chosen[chosen["result_id"].isin(named)]
    if filters.text:
        chosen = chosen[chosen["result_id"].isin(find(filters.text))]
    return chosen.reset_index(drop=True)


def outputs_of_agency(output_agencies: pd.DataFrame, filters: Filters) -> set[str]:
    """The outputs under which the report of the year lists the agency, or one of several."""
    listed = output_agencies[
        (output_agencies["year"] == filters.year) & output_agencies["agency_id"].isin(any_of(filters.agency))
    ]
    return set(listed["output_id"])


def undivided(places: pd.DataFrame) -> dict[str, str]:
    """The only cercle of each region that has no other: one territory, two codes (a district)."""
    above = _above(places)
    tops = {place for place, over in above if not over}
    cercles = [(place, region) for place, region in above if region in tops]
    divided = Counter(region for _, region in cercles)
    return {region: place for place, region in cercles if divided[region] == 1}


def _above(places: pd.DataFrame) -> list[tuple[str, str]]:
    """Each place with the one that it lies in; of so few rows lists are read faster than frames."""
    return list(zip(places["place_id"].tolist(), places["parent_id"].tolist(), strict=True))


def places_within(places: pd.DataFrame, place_id: str) -> set[str]:
    """A place and all that lies in it, at any depth; an undivided region and its cercle are one."""
    same = [region for region, cercle in undivided(places).items() if cercle == place_id]
    above = _above(places)
    within: set[str] = set()
    found = {place_id, *same}
    while found:
        within |= found
        found = {place for place, over in above if over in found} - within
    return within


def region_wide(result_places: pd.DataFrame, places: pd.DataFrame, cercle: str) -> set[str]:
    """The results that name the cercle's region but neither the cercle nor a locality in it.

    They are shown beside the cercle's own results and never counted in its number.
    """
    region = places.loc[places["place_id"] == cercle, "parent_id"].iloc[0]
    by_region = result_places.loc[result_places["place_id"] == region, "result_id"]
    own = result_places.loc[result_places["place_id"].isin(places_within(places, cercle)), "result_id"]
    return set(by_region) - set(own)


_NOT_DONE = ("target", "denominator")
"""Roles of figures that say what was aimed at or divided by, not what was done."""


def strongest_results(results: pd.DataFrame, result_figures: pd.DataFrame, most: int) -> pd.DataFrame:
    """Of each output, the results that say most of what was done.

    The rule: those that count people, most people first; then those that count anything else; then
    the others; each in the order of the report. A result that tells another one again is left out.

    Args:
        results: rows with `result_id`, `output_id` and `duplicate_of`.
        result_figures: the quantities of the results, see `people_of`.
        most: how many of an output.

    Returns:
        The chosen rows, strongest first; outputs are in no order.
    """
    told = results[results["duplicate_of"] == ""]
    done = result_figures.loc[~result_figures["role"].isin(_NOT_DONE), "result_id"]
    people = told["result_id"].map(people_of(result_figures)).fillna(0.0)
    strength = people.mask(people.eq(0) & ~told["result_id"].isin(done), -1.0)
    ranked = told.loc[strength.sort_values(ascending=False, kind="stable").index]
    return ranked.groupby("output_id", sort=False).head(most)


RESULT_ORDERS = ("report", "people", "output")
"""As the report tells them; most people first; by output, those without one last."""


def results_in_order(
    results: pd.DataFrame, order: str, outputs: pd.DataFrame, result_figures: pd.DataFrame
) -> pd.DataFrame:
    """Results in one of the `RESULT_ORDERS`; ties, and what has no such figure, keep the order of the report.

    Args:
        results: rows with `result_id` and `output_id`.
        order: one of `RESULT_ORDERS`.
        outputs: the register of outputs, in its own order.
        result_figures: the quantities of the results, see `people_of`.
    """
    if order == "people":
        keys = -results["result_id"].map(people_of(result_figures))
    elif order == "output":
        place = {output: position for position, output in enumerate(outputs["output_id"])}
        keys = results["output_id"].map(place)
    else:
        return results
    return results.loc[keys.sort_values(kind="stable", na_position="last").index].reset_index(drop=True)
