"""Texts by their stems: which of them say a term."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dashboard.domain.text import unaccented, words_of
from dashboard.search.lexicon import Lexicon
from dashboard.search.reading import Term
from dashboard.search.stems import stem

COMPOUND = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)+")
"""Words joined by hyphens."""


@dataclass(frozen=True, eq=False)
class Texts:
    """Which texts hold a stem, by language."""

    holders: dict[str, dict[str, set[str]]]

    def saying(self, term: Term) -> set[str]:
        """The ids of the texts that say the term in one of its ways."""
        found: set[str] = set()
        for language, stems in term.stems:
            holders = self.holders[language]
            found |= set.intersection(*(holders.get(part, set()) for part in stems))
        return found


def texts_of(texts: Iterable[tuple[str, str, str]], lexicon: Lexicon) -> Texts:
    """Texts for searching.

    Args:
        texts: (id, language, text), any number per id; without language the words count in every language.
        lexicon: a compound that it names (`sage-femme`) is one word and is not found by its parts.
    """
    holders: dict[str, dict[str, set[str]]] = {language: {} for language in lexicon.languages}
    for key, only, text in texts:
        for language in (only,) if only else lexicon.languages:
            for word in set(_words(text, language, lexicon)):
                holders[language].setdefault(stem(word, language), set()).add(key)
    return Texts(holders)


def _words(text: str, language: str, lexicon: Lexicon) -> Iterator[str]:
    bare = unaccented(text)
    for compound in COMPOUND.findall(bare) if "-" in bare else ():
        parts = words_of(compound).split()
        if lexicon.key(parts, language) in lexicon.phrases[language]:
            bare = bare.replace(compound, " ")
    yield from words_of(bare).split()
