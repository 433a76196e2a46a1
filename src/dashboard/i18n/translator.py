"""Key -> text from one .po file per language; what one lacks, the next of its country says."""

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from types import MappingProxyType

from babel import Locale
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from dashboard.domain.records import TableRecord
from dashboard.i18n.languages import COMPLETE, LOCALES, fallbacks
from dashboard.i18n.manners import MINUS, NO_BREAK, Manners
from dashboard.i18n.scales import COUNTED_PLACES, CURRENCY, MONEY_SCALES, SYMBOL, counted_messages

Messages = Mapping[str, str | tuple[str, ...]]
Names = Mapping[str, str]
"""What a country calls its things, by the places that messages keep for them: `country.in` -> `au Mali`."""

_PLACE = re.compile(r"\{(\w+\.\w+)\}")
"""Where a text names what each country has of its own; with a capital, `{Country.all}`, at its beginning."""


class Translator:
    """The words of one language.

    Call it with a key for a text; `one`/`many` forms are picked by `n`.

    Attributes:
        language: its code.
        manners: how it writes numbers, lists and marks.
    """

    def __init__(
        self,
        language: str,
        messages: Messages,
        manners: Manners,
        instead: "Translator | None" = None,
        names: Names = MappingProxyType({}),
    ) -> None:
        """A translator over the messages of a catalogue; `instead` is asked for those that it lacks.

        The `names` of a country stand already in the messages.
        """
        self.language = language
        self.manners = manners
        self._messages = messages
        self._instead = instead
        self._names = names

    def __call__(self, key: str, /, n: float | None = None, **facts: object) -> str:
        """The text of a key with its placeholders filled.

        Args:
            key: a msgid of the catalogue.
            n: the number that picks singular or plural; also fills `{n}`, formatted.
            facts: values for the other placeholders, used as they are.

        Raises:
            KeyError: when no catalogue has the key, so that no page shows a bare key.
        """
        text = self.template(key, n)
        if n is not None:
            facts = {"n": self.number(n), **facts}
        return text.format(**facts) if facts else text

    def template(self, key: str, n: float | None = None) -> str:
        """The text of a key with its placeholders open, for sentences with links in them; `n` as above."""
        if self._instead and key not in self._messages:
            return self._instead.template(key, n)
        text = self._messages[key]
        if isinstance(text, str):
            return text
        return text[-1] if n is None else text[self.manners.plural(n, len(text))]

    def speaking(self, names: Mapping[str, Names]) -> "Translator":
        """The same words with the names of a country in their places.

        Args:
            names: by language; a name that is not there leaves its place open.
        """
        own = {place: self.spaced(name) for place, name in names.get(self.language, {}).items()}
        scale = own.get("currency.scale", "million")
        counted = zip(COUNTED_PLACES, counted_messages(scale), strict=True)
        own |= {place: _named(self.template(key), own) for place, key in counted}
        messages = {
            key: _named(text, own) if isinstance(text, str) else tuple(_named(form, own) for form in text)
            for key, text in self._messages.items()
        }
        instead = self._instead.speaking(names) if self._instead else None
        return Translator(self.language, messages, self.manners, instead, own)

    def named(self, text: str) -> str:
        """A text that is no message, such as prose, with the names of the country in their places."""
        return _named(text, self._names)

    def places(self) -> frozenset[str]:
        """The places that the messages of this language keep for a country's names: `country.in`."""
        forms = (
            form for text in self._messages.values() for form in ([text] if isinstance(text, str) else text)
        )
        named = (_uncapitalised(place) for form in forms for place in _PLACE.findall(form))
        return frozenset(named) - {*COUNTED_PLACES}

    def has(self, key: str) -> bool:
        """Whether there is a text for the key."""
        return key in self._messages or (self._instead is not None and self._instead.has(key))

    def of(self, row: TableRecord | Mapping[str, object], column: str = "name") -> str:
        """A table's text in this language: `name_fr`/`name_en`, that of the next language where it has none.

        A bare column stands for each language without one of its own: `note` is English beside `note_fr`.
        """
        return self.spaced(self.bare(row, column))

    def bare(self, row: TableRecord | Mapping[str, object], column: str = "name") -> str:
        """The same text as the table holds it, without no-break spaces: for files that programs read."""
        texts = row.texts if isinstance(row, TableRecord) else row
        if own := texts.get(f"{column}_{self.language}"):
            return str(own)
        others = (f"{column}_{one}" for one in fallbacks(self.language))
        return str(next((texts[one] for one in (column, *others) if texts.get(one)), ""))

    def spaced(self, text: str) -> str:
        """A text of a table or a page with the apostrophes, dashes and no-break spaces that are wanted."""
        return self.manners.spaced(text, self.template("words.before_numbers").split())

    def language_name(self, language: str) -> str:
        """What this language calls another: `français`, `French`."""
        return self.manners.language_name(language)

    def spaced_messages(self) -> dict[str, str | tuple[str, ...]]:
        """The texts of the catalogue with the no-break spaces that this language wants."""
        return {
            key: self.spaced(text) if isinstance(text, str) else tuple(map(self.spaced, text))
            for key, text in self._messages.items()
        }

    def listing(self, names: Sequence[str]) -> str:
        """Names one after the other: `A`, `A et B`, `A, B et C`."""
        return self.manners.listing(names)

    def number(self, value: float, decimals: int | None = None) -> str:
        """A number as this language writes it, `1 234,5` or `1,234.5`, with a true minus.

        Decimals as needed, two at most, where none are asked.
        """
        pattern = "#,##0.##" if decimals is None else "#,##0." + "0" * decimals if decimals else "#,##0"
        return self.manners.number(value, pattern)

    def signed(self, value: float, decimals: int | None = None) -> str:
        """A change with its sign: +2,0 or a true minus."""
        text = self.number(abs(value), decimals)
        return ("+" if value > 0 else MINUS if value < 0 else "") + text

    def percent(self, value: float, decimals: int | None = None) -> str:
        """A percentage: `84 %` in French (narrow no-break space), `84%` in English."""
        return self.manners.percent(self.number(value, decimals))

    def change(self, percent: float) -> str:
        """A change in percent with its sign: `+9 %`; a decimal where it is less than one."""
        return self.manners.percent(self.signed(percent, 0 if abs(percent) >= 1 or not percent else 1))

    def date(self, year: int, month: int = 0, day: int = 0) -> str:
        """A date as precise as known: `2021`, `janv. 2021`, `30 juin 2016`; years are never grouped."""
        if not month:
            return str(year)
        return self.manners.date(datetime.date(year, month, day or 1), "d MMM y" if day else "MMM y")

    @property
    def currency(self) -> str:
        """The code of the currency of amounts, as units write it: `usd`."""
        return self._names.get("currency.code", CURRENCY).lower()

    def dollars(self, value: float) -> str:
        """A full amount: `228 429 249 $` or `$228,429,249`; negatives with a true minus."""
        return self._money(self.number(abs(value), 0), value)

    @property
    def scale(self) -> int:
        """How many units of the currency its short amounts count by."""
        return MONEY_SCALES[self._names.get("currency.scale", "million")]

    def scaled(self, value: float, decimals: int | None = 1) -> str:
        """A short amount, one decimal if not asked otherwise: `228,4 M $` or `$228.4 M`.

        In full where the country counts by one, and where a short one would say nothing: `6 000 $`.
        """
        if self.scale == 1 or not round(value / self.scale, 2 if decimals is None else decimals):
            return self.dollars(value)
        sign = self(f"scale.{self._names.get('currency.scale', 'million')}.sign")
        return self._money(f"{self.number(abs(value) / self.scale, decimals)}{NO_BREAK}{sign}", value)

    def _money(self, digits: str, value: float) -> str:
        sign = self._names.get("currency.sign", SYMBOL)
        return (MINUS if value < 0 else "") + self.manners.money(digits, sign)


