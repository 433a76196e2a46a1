"""Key figures and the chart card."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import pandas as pd
from dash import html
from dash.development.base_component import Component

from dashboard.components.boards import board_table
from dashboard.components.findings import Finding, remarks
from dashboard.components.islands import Chart, Fragment, aria
from dashboard.components.sentences import Piece, plain
from dashboard.components.tables import Column, data_table
from dashboard.components.tools import tool_row
from dashboard.domain.board import Board
from dashboard.domain.figure import Figure
from dashboard.domain.picture import Drawing, Key
from dashboard.i18n import Translator


@dataclass(frozen=True)
class Card:
    """A chart with all that belongs to it.

    Attributes:
        id: `<page>-<thing>`; also names its files.
        heading: what is shown.
        subtitle: unit, place, year.
        said: one computed sentence that says what the chart shows, without overclaiming; its numbers lead to
            their passports.
        figure: the chart; None for a card that is a table only.
        picture: the figure as static SVG.
        rows: the numbers of the chart, one row per line of the table.
        columns: the columns of the table.
        source: source with the place in the report.
        csv: address of the same numbers as a file.
        legend: what the marks of the chart mean.
        notes: what the reader must know beside the chart (findings about its figures).
        drawing: draws the chart where it stands alone, as a picture; None for a card without pictures.
        image: address of that picture.
        brief: the finding in fewer words, for the picture; the whole finding where empty.
        cited: what a picture must say below the chart beside the source.
        board: the rows as a board; None for a card without one.
        findings: what the notes say, for what is shown without them: a slide has one of them at most.
    """

    id: str
    heading: str
    subtitle: str
    said: list[Piece]
    figure: Figure | None
    picture: str
    rows: pd.DataFrame
    columns: list[Column]
    source: str
    csv: str
    legend: list[Key] = field(default_factory=list)
    notes: list[Component] = field(default_factory=list)
    drawing: Drawing | None = None
    image: str = ""
    brief: str = ""
    cited: list[str] = field(default_factory=list)
    board: Board | None = None
    findings: list[Finding] = field(default_factory=list)

    @property
    def finding(self) -> str:
        """What is said, without its links."""
        return plain(self.said)


@dataclass(frozen=True)
class KeyFigure:
    """A large figure: its name, short and exact value, address of its passport, colour token."""

    name: str
    short: str
    exact: str
    passport: str
    colour: str = "muted"


def key_figures(figures: list[KeyFigure]) -> Component:
    """Large figures in a row."""
    return html.Dl([_key_figure(figure) for figure in figures], className="key-figures")


def _key_figure(figure: KeyFigure) -> Component:
    value = (
        html.A(figure.short, href=figure.passport, className="figure", title=figure.exact)
        if figure.passport
        else html.Span(figure.short)
    )
    style = {"--key": f"var(--{figure.colour})"}
    return html.Div([html.Dt(figure.name), html.Dd(value)], className="key-figure", style=style)


def chart_card(card: Card, t: Translator) -> Component:
    """Heading, finding, chart, the numbers as a table, notes, source and tools of a card."""
    table = Fragment(id=f"{card.id}-table", children=data_table(card.rows, card.columns, card.heading))
    twin = (
        [html.Details([html.Summary(t("card.table")), table], className="twin")] if card.figure else [table]
    )
    return section(
        card_head(card),
        card.id,
        [
            Fragment(id=f"{card.id}-finding", children=html.P(card.said), live=True, className="finding"),
            *legend_list(card.legend),
            *_chart(card, t),
            *twin,
            Fragment(id=f"{card.id}-notes", children=remarks(card.notes, t), className="notes"),
            card_foot(card.id, card.source, card_tools(card, t)),
        ],
    )


def board_card(card: Card, t: Translator) -> Component:
    """A board with its notes, every number as a table, source and tools.

    The page's own heading says what the board shows; on the whole screen the card says it itself.
    """
    shown = board_table(card.board, card.subtitle) if card.board else html.P(card.said)
    table = Fragment(id=f"{card.id}-table", children=data_table(card.rows, card.columns, card.subtitle))
    return html.Section(
        [
            html.Div(card_head(card), className="full-only" if card.board else None),
            Fragment(id=f"{card.id}-board", children=shown),
            card_foot(card.id, card.source, card_tools(card, t)),
            Fragment(id=f"{card.id}-notes", children=remarks(card.notes, t), className="notes"),
            html.Details([html.Summary(t("card.table")), table], className="twin"),
        ],
        id=card.id,
        className="card board-card",
        **aria(labelledby=f"{card.id}-heading"),
    )


def section(
    head: str | Fragment, element_id: str, content: Sequence[Component], kind: str = "card"
) -> Component:
    """A part of a page under the heading that names it, or a `card_head`; `kind` is its classes."""
    heading_id = f"{element_id}-heading"
    return html.Section(
        [html.H2(head, id=heading_id) if isinstance(head, str) else head, *content],
        id=element_id,
        className=kind,
        **aria(labelledby=heading_id),
    )


def card_head(card: Card) -> Fragment:
    """Heading and subtitle of a card, which follow the view."""
    return Fragment(
        id=f"{card.id}-head",
        children=[
            html.H2(card.heading, id=f"{card.id}-heading"),
            html.P(card.subtitle, className="subtitle"),
        ],
    )


def card_foot(card_id: str, source: str, tools: Component) -> Component:
    """Where the numbers come from, which follows the view, and what can be done with them."""
    told = Fragment(id=f"{card_id}-source", children=html.P(source, className="source"))
    return html.Div([told, tools], className="card-foot")


def _chart(card: Card, t: Translator) -> list[Component]:
    if card.figure is None:
        return []
    chart = Chart(
        id=f"{card.id}-chart",
        figure=card.figure,
        still=card.picture,
        label=t("chart.alternative"),
        heading=f"{card.id}-heading",
        height=card.figure["layout"]["height"],
    )
    return [chart]


def legend_list(entries: list[Key]) -> list[Component]:
    """What the marks of a chart mean; nothing for none."""
    keys = [
        html.Li([html.Span(className=f"key {key.shape}", style={"--key": f"var(--{key.colour})"}), key.name])
        for key in entries
    ]
    return [html.Ul(keys, className="legend")] if keys else []


def card_tools(card: Card, t: Translator, section: str = "") -> Component:
    """The controls of a card; `section` is the id of the element that holds it, where that is not its own."""
    return tool_row(section or card.id, card.csv, card.image, t)
