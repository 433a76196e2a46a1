"""A matrix of dots as a table: each dot is said in words to those who do not see it."""

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component

from dashboard.domain.matrix import Matrix, MatrixColumn, MatrixRow


def matrix_table(matrix: Matrix, caption: str, yes: str) -> Component:
    """Rows by columns with a dot where they meet.

    Args:
        matrix: what to show.
        caption: what the table is.
        yes: what a dot says to a screen reader.
    """
    chosen = any(row.chosen for row in matrix.rows)
    table = dbc.Table(
        [
            html.Caption(caption, className="visually-hidden"),
            html.Thead([_groups(matrix), _codes(matrix)]),
            html.Tbody([_row(row, matrix, yes) for row in matrix.rows]),
            html.Tfoot(_foot(matrix)),
        ]
    )
    return html.Div(table, className="matrix is-chosen" if chosen else "matrix")


def _groups(matrix: Matrix) -> Component:
    names = [
        html.Th(
            html.A(group.name, href=group.href),
            colSpan=group.columns,
            scope="colgroup",
            style={"--key": f"var(--{group.colour})"},
        )
        for group in matrix.groups
    ]
    return html.Tr([html.Td(), *names, html.Td()])


def _codes(matrix: Matrix) -> Component:
    codes = [
        html.Th(html.Abbr(column.code, title=column.title), scope="col", className=_state(column))
        for column in matrix.columns
    ]
    return html.Tr([html.Th(matrix.who, scope="col"), *codes, html.Th(matrix.total, scope="col")])


def _row(row: MatrixRow, matrix: Matrix, yes: str) -> Component:
    cells = [_dot(dot, column, yes) for dot, column in zip(row.dots, matrix.columns, strict=True)]
    name = html.Th(html.A(row.name, href=row.href, title=row.title or None), scope="row")
    return html.Tr([name, *cells, html.Td(row.count)], className="chosen" if row.chosen else None)


def _dot(dot: bool, column: MatrixColumn, yes: str) -> Component:
    if not dot:
        return html.Td(className=_state(column))
    mark = html.Span(html.Span(yes, className="visually-hidden"), className="dot", title=column.title)
    return html.Td(mark, className=_state(column), style={"--key": f"var(--{column.colour})"})


def _foot(matrix: Matrix) -> Component:
    counts = [html.Td(column.count, className=_state(column)) for column in matrix.columns]
    return html.Tr([html.Th(matrix.foot, scope="row"), *counts, html.Td()])


def _state(column: MatrixColumn) -> str | None:
    return f"is-{column.state}" if column.state else None
