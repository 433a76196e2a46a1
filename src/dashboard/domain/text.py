"""Text as readers type it, so that a search finds it whatever the accents."""

import unicodedata


def unaccented(text: str) -> str:
    """Lower case without accents: `Ké-Macina` -> `ke-macina`."""
    decomposed = unicodedata.normalize("NFD", text.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def folded(text: str) -> str:
    """Lower case, without accents, hyphens and apostrophes read as spaces: `Ké-Macina` -> `ke macina`."""
    return " ".join(unaccented(text).translate(SPACES).split())


SPACES = str.maketrans(dict.fromkeys("-'’‑–—/", " "))


def words_of(text: str) -> str:
    """The folded words of a text and nothing else, one space apart: `«L'eau», 2 100` -> `l eau 2 100`."""
    return " ".join("".join(c if c.isalnum() else " " for c in folded(text)).split())
