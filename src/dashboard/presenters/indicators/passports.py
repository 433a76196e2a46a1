"""Passports of what is computed from an indicator's values: changes, share of the way, paces."""

from dataclasses import dataclass

from dashboard.analysis.people import FEMALE
from dashboard.components.passports import Addend, Computation, Passport
from dashboard.domain.figure_ids import observation_id
from dashboard.domain.measured import Indicator
from dashboard.presenters.findings import findings_about
from dashboard.presenters.indicators.evidence import pairs_of_sexes
from dashboard.presenters.indicators.observations import about_indicator, shown_in
from dashboard.presenters.indicators.progress import share_text
from dashboard.presenters.indicators.values import trend_and_progress
from dashboard.presenters.indicators.words import (
    change_text,
    dated,
    observed,
    sex_word,
    signed_percent,
    value_text,
    with_reserve,
)
from dashboard.presenters.reader import Reader
from dashboard.presenters.sources import place_of


@dataclass(frozen=True)
class Computed:
    """A figure computed from an indicator: its value, its text, and the observations that went in."""

    value: float
    text: str
    used: list[str]


def trend_passport(reader: Reader, figure_id: str, parts: tuple[str, ...]) -> Passport | None:
    """A figure computed from an indicator's values: `i~<indicator_id>~<sex>~<what>`."""
    indicator, sex, what = parts
    t, catalog = reader.t, reader.catalog
    row = catalog.indicators[indicator]
    made = computed(reader, indicator, sex).get(what)
    if made is None or made.value != made.value:
        return None
    last = observed(reader, made.used[1])
    return Passport(
        id=figure_id,
        name=t(f"trend.figure.{what}", indicator=t.of(row), sex=sex_word(reader, row, sex).lower()),
        value=made.text,
        number=made.value,
        unit=_unit(reader, row) if what == "change" or what.startswith("gap_") else t(f"trend.unit.{what}"),
        definition=t.of(row, "definition"),
        origin="computed",
        about=about_indicator(reader, indicator, sex),
        place=place_of(reader, last.source_id, last.source_ref),
        computation=Computation(t(f"trend.formula.{what}"), [_addend(reader, key) for key in made.used]),
        findings=findings_about(reader, "indicators", [indicator]),
        shown=shown_in(reader, indicator),
    )


def computed(reader: Reader, indicator: str, sex: str) -> dict[str, Computed]:
    """Every figure computed from an indicator and sex by its `what`; values may be NaN."""
    t, catalog = reader.t, reader.catalog
    trend, progress = trend_and_progress(catalog, indicator, sex)
    about = catalog.indicators[indicator]
    ends, way = [trend.first, trend.last], [trend.first, trend.last, progress.target]
    made: dict[str, Computed] = {}
    if trend.compared:
        made["change"] = Computed(
            trend.change, with_reserve(reader, trend, change_text(reader, about, trend.change)), ends
        )
        relative = with_reserve(reader, trend, signed_percent(t, round(trend.relative_change, 2)))
        made["relative_change"] = Computed(trend.relative_change, relative, ends)
    if progress.target and trend.compared:
        share = progress.share_of_way
        made["share_of_way"] = Computed(share, share_text(reader, share) if share == share else "", way)
        for what in ("actual_pace", "expected_pace", "pace_from_now"):
            pace = getattr(progress, what)
            made[what] = Computed(pace, signed_percent(t, round(pace, 1)), way)
    return made | _sexes(reader, indicator, sex)


def _sexes(reader: Reader, indicator: str, sex: str) -> dict[str, Computed]:
    """Parity index and gap of the two sexes at the last date that both have, and at the first."""
    t, about = reader.t, reader.catalog.indicators[indicator]
    made: dict[str, Computed] = {}
    if sex != FEMALE:
        return made
    for when, pair in pairs_of_sexes(reader.catalog, indicator).items():
        used = [row.observation_id for row in pair]
        women, men = (row.value for row in pair)
        if men:
            made[f"parity_{when}"] = Computed(women / men, t.number(women / men, 3), used)
        gap = round(women - men, 6)
        made[f"gap_{when}"] = Computed(gap, change_text(reader, about, gap), used)
    return made


def _unit(reader: Reader, row: Indicator) -> str:
    """The unit of a change: points for percentages."""
    unit = "points" if row.unit == "percent" else row.unit
    return reader.term("indicator_unit", unit, "description")


def _addend(reader: Reader, key: str) -> Addend:
    t, row = reader.t, observed(reader, key)
    about = reader.catalog.indicators[row.indicator_id]
    kind = reader.term("observation_kind", row.kind)
    return Addend(
        name=f"{kind}, {dated(t, row)}",
        value=value_text(reader, about, row.value, row.qualifier),
        href=reader.figure(observation_id(key)),
    )
