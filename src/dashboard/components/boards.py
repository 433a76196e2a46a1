"""A board as a table whose rows carry bars: read, linked, copied and printed as a table."""

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component

from dashboard.components.markup import Raw
from dashboard.components.sentences import Piece
from dashboard.domain.board import Board, BoardRow, Heading, Span, Tick

_YARDSTICK = ' class="yardstick"'
LETTER = 0.6
"""Width of a letter of a name, in em, generously."""
_END = 94
"""Percent of the axis from which a text, centred, would reach beyond it."""
_WIDEST = 17
"""The most that names may take, in em; longer ones break."""


def board_table(board: Board, caption: str) -> Component:
    """A board under its axis; on a narrow screen each bar stands below the numbers of its row."""
    style = {"--before": str(len(board.before)), "--after": str(len(board.after))}
    longest = max(len(row.name) for row in board.rows)
    style |= {"--rows": str(len(board.rows)), "--name": f"{min(_WIDEST, LETTER * longest + 2):.3g}em"}
    table = dbc.Table(
        [
            html.Caption(caption, className="visually-hidden"),
            _columns(board),
            html.Thead(_head(board)),
            html.Tbody([_row(row) for row in board.rows]),
        ]
    )
    return html.Div([_lines(board), table], className="board", style=style)


def _columns(board: Board) -> Component:
    """The widths of the columns: the bars take what names and numbers leave."""
    before, after = ([html.Col(className="amount") for _ in side] for side in (board.before, board.after))
    return html.Colgroup([html.Col(className="name"), *before, html.Col(), *after])


def _head(board: Board) -> Component:
    ticks = [
        html.Span(tick.text, className=_tick_class(tick), style={"left": f"{tick.at:.4g}%"})
        for tick in board.ticks
    ]
    return html.Tr(
        [
            html.Th(board.who, scope="col"),
            *map(_heading, board.before),
            html.Td(html.Div(ticks, className="ticks"), className="bars"),
            *map(_heading, board.after),
        ]
    )


def _tick_class(tick: Tick) -> str | None:
    """How a tick's text stands: what is near the end of the axis leaves the next column its heading."""
    return " ".join(["yardstick"] * tick.strong + ["at-end"] * (tick.at > _END)) or None


def _heading(heading: Heading) -> Component:
    key = (
        [html.Span(className="key bar", style={"--key": f"var(--{heading.colour})"})]
        if heading.colour
        else []
    )
    return html.Th([*key, heading.text], scope="col", className="amount")


def _row(row: BoardRow) -> Component:
    name = html.A(row.name, href=row.href, title=row.title or None) if row.href else row.name
    said, address = row.beside
    beside = [html.A(said, href=address, className="beside")] if said else []
    return html.Tr(
        [
            html.Th([name, *beside], scope="row"),
            *(html.Td(text, className="amount") for text in row.before),
            html.Td(Raw(_bars(row.spans)), className="bars"),
            *(html.Td(text, className="amount") for text in row.after),
        ],
        className=row.kind or None,
    )


def _bars(spans: tuple[Span, ...]) -> str:
    """The bars of a row; the numbers beside them say the same, so nothing is read out twice."""
    drawn = "".join(_bar(span) for span in spans)
    return f'<svg class="spans" aria-hidden="true" width="100%" height="100%">{drawn}</svg>'


def _bar(span: Span) -> str:
    top, height = (32, 36) if span.thin else (12, 76)
    return (
        f'<rect x="{span.start:.4g}%" width="{span.end - span.start:.4g}%" y="{top}%" height="{height}%"'
        f' style="fill:var(--{span.colour})"/>'
    )


def _lines(board: Board) -> Component:
    """The lines of the axis, over all rows."""
    lines = "".join(
        f'<line x1="{tick.at:.4g}%" x2="{tick.at:.4g}%" y1="0" y2="100%"{_YARDSTICK if tick.strong else ""}/>'
        for tick in board.ticks
    )
    return Raw(f'<svg class="board-lines" aria-hidden="true" width="100%" height="100%">{lines}</svg>')


def of_hundred(parts: list[tuple[str, float, list[Piece]]]) -> Component:
    """What became of a hundred, a bar and its words each: (colour token, how many of them, words)."""
    lines = [
        html.Li(
            [
                html.Span(className="bar", style={"--part": f"{share:.1f}%", "--key": f"var(--{colour})"}),
                html.Span(words),
            ]
        )
        for colour, share, words in parts
    ]
    return html.Ul(lines, className="of-hundred")
