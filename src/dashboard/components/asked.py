"""A question as the heading of the view that answers it."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.components.islands import data
from dashboard.components.links import Link, link_to
from dashboard.components.sentences import Piece, plain


def with_question(
    content: list[Component], question: str, answer: list[Piece], more: Link | None
) -> list[Component]:
    """The content of a page whose first heading is the question; the heading of the page follows the answer.

    Args:
        content: of the page, with one `h1` somewhere in it.
        question: the new heading.
        answer: the sentence after it.
        more: where on the page the answer goes on.
    """
    after: list[Piece] = [" ", link_to(more)] if more else []
    said = html.P([*answer, *after], className="asked-answer")
    return list(_replaced(content, lambda old: _asked(old, question, said))[0])


def _asked(old: Component, question: str, said: Component) -> Component:
    pieces = old.children if isinstance(old.children, list) else [old.children]
    heading = html.P(pieces, className="asked-finding")
    words = plain([piece for piece in pieces if piece is not None])
    return html.Div([html.H1(question), said, heading], className="asked", **data(heading=words))


def _replaced(node: Any, make: Any) -> tuple[Any, bool]:
    """The tree with its first `h1` made anew, and whether one was found."""
    if isinstance(node, html.H1):
        return make(node), True
    if isinstance(node, list | tuple):
        parts = list(node)
        for place, part in enumerate(parts):
            parts[place], found = _replaced(part, make)
            if found:
                return parts, True
        return node, False
    if isinstance(node, Component) and getattr(node, "children", None) is not None:
        node.children, found = _replaced(node.children, make)
        return node, found
    return node, False
