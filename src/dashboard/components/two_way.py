"""Things in a table of two ways; years, as words or as small pictures, each of which opens its view."""

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
    """The things by name in the cell of both their classes; an empty cell holds a dash.

    A phone shows each row as a list, in which every cell says its column.
    """
    head = html.Tr([html.Td(), *(html.Th(name, scope="col") for name in table.columns)])
    body = [
        html.Tr(
            [
                html.Th([html.Span(className=f"swatch {mark}"), " ", name], scope="row"),
                *(
                    html.Td(_cell(cell), className=None if cell else "is-empty", **data(label=column))
                    for column, cell in zip(table.columns, cells, strict=True)
                ),
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


def year_line(years: list[tuple[Link, str, bool]], label: str) -> Component:
    """The years in one line: (year and its view, form values, whether it is on show)."""
    items = [
        html.Li(
            html.A(
                year.text,
                href=year.href,
                title=year.title or None,
                **data(set=choose),
                **(aria(current="true") if on else {}),
            )
        )
        for year, choose, on in years
    ]
    return html.Nav([html.Span(label), html.Ol(items)], className="map-years", **aria(label=label))
