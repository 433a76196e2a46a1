"""Key -> text from one .po file per language; numbers by Babel's CLDR data."""

import datetime
import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path

from babel.dates import format_date
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

LOCALES = Path(__file__).resolve().parents[1] / "locales"

LANGUAGES = tuple(
    sorted((path.stem for path in LOCALES.glob("*.po")), key=lambda language: (language != "fr", language))
)
"""Every language that has a catalogue; French, the country team's language, comes first."""

NO_BREAK = "\u00a0"
NARROW_NO_BREAK = "\u202f"
MINUS = "\u2212"
MILLION = 1_000_000


class Translator:
    """The words of one language.

    Call it with a key for a text; `one`/`many` forms are picked by `n`.
    """

    def __init__(self, language: str, messages: Mapping[str, str | tuple[str, ...]]) -> None:
        self.language = language
        self._messages = messages

    def __call__(self, key: str, /, n: float | None = None, **facts: object) -> str:
        """The text of a key with its placeholders filled.

        Args:
            key: a msgid of the catalogue.
            n: the number that picks singular or plural; also fills `{n}`, formatted.
            facts: values for the other placeholders, used as they are.

        Raises:
            KeyError: when the catalogue lacks the key, so that no page shows a bare key.
        """
        text = self.template(key, n)
        if n is not None:
            facts = {"n": self.number(n), **facts}
        return text.format(**facts) if facts else text

    def template(self, key: str, n: float | None = None) -> str:
        """The text of a key with its placeholders open, for sentences with links in them; `n` as above."""
        text = self._messages[key]
        return text if isinstance(text, str) else text[0] if self._is_one(n) else text[1]

    def has(self, key: str) -> bool:
        """Whether the catalogue knows the key."""
        return key in self._messages

    def _is_one(self, n: float | None) -> bool:
        # French counts 0 and 1,5 as singular, English only 1.
        if n is None:
            return False
        return abs(n) < 2 if self.language == "fr" else n == 1

    def of(self, row: Mapping[str, object], column: str = "name") -> str:
        """A table's text in this language: `name_fr`/`name_en`, French where there is no other.

        A bare column stands for each language without one of its own: `note` is English beside `note_fr`.
        """
        value = row.get(f"{column}_{self.language}") or row.get(column) or row.get(f"{column}_fr") or ""
        return spaced(str(value), self.language)

    def listing(self, names: Sequence[str]) -> str:
        """Names one after the other: `A`, `A et B`, `A, B et C`."""
        *others, last = names
        return self("list.two", first=", ".join(others), second=last) if others else last

    def number(self, value: float, decimals: int | None = None) -> str:
        """A number as this language writes it, `1 234,5` or `1,234.5`, with a true minus.

        Decimals as needed, two at most, where none are asked.
        """
        pattern = "#,##0.##" if decimals is None else "#,##0." + "0" * decimals if decimals else "#,##0"
        return _decimal(value, pattern, self.language)

    def signed(self, value: float, decimals: int | None = None) -> str:
        """A change with its sign: +2,0 or a true minus."""
        text = self.number(abs(value), decimals)
        return ("+" if value > 0 else MINUS if value < 0 else "") + text

    def percent(self, value: float, decimals: int | None = None) -> str:
        """A percentage: `84 %` in French (narrow no-break space), `84%` in English."""
        space = NARROW_NO_BREAK if self.language == "fr" else ""
        return f"{self.number(value, decimals)}{space}%"

    def date(self, year: int, month: int = 0, day: int = 0) -> str:
        """A date as precise as known: `2021`, `janv. 2021`, `30 juin 2016`; years are never grouped."""
        if not month:
            return str(year)
        known = datetime.date(year, month, day or 1)
        return str(format_date(known, "d MMM y" if day else "MMM y", locale=self.language))

    def dollars(self, value: float) -> str:
        """A full amount: `228 429 249 $` or `$228,429,249`; negatives with a true minus."""
        return self._money(self.number(abs(value), 0), value, "")

    def millions(self, value: float, decimals: int | None = 1) -> str:
        """In millions, one decimal if not asked otherwise: `228,4 M $` or `$228.4 M`; nothing is `0 $`."""
        if value == 0:
            return self.dollars(value)
        return self._money(self.number(abs(value) / MILLION, decimals), value, f"{NO_BREAK}M")

    def _money(self, digits: str, value: float, unit: str) -> str:
        sign = MINUS if value < 0 else ""
        if self.language == "fr":
            return f"{sign}{digits}{unit}{NO_BREAK}$"
        return f"{sign}${digits}{unit}"


@lru_cache(8192)
def _decimal(value: float, pattern: str, language: str) -> str:
    """The same numbers stand in every view of a page: each is written once."""
    return str(format_decimal(value, format=pattern, locale=language)).replace("-", MINUS)


def spaced(text: str, language: str) -> str:
    """The text with no-break spaces: no line parts a table from its number or a number from its unit.

    In French no line breaks a number or begins with a mark either.
    """
    text = UNITS.sub(NO_BREAK, NUMBERED.sub(rf"\1{NO_BREAK}", text))
    if language != "fr":
        return text
    whole_numbers = DIGIT_GROUPS.sub(NARROW_NO_BREAK, text)
    return FRENCH_MARKS.sub(lambda mark: NO_BREAKS[mark.group()], whole_numbers)


NO_BREAKS = {
    "« ": f"«{NO_BREAK}",
    " »": f"{NO_BREAK}»",
    " :": f"{NO_BREAK}:",
    " ;": f"{NARROW_NO_BREAK};",
    " ?": f"{NARROW_NO_BREAK}?",
    " !": f"{NARROW_NO_BREAK}!",
    " %": f"{NARROW_NO_BREAK}%",
}
NUMBERED = re.compile(
    r"\b(lignes?|lines?|sections?|tableau|table|graphique|chart|axe|axis) (?=[\d{])", re.IGNORECASE
)
UNITS = re.compile(r"(?<=[\d}]) (?=(?:ko|kB|USD)\b)")
DIGIT_GROUPS = re.compile(r"(?<=\d) (?=\d{3}\b)")
FRENCH_MARKS = re.compile("|".join(map(re.escape, NO_BREAKS)))


@cache
def translator(language: str) -> Translator:
    """The translator of a language, read once.

    Raises:
        FileNotFoundError: for a language without a catalogue.
    """
    with (LOCALES / f"{language}.po").open("rb") as file:
        catalogue = read_po(file, locale=language)
    messages: dict[str, str | tuple[str, ...]] = {}
    for message in catalogue:
        if message.id:
            plural = isinstance(message.id, tuple | list)
            key = message.id[0] if plural else message.id
            texts = tuple(spaced(text, language) for text in message.string or ()) if plural else ()
            messages[str(key)] = texts or spaced(str(message.string), language)
    return Translator(language, messages)
