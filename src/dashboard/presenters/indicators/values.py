"""The values of the indicators as the pages show them: which belong together, and what is said at each."""

from collections.abc import Sequence
from math import inf, nan

import pandas as pd

from dashboard.analysis.progress import Progress, progress_of, sexes_of, status_board
from dashboard.analysis.revisions import revised_by
from dashboard.analysis.trends import LEVEL_KINDS, Trend, trend_of, with_segments
from dashboard.domain.figure_ids import observation_id
from dashboard.domain.measured import Indicator, Observation
from dashboard.figures.tiny import tiny_slope
from dashboard.i18n import Translator
from dashboard.presenters.indicators.words import dated, mark_label, sex_word, value_text
from dashboard.presenters.reader import Reader
from dashboard.store import Catalog
from dashboard.store.derived import derived

REPORT, REFERENCE = "report", "reference"
"""Kinds of source."""
MODELLED = ("estimate", "projection")
"""Kinds of value that a model gives, where others are observed."""


@derived(bare=True)
def _by_kind(catalog: Catalog, kind: str) -> dict[str, pd.DataFrame]:
    sources = catalog["sources"]
    observations = catalog["observations"]
    own = observations[observations["source_id"].isin(set(sources.loc[sources["kind"] == kind, "source_id"]))]
    own = own[~own["observation_id"].isin(revisions(catalog).keys())]
    return {str(key): rows for key, rows in own.groupby("indicator_id", sort=False)}


@derived(bare=True)
def revisions(catalog: Catalog) -> dict[str, str]:
    """See `analysis.revisions.revised_by`."""
    order = {row.source_id: int(year) for year, row in catalog.reports.items()}
    return revised_by(catalog["observations"], order)


def values_of(catalog: Catalog, indicator: str, kind: str) -> pd.DataFrame:
    """The observations of an indicator from the reports or from the public record; maybe none.

    What a newer report tells again stands there once, as the newer one has it.
    """
    return _by_kind(catalog, kind).get(indicator, catalog["observations"].iloc[:0])


def own_kind(catalog: Catalog, indicator: str) -> str:
    """Where the values of an indicator come from: the report, or the public record if it is mute."""
    return REPORT if indicator in _by_kind(catalog, REPORT) else REFERENCE


@derived(bare=True)
def sexes_shown(catalog: Catalog, indicator: str, sex: str) -> tuple[str, ...]:
    """The sexes of an indicator that a choice of sex shows: that one, or all where it has no such values."""
    own = sexes_of(values_of(catalog, indicator, own_kind(catalog, indicator)))
    return (sex,) if sex in own else tuple(own)


@derived(bare=True)
def trend_and_progress(catalog: Catalog, indicator: str, sex: str) -> tuple[Trend, Progress]:
    """What can be said of an indicator and sex, from the report's values, else from the public record's."""
    if on_board := _on_board(catalog).get((indicator, sex)):
        return on_board
    row = catalog.indicators[indicator]
    values = values_of(catalog, indicator, own_kind(catalog, indicator))
    better, least = row.better, nan if row.min_change is None else row.min_change
    trend = trend_of(values[values["sex"] == sex], catalog["breaks"], better, least)
    return trend, progress_of(values, trend, sex, better)


@derived(bare=True)
def board(catalog: Catalog) -> pd.DataFrame:
    """Every indicator of the report with a target or two values: see `analysis.progress.status_board`."""
    report = pd.concat(_by_kind(catalog, REPORT).values())
    return status_board(report, catalog["indicators"], catalog["breaks"])


@derived(bare=True)
def _on_board(catalog: Catalog) -> dict[tuple[str, str], tuple[Trend, Progress]]:
    """What the board has worked out already, by indicator and sex."""
    rows = board(catalog)
    keys = zip(rows["indicator_id"], rows["sex"], strict=True)
    return dict(zip(keys, zip(rows["trend"], rows["progress"], strict=True), strict=True))


def points_of(reader: Reader, indicator: str, sexes: Sequence[str], with_reference: bool) -> pd.DataFrame:
    """The marks of an indicator's chart; shared between views, so never changed in place.

    Returns:
        One row per level or target with the columns of `figures.slopes.slope_chart`, besides
        `observation_id`, `kind`, `series`, `source_id` and `year`; in order of time.
    """
    return _points(reader.catalog, reader.t, indicator, tuple(sexes), with_reference)


