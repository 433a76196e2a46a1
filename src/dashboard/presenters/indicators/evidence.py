"""What the report says before we grade it, what the public record has of one kind, and the sexes compared."""

from collections.abc import Sequence

import pandas as pd

from dashboard.analysis.people import FEMALE
from dashboard.analysis.trends import CHANGE_KINDS, LEVEL_KINDS, Trend, with_segments
from dashboard.components.sentences import Piece, figure_link, sentence
from dashboard.domain.figure_ids import indicator_id, observation_id
from dashboard.domain.measured import Observation
from dashboard.presenters.indicators.values import REFERENCE, own_kind, values_of
from dashboard.presenters.indicators.words import (
    change_text,
    dated,
    observed,
    printed_change,
    sex_word,
    value_link,
)
from dashboard.presenters.reader import Reader
from dashboard.store import Catalog

MALE = "male"
SAME = "same_instrument"


def printed_first(reader: Reader, indicator: str, sex: str, trend: Trend) -> list[Piece]:
    """The changes that the report prints, in quotation: what it says comes before our words."""
    if trend.word == "printed_change":
        return []
    own = values_of(reader.catalog, indicator, own_kind(reader.catalog, indicator))
    rows = [row for row in in_time(reader.catalog, own[own["kind"].isin(CHANGE_KINDS)]) if row.sex == sex]
    if not rows:
        return []
    said: list[Piece] = [reader.t("trend.said.printed"), " "]
    for row in rows:
        link = figure_link(printed_change(reader.t, row), reader.figure(observation_id(row.observation_id)))
        quoted = sentence(reader.t("quoted", text="{change}"), change=link)
        said += [*([", "] if row is not rows[0] else []), *quoted, f" ({dated(reader.t, row)})"]
    return [*said, ". "]


def in_time(catalog: Catalog, rows: pd.DataFrame) -> list[Observation]:
    """The observations of rows of theirs, by year."""
    told = [catalog.observations[key] for key in rows["observation_id"]]
    return sorted(told, key=lambda row: row.year)


def of_one_kind(reader: Reader, indicator: str, sex: str, trend: Trend) -> list[Piece]:
    """The first and last public value of one instrument within the same years, where there are two."""
    pair = _public_pair(reader.catalog, indicator, sex, trend) if trend.word == "not_comparable" else ()
    if not pair:
        return []
    first, last = (observed(reader, key) for key in pair)
    parts: dict[str, Piece] = {
        "first": value_link(reader, pair[0]),
        "last": value_link(reader, pair[1]),
        "start": dated(reader.t, first),
        "end": dated(reader.t, last),
        "series": reader.term("series", last.series),
    }
    return [*sentence(reader.t("trend.said.of_one_kind"), **parts), " "]


def _public_pair(catalog: Catalog, indicator: str, sex: str, trend: Trend) -> tuple[str, ...]:
    start, end = (catalog.observations[key].year for key in (trend.first, trend.last))
    public = values_of(catalog, indicator, REFERENCE)
    public = public[
        public["kind"].isin(LEVEL_KINDS) & (public["sex"] == sex) & public["year"].between(start, end)
    ]
    runs = [
        _last_run(rows) for _, rows in with_segments(public, catalog["breaks"]).groupby("series", sort=False)
    ]
    # What was observed says more than what a model drew between observations.
    runs.sort(key=lambda run: (run["kind"].eq("observed").all(), len(run)), reverse=True)
    best = next((run["observation_id"] for run in runs if len(run) > 1), None)
    return () if best is None else (str(best.iloc[0]), str(best.iloc[-1]))


def _last_run(rows: pd.DataFrame) -> pd.DataFrame:
    """The last values of a series that are all graded as of one instrument, the first of them aside."""
    other = rows["comparable"].ne(SAME).to_numpy()
    start = max((place for place in range(len(rows)) if other[place]), default=0)
    return rows.iloc[start:]


def sexes_compared(reader: Reader, indicator: str, sexes: Sequence[str]) -> list[list[Piece]]:
    """Parity index and gap of the sexes at the first and last date that both have, where both are shown."""
    pairs = pairs_of_sexes(reader.catalog, indicator) if {FEMALE, MALE} <= set(sexes) else {}
    if len(pairs) < 2:
        return []
    about = reader.catalog.indicators[indicator]
    parts: dict[str, Piece] = {
        "female": sex_word(reader, about, FEMALE).lower(),
        "male": sex_word(reader, about, MALE).lower(),
    }
    for when, (women, men) in pairs.items():
        parity, gap = women.value / men.value, round(women.value - men.value, 6)
        parts[f"{when}_date"] = dated(reader.t, women)
        parts[f"parity_{when}"] = figure_link(
            reader.t.number(parity, 3), reader.figure(indicator_id(indicator, FEMALE, f"parity_{when}"))
        )
        parts[f"gap_{when}"] = figure_link(
            change_text(reader, about, gap), reader.figure(indicator_id(indicator, FEMALE, f"gap_{when}"))
        )
    return [sentence(reader.t("trend.said.sexes"), **parts)]


def pairs_of_sexes(catalog: Catalog, indicator: str) -> dict[str, tuple[Observation, Observation]]:
    """Women's and men's values of one date: `first` and `last`; the report's, else the public record's.

    Only of percentages, whose ratio and difference mean something, and of one series.
    """
    if catalog.indicators[indicator].unit != "percent":
        return {}
    own = values_of(catalog, indicator, own_kind(catalog, indicator))
    by_date: dict[tuple[str, int, str], dict[str, Observation]] = {}
    for row in in_time(catalog, own[own["kind"].isin(LEVEL_KINDS)]):
        by_date.setdefault((row.series, row.year, row.period), {})[row.sex] = row
    both = [(rows[FEMALE], rows[MALE]) for rows in by_date.values() if {FEMALE, MALE} <= set(rows)]
    if not both or not all(men.value for _, men in both):
        return {}
    return {"first": both[0], "last": both[-1]}
