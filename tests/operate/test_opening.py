"""What only the pages know is asked too: where questions and readers' words lead."""

import pytest

from dashboard.i18n import translator
from dashboard.operate.opening import faults_of
from dashboard.operate.report import problem_lines
from store.packages import set_cell

QUESTION = {"question_id": "q-agency-4"}
LOST = {
    "question_page": ("questions", QUESTION, "page", "finances"),
    "question_key": ("questions", QUESTION, "key", "ML99"),
    "question_anchor": ("questions", {"question_id": "q-agency-1"}, "anchor", "funding-money-2"),
    "question_query": ("questions", {"question_id": "q-agency-1"}, "query", "by=agence"),
    "slide_page": ("decks", {"slide_id": "money"}, "card", "finances-money"),
    "slide_card": ("decks", {"slide_id": "money"}, "card", "funding-board"),
    "slide_picture": ("decks", {"slide_id": "who"}, "card", "agencies-register"),
    "code_form": ("decks", {"slide_id": "money"}, "deck", "année, 2021"),
}
"""Rule -> table, row, column and the value that leads nowhere."""


@pytest.mark.parametrize("rule", LOST)
def test_a_question_or_slide_that_leads_nowhere_is_told(package, rule):
    table, where, column, value = LOST[rule]
    set_cell(package, table, where, **{column: value})
    problems = faults_of(package)
    assert [(p.table, p.column, p.value, p.rule) for p in problems] == [(table, column, value, rule)]
    for language in ("fr", "en"):
        assert value in problem_lines(problems, translator(language))[0]


def test_a_word_that_means_no_page_is_told(package):
    set_cell(package, "synonyms", {}, means="page:nowhere")
    assert [(p.table, p.row, p.rule) for p in faults_of(package)] == [("synonyms", 2, "question_page")]
