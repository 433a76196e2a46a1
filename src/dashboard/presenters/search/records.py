"""Findings and announced priorities that say a reader's words."""

from collections.abc import Callable, Iterator

from dashboard.components.links import Link
from dashboard.components.search import AnswerGroup, Entry
from dashboard.i18n import LANGUAGES, translator
from dashboard.presenters.lexicon import lexicon
from dashboard.presenters.reader import Reader
from dashboard.search.reading import Reading
from dashboard.search.texts import Texts, texts_of
from dashboard.store import Catalog
from dashboard.store.catalog import Row
from dashboard.store.derived import derived

_SHOWN = 3
"""Records of one table that are shown."""


def told_of(reader: Reader, read: Reading) -> Iterator[AnswerGroup]:
    """A group for each table whose records say every term."""
    for table, (column, link) in _TABLES.items():
        texts = _texts(reader.catalog, table, column)
        found = set.intersection(*(texts.saying(term) for term in read.terms))
        rows = [row for key, row in reader.catalog.rows(table).items() if key in found]
        if rows:
            entries = [Entry(link(reader, row)) for row in rows[:_SHOWN]]
            more = Link(reader.t("search.more", n=len(rows) - _SHOWN), "") if len(rows) > _SHOWN else None
            yield AnswerGroup(table, reader.t(f"search.group.{table}"), entries, more)


@derived(bare=True)
def _texts(catalog: Catalog, table: str, column: str) -> Texts:
    rows = catalog.rows(table).items()
    said = (
        (key, language, f"{row.get('year', '')} {translator(language).bare(row, column)}")
        for key, row in rows
        for language in LANGUAGES
    )
    return texts_of(said, lexicon(catalog))


def _finding(reader: Reader, row: Row) -> Link:
    return Link(reader.t.of(row, "explanation"), f"{reader.link('data')}#finding-{row['finding_id']}")


def _priority(reader: Reader, row: Row) -> Link:
    text = reader.t("search.priority", year=row["year"], text=reader.t.of(row, "text"))
    axis = str(row["axis_id"])
    return Link(text, f"{reader.link('axis', axis)}#axis-priorities" if axis else "")


_TABLES: dict[str, tuple[str, Callable[[Reader, Row], Link]]] = {
    "priorities": ("text", _priority),
    "findings": ("explanation", _finding),
}
"""Table -> its column of text, and how a record is told."""
