"""Broken copies of the package: one cell, row or file changed, as a data officer might."""

import csv
from collections.abc import Callable
from pathlib import Path

Row = dict[str, str]


def rewrite(table: Path, change: Callable[[list[Row]], object]) -> None:
    """Change the rows of a CSV table in place."""
    with table.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    change(rows)
    with table.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0], lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def set_cell(package: Path, table: str, where: Row, **cells: str) -> None:
    """Change the cells of the first row that has the values of `where`."""

    def change(rows: list[Row]) -> None:
        row = next(row for row in rows if where.items() <= row.items())
        assert cells.keys() <= row.keys()
        row.update(cells)

    rewrite(package / f"{table}.csv", change)


def add_row(package: Path, table: str, like: Row, **cells: str) -> None:
    """Append a copy of the first row that has the values of `like`, with other cells."""
    rewrite(
        package / f"{table}.csv",
        lambda rows: rows.append({**next(row for row in rows if like.items() <= row.items()), **cells}),
    )
