"""People in need of food: what the rows of cercles say of regions, of the country, and of one another."""

from math import floor, log10

import pandas as pd

from dashboard.domain.phases import PHASES

IN_CRISIS = "phase3_5"
PEOPLE = ("population", *PHASES, IN_CRISIS)
SHARE = "share"
"""People in phases 3 to 5, of a hundred people analysed; with one decimal."""

NEED_MEASURES = {"crisis": IN_CRISIS, "crisis_share": SHARE}
"""What the map can show of need, and the column that holds it."""

_UPPER = (0.4, 0.7, 0.9)
"""Where the classes after the first begin, as parts of all values: the highest tell most."""


def need_at_levels(rows: pd.DataFrame, places: pd.DataFrame, country: str) -> pd.DataFrame:
    """The people of each place, region and of the country, by year.

    Args:
        rows: table `food_insecurity`.
        places: the register of places.
        country: the key that stands for the whole country.

    Returns:
        Columns `place_id`, `year`, `PEOPLE`, `share`, `stands_for`, `note`, `note_fr`. A region is the sum of
        its rows, the country that of all rows, those apart from the division too; neither has notes.
    """
    above = dict(zip(places["place_id"], places["parent_id"], strict=True))
    regions = rows.assign(place_id=rows["place_id"].map(above))
    parts = [rows, _summed(regions[regions["place_id"] != ""]), _summed(rows.assign(place_id=country))]
    columns = ["place_id", "year", *PEOPLE, "stands_for", "note", "note_fr"]
    told = pd.concat(parts, ignore_index=True)[columns].fillna({"stands_for": "", "note": "", "note_fr": ""})
    return told.assign(share=(100 * told[IN_CRISIS] / told["population"]).round(1))


def _summed(rows: pd.DataFrame) -> pd.DataFrame:
    return rows.groupby(["place_id", "year"], as_index=False)[list(PEOPLE)].sum()


def counted_with(rows: pd.DataFrame) -> dict[str, str]:
    """The places without a row of their own in the rows of a year -> the place whose row counts them."""
    return {
        part: str(place)
        for place, together in zip(rows["place_id"], rows["stands_for"], strict=True)
        for part in str(together).split(";")
        if part and part != place
    }


def apart_of(rows: pd.DataFrame, places: pd.DataFrame, upper: str) -> pd.DataFrame:
    """The rows of places that lie in no region of the division, whose level is `upper`.

    They are in the sum of the country, on no map.
    """
    above = dict(zip(places["place_id"], places["parent_id"], strict=True))
    levels = dict(zip(places["place_id"], places["level"], strict=True))
    regions = set(places.loc[places["level"] == upper, "place_id"])
    is_apart = [
        place in levels and place not in regions and not above[place] for place in map(str, rows["place_id"])
    ]
    return rows[is_apart]


def note_of_year(rows: pd.DataFrame, column: str) -> str:
    """What most rows of a year say, which is therefore said of the year; empty for none."""
    notes = rows[column].value_counts()
    return str(notes.index[0]) if len(notes) and notes.index[0] and notes.iloc[0] > len(rows) / 2 else ""


def need_bounds(values: pd.Series) -> list[float]:
    """Where the classes of need begin: at nothing, then on round numbers.

    Args:
        values: of all places of a level and all years, so that a colour keeps its meaning from year to year.
    """
    positive = values[values > 0]
    return [0.0, *sorted({_round_below(float(value)) for value in positive.quantile(list(_UPPER))})]


def _round_below(value: float) -> float:
    """The greatest of .., 1, 2, 5, 10, 20, 50, .. that is not above the value."""
    power = 10.0 ** floor(log10(value))
    return max(step * power for step in (1, 2, 5) if step * power <= value)
