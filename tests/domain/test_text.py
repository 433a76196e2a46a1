"""A search finds what a reader types without the signs that keyboards lack."""

import unicodedata

import pytest

from dashboard.domain.text import JOINED, folded, unaccented, words_of


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("Mise en œuvre", "mise en oeuvre"),
        ("ŒUVRE", "oeuvre"),
        ("et cætera", "et caetera"),
        ("ÆGYPTUS", "aegyptus"),
        ("e\u0301cole", "école"),
        ("ofﬁce", "office"),
        ("Ké-Macina", "ke macina"),
        ("l’eau", "l'eau"),
        ("2\u202f100", "2 100"),
        ("km²", "km2"),
    ],
)
def test_both_spellings_are_one(written, typed):
    assert folded(written) == folded(typed)
    assert words_of(written) == words_of(typed)


def test_folding_again_changes_nothing():
    for text in ("Œuvre", "Tessalit", "ß", "Ⅳ℡", "l’Æ"):
        assert folded(folded(text)) == folded(text)


def test_what_is_known_of_single_letters_holds_for_all_of_them():
    """Each letter stands for itself: a text is folded letter by letter as Unicode folds it whole."""
    for start in (*range(0, 0x3000, 0x100), 0xFB00, 0x1D400):
        text = "".join(map(chr, range(start, start + 0x100)))
        whole = unicodedata.normalize("NFKD", text).casefold().translate(JOINED)
        assert unaccented(text) == "".join(c for c in whole if not unicodedata.combining(c))
