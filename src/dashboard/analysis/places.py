"""Where the results are: what the report says of each region and cercle, and how places are found by name."""

import pandas as pd

from dashboard.analysis.people import people_of
from dashboard.analysis.results import undivided

MAP_MEASURES = ("results", "outputs", "agencies", "people")
"""What can be counted in a place; each is a column of `place_counts`."""

COUNTS = (*MAP_MEASURES[:3], "people_alone", "people_shared")
"""Those that are whole numbers, none of which is nothing."""

STATES = ("some", "none", "uncovered", "filtered")
"""What a place can be, see `place_counts`."""


def homes(result_places: pd.DataFrame, places: pd.DataFrame) -> pd.DataFrame:
    """Each result with every place that it names and every place above that one.

    Args:
        result_places: which places each result names.
        places: the register of places.

    Returns:
        Columns `result_id` and `place_id`, each pair once: a result that names a locality is at home there,
        in its cercle and in its region; one that names a region only is at home in no cercle, unless that
        region is undivided. `alone`: whether every place that the result names lies there.
    """
    above = dict(zip(places["place_id"], places["parent_id"], strict=True))
    same = undivided(places)
    pairs = []
    for result, named in zip(result_places["result_id"], result_places["place_id"], strict=True):
        place = same.get(named, named)
        while place:
            pairs.append((result, place, same.get(named, named)))
            place = above[place]
    at_home = pd.DataFrame(pairs, columns=["result_id", "place_id", "named"])
    here = at_home.groupby(["result_id", "place_id"])["named"].transform("nunique")
    everywhere = at_home.groupby("result_id")["named"].transform("nunique")
    pairs_once = at_home.assign(alone=here == everywhere).drop(columns="named")
    return pairs_once.drop_duplicates(ignore_index=True)


def people_reached(results: pd.DataFrame, result_figures: pd.DataFrame) -> pd.Series:
    """The people that each result says it reached, see `people_of`.

    A result that tells another one again (`duplicate_of`) is left out, so that nobody is summed twice for it.

    Returns:
        Number of people by result_id.
    """
    people = people_of(result_figures)
    return people[people.index.isin(results.loc[results["duplicate_of"] == "", "result_id"])]


def measured(
    results: pd.DataFrame, at_home: pd.DataFrame, output_agencies: pd.DataFrame, result_figures: pd.DataFrame
) -> pd.DataFrame:
    """The four measures of each place that any of the results is at home in.

    Args:
        results: the results to count.
        at_home: as `homes` gives it.
        output_agencies: which agencies the report lists under each output of a year.
        result_figures: the quantities of each result.

    Returns:
        Index `place_id`; columns `results`, `outputs`, `agencies` (counts) and `people`: those of the results
        that are about this place alone (NaN where none of them gives a number of people), for a number that
        several places share says nothing of one of them. `people_alone` and `people_shared`: how many results
        give a number of people for this place alone, and for it and others together.
    """
    here = at_home.merge(results[["result_id", "output_id", "year"]], on="result_id")
    people = here["result_id"].map(people_reached(results, result_figures))
    alone = here["alone"] & people.notna()
    shared = ~here["alone"] & people.notna()
    here = here.assign(people=people.where(alone), people_alone=alone, people_shared=shared)
    listed = here.merge(output_agencies[["year", "output_id", "agency_id"]], on=["year", "output_id"])
    by_place = here.groupby("place_id")
    return pd.DataFrame(
        {
            "results": by_place["result_id"].nunique(),
            "outputs": here[here["output_id"] != ""].groupby("place_id")["output_id"].nunique(),
            "agencies": listed.groupby("place_id")["agency_id"].nunique(),
            "people": by_place["people"].sum(min_count=1),
            "people_alone": by_place["people_alone"].sum(),
            "people_shared": by_place["people_shared"].sum(),
        }
    )


def place_counts(
    level: str,
    places: pd.DataFrame,
    chosen: pd.DataFrame,
    everything: pd.DataFrame,
    measure: str,
) -> pd.DataFrame:
    """One row per place of a level: its counts and what may be said of it.

    Args:
        level: `region` or `cercle`.
        places: the register of places.
        chosen: `measured` results that pass the reader's filters.
        everything: `measured` results of the year.
        measure: the measure on show, which decides on the state.

    Returns:
        Columns `place_id`, `parent_id`, `name_fr`, `lat`, `lon` of the register, in its order; the columns of
        `measured` (counts 0, people NaN where there is none), `value` (the measure on show, 0 where there is
        none), `full` (the same without filters) and `state`: `some`; `filtered`: the report has results here,
        none of which passes the filters; `uncovered`: it has results, but no figure of this measure at this
        level (only the region is named, or no number is given); `none`: it reports nothing.
    """
    rows = places.loc[
        places["level"] == level,
        ["place_id", "parent_id", "name_fr", "lat", "lon"],
    ].reset_index(drop=True)
    ids = rows["place_id"]
    counts = chosen.reindex(ids).reset_index(drop=True)
    whole = everything.reindex(ids).reset_index(drop=True)
    region = everything["results"].reindex(rows["parent_id"]).fillna(0).reset_index(drop=True)
    rows = rows.assign(
        **{name: counts[name].fillna(0).astype(int) for name in COUNTS},
        people=counts["people"],
        value=counts[measure].fillna(0),
        full=whole[measure].fillna(0),
    )
    state = pd.Series("none", index=rows.index).mask(region > 0, "uncovered")
    state = state.mask(whole["results"].fillna(0) > 0, "filtered")
    state = state.mask(rows["results"] > 0, "uncovered").mask(rows["value"] > 0, "some")
    return rows.assign(state=state)


_HANDFUL = (1.0, 2.0, 3.0, 6.0)
"""Where the classes of small counts begin."""


def lower_bounds(values: pd.Series, most: int = 4) -> list[float]:
    """Where classes of values begin: on round numbers, so that each holds about as many places.

    Where most places have a handful, each small number is a class of its own.

    Args:
        values: values of the places; those that are not above zero belong to no class.
        most: number of classes at most.

    Returns:
        Rising lower bounds; the last class is open. Empty when no value is above zero.
    """
    positive = values[values > 0]
    if positive.empty:
        return []
    if positive.median() < _HANDFUL[2]:
        return [bound for bound in _HANDFUL[:most] if bound <= positive.max()]
    if positive.nunique() <= most:
        return sorted(float(value) for value in positive.unique())
    shares = [step / most for step in range(most)]
    return sorted({_rounded_down(float(value)) for value in positive.quantile(shares, interpolation="lower")})


def class_of(value: float, bounds: list[float]) -> int:
    """The class of a value, counted from 1; 0 for a value below the first bound."""
    return sum(value >= bound for bound in bounds)


def _rounded_down(value: float) -> float:
    """The greatest of 1, 2, 3, 5, 10, 20, 50, 100 ... that is not above the value, one or more."""
    power = 10.0 ** (len(str(int(value))) - 1)
    steps = (1, 2, 3, 5) if power == 1 else (1, 2, 5)
    return max(step * power for step in steps if step * power <= value)
