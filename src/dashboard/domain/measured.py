"""Records of what is measured: places, indicators, need and money."""

from dataclasses import dataclass
from typing import ClassVar

from dashboard.domain.records import TableRecord


@dataclass(frozen=True, slots=True)
class Place(TableRecord):
    """A region, cercle, zone or locality; `parent_id` is the place above."""

    TABLE: ClassVar[str] = "places"
    place_id: str
    level: str
    kind: str
    parent_id: str
    pcode: str
    name_fr: str
    aliases: str
    lat: float | None
    lon: float | None
    area_km2: float | None
    source_id: str
    tile_row: int | None
    tile_col: int | None
    tile_label: str
    after_reform: str
    note: str


@dataclass(frozen=True, slots=True)
class Commune(TableRecord):
    """A place of the lowest level, which only the search knows."""

    TABLE: ClassVar[str] = "communes"
    commune_id: str
    kind: str
    pcode: str
    name_fr: str
    place_id: str
    aliases: str
    source_id: str


@dataclass(frozen=True, slots=True)
class Need(TableRecord):
    """People of a place in each phase of food insecurity in a season."""

    TABLE: ClassVar[str] = "food_insecurity"
    place_id: str
    year: int
    period: str
    population: int
    phase1: int
    phase2: int
    phase3: int
    phase4: int
    phase5: int
    phase3_5: int
    stands_for: str
    source_id: str
    note: str


@dataclass(frozen=True, slots=True)
class Indicator(TableRecord):
    """What is observed over years."""

    TABLE: ClassVar[str] = "indicators"
    indicator_id: str
    axis_id: str
    theme: str
    group: str
    headline: int | None
    child_terms: bool
    age: str
    unit: str
    better: str
    decimals: int | None
    min_change: float | None


@dataclass(frozen=True, slots=True)
class Observation(TableRecord):
    """A value of an indicator."""

    TABLE: ClassVar[str] = "observations"
    observation_id: str
    indicator_id: str
    source_id: str
    series: str
    sex: str
    year: int
    period: str
    period_start: str
    period_end: str
    value: float
    qualifier: str
    unit: str
    kind: str
    comparable: str
    source_ref: str
    note: str
    publisher_code: str


@dataclass(frozen=True, slots=True)
class Break(TableRecord):
    """A year from which a series is not what it was."""

    TABLE: ClassVar[str] = "breaks"
    break_id: str
    indicator_id: str
    series: str
    year: int
    source_id: str
    source_ref: str


@dataclass(frozen=True, slots=True)
class Comparison(TableRecord):
    """An indicator of the report is the one that another source publishes, or nearly."""

    TABLE: ClassVar[str] = "comparisons"
    indicator_id: str
    reference_indicator_id: str
    how: str


@dataclass(frozen=True, slots=True)
class PrintedMoney(TableRecord):
    """A row of a table of money, in the currency of the country; None where the report prints nothing."""

    year: int
    budget_usd: int | None
    mobilised_usd: int | None
    gap_usd: int | None
    spent_usd: int | None
    execution_rate_pct: float | None
    source_ref: str
    note: str


@dataclass(frozen=True, slots=True)
class AgencyMoney(PrintedMoney):
    """Money of an agency in a year."""

    TABLE: ClassVar[str] = "finance_agencies"
    agency_id: str


@dataclass(frozen=True, slots=True)
class AxisMoney(PrintedMoney):
    """Money of an axis in a year."""

    TABLE: ClassVar[str] = "finance_axes"
    axis_id: str


@dataclass(frozen=True, slots=True)
class TotalMoney(PrintedMoney):
    """The total that a table of money prints."""

    TABLE: ClassVar[str] = "finance_totals"
    table: str
