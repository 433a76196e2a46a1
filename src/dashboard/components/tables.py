"""Tables: the same numbers as the chart, for those who read, sort or copy them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import dash_bootstrap_components as dbc
import pandas as pd
from dash import html
from dash.development.base_component import Component

from dashboard.components.islands import aria

FACTS = ("unit", "qualifier", "kind", "source", "licence")
"""What a file says of the numbers of each row. A frame tells it in a column `said_<fact>`, or a column of the
table does; where neither does, it is the same for all rows."""


@dataclass(frozen=True)
class Column:
    """A column to show.

    Attributes:
        name: column of the frame with the text or component that readers see.
        heading: the reader's word for it, unit included.
        numeric: whether it is aligned as a number.
        raw: column of the frame with the bare value for files and sorting; `name` where empty.
        link: column of the frame with an address that the cell leads to; empty for none.
        figure: column of the frame with the address of the figure's passport; every number shown has one.
        hxl: HXL hashtag of the column (`#value+usd`), for the second header line of a CSV file.
        unit: the reader's word for the unit of its numbers, which a file writes behind the heading; empty for
            words, and where each row has a unit of its own.
        computed: whether this site computes its numbers, which a file writes behind the heading.
        fact: which of `FACTS` the column tells of each row; empty for none.
        filed: whether only files hold it, as a screen has no room for it.
    """

    name: str
    heading: str
    numeric: bool = False
    raw: str = ""
    link: str = ""
    figure: str = ""
    hxl: str = ""
    unit: str = ""
    computed: bool = False
    fact: str = ""
    filed: bool = False

    @property
    def value(self) -> str:
        """The column that holds the bare value."""
        return self.raw or self.name


def columns_shown(columns: Iterable[Column]) -> list[Column]:
    """Those that readers see; the others stand in files alone."""
    return [column for column in columns if not column.filed]


def data_table(rows: pd.DataFrame, columns: list[Column], caption: str) -> Component:
    """A table with a caption and a heading for each row (the first column); it scrolls sideways by itself."""
    columns = columns_shown(columns)
    head = html.Tr([html.Th(c.heading, scope="col", className=_class(c)) for c in columns])
    body = [_row(record, columns) for record in rows.to_dict("records")]
    table = dbc.Table([html.Caption(caption), html.Thead(head), html.Tbody(body)], className="sortable")
    return html.Div(table, className="table-frame", tabIndex=0, role="group", **aria(label=caption))


def _class(column: Column) -> str | None:
    """A number's cell leads to its passport; an amount's to what it counts."""
    if not column.numeric:
        return None
    return "amount" if column.link and not column.figure else "number"


def _row(record: Mapping[Any, Any], columns: list[Column]) -> Component:
    first, *rest = columns
    cells = [html.Td(_cell(record, c), className=_class(c), **_sort_key(record, c)) for c in rest]
    return html.Tr([html.Th(_cell(record, first), scope="row", **_sort_key(record, first)), *cells])


def _cell(record: Mapping[Any, Any], column: Column) -> Any:
    content = record[column.name]
    if column.figure and record[column.figure]:
        return html.A(content, href=record[column.figure], className="figure")
    link = record[column.link] if column.link else ""
    return html.A(content, href=link) if link else content


def _sort_key(record: Mapping[Any, Any], column: Column) -> dict[str, Any]:
    """The bare number, where the cell shows it rounded or with a unit."""
    value = record[column.value]
    return {"data-value": f"{value:.10g}"} if column.raw and column.numeric and value == value else {}
