"""L'essentiel: what was done for people, the largest facts in one sentence each, chosen by rule."""

import pandas as pd

from dashboard.analysis.places import people_reached
from dashboard.analysis.results import Filters
from dashboard.components.results import ResultItem
from dashboard.presenters.reader import Reader
from dashboard.presenters.results.items import chosen_results, result_items

_FACTS = 6


def essentials(reader: Reader, year: int) -> list[ResultItem]:
    """The largest facts of a year, see `largest_facts`."""
    return largest_facts(reader, chosen_results(reader.catalog, Filters(year)), _FACTS)


def largest_facts(reader: Reader, results: pd.DataFrame, most: int) -> list[ResultItem]:
    """The results that reached most people, one per output, told once, most people first.

    The rule: of each output its result with the largest number of people (by the roles of its figures,
    repeats left out), then the largest of these.
    """
    people = people_reached(results, reader.catalog["result_figures"])
    ranked = results.assign(people=results["result_id"].map(people)).dropna(subset="people")
    first = ranked.sort_values("people", ascending=False, kind="stable").drop_duplicates("output_id")
    rows: pd.DataFrame = first.head(most).drop(columns="people")
    return result_items(reader, rows)


def most_people(reader: Reader, results: pd.DataFrame) -> float:
    """The largest number of people that one of the results counts; 0 where none does."""
    people = people_reached(results, reader.catalog["result_figures"])
    return float(people.max()) if len(people) else 0.0
