"""How a language writes numbers, money, lists and marks, by the CLDR data that Babel carries.

No language is named here: what differs between two of them is read from their locales.
"""

import datetime
import re
from collections.abc import Sequence
from functools import lru_cache

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal, get_decimal_symbol, get_group_symbol

NO_BREAK = "\u00a0"
NARROW_NO_BREAK = "\u202f"
MINUS = "\u2212"
CURRENCY_SIGN = "¤"
PLURALS = ("zero", "one", "two", "few", "many", "other")
"""The plural forms of CLDR, in the order in which catalogues list those that their language has."""


class Manners:
    """The manners of one language.

    Attributes:
        locale: language and, where the catalogue names one, territory.
        tag: the locale for programs: `fr_FR`.
        decimal: its decimal sign.
        delimiter: what parts the columns of its CSV files: a semicolon where the decimal sign is a comma, as
            spreadsheets of that language expect.
    """

    def __init__(self, locale: Locale) -> None:
        self.locale = locale
        self.tag = str(locale)
        self.decimal = get_decimal_symbol(locale)
        self.delimiter = ";" if self.decimal == "," else ","
        self._groups_by_space = not get_group_symbol(locale).strip()
        self._percent = " " in locale.percent_formats[None].pattern.replace(NO_BREAK, " ")
        self._money = _parts(locale.currency_formats["standard"].pattern)
        forms = {*locale.plural_form.tags, "other"}
        self._forms = [form for form in PLURALS if form in forms]

    def plural(self, n: float, forms: int) -> int:
        """Which of so many forms of a message goes with a number."""
        return min(self._forms.index(self.locale.plural_form(abs(n))), forms - 1)

    def number(self, value: float, pattern: str) -> str:
        """A number by a pattern of CLDR, with a true minus."""
        return _decimal(value, pattern, self.tag)

    def percent(self, digits: str) -> str:
        """A written number as a percentage: `84 %` or `84%`."""
        return f"{digits}{NARROW_NO_BREAK if self._percent else ''}%"

    def money(self, digits: str, symbol: str) -> str:
        """A written number as an amount: `228,4 $` or `$228.4`."""
        before, after = (part.replace(CURRENCY_SIGN, symbol) for part in self._money)
        return f"{before}{digits}{after}"

    def listing(self, names: Sequence[str]) -> str:
        """Names one after the other: `A`, `A et B`, `A, B et C`."""
        return str(format_list(list(names), locale=self.locale))

    def date(self, known: datetime.date, pattern: str) -> str:
        """A date by a pattern of CLDR."""
        return str(format_date(known, pattern, locale=self.locale))

    def language_name(self, language: str) -> str:
        """What this language calls another."""
        return str(Locale.parse(language).get_language_name(self.locale))

    def spaced(self, text: str, before_numbers: Sequence[str]) -> str:
        """The text as it is set: true apostrophes, dashes, ellipses and minus signs, and no-break spaces:
        no line begins with a mark or parts what belongs together.

        What is typed on a keyboard, in a spreadsheet or in a catalogue, becomes right here and nowhere else.

        Args:
            text: a text for readers.
            before_numbers: words that keep to the number after them, such as `table`.
        """
        return _spaced(text, tuple(before_numbers), self._groups_by_space)


@lru_cache(maxsize=10_000)
def _spaced(text: str, before_numbers: tuple[str, ...], groups_by_space: bool) -> str:
    """So much is remembered as the tables hold: a page shows the same texts again and again."""
    for typed, right in TYPED:
        text = typed.sub(right, text)
    text = FRENCH_MARKS.sub(lambda mark: NO_BREAKS[mark.group()], text)
    text = UNITS.sub(NO_BREAK, text)
    if before_numbers:
        text = _numbered(before_numbers).sub(rf"\1{NO_BREAK}", text)
    return DIGIT_GROUPS.sub(NARROW_NO_BREAK, text) if groups_by_space else text


def _parts(pattern: str) -> tuple[str, str]:
    """What stands before and after the digits in a pattern of CLDR, of positive numbers."""
    before, digits, after = re.split(r"([#0][#0,.]*)", pattern.split(";")[0], maxsplit=1)
    assert digits, pattern
    return before, after


@lru_cache(8192)
def _decimal(value: float, pattern: str, tag: str) -> str:
    """The same numbers stand in every view of a page: each is written once."""
    return str(format_decimal(value, format=pattern, locale=tag)).replace("-", MINUS)


@lru_cache(8)
def _numbered(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b({'|'.join(map(re.escape, words))}) (?=[\d{{])", re.IGNORECASE)


TYPED = (
    (re.compile(r"(?<=\w)'(?=\w)|(?<=s)'(?= \w)"), "’"),
    (re.compile(r"(?<=\b(?:19|20)\d\d)-(?=(?:19|20)\d\d\b(?!-))"), "–"),
    (re.compile(r"(?<!\.)\.\.\.(?!\.)"), "…"),
    (re.compile(r"(?<![\w\])./–-])-(?=\d)"), MINUS),
)
"""What a keyboard writes, and what is meant: apostrophe, years from to, words left out, a minus."""
NO_BREAKS = {
    "« ": f"«{NO_BREAK}",
    " »": f"{NO_BREAK}»",
    " :": f"{NO_BREAK}:",
    " ;": f"{NARROW_NO_BREAK};",
    " ?": f"{NARROW_NO_BREAK}?",
    " !": f"{NARROW_NO_BREAK}!",
    " %": f"{NARROW_NO_BREAK}%",
}
"""Only who writes in the French way puts a space there."""
UNITS = re.compile(r"(?<=[\d}]) (?=(?:ko|kB|USD)\b)")
DIGIT_GROUPS = re.compile(r"(?<=\d) (?=\d{3}\b)")
FRENCH_MARKS = re.compile("|".join(map(re.escape, NO_BREAKS)))
