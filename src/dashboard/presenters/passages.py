"""What the tables read from each line of a report, and where its numbers stand in the installed text."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from dashboard.components.passages import Passage, PassageLine
from dashboard.domain.figure_ids import FINANCE_TABLES, money_cell_id, observation_id, result_id
from dashboard.domain.passages import Stretch, best_place, lines_named, sentence_at, spans_of
from dashboard.i18n import LANGUAGES, translator
from dashboard.presenters.reader import Reader
from dashboard.store import Catalog
from dashboard.store.catalog import records
from dashboard.store.derived import derived

_PRINTED = ("budget_usd", "mobilised_usd", "gap_usd", "spent_usd", "execution_rate_pct")
"""Columns of the financial tables that a report prints."""
_WHOLE_ROWS = ("findings", "challenges", "partners", "axes", "outcomes", "outputs", "acronyms")
"""Tables whose rows are read from the report, without a figure of their own."""
_ANNOUNCED = "priorities"
"""The table whose rows a report tells of the year after its own."""


@dataclass(frozen=True)
class Taken:
    """One thing that the tables took from a report.

    Attributes:
        table: where it is kept.
        key: of its row.
        year: of the report.
        lines: where the report says it, as the table has it.
        figure: id of its passport; empty where it has none.
        value: the number to be found in the lines; None for words.
        told: in the report's language, what the number counts.
    """

    table: str
    key: str
    year: int
    lines: tuple[int, ...]
    figure: str = ""
    value: float | None = None
    told: str = ""


@dataclass(frozen=True)
class Placed:
    """What was taken from a report in its text.

    Attributes:
        places: line and letters of each number that was found, by figure id.
        by_line: what was read from a line.
    """

    places: Mapping[str, tuple[int, Stretch]]
    by_line: Mapping[int, list[Taken]] = field(default_factory=dict)


@derived(bare=True)
def taken_from_reports(catalog: Catalog) -> tuple[Taken, ...]:
    """Everything that the tables read from the reports, in the order of the tables."""
    parts = (_results(catalog), _observations(catalog), _money(catalog), _rows(catalog))
    return tuple(reading for part in parts for reading in part if reading.lines)


def _results(catalog: Catalog) -> Iterator[Taken]:
    results = catalog.results
    for key, row in results.items():
        yield Taken("results", key, row.year, _lines(row.source_ref), result_id(key))
    for figure in catalog.result_figures:
        key, seq = figure.result_id, figure.seq
        whole = results[key]
        told = translator(LANGUAGES[0]).bare(figure, "who")
        yield Taken(
            "result_figures",
            f"{key}~{seq}",
            whole.year,
            _lines(whole.source_ref),
            result_id(key, seq),
            figure.value,
            told,
        )


def _observations(catalog: Catalog) -> Iterator[Taken]:
    years = {row.source_id: int(year) for year, row in catalog.reports.items()}
    for key, row in catalog.observations.items():
        if row.source_id in years:
            told = translator(LANGUAGES[0]).bare(catalog.indicators[row.indicator_id])
            year, value = years[row.source_id], row.value
            yield Taken("observations", key, year, _lines(row.source_ref), observation_id(key), value, told)


def _money(catalog: Catalog) -> Iterator[Taken]:
    for table in FINANCE_TABLES.values():
        for row in records(catalog.money(table)):
            key, year = str(row[catalog[table].columns[1]]), int(row["year"])
            for column in _PRINTED:
                if row[column] == row[column]:  # the text gives no budget
                    figure, value = money_cell_id(table, year, key, column), float(row[column])
                    yield Taken(table, key, year, _lines(row["source_ref"]), figure, value)


def _rows(catalog: Catalog) -> Iterator[Taken]:
    first = int(min(catalog.reports))
    for table in (*_WHOLE_ROWS, _ANNOUNCED):
        for key, row in catalog.rows(table).items():
            year = int(row.get("year", first)) - (table == _ANNOUNCED)
            yield Taken(table, key, year, _lines(row["source_ref"]))


def _lines(ref: str) -> tuple[int, ...]:
    return tuple(lines_named(ref))


def placed_in(catalog: Catalog, year: int, lines: tuple[str, ...]) -> Placed:
    """What was taken from a year's report in a text.

    Args:
        catalog: the data.
        year: of the report.
        lines: the text, whose first line is number 1.
    """
    places: dict[str, tuple[int, Stretch]] = {}
    by_line: dict[int, list[Taken]] = {}
    for reading in taken_from_reports(catalog):
        if reading.year != year:
            continue
        for number in reading.lines:
            by_line.setdefault(number, []).append(reading)
        found = _place(reading, lines, places)
        if found:
            places[reading.figure] = found
    return Placed(places, by_line)


def _place(
    reading: Taken, lines: tuple[str, ...], places: dict[str, tuple[int, Stretch]]
) -> tuple[int, Stretch] | None:
    """Line and letters of a reading's number in the first of its lines that holds it."""
    if reading.value is None:
        return None
    for number in reading.lines:
        line = lines[number - 1] if number <= len(lines) else ""
        taken = [span for other, span in places.values() if other == number]
        span = best_place(line, spans_of(line, reading.value), reading.told, taken)
        if span:
            return number, span
    return None


