"""Where a number stands in a line of text, and the sentence around it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from dashboard.domain.text import words_of

_BEFORE, _AFTER = 40, 70
"""Letters beside a number in which words tell what it counts."""
_SPACE = "[ \u00a0\u202f.]?"
"""What may part the thousands."""
_END = re.compile(r"(?<=[.;!?])\s+(?=[^a-z\s])")
"""Where one sentence ends and the next begins."""
_LINES = re.compile(r"\bL(\d+)(?:-(\d+))?")
_SPELT = (
    "nul nulle nuls nulles zéro zero aucun aucune", "un une one", "deux two", "trois three", "quatre four",
    "cinq five", "six", "sept seven", "huit eight", "neuf nine", "dix dizaine ten", "onze eleven",
    "douze douzaine twelve dozen", "treize thirteen", "quatorze fourteen", "quinze quinzaine fifteen",
    "seize sixteen",
)  # fmt: skip
_SPELT_TENS = {
    20: "vingt vingtaine twenty", 30: "trente trentaine thirty", 40: "quarante quarantaine forty",
    50: "cinquante cinquantaine fifty", 60: "soixante soixantaine sixty", 100: "cent centaine",
}  # fmt: skip
_WORDS = {**dict(enumerate(_SPELT)), **_SPELT_TENS}
"""Numbers as people spell them out, whatever the language of the report."""
_MILLION = 1_000_000
_LONG = 4
"""Letters of the shortest word that tells something."""


@dataclass(frozen=True)
class Stretch:
    """Letters of a line, from `start` up to `end`."""

    start: int
    end: int


def lines_named(ref: str) -> list[int]:
    """The lines that a place in the report names: `2.6, Tab1, L773, L785-787` -> 773, 785, 786, 787."""
    named = [(int(first), int(last or first)) for first, last in _LINES.findall(ref)]
    return list(dict.fromkeys(line for first, last in named for line in range(first, last + 1)))


def spans_of(line: str, value: float) -> list[Stretch]:
    """Every place where a line writes a number; in millions or words only where no digits say it.

    Args:
        line: of the text.
        value: the number, whose sign a sentence may say in words.
    """
    ways = (_digits(value), rf"{_digits(value / _MILLION)}\s?millions?", _spelt(value))
    found = (_written(re.compile(way, re.IGNORECASE), line) for way in ways if way)
    return next((spans for spans in found if spans), [])


def _written(pattern: re.Pattern[str], line: str) -> list[Stretch]:
    return [Stretch(*found.span()) for found in pattern.finditer(line)]


def _spelt(value: float) -> str:
    words = _WORDS.get(int(value), "").split() if value == int(value) else []
    return rf"(?<![\w-])(?:{'|'.join(words)})(?![\w-])" if words else ""


def _digits(value: float) -> str:
    """A pattern of the number as people write it: leading zeros, parted thousands, point or comma."""
    whole, _, rest = format(abs(Decimal(str(value))), "f").partition(".")
    rest = rest.rstrip("0")
    groups = [whole[max(0, end - 3) : end] for end in range(len(whole), 0, -3)][::-1]
    decimals = rf"[.,]{rest}0*" if rest else "(?:[.,]0+(?!\\d))?"
    before = r"(?<!\d)(?<!\d[.,])" + (r"(?<!\d[ \u00a0\u202f])" if len(groups[0]) == 3 else "")
    after = r"(?!\d)(?![.,]\d)(?![ \u00a0\u202f]\d{3}(?!\d))"
    return rf"{before}0*{_SPACE.join(groups)}{decimals}{after}"


def best_place(line: str, spans: Iterable[Stretch], told: str, taken: Iterable[Stretch]) -> Stretch | None:
    """The place that most words around tell is meant; of equal ones the first that no other number has.

    Args:
        line: of the text.
        spans: where the number stands.
        told: what the number counts, in words.
        taken: where other numbers were found.
    """
    words, others = _telling(told), set(taken)

    def fit(span: Stretch) -> int:
        around = f"{line[max(0, span.start - _BEFORE) : span.start]} {line[span.end : span.end + _AFTER]}"
        return len(words & _telling(around)) - (span in others)

    return max(spans, key=fit, default=None)


def _telling(text: str) -> set[str]:
    """The words of a text that tell something, without what ends them."""
    return {word[: _LONG + 2].rstrip("s") for word in words_of(text).split() if len(word) >= _LONG}


def sentence_at(line: str, span: Stretch) -> Stretch:
    """The sentence in which a place of a line stands."""
    ends = [found.span() for found in _END.finditer(line)]
    start = max((end for _, end in ends if end <= span.start), default=0)
    return Stretch(start, min((first for first, _ in ends if first >= span.end), default=len(line)))
