"""Common words that would be taken for slips of the words that the data know, if nobody knew them.

The browser has no dictionary: it gets these, a tenth of the common words, and corrects as the server does.
"""

from collections.abc import Callable, Collection

from rapidfuzz import process
from rapidfuzz.distance import OSA

from dashboard.search.dictionary import common_words
from dashboard.search.lexicon import EXACT, Lexicon
from dashboard.search.spelling import SHORTEST, SHORTEST_RIGHT, SILENT, off_by
from dashboard.search.stems import singular


def lookalikes(lexicon: Lexicon) -> list[str]:
    """The folded common words of all languages that a reading would correct, were they not common, sorted."""
    common = {word for language in lexicon.languages for word in common_words(language)}
    asked = sorted(word for word in common - lexicon.known.keys() if word.isalpha() and len(word) >= SHORTEST)
    near_any = _near(asked, lexicon.known, off_by)
    near_name = set(_near(near_any, lexicon.words[EXACT], lambda word: 1))
    return [
        word
        for word in near_any
        if not lexicon.is_small(word)
        and singular(word) not in lexicon.known
        and (word in near_name or not lexicon.knows(word))
    ]


def _near(asked: list[str], known: Collection[str], allowed: Callable[[str], int]) -> list[str]:
    """The words asked for that are off by so many letters at most; a first letter only if silent."""
    others: dict[str, list[str]] = {}
    for other in map(singular, (word for word in known if len(word) >= SHORTEST_RIGHT)):
        others.setdefault(other[0], []).append(other)
    near = [word for word in asked if SILENT + singular(word) in others.get(SILENT, ())]
    for letter, right in others.items():
        words = [word for word in asked if word[0] == letter]
        if words:
            far = process.cdist([*map(singular, words)], right, scorer=OSA.distance, score_cutoff=2).min(
                axis=1
            )
            near += [word for word, distance in zip(words, far, strict=True) if distance <= allowed(word)]
    return sorted(set(near))
