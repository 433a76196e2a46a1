"""Cards that are tables: the text, the bare value and the passport of each number, a column for each year."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd
from dash.development.base_component import Component

from dashboard.components.cards import Card
from dashboard.components.tables import Column
from dashboard.presenters.context import Context
from dashboard.presenters.reader import Reader

NOTHING = "–"
"""Where a report prints no number."""


@dataclass(frozen=True)
class Number:
    """A number of a table: as readers see it, bare, and the address of its passport."""

    text: str = NOTHING
    value: float = float("nan")
    passport: str = ""


def number_or_nothing(value: float, text: Callable[[float], str], passport: str) -> Number:
    """A number as it is written; nothing, without a passport, where there is none."""
    return Number(text(value), value, passport) if pd.notna(value) else Number()


def number_cells(name: str, number: Number) -> dict[Hashable, object]:
    """What a frame's row holds of a number under a name."""
    return {f"{name}_text": number.text, name: number.value, f"{name}_figure": number.passport}


def number_column(
    reader: Reader, name: str, heading: str, unit: str, *, computed: bool = False, tag: str = ""
) -> Column:
    """The column of the numbers of a name; `unit` is a code of the vocabulary of units, or a word."""
    known = reader.catalog.terms("unit")
    said = reader.term("unit", unit) if unit in known else unit
    return Column(
        f"{name}_text", heading, True, name, figure=f"{name}_figure", hxl=tag, unit=said, computed=computed
    )


def year_cells(numbers: Mapping[int, Number]) -> dict[Hashable, object]:
    """The cells of a row with a number for each year."""
    return {key: cell for year, one in numbers.items() for key, cell in number_cells(f"y{year}", one).items()}


def year_columns(reader: Reader, unit: str, tag: str, *, computed: bool = False) -> Sequence[Column]:
    """A column for each report, oldest first; `tag` is the beginning of an HXL hashtag."""
    return [
        number_column(reader, f"y{year}", str(year), unit, computed=computed, tag=f"{tag}+y{year}")
        for year in reader.catalog.years
    ]


def table_card(
    context: Context,
    card_id: str,
    words: tuple[str, str, str],
    lines: Sequence[Mapping[Hashable, object]],
    columns: list[Column],
    source: str,
    notes: Sequence[Component] = (),
) -> Card:
    """A card that is a table only, which may have no lines; `words` are its heading, subtitle and finding."""
    heading, subtitle, said = words
    names = {name for column in columns for name in (column.name, column.value, column.link, column.figure)}
    return Card(
        id=card_id,
        heading=heading,
        subtitle=subtitle,
        said=[said],
        figure=None,
        picture="",
        rows=pd.DataFrame(lines, columns=None if lines else sorted(names - {""})),
        columns=columns,
        source=source,
        csv=context.csv(card_id),
        notes=list(notes),
    )
