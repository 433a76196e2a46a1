"""Things in a table of two ways, and small pictures side by side, each of which opens its view."""

from dataclasses import dataclass

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component

from dashboard.components.islands import aria, data
from dashboard.components.links import Link, link_to
from dashboard.components.markup import Raw


@dataclass(frozen=True)
class TwoWay:
    """Things told apart by two measures.

    Attributes:
        caption: what is told apart by what.
        columns: the classes of one measure.
        rows: each class of the other, the swatch of its colour, and for each column the things in it: a link
            and what is said beside it.
    """

    caption: str
    columns: list[str]
    rows: list[tuple[str, str, list[list[tuple[Link, str]]]]]


def two_way_table(table: TwoWay) -> Component:
    """The things by name in the cell of both their classes; an empty cell holds a dash."""
    head = html.Tr([html.Td(), *(html.Th(name, scope="col") for name in table.columns)])
    body = [
        html.Tr(
            [
                html.Th([html.Span(className=f"swatch {mark}"), " ", name], scope="row"),
                *(html.Td(_cell(cell)) for cell in cells),
            ]
        )
        for name, mark, cells in table.rows
    ]
    drawn = dbc.Table([html.Caption(table.caption), html.Thead(head), html.Tbody(body)], className="two-way")
    return html.Div(drawn, className="table-frame", tabIndex=0, role="group", **aria(label=table.caption))


def _cell(things: list[tuple[Link, str]]) -> Component | str:
    items = [
        html.Li([link_to(link), " ", html.Span(said, className="subtitle")] if said else link_to(link))
        for link, said in things
    ]
    return html.Ul(items) if items else "–"


def year_pictures(pictures: list[tuple[Link, str, str, bool]], label: str) -> Component:
    """Small pictures under their years: (year and its view, form values, SVG text, whether it is on show)."""
    items = [
        html.Li(
            html.A(
                [html.Span(link.text), Raw(picture)],
                href=link.href,
                title=link.title,
                **data(set=choose),
                **(aria(current="true") if on else {}),
            )
        )
        for link, choose, picture, on in pictures
    ]
    return html.Ol(items, className="year-maps", **aria(label=label))
