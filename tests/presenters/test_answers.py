"""A question in plain words is answered by the right figure, or not at all.

`tests/expected/questions.csv` holds questions as people write them, with the figure that answers each, read
from the report; for those of the kind `unanswerable` there is none.
"""

from pathlib import Path

import pandas as pd
import pytest

from dashboard.components.links import Link
from dashboard.components.markup import markup
from dashboard.components.replies import reply_box
from dashboard.components.sentences import plain
from dashboard.i18n import LANGUAGES
from dashboard.presenters.passports import passport_of
from dashboard.presenters.reader import Reader, speech
from dashboard.presenters.search.reply import reply_to

QUESTIONS = pd.read_csv(
    Path(__file__).parents[1] / "expected" / "questions.csv", dtype=str, keep_default_na=False
)
RIGHT = 0.9
"""The least share of answerable questions that are answered rightly."""


@pytest.fixture(scope="module")
def readers(catalog):
    return {language: Reader(catalog, speech(catalog, language)) for language in LANGUAGES}


@pytest.fixture(scope="module")
def replied(readers):
    """The figure that each question was answered with; empty for none."""
    replies = [reply_to(readers[row["language"]], row["question"]) for row in QUESTIONS.to_dict("records")]
    return pd.Series([reply.figure if reply else "" for reply in replies])


def test_the_list_holds_what_people_ask(readers):
    kinds = QUESTIONS["kind"].value_counts()
    assert len(QUESTIONS) >= 120
    assert kinds["misspelt"] >= 20
    assert kinds["unanswerable"] >= 20
    assert set(QUESTIONS["language"]) == set(LANGUAGES)
    figures = QUESTIONS.loc[QUESTIONS["kind"] != "unanswerable", "figure"]
    assert [figure for figure in figures if passport_of(readers["fr"], figure) is None] == []


def test_nine_in_ten_are_answered_rightly(replied):
    answerable = QUESTIONS["kind"] != "unanswerable"
    right = replied[answerable] == QUESTIONS.loc[answerable, "figure"]
    assert right.mean() >= RIGHT, list(QUESTIONS.loc[answerable, "question"][~right])


def test_at_most_one_answer_is_wrong(replied):
    wrong = (replied != "") & (replied != QUESTIONS["figure"])
    assert wrong.sum() <= 1, list(zip(QUESTIONS["question"][wrong], replied[wrong], strict=True))


def test_what_cannot_be_answered_is_not(readers):
    for row in QUESTIONS[QUESTIONS["kind"] == "unanswerable"].to_dict("records"):
        reply = reply_to(readers[row["language"]], row["question"])
        assert reply is not None, row["question"]
        assert not reply.figure, row["question"]
        assert plain(reply.said)


@pytest.mark.parametrize(
    ("question", "number"),
    [("Combien d'argent l'ONU a-t-elle dépensé ?", "332,4 M $"), ("Combien de résultats à Gao ?", "19")],
)
def test_the_answer_is_a_sentence_whose_number_leads_to_its_passport(readers, question, number):
    reply = reply_to(readers["fr"], question)
    html = markup(reply_box(reply, readers["fr"].t)).replace("\u00a0", " ")
    assert f'href="{readers["fr"].figure(reply.figure)}">{number}</a>' in html


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("Le PAM a-t-il tout dépensé ?", "Non. "),
        ("L'UNICEF a-t-elle tout dépensé ?", "Presque. "),
        ("L'OMS a-t-elle dépensé tout l'argent mobilisé ?", "Oui. "),
        ("Combien l'OMS a-t-elle dépensé ?", "En 2021"),
    ],
)
def test_whether_all_was_spent_is_answered_by_yes_or_no(readers, question, verdict):
    assert plain(reply_to(readers["fr"], question).said).startswith(verdict)


def test_the_finding_on_the_figure_stands_with_it(readers):
    reply = reply_to(readers["fr"], "Combien d'argent l'ONU a-t-elle dépensé ?")
    assert isinstance(reply.remarks[0], Link)
    assert "#finding-" in reply.remarks[0].href


@pytest.mark.parametrize(("language", "said"), [("fr", "1 résultat ("), ("en", "1 result (")])
def test_one_is_said_as_one(readers, language, said):
    assert said in plain(reply_to(readers[language], "Combien de résultats à Kidal ?").said)


def test_a_number_of_people_without_one_answer_is_told_by_results(readers):
    reply = reply_to(readers["fr"], "Combien de personnes ont eu accès à l'eau potable ?")
    assert {"145\u202f700", "94\u202f051"} <= {link.text.split(" ")[0] for link in reply.readings}


def test_unsure_it_offers_readings(readers):
    reply = reply_to(readers["fr"], "Combien l'UNICEF a-t-elle dépensé à Gao ?")
    assert readers["fr"].figure("m~agencies~2021~unicef~spent") in [link.href for link in reply.readings]


@pytest.mark.parametrize("text", ["eau", "Gao", "UNICEF", "Qu'a-t-on fait pour l'eau potable ?", ""])
def test_words_that_ask_no_number_get_no_box(readers, text):
    assert reply_to(readers["fr"], text) is None
