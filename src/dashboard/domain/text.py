"""Text as readers type it, so that a search finds it whatever the accents."""

import re
import unicodedata


def unaccented(text: str) -> str:
    """Lower case without accents, joined letters apart: `Ké-Macina` -> `ke-macina`, `œuvre` -> `oeuvre`."""
    if text.isascii():  # most words of a dictionary, at a tenth of the time
        return text.lower()
    return text.translate(_BARE)


JOINED = {ord("œ"): "oe", ord("æ"): "ae"}
"""What Unicode takes for letters of their own."""


class _Bare(dict[int, str]):
    """What is left of each letter, found out once: texts hold the same few over and over."""

    def __missing__(self, code: int) -> str:
        decomposed = unicodedata.normalize("NFKD", chr(code)).casefold().translate(JOINED)
        self[code] = "".join(c for c in decomposed if not unicodedata.combining(c))
        return self[code]


_BARE = _Bare()


def folded(text: str) -> str:
    """Lower case, without accents, joined letters apart, hyphens and apostrophes read as spaces:
    `Ké-Macina` -> `ke macina`, `Mise en œuvre` -> `mise en oeuvre`."""
    return " ".join(unaccented(text).translate(_SPACES).split())


_SPACES = str.maketrans(dict.fromkeys("-'’‑‐–—/", " "))


def words_of(text: str) -> str:
    """The folded words of a text and nothing else, one space apart: `«L'eau», 2 100` -> `l eau 2 100`."""
    return " ".join(_WORD.findall(unaccented(text)))


_WORD = re.compile(r"[^\W_]+")
