"""Results as readers see them."""

import re

import pytest

from dashboard.components.links import Link
from dashboard.components.markup import markup
from dashboard.components.results import ResultGroup, ResultItem, grouped_results, result_list
from dashboard.i18n import LANGUAGES, translator


@pytest.fixture(params=LANGUAGES)
def t(request):
    return translator(request.param)


ITEM = ResultItem(
    id="r1",
    summary=[Link("30", "/f/r~r1~1", name="30 écoles"), " écoles <neuves>"],
    passport="/f/r~r1",
    axis="axis-1",
    path=[Link("Axe", "/axe"), Link("1.1.1 Produit", "/produit")],
    agencies=[Link("PAM", "/pam", "Programme alimentaire mondial")],
    scope="National",
    repeats=Link("autre", "/f/r~r2"),
    source="Rapport, L1",
)


def text_of(html: str) -> str:
    return re.sub(r"<[^>]*>", "", html)


def test_a_result_alone_says_its_path_and_agencies(t):
    html = markup(result_list([ITEM], t))
    assert "1.1.1 Produit" in html and 'title="Programme alimentaire mondial"' in html
    assert "30 écoles &lt;neuves&gt;" in text_of(html)


def test_a_group_says_them_once(t):
    group = ResultGroup(ITEM.path[-1], ITEM.axis, ITEM.agencies, [ITEM, ITEM])
    html = markup(grouped_results([group], t))
    assert text_of(html).count("1.1.1 Produit") == 1 and html.count(">PAM<") == 1


def test_a_bare_group_leaves_its_heading_to_the_place(t):
    group = ResultGroup(ITEM.path[-1], ITEM.axis, ITEM.agencies, [ITEM])
    assert "<h3" not in markup(grouped_results([group], t, headed=False))


def test_scope_and_repetition_are_said(t):
    html = markup(result_list([ITEM], t))
    assert "National" in html and t("filter.scope") in html
    assert t("result.repeats") in html and 'href="/f/r~r2"' in html


def test_no_results_are_said_in_words(t):
    assert t("results.none") in markup(result_list([], t))
