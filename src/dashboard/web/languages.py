"""Which of our languages a browser asks for, whatever the region that it is spoken in."""

import re
from collections.abc import Sequence

_RANGE = re.compile(r"([a-z]{1,8}|\*)(?:[-_][a-z0-9_-]*)?(?:;q=([0-9.]+))?", re.IGNORECASE)
"""One wish of an `Accept-Language` header: `fr`, `fr-ML;q=0.8`, `*`; blanks are taken out before."""

_ANY = "*"


def preferred(header: str, offered: Sequence[str]) -> str:
    """The language that a reader likes best, by quality and then by the order of the header.

    Werkzeug's own choice puts an exact `en` before a `fr-FR` of higher quality.

    Args:
        header: the text of `Accept-Language`; what is damaged in it is passed over.
        offered: languages as bare codes, our own first; that one when the header names none of them.
    """
    wishes = _wishes(header)
    named = {language for language, _ in wishes}
    for language, quality in sorted(wishes, key=lambda wish: -wish[1]):
        # `*` is every language that the header does not name.
        meant = [one for one in offered if one not in named] if language == _ANY else [language]
        found = next((one for one in meant if one in offered), None)
        if found and quality > 0:
            return found
    refused = {language for language, quality in wishes if quality == 0}
    return next((one for one in offered if one not in refused), offered[0])


def _wishes(header: str) -> list[tuple[str, float]]:
    """(primary language or `*`, quality) in the order of the header."""
    matches = (_RANGE.fullmatch("".join(part.split())) for part in header[:1000].split(","))
    return [(match[1].lower(), _quality(match[2])) for match in matches if match]


def _quality(text: str | None) -> float:
    try:
        return min(1.0, float(text)) if text else 1.0
    except ValueError:
        return 0.0
