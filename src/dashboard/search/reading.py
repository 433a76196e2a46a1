"""A reader's query, taken apart into the names and words that it holds."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from dashboard.domain.text import words_of
from dashboard.search.dictionary import is_common
from dashboard.search.lexicon import EXACT, LONGEST, WORDS, Lexicon, Stems
from dashboard.search.spelling import beginning_with, nearest, off_by
from dashboard.search.stems import singular

MOST_WORDS = 24
LEVEL = "level"
"""The kind of a word that says what a place is (`cercle de ...`)."""
SILENCE = "silence"
"""The kind of a subject that nothing is said about: never meant by a beginning, which may be of any word."""


@dataclass(frozen=True)
class Term:
    """A name or a word of a query.

    Attributes:
        words: the folded words, spelled well.
        things: what they may name, each with its fit.
        stems: (language, stems) by which a text says the same; each is enough.
    """

    words: tuple[str, ...]
    things: dict[str, float]
    stems: frozenset[tuple[str, Stems]]

    def kinds(self) -> set[str]:
        """The kinds of things that it may name."""
        return {kind_of(thing) for thing in self.things}


@dataclass(frozen=True)
class Reading:
    """What a query says.

    Attributes:
        terms: its names and words, in order; small words are left out.
        corrected: (as typed, as read) for each misspelled word.
    """

    terms: tuple[Term, ...]
    corrected: tuple[tuple[str, str], ...] = ()

    @property
    def size(self) -> int:
        """How many words carry meaning."""
        return sum(len(term.words) for term in self.terms)


def kind_of(thing: str) -> str:
    """`place` of `place:...`."""
    return thing.partition(":")[0]


def key_of(thing: str) -> str:
    """What follows the kind."""
    return thing.partition(":")[2]


def read(text: str, lexicon: Lexicon) -> Reading:
    """What a text asks for, whatever its case, accents, plurals and small misspellings."""
    typed = _whole(words_of(text).split()[:MOST_WORDS], lexicon)
    spelled = {word: _spelled(word, lexicon) for word in typed}
    words = [part for word in typed for part in spelled[word].split()]
    terms = _terms(words, lexicon, alone=all(lexicon.is_small(word) for word in words))
    corrected = tuple((word, right) for word, right in spelled.items() if word != right)
    return Reading(_at_their_levels(terms, lexicon), corrected)


def _whole(typed: list[str], lexicon: Lexicon) -> list[str]:
    """The words, those put together that are one where the lexicon knows it (`kalaban coro`).

    A small word goes only with a word that nothing holds: `sur tout` is not `surtout`.
    """
    whole: list[str] = []
    for word in typed:
        parted = [*whole[-1:], word]
        one = "".join(parted)
        small = any(lexicon.is_small(part) for part in parted)
        strange = any(part not in lexicon.known and not lexicon.is_small(part) for part in parted)
        if one.isalpha() and lexicon.known.get(one) == one and (strange or not small):
            whole = [*whole[:-1], one]
        else:
            whole.append(word)
    return whole


def _spelled(word: str, lexicon: Lexicon) -> str:
    """The word, or those that it misspells; a beginning of a known word and a common word are none."""
    if lexicon.is_small(word) or word in lexicon.known or lexicon.names(word):
        return lexicon.known.get(word, word)
    if is_common(word, lexicon.languages):
        return word
    if lexicon.knows(word):
        # A text holds a form of it: still, a name that differs by one letter is likelier than a new form.
        return nearest(word, lexicon.words[EXACT], 1) or word
    if singular(word) in lexicon.known or beginning_with(word, lexicon.known, 1):
        return word
    return lexicon.known.get(nearest(word, lexicon.known, off_by(word)), word)


def _terms(words: list[str], lexicon: Lexicon, alone: bool) -> list[Term]:
    """The longest names from left to right; what is no name is a word."""
    terms, start = [], 0
    while start < len(words):
        things: dict[str, float] = {}
        for size in range(min(LONGEST, len(words) - start), 0, -1):
            things = lexicon.named(words[start : start + size])
            if things:
                break
        said = words[start : start + size]
        if size > 1 or alone or not lexicon.is_small(said[0]):
            terms.append(_term(said, things, lexicon))
        start += size
    return terms


def _term(words: list[str], things: dict[str, float], lexicon: Lexicon) -> Term:
    stems = {(language, lexicon.key(words, language)) for language in lexicon.languages_of(words)}
    for thing in things:
        if kind_of(thing) == WORDS:
            language, _, meant = key_of(thing).partition(":")
            stems.add((language, lexicon.key(words_of(meant).split(), language)))
    if not things and len(words) == 1 and not lexicon.knows(words[0]):
        for whole in beginning_with(words[0], lexicon.known):
            named = lexicon.named(lexicon.known[whole].split())
            things = {**{thing: fit for thing, fit in named.items() if kind_of(thing) != SILENCE}, **things}
            stems |= {
                (language, lexicon.key([whole], language)) for language in lexicon.languages_of([whole])
            }
    return Term(tuple(words), things, frozenset(pair for pair in stems if pair[1]))


def _at_their_levels(terms: Iterable[Term], lexicon: Lexicon) -> tuple[Term, ...]:
    """`cercle` before or after a place's name says which place; it is no term of its own then."""
    kept: list[Term] = []
    for term in terms:
        before = kept[-1] if kept else None
        if before and LEVEL in before.kinds() and _is_place(term, lexicon):
            kept[-1] = _of_level(term, before, lexicon)
        elif before and LEVEL in term.kinds() and _is_place(before, lexicon):
            kept[-1] = _of_level(before, term, lexicon)
        else:
            kept.append(term)
    return tuple(kept)


def _is_place(term: Term, lexicon: Lexicon) -> bool:
    return any(thing in lexicon.levels for thing in term.things)


def _of_level(place: Term, said: Term, lexicon: Lexicon) -> Term:
    levels = {key_of(thing) for thing in said.things if kind_of(thing) == LEVEL}
    places = {thing: fit for thing, fit in place.things.items() if lexicon.levels.get(thing) in levels}
    return replace(place, words=(*said.words, *place.words), things=places or place.things)
