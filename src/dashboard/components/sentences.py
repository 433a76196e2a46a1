"""Sentences with links in them."""

from string import Formatter

from dash import html
from dash.development.base_component import Component

Piece = str | Component


def sentence(template: str, **parts: Piece) -> list[Piece]:
    """A text whose `{placeholders}` are filled with components or words.

    Args:
        template: a catalogue text, unformatted.
        parts: what stands in place of each placeholder.

    Raises:
        KeyError: for a placeholder that has no part.
    """
    pieces: list[Piece] = []
    for text, name, _, _ in Formatter().parse(template):
        pieces += [text] if text else []
        pieces += [parts[name]] if name is not None else []
    return pieces


def figure_link(text: str, passport: str) -> Component:
    """A number that leads to its passport; words alone where there is no number."""
    return html.A(text, href=passport, className="figure") if passport else html.Span(text)


def plain(pieces: list[Piece]) -> str:
    """A sentence without its links."""
    return "".join(piece if isinstance(piece, str) else str(piece.children) for piece in pieces)
