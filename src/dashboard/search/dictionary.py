"""Words that people know, whatever the data hold: one of them is no slip of another word."""

from functools import cache

from spellchecker import SpellChecker

from dashboard.domain.text import words_of

COMMON = 100
"""How often a word must stand in the texts from which the dictionaries were counted: below are slips too."""


def is_common(word: str, languages: tuple[str, ...]) -> bool:
    """Whether a folded word is a common one of a language."""
    return any(word in common_words(language) for language in languages)


@cache
def common_words(language: str) -> frozenset[str]:
    """The folded common words of a language; none of a language without a dictionary."""
    try:
        counted = SpellChecker(language=language).word_frequency
    except ValueError:
        return frozenset()
    return frozenset(words_of(word) for word, count in counted.items() if count >= COMMON)
