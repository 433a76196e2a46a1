"""The answer to a question, in a box above all else that was found."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from dash import html
from dash.development.base_component import Component

from dashboard.components.links import Link, link_to
from dashboard.components.sentences import Piece
from dashboard.i18n import Translator


@dataclass(frozen=True)
class Reply:
    """What is replied to a question.

    Attributes:
        said: one sentence: the answer with its number, or why there is none.
        figure: id of the figure that answers; empty where none does.
        remarks: the findings on that figure.
        readings: figures and views that come near, where none answers.
    """

    said: Sequence[Piece]
    figure: str = ""
    remarks: list[Link] = field(default_factory=list)
    readings: list[Link] = field(default_factory=list)


def reply_box(reply: Reply, t: Translator) -> Component:
    """The box; what is no sure answer says so in its heading."""
    title = "answer.title" if reply.figure else "answer.unknown.title"
    near = [html.P(t("answer.readings")), _links(reply.readings)] if reply.readings else []
    remarks = [html.P(["≠ ", link_to(remark)], className="reply-remark") for remark in reply.remarks]
    return html.Section(
        [
            html.H2(t(title), className="visually-hidden" if reply.figure else None),
            html.P(list(reply.said), className="reply-said"),
            *remarks,
            *near,
        ],
        id="search-answer",
        className="reply" if reply.figure else "reply is-unsure",
    )


def _links(links: list[Link]) -> Component:
    return html.Ul([html.Li(link_to(link)) for link in links])
