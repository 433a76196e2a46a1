"""The data package as typed frames, loaded whole or not at all."""

import pickle
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pandas as pd

from dashboard.domain.errors import BrokenPackageError, Problem
from dashboard.domain.maps import Frame, Maps
from dashboard.domain.publication import Publication
from dashboard.domain.worded import CodeWord
from dashboard.store.country_texts import CountryTexts
from dashboard.store.derived import Derived, derived
from dashboard.store.naming import levels_of, plain_amounts
from dashboard.store.package import FolderReading, read_folder
from dashboard.store.report_texts import ReportTexts
from dashboard.store.subjects import Subjects, vocabularies
from dashboard.store.summaries import Summary

Row = dict[str, Any]


def records(frame: pd.DataFrame) -> list[Row]:
    """The rows of a frame as dicts: what `to_dict` of pandas gives, in a third of its time."""
    names, columns = list(frame.columns), [frame[name].tolist() for name in frame.columns]
    return [dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)]


@dataclass(frozen=True, eq=False)
class Catalog(Subjects):
    """Everything that the pages know.

    Attributes:
        package: the descriptor (`datapackage.json`).
        frames: one frame per table, typed by the descriptor. Shared between threads: never changed.
        version: short hash of the package's content; part of the key of every cache.
        maps: the shapes that the server holds.
        files: bytes of each large file for readers, by its address.
        contact: how readers reach the operator; empty when none was set.
        lines: rows of each table's file, for messages about them.
        public_address: `https://...` of the site, for what is read elsewhere; empty when none was set.
        texts: the reports' own words, where the operator has installed them.
        publications: what became other each time that data were published, the newest first.
        prose: the country's own texts, by language and name.
        summaries: the essentials in further languages of the country, by their codes.
        voices: the address of the recording of each.
        derived: what was made from these data, once.
    """

    package: dict[str, Any]
    frames: MappingProxyType[str, pd.DataFrame]
    version: str
    maps: Maps = field(default_factory=Maps)
    files: Mapping[str, int] = field(default_factory=dict)
    contact: str = ""
    public_address: str = ""
    lines: Mapping[str, Sequence[int]] = field(default_factory=dict, repr=False)
    texts: ReportTexts = field(default_factory=dict, repr=False)
    publications: Sequence[Publication] = ()
    prose: CountryTexts = field(default_factory=dict, repr=False)
    summaries: Mapping[str, Summary] = field(default_factory=dict, repr=False)
    voices: Mapping[str, str] = field(default_factory=dict)
    derived: Derived = field(default_factory=Derived, init=False, repr=False)
    _bare: "Catalog | None" = field(default=None, init=False, repr=False)

    @property
    def bare(self) -> "Catalog":
        """The tables alone; they keep what is made without what a site says of itself."""
        return self._bare or self

    def on_site(self, **facts: Any) -> "Catalog":
        """The same tables with other facts of a site, from `maps` to `publications`."""
        sited = replace(self, **facts)
        object.__setattr__(sited, "_bare", self.bare)
        return sited

    def packed(self) -> bytes:
        """All that was read from the folder, for `unpacked`."""
        lines = {name: list(rows) for name, rows in self.lines.items()}
        summaries = dict(self.summaries)
        read = FolderReading(self.package, dict(self.frames), self.version, [], lines, self.prose, summaries)
        return pickle.dumps(read)

    def __getitem__(self, table: str) -> pd.DataFrame:
        return self.frames[table]

    def money(self, table: str) -> pd.DataFrame:
        """A table of money; its amounts are columns like `budget_usd`, whatever the currency."""
        return _money(self, table)

    def row_in_file(self, table: str, number: int) -> int:
        """The row of a table's file in which its row `number`, counted from 0, stands."""
        return self.lines[table][number]

    def resource(self, table: str) -> Row:
        """What the descriptor says of a table; nothing where there is no such table."""
        return _resources(self).get(table, {})

    def rows(self, table: str) -> dict[str, Row]:
        """The rows of a table by the value of its first column, in the order of the table."""
        return _rows(self, table)

    def row(self, table: str, key: str) -> Row:
        """One row by the value of its first column.

        Raises:
            KeyError: when there is no such row.
        """
        return self.rows(table)[key]

    def terms(self, vocabulary: str) -> Mapping[str, CodeWord]:
        """The words of one controlled vocabulary (table `terms`) by code."""
        return vocabularies(self).get(vocabulary, {})

    @property
    def frame(self) -> Frame:
        """What the maps of this country show."""
        country = self.package["country"]
        return Frame(*(country[side] for side in ("west", "south", "east", "north")))

    @property
    def levels(self) -> tuple[str, str]:
        """The codes of the two levels of the country's division, the upper first: `region`, `cercle`."""
        return levels_of(self.package)

    @cached_property
    def years(self) -> tuple[int, ...]:
        """Report years with financial totals, oldest first."""
        return tuple(int(year) for year in sorted(self.frames["finance_totals"]["year"].unique()))

    @property
    def year(self) -> int:
        """The newest report year."""
        return self.years[-1]


@derived(bare=True)
def _rows(catalog: Catalog, table: str) -> dict[str, Row]:
    frame = catalog.frames[table]
    return {str(row[frame.columns[0]]): row for row in records(frame)}


@derived(bare=True)
def _resources(catalog: Catalog) -> dict[str, Row]:
    return {resource["name"]: resource for resource in catalog.package["resources"]}


@derived(bare=True)
def _money(catalog: Catalog, table: str) -> pd.DataFrame:
    return plain_amounts(catalog.package, catalog.frames[table])


Views = Callable[["Catalog"], Iterable[Problem]]
"""What those who show the data find wrong with sound tables, such as a question whose page is not there."""


def no_views(catalog: "Catalog") -> Iterable[Problem]:
    """Nobody shows the data."""
    return ()


def problems_of(folder: Path, views: Views = no_views) -> list[Problem]:
    """Every problem of a package; the views are asked once all else is sound."""
    reading = read_folder(folder)
    return reading.problems or list(views(_catalog(reading)))


def load(folder: Path, views: Views = no_views) -> Catalog:
    """Read and check the package of a folder.

    Args:
        folder: the data package.
        views: the checks of those who will show the data.

    Raises:
        BrokenPackageError: with every problem, when a file is missing or any rule is broken.
    """
    reading = read_folder(folder)
    catalog = _catalog(reading)
    problems = reading.problems or list(views(catalog))
    if problems:
        raise BrokenPackageError(problems)
    return catalog


def unpacked(content: bytes) -> Catalog:
    """The catalog of `Catalog.packed`; only of a file that this server wrote, for it can hold any code."""
    return _catalog(pickle.loads(content))


def _catalog(reading: FolderReading) -> Catalog:
    return Catalog(
        reading.package,
        MappingProxyType(reading.frames),
        reading.version,
        lines=reading.lines,
        prose=reading.prose,
        summaries=reading.summaries,
    )
