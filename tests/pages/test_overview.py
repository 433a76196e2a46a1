"""The Overview: the year on one screen."""

import re

import pytest

from dashboard.components.markup import markup
from dashboard.pages.registry import PAGES, context_of

_FIRST = re.compile(r'<div class="overview-first">.*?<section[^>]*overview-where', re.DOTALL)


@pytest.fixture
def first_screen(catalog):
    """The left half of the first screen, in French."""
    context = context_of(catalog, "/fr/", "")
    return _FIRST.search("".join(map(markup, PAGES["overview"].layout(context))))[0]


def test_each_axis_says_its_number_its_results_and_its_rates(first_screen):
    board = re.search(r"<tbody>.*?</tbody>", first_screen, re.DOTALL)[0]
    rows = [re.sub(r"<[^>]+>", " ", row).split(" ") for row in board.split("<tr")[2:]]
    rows = [[word for word in row[1:] if word] for row in rows]
    assert [row[0] for row in rows] == ["Axe\u00a03", "Axe\u00a02", "Axe\u00a01"]
    assert [row[row.index("résultats") - 1] for row in rows] == ["53", "60", "46"]
    assert [row[-3:] for row in rows] == [
        ["296,5", "63\u202f%", "57\u202f%"],
        ["229,6", "53\u202f%", "54\u202f%"],
        ["52,4", "166\u202f%", "72\u202f%"],
    ]
    assert re.findall(r'class="beside" href="([^"]+)"|href="([^"]+)" class="beside"', board)


def test_what_moved_and_what_cannot_be_judged_is_counted_and_the_headlines_stand_first(first_screen):
    text = re.sub(r"<[^>]+>", " ", first_screen)
    worse, better = text.index("7 lignes se dégradent"), text.index("7 lignes s’améliorent")
    assert worse < text.index("déplacées") < better < text.index("5 lignes ne se jugent pas")
    assert text.index("déplacées") < text.index("Ibrahim"), "what the tables put first is read first"
    assert 'href="#overview-status"' in first_screen
