"""How wide words are, and where a line of them ends."""

import re
from collections.abc import Iterable
from functools import lru_cache

from dashboard.figures.letters import BOLD, REGULAR

PER_EM = 1000
UNKNOWN = 1000
"""Width of a letter that the table lacks: as wide as the widest."""

_WIDTHS = tuple(
    {letter: wide for wide, letters in table.items() for letter in letters} for table in (REGULAR, BOLD)
)
_BREAK = re.compile(r" +")


def width(words: str, size: float, bold: bool = False) -> float:
    """Width of words in letters of a size, in its unit, in the widest of our fonts; others take less."""
    return _wide(words, bold) * size / PER_EM


@lru_cache(maxsize=8192)
def _wide(words: str, bold: bool) -> int:
    """Width in thousandths of a letter's size: the same words are measured in many sizes and rooms."""
    widths = _WIDTHS[bold]
    return sum(widths.get(letter, UNKNOWN) for letter in words)


def widest(texts: Iterable[str], size: float, bold: bool = False) -> float:
    """Width of the widest of the texts; 0 for none."""
    return max((width(text, size, bold) for text in texts), default=0.0)


def wrapped(words: str, room: float, size: float, bold: bool = False) -> list[str]:
    """The lines that words take in a room; a word without room, such as an address, is parted anywhere."""
    lines: list[str] = []
    for word in _BREAK.split(words.strip()):
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and width(joined, size, bold) <= room:
            lines[-1] = joined
        else:
            lines += _parted(word, room, size, bold)
    return lines


def balanced(words: str, room: float, size: float, bold: bool = False) -> list[str]:
    """The same number of lines as `wrapped`, as long as one another as can be: none holds a single word."""
    lines = wrapped(words, room, size, bold)
    for part in range(19, 9, -1):
        narrower = wrapped(words, room * part / 20, size, bold)
        if len(narrower) > len(lines):
            break
        lines = narrower
    return lines


def _parted(word: str, room: float, size: float, bold: bool) -> list[str]:
    if width(word, size, bold) <= room:
        return [word]
    parts = [""]
    for letter in word:
        if parts[-1] and width(parts[-1] + letter, size, bold) > room:
            parts.append("")
        parts[-1] += letter
    return parts
