"""What a figure was in earlier versions of the data, which the journal of publications tells."""

from datetime import datetime

from dashboard.domain.figure_ids import FINANCE_TABLES, money_cell_id, need_id, observation_id, result_id
from dashboard.domain.publication import CellChange
from dashboard.presenters.reader import Reader
from dashboard.store import Catalog
from dashboard.store.changes import parts_of_key
from dashboard.store.derived import derived


def earlier_values(reader: Reader, figure: str) -> list[str]:
    """What a printed figure was, until when and in which version of the data; the newest first.

    Args:
        reader: who reads.
        figure: its id.
    """
    return [
        reader.t(
            "passport.earlier.value",
            value=shown_number(reader, cell.before),
            day=day_said(reader, time),
            version=version,
        )
        for time, version, cell in _cells_of(reader.catalog).get(figure, ())
    ]


@derived()
def _cells_of(catalog: Catalog) -> dict[str, list[tuple[str, str, CellChange]]]:
    """What changed by the id of the figure: (when, version before, cell)."""
    found: dict[str, list[tuple[str, str, CellChange]]] = {}
    for publication in catalog.publications:
        for change in publication.changes:
            for cell in change.cells:
                figure = figure_of(change.table, cell.key, cell.column)
                if figure and cell.before:
                    found.setdefault(figure, []).append((publication.time, publication.before, cell))
    return found


def figure_of(table: str, key: str, column: str) -> str:
    """The id of the figure that a cell of a table is; empty where it has none of its own."""
    parts = parts_of_key(key)
    if table == "observations" and column == "value":
        return observation_id(key)
    if table == "result_figures" and column == "value":
        return result_id(parts[0], int(parts[1]))
    if table == "food_insecurity":
        return need_id(parts[0], int(parts[1]), column)
    is_money = table in FINANCE_TABLES.values() and "_" in column
    return money_cell_id(table, int(parts[0]), parts[1], column) if is_money else ""


def shown_number(reader: Reader, text: str) -> str:
    """A number of a table as readers write it, with all its decimals; what is none as it stands."""
    try:
        value = float(text)
    except ValueError:
        return text
    return reader.t.number(value, len(text.partition(".")[2]))


def day_said(reader: Reader, time: str) -> str:
    """The day of a time that is written down as `2026-11-28T05:45:00+00:00`."""
    day = datetime.fromisoformat(time)
    return reader.t.date(day.year, day.month, day.day)