@derived()
def placed(catalog: Catalog, year: int) -> Placed:
    """The same in the text that is installed.

    Raises:
        KeyError: when there is none of the year.
    """
    return placed_in(catalog, year, catalog.texts[year])


def numbers_of(catalog: Catalog, year: int) -> list[Taken]:
    """The numbers that were taken from a report."""
    return [
        reading
        for reading in taken_from_reports(catalog)
        if reading.year == year and reading.value is not None
    ]


def best_year(catalog: Catalog, lines: tuple[str, ...]) -> tuple[int, int, int]:
    """Which report a text is: its year, how many of its numbers stand where the tables say, of how many."""
    years = (int(year) for year in catalog.reports)
    found = [(len(placed_in(catalog, year, lines).places), year) for year in years]
    share, year = max(found)
    return year, share, len(numbers_of(catalog, year))


def passage_of(reader: Reader, figure_id: str) -> Passage | None:
    """The words of the report behind a figure; None without its text, and for what no report prints."""
    reading = _by_figure(reader.catalog).get(figure_id)
    if reading is None or reading.year not in reader.catalog.texts:
        return None
    year, where = reading.year, placed(reader.catalog, reading.year)
    found = where.places.get(figure_id)
    if found:
        number, span = found
        within = sentence_at(reader.catalog.texts[year][number - 1], span)
        return Passage([_line(reader, year, number, [span], within)], LANGUAGES[0], lost=False)
    known = [number for number in reading.lines if number <= len(reader.catalog.texts[year])]
    shown = [_line(reader, year, number, _spans(where, reading, number)) for number in known]
    return Passage(shown, LANGUAGES[0], lost=reading.value is not None)


def _spans(where: Placed, reading: Taken, number: int) -> list[Stretch]:
    """Where the quantities of a result stand in one of its lines; nothing for a number."""
    own = [place for figure, place in where.places.items() if figure.startswith(f"{reading.figure}~")]
    return sorted({span for line, span in own if line == number}, key=lambda span: span.start)


def _line(
    reader: Reader, year: int, number: int, spans: list[Stretch], within: Stretch | None = None
) -> PassageLine:
    text = reader.catalog.texts[year][number - 1]
    whole = within or Stretch(0, len(text))
    return PassageLine(number, cut_at(text, spans, whole), f"{_page(reader, year)}#L{number}")


def _page(reader: Reader, year: int) -> str:
    return reader.link("report", year="" if year == reader.catalog.year else str(year))


def cut_at(text: str, spans: list[Stretch], whole: Stretch) -> list[tuple[str, bool]]:
    """A part of a line cut at its numbers: (text, whether it is one of them)."""
    cut: list[tuple[str, bool]] = []
    at = whole.start
    for span in spans:
        if span.start >= at:
            cut += [(text[at : span.start], False), (text[span.start : span.end], True)]
            at = span.end
    return [piece for piece in [*cut, (text[at : whole.end], False)] if piece[0]]


@derived(bare=True)
def _by_figure(catalog: Catalog) -> dict[str, Taken]:
    return {reading.figure: reading for reading in taken_from_reports(catalog) if reading.figure}
