"""A package folder, read once and checked whole: what a start, a reload and `validate` all do."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pandas as pd

from dashboard.domain.errors import Problem
from dashboard.i18n.languages import languages_of
from dashboard.store.country_texts import CountryTexts, read_country_texts
from dashboard.store.descriptor import NEVER_EMPTY, read_package
from dashboard.store.keys import key_problems
from dashboard.store.naming import Package, as_folder_names, descriptor_lacks, levels_of, plain_amounts
from dashboard.store.rate_rules import without_source
from dashboard.store.reading import ALL, Table, read_tables
from dashboard.store.rules import domain_problems
from dashboard.store.summaries import Summary, read_summaries
from dashboard.store.vocabularies import missing_terms

UNSEEN = (".", "~")
"""How the names of files begin that programs leave beside a file that is open."""


@dataclass(frozen=True)
class FolderReading:
    """What a folder holds.

    Attributes:
        package: the descriptor.
        frames: one typed frame per table, see `Table`; rows counted from 0.
        version: short hash of the content.
        problems: everything that is wrong, first causes first.
        lines: row of the file of each row of a frame.
        prose: the country's own texts.
        summaries: the essentials in further languages, by their codes.
    """

    package: dict[str, Any]
    frames: dict[str, pd.DataFrame]
    version: str
    problems: list[Problem] = field(default_factory=list)
    lines: dict[str, list[int]] = field(default_factory=dict)
    prose: CountryTexts = field(default_factory=dict)
    summaries: dict[str, Summary] = field(default_factory=dict)


def read_folder(folder: Path) -> FolderReading:
    """The package of a folder; the rules of the field are asked once files, cells and keys are sound."""
    version = content_hash(folder)
    package, problems = read_package(folder)
    if problems:
        return FolderReading(package, {}, version, problems)
    tables = read_tables(folder, package["resources"])
    texts, strange_texts = read_country_texts(folder, languages_of(package))
    problems = [*strange_texts, *faults_of_tables(package, tables)]
    if not problems:
        strange = without_source(package.get("local_money", {}), set(tables["sources"].frame["source_id"]))
        problems = [descriptor_lacks(*fault) for fault in strange]
    frames = {name: table.frame.reset_index(drop=True) for name, table in tables.items()}
    lines = {name: table.frame.index.tolist() for name, table in tables.items()}
    summaries, faults = read_summaries(folder)
    return FolderReading(package, frames, version, [*problems, *faults], lines, texts, summaries)


def faults_of_tables(package: Package, tables: dict[str, Table]) -> list[Problem]:
    """Everything that is wrong with tables as read; their columns are called as their files call them."""
    levels = levels_of(package)
    problems = [*_table_problems(tables, levels), *key_problems(package["resources"], tables)]
    if problems:
        return problems
    frames = {name: plain_amounts(package, table.frame) for name, table in tables.items()}
    found = (as_folder_names(package, problem) for problem in domain_problems(frames, levels))
    return [_as_written(problem, tables) for problem in found]


def _table_problems(tables: dict[str, Table], levels: tuple[str, str]) -> Iterator[Problem]:
    for name, table in tables.items():
        yield from table.problems
        if name in NEVER_EMPTY and table.frame.empty and not table.problems:
            table.spoilt.add(ALL)
            yield Problem(name, 0, "", "", "empty_table")
    if tables["terms"].whole("code") and tables["terms"].whole("list"):
        yield from missing_terms(tables["terms"].frame, levels)


def _as_written(problem: Problem, tables: dict[str, Table]) -> Problem:
    """The problem with the headings of the officer's own file."""
    written = tables[problem.table].written if problem.table in tables else {}
    names = [written.get(name, name) for name in problem.column.split(", ")]
    return replace(problem, column=", ".join(names))


def package_files(folder: Path) -> dict[str, bytes]:
    """The files of a package folder by their path in it, in order; locks of open files don't count."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith(UNSEEN)
    }


def hash_of(files: Mapping[str, bytes]) -> str:
    """Short hash of files by their path, the data version."""
    digest = hashlib.sha256()
    for path, content in files.items():
        digest.update(path.encode())
        digest.update(content)
    return digest.hexdigest()[:10]


def content_hash(folder: Path) -> str:
    """The data version of a package folder."""
    return hash_of(package_files(folder))
