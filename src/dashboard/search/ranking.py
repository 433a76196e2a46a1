"""The things that a query may mean, the likeliest first."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from dashboard.search.lexicon import WORDS, Lexicon
from dashboard.search.reading import LEVEL, SILENCE, Reading, kind_of

WHOLE = 10.0
"""What a thing gains when its name covers the whole query."""

PART = 6.0
"""What it gains when its name only holds the words of the query."""

LEAST = 2.5
"""What it must gain so: one word of several, in a long name, means nothing."""


@dataclass(frozen=True)
class Meant:
    """A thing that a query may mean.

    Attributes:
        thing: `kind:key`.
        score: how likely, comparable within one query.
        whole: whether one of its names was said as a whole.
    """

    thing: str
    score: float
    whole: bool


def ranked(reading: Reading, lexicon: Lexicon, kinds: Sequence[str], size: int) -> list[Meant]:
    """Every thing that a term names or whose name holds words of the query.

    Args:
        reading: the query.
        lexicon: the names.
        kinds: all kinds, those that readers most likely mean first: they decide between equals.
        size: how many words of the query tell what is meant, at least one.
    """
    said: dict[str, int] = {}
    fits: dict[str, float] = {}
    for term in reading.terms:
        for thing, fit in term.things.items():
            said[thing] = said.get(thing, 0) + len(term.words)
            fits[thing] = max(fit, fits.get(thing, fit))
    whole = {thing: WHOLE * words / size + fits[thing] for thing, words in said.items()}
    held = _holding(reading, lexicon, size)
    meant = [
        Meant(thing, max(whole.get(thing, 0.0), held.get(thing, 0.0)), thing in whole)
        for thing in {*whole, *held}
        if kind_of(thing) not in (WORDS, LEVEL)
    ]
    return sorted(meant, key=lambda one: (-one.score, kinds.index(kind_of(one.thing)), one.thing))


def _holding(reading: Reading, lexicon: Lexicon, size: int) -> dict[str, float]:
    """The things whose names hold enough words of the query, with what that is worth.

    A word that names a subject of silence means nothing else: `waste` is no part of `wasting`.
    """
    worth: dict[str, float] = {}
    telling = [term for term in reading.terms if term.kinds() != {SILENCE}]
    for language in lexicon.small:
        parts = {part for term in telling for part in lexicon.key(term.words, language)}
        counts: dict[str, int] = {}
        lengths: dict[str, int] = {}
        for part in parts:
            for thing, length in lexicon.parts[language].get(part, {}).items():
                counts[thing] = counts.get(thing, 0) + 1
                lengths[thing] = min(length, lengths.get(thing, length))
        for thing, count in counts.items():
            value = PART * count / size * sqrt(count / max(lengths[thing], count))
            if value >= LEAST:
                worth[thing] = max(value, worth.get(thing, 0.0))
    return worth
