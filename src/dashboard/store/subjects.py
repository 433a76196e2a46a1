"""The tables as records of their subjects, made once per version of the data."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields
from typing import Any, Generic, Protocol, TypeVar, get_type_hints

import pandas as pd

from dashboard.domain.measured import (
    AgencyMoney,
    AxisMoney,
    Break,
    Commune,
    Comparison,
    Indicator,
    Need,
    Observation,
    Place,
    TotalMoney,
)  # fmt: skip
from dashboard.domain.records import (
    Agency,
    Axis,
    Challenge,
    CitedSource,
    Outcome,
    Output,
    Part,
    Partner,
    Priority,
    Quantity,
    Report,
    Result,
    ResultPlace,
    ResultTheme,
    TableRecord,
)  # fmt: skip
from dashboard.domain.worded import (
    Acronym,
    CheckedFinding,
    CodeWord,
    DeckSlide,
    GlossaryTerm,
    Question,
    Silence,
    Synonym,
)  # fmt: skip
from dashboard.store.derived import Owner, derived
from dashboard.store.naming import Package, plain_amounts

_Subject = TypeVar("_Subject", bound=TableRecord)


class TypedTables(Owner, Protocol):
    """Typed tables with their description."""

    @property
    def package(self) -> Package:
        """The description."""

    @property
    def frames(self) -> Mapping[str, pd.DataFrame]:
        """The tables by name."""


class _Keyed(Generic[_Subject]):
    """The records of a table by the value of its first column, in the order of the table."""

    def __init__(self, kind: type[_Subject]) -> None:
        self._kind = kind

    def __get__(self, tables: TypedTables, owner: type) -> Mapping[str, _Subject]:
        made: Mapping[str, _Subject] = _keyed(tables, self._kind)
        return made


class _Listed(Generic[_Subject]):
    """The records of a table in which several columns make a key, in the order of the table."""

    def __init__(self, kind: type[_Subject]) -> None:
        self._kind = kind

    def __get__(self, tables: TypedTables, owner: type) -> tuple[_Subject, ...]:
        made: tuple[_Subject, ...] = _listed(tables, self._kind)
        return made


class Subjects:
    """What the tables are about; `catalog.agencies["pam"].kind`."""

    sources = _Keyed(CitedSource)
    reports = _Keyed(Report)
    axes = _Keyed(Axis)
    outcomes = _Keyed(Outcome)
    outputs = _Keyed(Output)
    agencies = _Keyed(Agency)
    output_agencies = _Listed(Part)
    results = _Keyed(Result)
    result_figures = _Listed(Quantity)
    result_themes = _Listed(ResultTheme)
    result_places = _Listed(ResultPlace)
    challenges = _Keyed(Challenge)
    priorities = _Keyed(Priority)
    partners = _Keyed(Partner)
    places = _Keyed(Place)
    communes = _Keyed(Commune)
    food_insecurity = _Listed(Need)
    indicators = _Keyed(Indicator)
    observations = _Keyed(Observation)
    breaks = _Keyed(Break)
    comparisons = _Listed(Comparison)
    finance_agencies = _Listed(AgencyMoney)
    finance_axes = _Listed(AxisMoney)
    finance_totals = _Listed(TotalMoney)
    findings = _Keyed(CheckedFinding)
    acronyms = _Keyed(Acronym)
    glossary = _Keyed(GlossaryTerm)
    questions = _Keyed(Question)
    decks = _Keyed(DeckSlide)
    synonyms = _Listed(Synonym)
    silences = _Keyed(Silence)


def told(frame: pd.DataFrame, kind: type[_Subject]) -> Iterator[_Subject]:
    """The rows of a frame that has the columns of a table as its records; a column that it lacks is empty."""
    texts = [name for name in frame.columns if pd.api.types.is_string_dtype(frame[name])]
    said = zip(*(frame[name].tolist() for name in texts), strict=True)
    hints = get_type_hints(kind)
    cells = [_cells(frame, field.name, hints[field.name]) for field in fields(kind)[1:]]
    for words, *values in zip(said, *cells, strict=True):
        yield kind(dict(zip(texts, words, strict=True)), *values)


def records_by(records: Iterable[_Subject], key: Callable[[_Subject], str]) -> dict[str, list[_Subject]]:
    """Records by something that they share, in their order."""
    groups: dict[str, list[_Subject]] = {}
    for record in records:
        groups.setdefault(key(record), []).append(record)
    return groups


def _cells(frame: pd.DataFrame, column: str, kind: object) -> list[Any]:
    """The values of a column as their field holds them; None where a number is not given."""
    made, empty = _FORMS[kind]
    if column not in frame:
        return [empty] * len(frame)
    return [empty if value != value else made(value) for value in frame[column].tolist()]


_FORMS: Mapping[object, tuple[Callable[[Any], object], object]] = {
    str: (str, ""),
    bool: (bool, False),
    int: (int, None),
    float: (float, None),
    int | None: (int, None),
    float | None: (float, None),
}
"""Type of a field -> what makes it, and what stands where nothing is given."""


@derived(bare=True)
def _listed(tables: TypedTables, kind: type[_Subject]) -> tuple[_Subject, ...]:
    return tuple(told(plain_amounts(tables.package, tables.frames[kind.TABLE]), kind))


@derived(bare=True)
def _keyed(tables: TypedTables, kind: type[_Subject]) -> dict[str, _Subject]:
    keys = tables.frames[kind.TABLE].iloc[:, 0]
    return dict(zip(map(str, keys), _listed(tables, kind), strict=True))


@derived(bare=True)
def vocabularies(tables: TypedTables) -> dict[str, dict[str, CodeWord]]:
    """The words of every controlled vocabulary (table `terms`) by its name and by code."""
    found: dict[str, dict[str, CodeWord]] = {}
    for word in _listed(tables, CodeWord):
        found.setdefault(word.list, {})[word.code] = word
    return found
