"""A question in plain words, taken apart: which measure, of whom, where, of which sex, in which year.

It is made of names of the tables and of a few words of each language (`asking.*`); no word is guessed. What a
word left over means for the answer is decided by `reply`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from dashboard.domain.text import words_of
from dashboard.i18n import LANGUAGES, translator
from dashboard.presenters.lexicon import all_names, lexicon
from dashboard.presenters.reader import speech
from dashboard.search.dictionary import is_common
from dashboard.search.lexicon import EXACT, MEANING, Lexicon, Name, lexicon_of
from dashboard.search.reading import Term, key_of, kind_of, read
from dashboard.search.spelling import nearest
from dashboard.store import Catalog
from dashboard.store.codes import spellings
from dashboard.store.derived import derived

MONEY = ("budget", "mobilised", "spent", "gap", "unspent", "execution_rate")
ASKED_COUNTS = ("results", "people", "outputs", "agencies")
ASKED_SHARE = "share"
_FILLER, _MONEY_WORDS, _ALL, _MEN = "filler", "money", "whole", "male"
_MEASURES = (*MONEY, *ASKED_COUNTS, ASKED_SHARE, _MEN)
_SAY_NOTHING = (_FILLER, _MONEY_WORDS, _ALL)
_WORDS = (*_MEASURES, *_SAY_NOTHING)
_ASK = "ask"

THINGS = ("agency", "axis", "outcome", "output", "place", "theme", "concerns", "beneficiary", "indicator")
"""Kinds that a question may be about, those first that a word more likely means."""
_READ = (*THINGS, "commune", "level", "silence", "partner")
_PAID = {"agency", "axis"}
"""What gets money: `how much did WFP receive`."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_MOSTLY = 0.5
"""The share of an indicator's name that words must exceed to name it: GDP is not its growth."""
_SURE = 5
"""Letters from which on a misspelled name is taken for the one it looks like: shorter ones are acronyms."""
_LONG = 7
"""Letters from which on a misspelled word may be one that says nothing: a shorter one may be a name."""


@dataclass
class Asked:
    """What a question says.

    Attributes:
        measures: the codes of `MONEY` and `ASKED_COUNTS` that it names, `ASKED_SHARE` too.
        things: the keys that it names, by kind (`THINGS`), the likeliest meaning of each word.
        indicators: what its words name among the indicators.
        silences: the subjects in it that the report is silent on.
        years: the years in it.
        males: whether it speaks of men or boys.
        left: the words that none of this explains.
        beyond: whether it asks for what no single figure says: who, why, the most, a comparison.
        counts: whether it asks how much or how many.
        marked: whether it ends like a question.
        whole: whether it asks if all of an amount was so used, to be answered by yes or no.
    """

    measures: set[str] = field(default_factory=set)
    things: dict[str, list[str]] = field(default_factory=dict)
    indicators: set[str] = field(default_factory=set)
    silences: list[str] = field(default_factory=list)
    years: list[int] = field(default_factory=list)
    males: bool = False
    left: list[str] = field(default_factory=list)
    beyond: bool = False
    counts: bool = False
    marked: bool = False
    whole: bool = False

    def one(self, kind: str) -> str:
        """The only thing of a kind; empty for none."""
        return self.things.get(kind, [""])[0]


@derived(most=64, bare=True)
def asked_of(catalog: Catalog, text: str) -> Asked:
    """What a text asks."""
    words = f" {words_of(text)} "
    read_text = read(_spelled_out(catalog, text), _asking_lexicon(catalog))
    corrected = {part: typed for typed, right in read_text.corrected for part in right.split()}
    asked = Asked(beyond=_holds(words, "beyond"), counts=_holds(words, "how"), marked="?" in text)
    for term in read_text.terms:
        _take(catalog, asked, term, {corrected[word]: word for word in term.words if word in corrected})
    _settle(catalog, asked, negated=_holds(words, "not"))
    asked.whole = not asked.counts and _holds(words, _ALL)
    received = (asked.counts or asked.whole) and _holds(words, "received")
    if received and asked.measures <= {"budget"} and set(asked.things) <= _PAID:
        asked.measures.add("mobilised")
    asked.left = [corrected.get(word, word) for word in asked.left]
    return asked


def _spelled_out(catalog: Catalog, text: str) -> str:
    """The text with entities whose acronym is a small word (`WHO`) by their key, and measures spelled well.

    A word of questions is likelier in a question than any other that is as near.
    """
    keys, names = spellings(catalog, "agencies"), _asking_lexicon(catalog)
    said = []
    for word in re.split(r"[^\w]+", text):
        plain = words_of(word)
        if word.isupper() and names.is_small(plain) and plain in keys:
            said.append(keys[plain])
        elif names.names(plain) or plain in names.known or is_common(plain, LANGUAGES):
            said.append(word)
        else:
            said.append(_meant_by(plain) or word)
    return " ".join(said)


