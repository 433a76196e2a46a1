"""The file of a table as rows of cells, however a spreadsheet has saved it."""

import csv
import io
import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

Rows = dict[int, list[str]]
"""Cells by the number of the row as a spreadsheet counts it; blank rows are left out."""

SEPARATORS = (",", ";", "\t")
SEPARATOR_LINE = re.compile(r"sep=(.)\r?\n?", re.IGNORECASE)
"""First line by which some programs tell Excel the separator."""

_SPACES = " \t\r\n\u00a0\u2009\u200b\u202f\ufeff"
"""What may stand around a cell unseen."""

WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How the files of spreadsheets begin that are no text: xlsx and ods, xls."""

OTHER_KINDS = (".xlsx", ".xls", ".ods", ".txt", ".csv.csv", ".csv.txt", ".tsv")
"""Ends of names under which a table is often saved by mistake."""

KEPT_TEXT = re.compile(r'="([\w./ -]*)"')
"""A code as the site's own files for spreadsheets hold it, lest they make a date of it."""

HEAD = 6
"""Rows among which the headings are looked for."""


class UnreadableError(Exception):
    """A file that is no table; carries the message's key, the row and what the message needs."""

    def __init__(self, rule: str, row: int = 0, **facts: str) -> None:
        super().__init__(rule)
        self.rule, self.row, self.facts = rule, row, tuple(facts.items())


@dataclass(frozen=True)
class _Sheet:
    """A table's cells as text.

    Attributes:
        rows: cells without the spaces around them.
        decimal_comma: whether the file separates by something else, so that a comma is a decimal sign.
    """

    rows: Rows
    decimal_comma: bool


def read_sheet(path: Path, names: Collection[str]) -> _Sheet:
    """The rows of a table.

    Args:
        path: of the file; anything may be there.
        names: the headings that the table may have, `plain_text`; they tell the separator.

    Raises:
        UnreadableError: when the file is missing, no text, not UTF-8, empty, or its quotes don't match.
    """
    text = _text(path)
    told = SEPARATOR_LINE.match(text)
    body = text[told.end() :] if told else text
    separator = told[1] if told else _separator(body, names)
    rows = _rows(body, separator, skipped=1 if told else 0)
    if not rows:
        raise UnreadableError("empty_file")
    return _Sheet(rows, separator != ",")


def plain_text(heading: str) -> str:
    """A heading or code for comparing: no case, no spaces around."""
    return heading.strip(_SPACES).casefold()


def _text(path: Path) -> str:
    if path.is_dir():
        raise UnreadableError("folder_for_file")
    if not path.is_file():
        raise _missing(path)
    content = path.read_bytes()
    if content.startswith(WORKBOOKS):
        raise UnreadableError("workbook_for_file")
    if content.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in content[:200]:
        raise UnreadableError("not_utf8", encoding="UTF-16")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = content.count(b"\n", 0, fault.start) + 1
        raise UnreadableError("not_utf8", line, encoding="Windows-1252") from None


def _missing(path: Path) -> UnreadableError:
    """Where a table is not, there may be one with almost its name."""
    wanted = {f"{path.stem}{end}".casefold() for end in (*OTHER_KINDS, path.suffix)}
    near = [other.name for other in sorted(path.parent.glob("*")) if other.name.casefold() in wanted]
    return UnreadableError("file_misnamed", found=near[0]) if near else UnreadableError("missing_file")


def _separator(text: str, names: Collection[str]) -> str:
    """The one that finds most headings in the first rows; the comma where none finds any."""
    head = [line for line in text.splitlines() if line.strip(_SPACES)][:HEAD]

    def found(separator: str) -> tuple[int, int]:
        cells = [line.split(separator) for line in head]
        known = (sum(plain_text(cell.strip(_SPACES + '"')) in names for cell in row) for row in cells)
        return max(known, default=0), max(map(len, cells), default=0)

    return max(SEPARATORS, key=found)


def _rows(text: str, separator: str, skipped: int) -> Rows:
    rows: Rows = {}
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    number = skipped
    try:
        for number, cells in enumerate(reader, skipped + 1):
            row = [_bare(cell) for cell in cells]
            if any(row):
                rows[number] = row
    except csv.Error:
        raise UnreadableError("quotes", number + 1) from None
    return rows


def _bare(cell: str) -> str:
    """A cell without the spaces around it; a code without the mark that keeps it text in a spreadsheet."""
    text = cell.strip(_SPACES)
    kept = KEPT_TEXT.fullmatch(text)
    return kept[1] if kept else text


def unwrapped(cells: list[str], width: int) -> list[str]:
    """A row that a spreadsheet took for one cell, as when a comma file is opened where `;` separates."""
    if len(cells) == 1 < width:
        inner = next(csv.reader([cells[0]]), [])
        return [_bare(cell) for cell in inner] if len(inner) == width else cells
    return cells
