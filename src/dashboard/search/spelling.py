"""The well-spelled words that a reader may have meant."""

from collections.abc import Iterable

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from dashboard.domain.text import words_of
from dashboard.search.stems import singular

SHORTEST, SHORTEST_RIGHT = 4, 5
"""A word of fewer letters is not corrected, and none becomes so short a word: too many others are like it."""

LONG = 8
"""From so many letters on, a word may be off by two: `bourses` is no slip of `Bourem`."""

SILENT = "h"
"""The first letter that one may leave out, for nobody hears it (`opital`)."""

LIKE = 60
"""How much alike (0 to 100, rapidfuzz's ratio) a name must be to be proposed."""

SHORTEST_BEGINNING = 3


def off_by(word: str) -> int:
    """How many letters may be wrong, missing, too many or swapped."""
    return 2 if len(word) >= LONG else 1


def nearest(word: str, known: Iterable[str], allowed: int) -> str:
    """The known word that is most like a misspelled one, off by so many letters at most; empty for none.

    A final s counts for nothing. Nobody mistakes the first letter, unless it is silent: words that begin
    differently are two words (`honey`, `money`).
    """
    if len(word) < SHORTEST or any(letter.isdigit() for letter in word):
        return ""
    one = singular(word)
    plural = word[-1] == "s"
    near = (
        (OSA.distance(one, singular(other), score_cutoff=allowed), (other[-1] == "s") != plural, other)
        for other in known
        if len(other) >= SHORTEST_RIGHT
        and abs(len(other) - len(word)) <= allowed + 1
        and (other[0] == word[0] or singular(other) == SILENT + one)
    )
    distance, _, other = min(near, default=(allowed + 1, False, ""))
    return other if distance <= allowed else ""


def beginning_with(word: str, known: Iterable[str], most: int = 40) -> list[str]:
    """The known words that begin so: what a reader is still typing."""
    if len(word) < SHORTEST_BEGINNING:
        return []
    return sorted(other for other in known if other.startswith(word))[:most]


def alike(text: str, names: Iterable[str], most: int) -> list[str]:
    """The names that look like a text, the likest first."""
    bare = words_of(text)
    scores = {name: fuzz.ratio(bare, words_of(name)) for name in names}
    return sorted((name for name in names if scores[name] >= LIKE), key=lambda name: -scores[name])[:most]