def _meant_by(word: str) -> str:
    """The word of questions that a misspelled word is; a measure is meant by what is off by two, too."""
    near = nearest(word, _question_words(_WORDS if len(word) >= _LONG else (*_MEASURES, _MONEY_WORDS)), 1)
    return near or (nearest(word, _question_words(_MEASURES), 2) if len(word) >= _SURE else "")


@cache
def _question_words(codes: tuple[str, ...]) -> frozenset[str]:
    """The folded single words of lists of words, in every language."""
    listed = (translator(one)(f"asking.{code}").split(";") for one in LANGUAGES for code in codes)
    return frozenset(words_of(word) for words in listed for word in words if " " not in word)


def _holds(words: str, list_name: str) -> bool:
    """Whether the folded words hold one of a list of the reader's languages."""
    listed = (
        phrase for language in LANGUAGES for phrase in translator(language)(f"asking.{list_name}").split(";")
    )
    return any(f" {words_of(phrase)} " in words for phrase in listed)


@derived(bare=True)
def _asking_lexicon(catalog: Catalog) -> Lexicon:
    """The names of what can be asked about, and the words of questions."""
    common = lexicon(catalog)
    small = {one: " ".join(common.small[one]) for one in LANGUAGES}
    texts = {one: sorted(common.words[one]) for one in LANGUAGES}
    return lexicon_of(_names(catalog), small, texts, common.levels)


def _names(catalog: Catalog) -> Iterator[Name]:
    yield from (name for name in all_names(catalog) if kind_of(name.thing) in _READ)
    for language in LANGUAGES:
        for code in _WORDS:
            for word in speech(catalog, language)(f"asking.{code}").split(";"):
                yield Name(word.strip(), f"{_ASK}:{code}", MEANING, language)


def _take(catalog: Catalog, asked: Asked, term: Term, corrected: dict[str, str]) -> None:
    """Put a term where it belongs; `corrected` are its misspelled words with how they were read."""
    doubtful = any(len(typed) < _SURE or not nearest(typed, [right], 1) for typed, right in corrected.items())
    text = " ".join(term.words)
    if _YEAR.fullmatch(text):
        asked.years.append(int(text))
        return
    if doubtful:
        asked.left += term.words
        return
    codes = {key_of(thing) for thing in term.things if kind_of(thing) == _ASK}
    if codes == {_FILLER} and any(len(typed) < _LONG for typed in corrected):
        asked.left += term.words
        return
    asked.measures |= codes - {*_SAY_NOTHING, _MEN}
    asked.males |= _MEN in codes
    asked.indicators |= {key_of(thing) for thing in term.things if kind_of(thing) == "indicator"}
    silences = [key_of(thing) for thing in term.things if kind_of(thing) == "silence"]
    asked.silences += silences if not corrected else []
    thing = _likeliest(catalog, term)
    if thing and not codes - {_MEN}:
        kind = kind_of(thing)
        keys = asked.things.setdefault(kind, [])
        keys += [key_of(one) for one in _as_likely(term, thing) if key_of(one) not in keys]
    elif not codes and (corrected or not silences):
        asked.left += [word for word in term.words if word not in asked.left]


def _likeliest(catalog: Catalog, term: Term) -> str:
    """The thing that a term most likely means, best fit first; a commune stands for no place of its own."""
    found = [thing for thing in term.things if kind_of(thing) in THINGS]
    order = list(catalog.places)
    return min(
        found,
        key=lambda thing: (
            -term.things[thing] if kind_of(thing) == "place" else 0,
            THINGS.index(kind_of(thing)),
            order.index(key_of(thing)) if kind_of(thing) == "place" else 0,
        ),
        default="",
    )


def _as_likely(term: Term, thing: str) -> list[str]:
    """A theme with the others that a word means as well (`food`): no one number answers for all of them."""
    if kind_of(thing) != "theme":
        return [thing]
    return [one for one in term.things if kind_of(one) == "theme" and term.things[one] == term.things[thing]]


def _settle(catalog: Catalog, asked: Asked, negated: bool) -> None:
    """Words that are left may be part of an indicator's name; `not spent` is a measure of its own."""
    if negated and "spent" in asked.measures:
        asked.measures = (asked.measures - {"spent", "mobilised"}) | {"unspent"}
    holding = _indicators_with(catalog, asked.left)
    narrowed = asked.indicators & set(holding)
    named = narrowed or {key for key, share in holding.items() if share > _MOSTLY}
    if asked.left and named:
        asked.indicators, asked.left = named, []


def _indicators_with(catalog: Catalog, words: list[str]) -> dict[str, float]:
    """The indicators in whose name all words stand, with the share of the name that they are."""
    names = _asking_lexicon(catalog)
    found: dict[str, float] = {}
    for language in (*LANGUAGES, EXACT):
        key = names.key(words, language)
        holders = [names.parts[language].get(part, {}) for part in key]
        for thing in set.intersection(*map(set, holders)) if holders else ():
            if kind_of(thing) == "indicator":
                share = len(key) / min(holder[thing] for holder in holders)
                found[key_of(thing)] = max(share, found.get(key_of(thing), 0))
    return found
