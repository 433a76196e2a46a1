"""The rows of the tables as records: what the report says, and of whom.

Fields are named as columns; an empty cell is an empty text, a number that is not given None. What stands in
the columns of a language, `name_fr`, is asked of a `Translator`, which knows the reader's.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class TableRecord:
    """A row of a table.

    Attributes:
        texts: what its columns of text say, by column; for those of a language.
    """

    TABLE: ClassVar[str]
    texts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class CitedSource(TableRecord):
    """Where numbers come from: the report, surveys, registers."""

    TABLE: ClassVar[str] = "sources"
    source_id: str
    kind: str
    title: str
    publisher: str
    published: str
    url: str
    licence: str
    attribution: str
    first_year: int | None
    last_year: int | None


@dataclass(frozen=True, slots=True)
class Report(TableRecord):
    """The report of a year."""

    TABLE: ClassVar[str] = "reports"
    year: int
    source_id: str
    agencies_ref: str
    axes_ref: str
    text_ref: str
    outputs_ref: str
    indicators_ref: str


@dataclass(frozen=True, slots=True)
class Axis(TableRecord):
    """An axis of the cooperation framework."""

    TABLE: ClassVar[str] = "axes"
    axis_id: str
    source_ref: str


@dataclass(frozen=True, slots=True)
class Outcome(TableRecord):
    """What an axis is to bring about."""

    TABLE: ClassVar[str] = "outcomes"
    outcome_id: str
    axis_id: str
    source_ref: str


@dataclass(frozen=True, slots=True)
class Output(TableRecord):
    """What an outcome is reached by."""

    TABLE: ClassVar[str] = "outputs"
    output_id: str
    outcome_id: str
    official_fr: str
    theme: str
    source_ref: str


@dataclass(frozen=True, slots=True)
class Agency(TableRecord):
    """An agency, fund or programme."""

    TABLE: ClassVar[str] = "agencies"
    agency_id: str
    aliases: str
    kind: str


@dataclass(frozen=True, slots=True)
class Part(TableRecord):
    """An agency works under an output in a year."""

    TABLE: ClassVar[str] = "output_agencies"
    year: int
    output_id: str
    agency_id: str
    detail: str


@dataclass(frozen=True, slots=True)
class Result(TableRecord):
    """A result that the report tells."""

    TABLE: ClassVar[str] = "results"
    result_id: str
    year: int
    output_id: str
    section: str
    scope: str
    beneficiary: str
    duplicate_of: str
    source_id: str
    source_ref: str
    note: str


@dataclass(frozen=True, slots=True)
class Quantity(TableRecord):
    """A number of a result; `part_of` is the `seq` of the whole that it is a part of."""

    TABLE: ClassVar[str] = "result_figures"
    result_id: str
    seq: int
    value: float
    qualifier: str
    unit: str
    sex: str
    headline: bool
    role: str
    part_of: int | None
    note: str


@dataclass(frozen=True, slots=True)
class ResultTheme(TableRecord):
    """A result is about a theme too."""

    TABLE: ClassVar[str] = "result_themes"
    result_id: str
    theme: str
    note: str


@dataclass(frozen=True, slots=True)
class ResultPlace(TableRecord):
    """A result names a place."""

    TABLE: ClassVar[str] = "result_places"
    result_id: str
    place_id: str


@dataclass(frozen=True, slots=True)
class Challenge(TableRecord):
    """What the report calls hard."""

    TABLE: ClassVar[str] = "challenges"
    challenge_id: str
    year: int
    outcome_id: str
    source_ref: str
    note: str


@dataclass(frozen=True, slots=True)
class Priority(TableRecord):
    """What the report announces."""

    TABLE: ClassVar[str] = "priorities"
    priority_id: str
    year: int
    axis_id: str
    source_ref: str


@dataclass(frozen=True, slots=True)
class Partner(TableRecord):
    """Who gives money or works with the agencies."""

    TABLE: ClassVar[str] = "partners"
    partner_id: str
    kind: str
    source_ref: str