def tiny_picture(reader: Reader, indicator: str, sexes: tuple[str, ...]) -> str:
    """The values of an indicator as a slope that fits a line of text; see `figures.tiny`."""
    return _tiny_picture(reader.catalog, reader.t, indicator, sexes)


@derived(bare=True)
def _tiny_picture(catalog: Catalog, t: Translator, indicator: str, sexes: tuple[str, ...]) -> str:
    return tiny_slope(_points(catalog, t, indicator, sexes, False))


@derived(most=64, bare=True)
def _points(
    catalog: Catalog, t: Translator, indicator: str, sexes: tuple[str, ...], with_reference: bool
) -> pd.DataFrame:
    reader = Reader(catalog, t)
    kind = own_kind(catalog, indicator)
    own = values_of(catalog, indicator, kind)
    own = own[own["sex"].isin(sexes) | (own["kind"] == "target")]
    if kind == REFERENCE:
        return _marks(reader, indicator, own, REFERENCE)
    parts = [_marks(reader, indicator, own, "value")]
    record = values_of(catalog, indicator, REFERENCE)
    if with_reference and len(record):
        # Among many marks a written value would hide others: the sentence and the table say it.
        parts = [parts[0].assign(label=parts[0]["label"].where(parts[0]["role"] == "target", ""))]
        public = _marks(reader, indicator, _of_sexes(record, sexes), REFERENCE)
        parts.append(public.assign(label=""))
    return (
        pd.concat([part for part in parts if len(part)], ignore_index=True)
        if any(map(len, parts))
        else parts[0]
    )


def _of_sexes(values: pd.DataFrame, sexes: Sequence[str]) -> pd.DataFrame:
    """The rows of the sexes; a series that has none of them is kept as a whole."""
    kept = [
        rows[rows["sex"].isin(sexes)] if rows["sex"].isin(sexes).any() else rows
        for _, rows in values.groupby("series", sort=False)
    ]
    return pd.concat(kept) if kept else values


def _marks(reader: Reader, indicator: str, values: pd.DataFrame, role: str) -> pd.DataFrame:
    catalog, t = reader.catalog, reader.t
    shown = values[values["kind"].isin((*LEVEL_KINDS, "target"))]
    rows = with_segments(shown, catalog["breaks"])
    about = catalog.indicators[indicator]
    told = [catalog.observations[key] for key in rows["observation_id"]]
    roles = ["target" if row.kind == "target" else role for row in told]
    ends = _ends(rows) if role == REFERENCE else set(rows["observation_id"])
    several = len(set(rows["sex"])) > 1
    largest = float(rows["value"].abs().max()) if role == REFERENCE else 0.0
    return rows.assign(
        role=roles,
        line=[
            f"{row.series} {row.sex} {segment}" for row, segment in zip(told, rows["segment"], strict=True)
        ],
        when=[dated(t, row) for row in told],
        text=[value_text(reader, about, row.value, row.qualifier) for row in told],
        label=[mark_label(t, about, row, largest) if row.observation_id in ends else "" for row in told],
        hover=[_hover(reader, about, row, several) for row in told],
        link=[reader.figure(observation_id(row.observation_id)) for row in told],
        modelled=[role == REFERENCE and row.kind in MODELLED for row in told],
    )


def _ends(rows: pd.DataFrame) -> set[str]:
    """First and last value of each series and sex: all that a long series has written at its marks."""
    ends = rows.groupby(["series", "sex"], sort=False)["observation_id"].agg(["first", "last"])
    return set(ends["first"]) | set(ends["last"])


def _hover(reader: Reader, about: Indicator, row: Observation, several: bool) -> str:
    t, catalog = reader.t, reader.catalog
    value = value_text(reader, about, row.value, row.qualifier)
    kind, known = reader.term("observation_kind", row.kind), catalog.terms("series").get(row.series)
    series = t.of(known) if known else ""
    who = f"{sex_word(reader, about, row.sex)}<br>" if several or row.sex != "total" else ""
    return who + t("trend.pair", name=dated(t, row), text=f"<b>{value}</b>") + f"<br>{kind} · {series}"


def headline_rank(catalog: Catalog, indicator: str) -> float:
    """The rank that the tables give an indicator; those without one come after all that have one."""
    rank = catalog.indicators[indicator].headline
    return inf if rank is None else rank
