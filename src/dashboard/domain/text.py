"""Text as readers type it, so that a search finds it whatever the accents."""

import unicodedata


def unaccented(text: str) -> str:
    """Lower case without accents, joined letters apart: `Ké-Macina` -> `ke-macina`, `œuvre` -> `oeuvre`."""
    decomposed = unicodedata.normalize("NFKD", text).casefold().translate(JOINED)
    return "".join(c for c in decomposed if not unicodedata.combining(c))


JOINED = {ord("œ"): "oe", ord("æ"): "ae"}
"""What Unicode takes for letters of their own."""


def folded(text: str) -> str:
    """Lower case, without accents, joined letters apart, hyphens and apostrophes read as spaces:
    `Ké-Macina` -> `ke macina`, `Mise en œuvre` -> `mise en oeuvre`."""
    return " ".join(unaccented(text).translate(_SPACES).split())


_SPACES = str.maketrans(dict.fromkeys("-'’‑‐–—/", " "))


def words_of(text: str) -> str:
    """The folded words of a text and nothing else, one space apart: `«L'eau», 2 100` -> `l eau 2 100`."""
    return " ".join("".join(c if c.isalnum() else " " for c in folded(text)).split())
