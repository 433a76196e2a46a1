"""A place on the page that holds the chart of one indicator, or nothing, and may change its mind."""

from dataclasses import dataclass, field

from dash import html
from dash.development.base_component import Component

from dashboard.components.cards import Card, card_tools, legend_list
from dashboard.components.findings import remarks
from dashboard.components.islands import Chart, Fragment, aria
from dashboard.components.sentences import Piece
from dashboard.components.tables import data_table
from dashboard.i18n import Translator

NO_PICTURE = '<svg class="still" aria-hidden="true"></svg>'


@dataclass(frozen=True)
class Panel:
    """What a panel shows.

    Attributes:
        card: heading, subtitle, figure, numbers, source, legend, notes.
        said: the sentences that state what the chart shows, each number leading to its passport.
        rules: (summary, sentences) that fold open: how a word was chosen, how progress is measured.
        paces: the sentences about targets, paces and how the sexes compare; fold open.
        message: what it says, in one short sentence.
        remarks: what must be read beside the chart.
        definition: what the indicator measures.
        breaks: what the numbers in the chart mean; stands right below it.
        more: what follows the notes: other series to read beside.
    """

    card: Card
    said: list[list[Piece]]
    rules: list[tuple[str, list[str]]]
    definition: str
    paces: list[list[Piece]] = field(default_factory=list)
    message: str = ""
    remarks: list[str] = field(default_factory=list)
    sources: list[str] = field(default_factory=list)
    breaks: list[Component] = field(default_factory=list)
    more: list[Component] = field(default_factory=list)


def panel_slot(slot: str, panel: Panel | None, height: int, t: Translator) -> Component:
    """A slot with a panel, or an empty one that the style sheet hides; its islands are always the same.

    Args:
        slot: id of the section.
        panel: what it holds now.
        height: of the chart, the same for all panels.
        t: the reader's words.
    """
    figure = panel.card.figure if panel else None
    return html.Section(
        [
            Fragment(id=f"{slot}-head", className="panel-head", children=_head(slot, panel) if panel else []),
            Chart(
                id=f"{slot}-chart",
                figure=figure if figure else {"data": [], "layout": {"height": height}},
                still=panel.card.picture if panel and figure else NO_PICTURE,
                label=t("chart.alternative"),
                heading=f"{slot}-heading",
                height=height,
            ),
            Fragment(
                id=f"{slot}-legend",
                className="panel-legend",
                children=legend_list(panel.card.legend) if panel and figure else [],
            ),
            Fragment(
                id=f"{slot}-body", className="panel-body", children=_body(slot, panel, t) if panel else []
            ),
        ],
        id=slot,
        className="card panel",
        **aria(labelledby=f"{slot}-heading"),
    )


def _head(slot: str, panel: Panel) -> list[Component]:
    card = panel.card
    said = [html.Span(panel.message, className="message")] if panel.message else []
    return [
        html.H2(
            [html.Span(card.heading, className="measure"), *said],
            id=f"{slot}-heading",
            className=None if card.figure else "without-chart",
        )
    ]


def _folded(panel: Panel, t: Translator) -> Component | None:
    """Targets, paces, and by which rules all that is judged: for the reader who asks."""
    rules = [
        part
        for name, sentences in panel.rules
        for part in (html.H3(name), *(html.P(sentence) for sentence in sentences))
    ]
    if not (panel.paces or rules):
        return None
    summary = t("trends.paces") if panel.paces else t("trends.judged")
    paces = [html.P(pieces) for pieces in panel.paces]
    return html.Details([html.Summary(summary), *paces, *rules], className="twin rule")


def _body(slot: str, panel: Panel, t: Translator) -> list[Component]:
    card = panel.card
    table = data_table(card.rows, card.columns, card.heading)
    twin = html.Details([html.Summary(t("card.table")), table], className="twin") if card.figure else table
    notes = html.Div(remarks(card.notes, t), className="notes")
    definition = html.P(panel.definition, className="definition")
    return [
        html.Div(
            [
                html.P(card.subtitle, className="subtitle"),
                *(html.P(remark, className="remark") for remark in panel.remarks),
                html.Div([html.P(pieces) for pieces in panel.said], className="finding"),
                _folded(panel, t),
            ],
            className="panel-words",
        ),
        html.Div([*panel.breaks, twin], className="panel-numbers"),
        html.Div([definition, notes, *panel.more], className="panel-about"),
        html.Div(
            [
                html.Div([html.P(source, className="source") for source in (card.source, *panel.sources)]),
                card_tools(card, t, slot),
            ],
            className="card-foot",
        ),
    ]
