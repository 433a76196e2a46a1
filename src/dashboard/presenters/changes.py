"""What changed in the data since they were published first: values, definitions, other words, new, gone."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.components.links import Link
from dashboard.domain.figure_ids import result_id
from dashboard.domain.publication import Publication, TableChange
from dashboard.presenters.earlier import day_said, figure_of, shown_number
from dashboard.presenters.passports import passport_of
from dashboard.presenters.reader import Reader

_NUMBERS = ("number", "integer")
_DEFINED = "indicators"
"""The table that says what is measured: where it changes, no value is set against another."""
_KINDS = ("values", "definitions", "words", "added", "gone")


@dataclass(frozen=True)
class ChangeLine:
    """One change in the reader's words.

    Attributes:
        table: title of the table.
        what: the row, a link where it has a page.
        column: title of the column; empty for a whole row.
        before, after: what stood and stands there; empty for a whole row or an empty cell.
        broken: whether what is measured changed as well, so that the two can't be compared.
    """

    table: str
    what: Link | str
    column: str = ""
    before: str = ""
    after: str = ""
    broken: bool = False


@dataclass(frozen=True)
class ChangeList:
    """The changes of one publication.

    Attributes:
        time: when, as it was written down.
        day: the day, as readers say it.
        before, after: versions of the data.
        kinds: the lines by kind, in the order of the page; a kind without lines is left out.
    """

    time: str
    day: str
    before: str
    after: str
    kinds: Mapping[str, Sequence[ChangeLine]]


def change_lists(reader: Reader) -> list[ChangeList]:
    """What changed each time that data were published, the newest first."""
    return [_change_list(reader, one) for one in reader.catalog.publications]


def feed_address(reader: Reader) -> str:
    """Where programs that tell of news ask what changed."""
    return f"/data/changes-{reader.t.language}.atom"


def _change_list(reader: Reader, publication: Publication) -> ChangeList:
    redefined = {
        cell.key for change in publication.changes if change.table == _DEFINED for cell in change.cells
    }
    kinds: dict[str, list[ChangeLine]] = {kind: [] for kind in _KINDS}
    for change in publication.changes:
        for kind, line in _lines(reader, change, redefined):
            kinds[kind].append(line)
    return ChangeList(
        publication.time,
        day_said(reader, publication.time),
        publication.before,
        publication.after,
        {kind: lines for kind, lines in kinds.items() if lines},
    )


def _lines(reader: Reader, change: TableChange, redefined: set[str]) -> Iterator[tuple[str, ChangeLine]]:
    resource = reader.catalog.resource(change.table)
    title = reader.t.of(resource, "title") or change.table
    fields = {field["name"]: field for field in resource.get("schema", {}).get("fields", [])}
    for cell in change.cells:
        field = fields.get(cell.column, {})
        numeric = field.get("type") in _NUMBERS
        kind = "definitions" if change.table == _DEFINED else "values" if numeric else "words"
        what = _subject(reader, change.table, cell.key, figure_of(change.table, cell.key, cell.column))
        before, after = (
            shown_number(reader, text) if numeric else text for text in (cell.before, cell.after)
        )
        broken = kind == "values" and _indicator(reader, change.table, cell.key) in redefined
        column = reader.t.of(field, "title") or cell.column
        yield kind, ChangeLine(title, what, column, before, after, broken)
    for kind, keys in (("added", change.added), ("gone", change.gone)):
        for key in keys:
            figure = _figure_of_row(change.table, key)
            yield kind, ChangeLine(title, _subject(reader, change.table, key, figure))


def _figure_of_row(table: str, key: str) -> str:
    return result_id(key) if table == "results" else figure_of(table, key, "value")


def _subject(reader: Reader, table: str, key: str, figure: str) -> Link | str:
    """The row by the passport of its figure, by its name, else by its key."""
    passport = passport_of(reader, figure) if figure else None
    if passport:
        return Link(passport.name if passport.number is not None else passport.value, reader.figure(figure))
    return reader.t.of(_row(reader, table, key)) or key


def _indicator(reader: Reader, table: str, key: str) -> str:
    return str(_row(reader, table, key).get("indicator_id", ""))


def _row(reader: Reader, table: str, key: str) -> dict[str, Any]:
    """A row as it is today; nothing of one that is gone."""
    return reader.catalog.rows(table).get(key, {}) if table in reader.catalog.frames else {}
