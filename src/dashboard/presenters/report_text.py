"""The text of a report as a page shows it: each line with what was read from it."""

from collections import Counter

from dashboard.components.links import Link
from dashboard.components.passages import ReadLine
from dashboard.domain.passages import Stretch
from dashboard.presenters.passages import Taken, numbers_of, placed
from dashboard.presenters.reader import Reader

_OWN = ("results",)
"""Tables whose rows have a passport without a number: each is a link of its own."""


def read_lines(reader: Reader, year: int) -> list[ReadLine]:
    """Every line of the text that has words.

    Raises:
        KeyError: when the text of the year is not installed.
    """
    where, lines = placed(reader.catalog, year), reader.catalog.texts[year]
    marks: dict[int, dict[Stretch, str]] = {}
    for figure, (number, span) in where.places.items():
        marks.setdefault(number, {}).setdefault(span, figure)
    return [
        ReadLine(
            number,
            _linked(reader, text, marks.get(number, {})),
            _read(reader, where.by_line.get(number, [])),
            [
                Link(f"{reading.value:g}", reader.figure(reading.figure))
                for reading in where.by_line.get(number, [])
                if reading.value is not None and reading.figure not in where.places
            ],
        )
        for number, text in enumerate(lines, 1)
        if text.strip()
    ]


def coverage(reader: Reader, year: int) -> dict[str, int]:
    """How many lines have words and how many were read, how many numbers were read and how many found."""
    where, lines = placed(reader.catalog, year), reader.catalog.texts[year]
    told = [number for number, text in enumerate(lines, 1) if text.strip()]
    return {
        "lines": len(told),
        "read": len(set(told) & where.by_line.keys()),
        "numbers": len(numbers_of(reader.catalog, year)),
        "found": len(where.places),
    }


def _linked(reader: Reader, text: str, marks: dict[Stretch, str]) -> list[str | Link]:
    """The words of a line, its numbers leading to their passports; of two that cross the first counts."""
    pieces: list[str | Link] = []
    at = 0
    for span in sorted(marks, key=lambda span: span.start):
        if span.start >= at:
            pieces += [text[at : span.start], Link(text[span.start : span.end], reader.figure(marks[span]))]
            at = span.end
    return [piece for piece in [*pieces, text[at:]] if piece]


def _read(reader: Reader, taken: list[Taken]) -> list[Link]:
    """What was read from a line: results one by one, of the rest how many rows of which table."""
    rows = dict.fromkeys((reading.table, reading.key, reading.figure) for reading in taken)
    own = [Link(_titled(reader, key), reader.figure(figure)) for table, key, figure in rows if table in _OWN]
    counted = Counter(table for table, _, _ in rows if table not in _OWN)
    return [*own, *(Link(_counted(reader, table, n), "") for table, n in counted.items())]


def _titled(reader: Reader, key: str) -> str:
    return reader.t("passage.result", id=key.partition("-")[2])


def _counted(reader: Reader, table: str, n: int) -> str:
    return reader.t(
        "passage.rows", rows=reader.t.number(n), table=reader.t.of(reader.catalog.resource(table), "title")
    )
