"""A search finds what a reader types without the signs that keyboards lack."""

import pytest

from dashboard.domain.text import folded, words_of


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
