"""Words of the report: the passage behind a number, and the whole text with what was read from each line."""

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from dashboard.components.links import Link, link_to, links_in_line
from dashboard.i18n import Translator

Pieces = Sequence[tuple[str, bool]]
"""(text, whether it is the number)."""


@dataclass(frozen=True)
class PassageLine:
    """A line of the report, or one sentence of it, cut at its numbers, and where it can be read whole."""

    number: int
    pieces: Pieces
    href: str


@dataclass(frozen=True)
class Passage:
    """What the report says of a figure.

    Attributes:
        lines: where it does.
        language: of the report.
        lost: whether the number could not be found in them.
    """

    lines: list[PassageLine]
    language: str
    lost: bool


@dataclass(frozen=True)
class ReadLine:
    """A line of the whole text.

    Attributes:
        number: of the line.
        pieces: its words, a number that was read as a link to its passport.
        read: what was read from it, in words; empty for nothing.
        missing: numbers that were read here and stand elsewhere or nowhere in the line.
    """

    number: int
    pieces: list[str | Link]
    read: list[Link]
    missing: list[Link]


def passage_view(passage: Passage, t: Translator) -> list[Component]:
    """The passage for a passport: quoted, its number marked; that it could not be found is said."""
    quotes = [
        html.Blockquote(
            [
                html.P([html.Mark(text) if marked else text for text, marked in line.pieces]),
                html.A(t("passage.line", line=line.number), href=line.href, lang=t.language),
            ],
            lang=passage.language,
            className="passage",
        )
        for line in passage.lines
    ]
    return [*quotes, *([html.P(t("passage.lost"))] if passage.lost else [])]


def text_list(lines: list[ReadLine], language: str, t: Translator) -> Component:
    """The lines of a report, beside each what was read from it."""
    return html.Ol([_text_line(line, language, t) for line in lines], className="report-text")


def _text_line(line: ReadLine, language: str, t: Translator) -> Component:
    words = [piece if isinstance(piece, str) else html.Mark(link_to(piece)) for piece in line.pieces]
    missing = [t("passage.missing"), " ", *links_in_line(line.missing)] if line.missing else []
    read = links_in_line(line.read, " · ") if line.read else [t("passage.unread")]
    return html.Li(
        [
            html.P(words, lang=language),
            html.P([*read, *([". ", *missing] if missing else [])], className="read-here"),
        ],
        id=f"L{line.number}",
        value=str(line.number),
        className="is-read" if line.read else "is-unread",
    )
