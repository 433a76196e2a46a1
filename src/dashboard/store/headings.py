"""Which column of a file is which of a table: by name or by title in any language, in any order."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from dashboard.domain.errors import Problem
from dashboard.i18n import LANGUAGES, translator
from dashboard.store.sheets import HEAD, Rows, plain_text

_Field = dict[str, Any]
_FACTS = ("unit", "qualifier", "kind", "source", "attribution", "licence")
_TERMS = {plain_text(name) for name in _FACTS} | {
    plain_text(translator(language)(f"download.{name}"))
    for language in LANGUAGES
    for name in _FACTS
    if name != "attribution"
}
"""Headings of what the site's own files say beside a table's columns: it is told again, never read."""


@dataclass(frozen=True)
class Headings:
    """The head of a file.

    Attributes:
        row: where it stands.
        width: cells of a row.
        places: place of each column of the table, counted from 0.
        written: how the file calls a column.
    """

    row: int
    width: int
    places: dict[str, int]
    written: dict[str, str]


def heading_spellings(fields: list[_Field]) -> dict[str, str]:
    """Column by everything that may stand over it, `plain_text`: its name, its title in each language."""
    titles = {
        plain_text(str(text)): field["name"]
        for field in fields
        for key, text in field.items()
        if key.startswith("title")
    }
    return titles | {plain_text(field["name"]): field["name"] for field in fields}


def find_headings(table: str, rows: Rows, fields: list[_Field]) -> tuple[Headings, list[Problem]]:
    """The head of a file, and everything that is wrong with it; problems leave nothing to read below."""
    known = heading_spellings(fields)
    head = list(rows.items())[:HEAD]
    row, cells = max(head, key=lambda item: sum(plain_text(cell) in known for cell in item[1]))
    places: dict[str, int] = {}
    twice: dict[str, str] = {}
    for place, cell in enumerate(cells):
        column = known.get(plain_text(cell))
        if column in places:
            twice[column] = cell
        elif column:
            places[column] = place
    written = {column: cells[place] for column, place in places.items()}
    headings = Headings(row, len(cells), places, written)
    names = [field["name"] for field in fields]
    return headings, list(_problems(table, rows, headings, twice, names))


def _problems(
    table: str, rows: Rows, headings: Headings, twice: dict[str, str], names: list[str]
) -> Iterator[Problem]:
    if not headings.places:
        yield Problem(table, headings.row, "", "", "no_headings", (("first", ", ".join(names[:3])),))
        return
    above = next(iter(rows))
    if headings.row != above:
        yield Problem(table, above, "", " ".join(rows[above]).strip(), "title_above")
    missing = [name for name in names if name not in headings.places]
    for cell in twice.values():
        if len(missing) == len(twice) == 1:  # one heading was typed over another
            yield Problem(table, headings.row, cell, "", "column_overwritten", (("meant", missing.pop()),))
        else:
            yield Problem(table, headings.row, cell, "", "column_twice")
    yield from _missing_and_unknown(table, rows, headings, names, missing)


def _missing_and_unknown(
    table: str, rows: Rows, headings: Headings, names: list[str], missing: list[str]
) -> Iterator[Problem]:
    """A missing column and an unknown one that resemble each other are one fault: a changed heading."""
    cells = rows[headings.row]
    read = set(headings.places.values())
    taken = {plain_text(cells[place]) for place in read}
    for place, cell in enumerate(cells):
        if place in read or plain_text(cell) in taken:
            continue
        if not cell:
            if any(len(row) > place and row[place] for row in rows.values()):
                yield Problem(table, headings.row, letter(place), "", "column_without_heading")
            continue
        meant = _meant(cell, place, missing, names)
        if meant:
            missing.remove(meant)
            yield Problem(table, headings.row, cell, "", "column_renamed", (("meant", meant),))
        elif plain_text(cell) not in _TERMS:
            yield Problem(table, headings.row, cell, "", "unknown_column")
    if missing:
        yield Problem(table, headings.row, ", ".join(missing), "", "missing_column")


def _meant(cell: str, place: int, missing: list[str], names: list[str]) -> str:
    """The missing column that an unknown heading stands for; empty when none comes near."""
    near = get_close_matches(plain_text(cell), missing, n=1, cutoff=0.6)
    if near:
        return near[0]
    here = names[place] if place < len(names) else ""
    return here if here in missing and len(missing) == 1 else ""


def letter(place: int) -> str:
    """The column of a spreadsheet: A, B, ... Z, AA."""
    before, last = divmod(place, 26)
    return (letter(before - 1) if before else "") + chr(ord("A") + last)