@cache
def translator(language: str) -> Translator:
    """The translator of a language, read once.

    Raises:
        FileNotFoundError: for a language without a catalogue.
    """
    chain = [language, *fallbacks(language)]
    # What the last one lacks nobody says: it is one that lacks nothing.
    last = max(place for place, one in enumerate(chain) if one in COMPLETE)
    return _translator(tuple(chain[: last + 1]))


@cache
def _translator(languages: tuple[str, ...]) -> Translator:
    """The translator of the first of some languages; the others stand in, in their order."""
    language, *others = languages
    with (LOCALES / f"{language}.po").open("rb") as file:
        catalogue = read_po(file)
    instead = _translator(tuple(others)) if others else None
    manners = Manners(_locale(language, catalogue.locale))
    raw = Translator(language, dict(_texts(catalogue, whole=instead is None)), manners, instead)
    return Translator(language, raw.spaced_messages(), manners, instead)


def _named(text: str, names: Names) -> str:
    """A message with names in their places; a group in capitals begins a sentence."""

    def name(place: re.Match[str]) -> str:
        asked = place.group(1)
        found = names.get(_uncapitalised(asked), place.group())
        return found[:1].upper() + found[1:] if asked[0].isupper() else found

    return _PLACE.sub(name, text) if "{" in text else text


def _uncapitalised(place: str) -> str:
    return place[:1].lower() + place[1:]


def _texts(catalogue: Catalog, whole: bool) -> Iterator[tuple[str, str | tuple[str, ...]]]:
    """Key and text, or forms, of every message; those without a text only of a catalogue that is `whole`, for
    which no other stands in."""
    for message in catalogue:
        key = message.id if isinstance(message.id, str) else message.id[0]
        texts = (message.string,) if isinstance(message.string, str) else tuple(message.string or ())
        if key and (whole or all(texts)):
            yield key, texts if len(texts) > 1 else texts[0]


def _locale(language: str, named: Locale | None) -> Locale:
    """The locale that a catalogue names; that of its file where it names another language or none."""
    return named if named and named.language == language else Locale.parse(language)


def spaced(text: str, language: str) -> str:
    """A text with the no-break spaces that a language wants."""
    return translator(language).spaced(text)
