"""What can be meant, by every name that it has in every language.

A thing is written `kind:key` (`place:...`, `theme:water`); plain words that other words mean are of the kind
`words`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from dashboard.domain.text import words_of
from dashboard.search.stems import singular, stem

NAME, ALIAS, MEANING, SENTENCE = 3.0, 2.0, 1.0, -9.0
"""How well a name fits its thing: its own name or acronym, another spelling, a reader's word for it; a
sentence is never said as a whole and is found by the words that it holds."""

LONGEST = 6
"""Words that one name may have and still be found as a whole inside a longer query."""

WORDS = "words"
"""The kind of a meaning that is other words."""

EXACT = ""
"""The language of names that no grammar bends: places, acronyms."""

Stems = tuple[str, ...]


@dataclass(frozen=True)
class Name:
    """One name of one thing.

    Attributes:
        text: as written.
        thing: `kind:key`.
        fit: `NAME`, `ALIAS`, `MEANING` or `SENTENCE`.
        language: the language that says so; `EXACT` for a name that is the same in every one.
    """

    text: str
    thing: str
    fit: float = NAME
    language: str = EXACT


@dataclass(frozen=True, eq=False)
class Lexicon:
    """All names, ready for looking up.

    Attributes:
        small: by language the words that carry no meaning (`de`, `the`); like all attributes by language it
            holds `EXACT` too, whose stems are whole words.
        phrases: by language and stems the things so named, each with the best fit.
        parts: by language and stem the things in whose name it stands, each with the number of words of its
            shortest such name.
        stems: by language every stem that a name or a text holds.
        words: by language every word that a name or a text of that language holds.
        known: folded words to correct misspellings by; a joined name (`tinessako`) leads to its words.
        levels: the level of things that lie in one (`region`, `commune`).
        exact: the things by a name as it is written, without a final s.
    """

    small: Mapping[str, frozenset[str]]
    phrases: Mapping[str, dict[Stems, dict[str, float]]]
    parts: Mapping[str, dict[str, dict[str, int]]]
    stems: Mapping[str, set[str]]
    words: Mapping[str, set[str]]
    known: dict[str, str] = field(default_factory=dict)
    levels: Mapping[str, str] = field(default_factory=dict)
    exact: dict[str, set[str]] = field(default_factory=dict)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages whose words are read."""
        return tuple(language for language in self.small if language != EXACT)

    def key(self, words: Iterable[str], language: str) -> Stems:
        """The stems of the words that carry meaning."""
        return tuple(stem(word, language) for word in words if word not in self.small[language])

    def named(self, words: list[str]) -> dict[str, float]:
        """The things that words name as a whole, in any language, each with its best fit.

        A name does not begin or end with a small word of its language. Where a name is said as it is written,
        what only shares its stems is not meant: `wasting` is no `waste`.
        """
        found: dict[str, float] = {}
        for language in (*self.languages_of(words), EXACT):
            if {words[0], words[-1]} & self.small[language] and len(words) > 1:
                continue
            for thing, fit in self.phrases[language].get(self.key(words, language), {}).items():
                found[thing] = max(fit, found.get(thing, fit))
        exact = self.exact.get(singular(" ".join(words)), set())
        return {thing: fit for thing, fit in found.items() if thing in exact} or found

    def names(self, word: str) -> bool:
        """Whether a name holds the word, in some form."""
        return any(stem(word, language) in self.parts[language] for language in self.small)

    def knows(self, word: str) -> bool:
        """Whether a name or a text holds the word, in some form."""
        return any(stem(word, language) in self.stems[language] for language in self.small)

    def languages_of(self, words: Iterable[str]) -> tuple[str, ...]:
        """The languages that know all words as they are; every language where none does.

        A word of one language must not be bent like one of another: `policiers` is no policy.
        """
        wanted = set(words)
        knowing = tuple(language for language in self.languages if wanted <= self.words[language])
        return knowing or self.languages

    def is_small(self, word: str) -> bool:
        """Whether the word carries no meaning in some language."""
        return any(word in small for small in self.small.values())


def lexicon_of(
    names: Iterable[Name],
    small: Mapping[str, str],
    texts: Mapping[str, Iterable[str]],
    levels: Mapping[str, str],
) -> Lexicon:
    """The lexicon of names.

    Args:
        names: every name of everything.
        small: by language its small words, in one text.
        texts: by language texts whose words are spelled well too.
        levels: the level of places by `kind:key`.
    """
    languages = (*small, EXACT)
    made = Lexicon(
        small={language: frozenset(words_of(small.get(language, "")).split()) for language in languages},
        phrases={language: {} for language in languages},
        parts={language: {} for language in languages},
        stems={language: set() for language in languages},
        words={language: set() for language in languages},
        levels=levels,
    )
    for name in names:
        _enter(made, name)
    for language, spoken in texts.items():
        for word in {word for text in spoken for word in words_of(text).split()}:
            made.stems[language].add(stem(word, language))
            made.words[language].add(word)
            made.known.setdefault(word, word)
    return made


def _enter(lexicon: Lexicon, name: Name) -> None:
    words, language = words_of(name.text).split(), name.language
    key = lexicon.key(words, language) or tuple(stem(word, language) for word in words)
    if not key:
        return
    if len(key) <= LONGEST and name.fit > SENTENCE:
        things = lexicon.phrases[language].setdefault(key, {})
        things[name.thing] = max(name.fit, things.get(name.thing, name.fit))
        lexicon.exact.setdefault(singular(" ".join(words)), set()).add(name.thing)
    for part in key:
        holders = lexicon.parts[language].setdefault(part, {})
        holders[name.thing] = min(len(key), holders.get(name.thing, len(key)))
    lexicon.stems[language].update(key)
    lexicon.words[language].update(words)
    lexicon.known.update({word: word for word in words})
    if 1 < len(words) <= LONGEST:
        lexicon.known.setdefault("".join(words), " ".join(words))
