"""The sheet beside a link to a page without a picture: what it is about, and the amounts of its year."""

from collections.abc import Sequence

from dashboard.figures.lettering import width, wrapped
from dashboard.figures.picture_marks import LINE_HEIGHT, block, lines_of, word

_WIDE, _HIGH, _EDGE = 1200, 630, 80
_TITLE, _TEXT, _NAME, _AMOUNT = 64, 28, 22, 40
_MOST_LINES = 3
"""Of a title or of what stands under it."""


def title_svg(site: str, title: str, about: str, amounts: Sequence[tuple[str, str]]) -> str:
    """An SVG of `_WIDE` x `_HIGH` px.

    Args:
        site: the name of the site and its year.
        title: of the page.
        about: what the page is about, in a sentence.
        amounts: names and written values, at the foot; a few.
    """
    room = _WIDE - 2 * _EDGE
    head = wrapped(title, room, _TITLE, bold=True)[:_MOST_LINES]
    under = 130 + len(head) * LINE_HEIGHT * _TITLE
    drawn = [
        block(0, 0, _WIDE, _HIGH, "spent"),
        word(_EDGE, 90, site, _TEXT, "grid"),
        lines_of(_EDGE, 120, head, _TITLE, "paper", bold=True),
        lines_of(_EDGE, under, wrapped(about, room, _TEXT)[:_MOST_LINES], _TEXT, "paper"),
        *_amounts(amounts, room),
    ]
    size = f'viewBox="0 0 {_WIDE} {_HIGH}" width="{_WIDE}" height="{_HIGH}"'
    root = f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="sans-serif">'
    return f"{root}{''.join(drawn)}</svg>"


def _amounts(amounts: Sequence[tuple[str, str]], room: float) -> list[str]:
    """Side by side, in letters that leave room for the longest."""
    wide = room / max(len(amounts), 1)
    longest = max((width(value, _AMOUNT, bold=True) for _, value in amounts), default=0)
    size = _AMOUNT * min(1, 0.92 * wide / longest) if longest else _AMOUNT
    return [
        word(_EDGE + place * wide, 510, name, _NAME, "grid")
        + word(_EDGE + place * wide, 560, value, size, "paper", bold=True)
        for place, (name, value) in enumerate(amounts)
    ]
