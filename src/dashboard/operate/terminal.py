"""The operator's terminal: its language, and letters that it can show."""

import codecs
import os
import re
import sys
import unicodedata
from io import TextIOWrapper

from dashboard.i18n import LANGUAGES, Translator, translator

LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")
"""The first that is set says the language."""

_PLAIN = {
    "«": '"', "»": '"', "“": '"', "”": '"', "\u2019": "'", "›": ">", "·": "-", "…": "...", "−": "-",
    "–": "-", "œ": "oe", "Œ": "OE", "æ": "ae", "×": "x",
}  # fmt: skip
"""Signs for terminals that have only the letters of telegrams."""

HANDLER = "dashboard.plain"


def terminal_language() -> str:
    """The language that the terminal asks for, our first where we lack it."""
    wanted = next((value for name in LOCALE if (value := os.environ.get(name))), "")
    language = re.split(r"[_.@-]", wanted)[0].lower()
    return language if language in LANGUAGES else LANGUAGES[0]


def agreed(question: str, t: Translator) -> bool:
    """Whether a person at a terminal says yes; nobody there is a no."""
    return sys.stdin.isatty() and input(f"{question} ").strip().casefold() in t("fetch.yes").split()


def say_loading() -> None:
    """The first word of a start, before what takes long is even imported."""
    speak_plainly()
    print(translator(terminal_language())("start.loading"), flush=True)


def plain_letters(text: str) -> str:
    """The text in ASCII: é as e, « as ", anything unknown as ?."""
    spelt = "".join(_PLAIN.get(letter, letter) for letter in text)
    return "".join(
        letter if letter.isascii() else "" if unicodedata.combining(letter) else "?"
        for letter in unicodedata.normalize("NFKD", spelt)
    )


def speak_plainly() -> None:
    """From now on nothing printed fails because the terminal lacks a letter."""
    codecs.register_error(HANDLER, _replacement)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors=HANDLER)


def _replacement(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return plain_letters(error.object[error.start : error.end]), error.end
