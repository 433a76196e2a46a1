"""Words brought down to what their forms share: plurals, feminines, participles."""

from functools import lru_cache
from threading import local

import snowballstemmer
from babel import Locale

SHORTEST_PLURAL = 4
"""A word of fewer letters keeps its final s."""
SHORTEST_STEM = 4
"""A shorter stem is shared by too many words (`comité` and `com`), unless only an ending in -e was cut."""

FEMININE = {"fr": (("iere", "ier"), ("trice", "teur"), ("euse", "eur"), ("anne", "an"))}
"""By language the endings that its stemmer takes for other words than their masculine (`infirmière`)."""
SHORTEST_BEFORE = 3
"""Letters before such an ending: `panne` is no feminine."""

_OWN = local()
"""A stemmer keeps the word that it works on: each thread has stemmers of its own."""


@lru_cache(maxsize=50_000)
def stem(word: str, language: str) -> str:
    """The stem of a folded word; without a language the word itself.

    The stemmers expect accents, which readers leave out; without them they leave endings of participles
    (`deplacee` -> `deplace`), so they are asked twice; what they make of a stem counts only where it is
    shorter (`meningitis` is no `mene`), and no stem that is too short (`mini` is no `mine`).
    """
    if not language:
        return word
    short = word[:-1] if len(word) >= SHORTEST_PLURAL and word[-1] == "s" else word
    stemmer = _stemmer(language)
    if stemmer is None:
        return short
    short = masculine(short, language)
    once = _cut(short, str(stemmer.stemWord(short)))
    twice = _cut(once, str(stemmer.stemWord(once))) if once != short else once
    return twice if once.startswith(twice) else once


def masculine(word: str, language: str) -> str:
    """The masculine form of a word with an ending that the stemmer does not know; else the word."""
    for ending, other in FEMININE.get(language, ()):
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_BEFORE:
            return word.removesuffix(ending) + other
    return word


def _cut(word: str, short: str) -> str:
    """The stem of a word, or the word where too little is left of it."""
    return short if len(short) >= SHORTEST_STEM or word[len(short) :][:1] in ("", "e") else word


def singular(text: str) -> str:
    """A folded word or name without a final s."""
    return text.removesuffix("s")


def _stemmer(language: str) -> "snowballstemmer.stemmer | None":
    known = _OWN.__dict__.setdefault("stemmers", {})
    if language not in known:
        known[language] = _new_stemmer(language)
    return known[language]


def _new_stemmer(language: str) -> "snowballstemmer.stemmer | None":
    name = (Locale(language).get_language_name("en") or "").lower()
    return snowballstemmer.stemmer(name) if name in snowballstemmer.algorithms() else None
