"""A text is checked where it is typed: 60 written sentences, and not a byte of them leaves the browser."""

import csv
from collections import Counter
from itertools import accumulate
from pathlib import Path

import pytest
from playwright.sync_api import expect

from dashboard.i18n import LANGUAGES, translator

pytestmark = pytest.mark.browser

TRUE = {"found", "contested"}
FILE = Path(__file__).parents[1] / "expected" / "quotes.csv"
ROWS = list(csv.DictReader(FILE.read_text(encoding="utf-8").splitlines()))
ANSWERS = "all => all.map(one => [Number(one.dataset.at), one.dataset.verdict])"


def checked(page, sentences):
    """The verdicts of each sentence, pasted one to a line."""
    page.locator("#quote-text").fill("\n".join(sentences))
    page.locator("#quote-check").click()
    expect(page.locator("#quote-answers li").nth(len(sentences) - 1)).to_be_visible()
    ends = list(accumulate(len(sentence) + 1 for sentence in sentences))
    verdicts = [set() for _ in sentences]
    for at, verdict in page.locator("#quote-answers li").evaluate_all(ANSWERS):
        verdicts[next(line for line, end in enumerate(ends) if at < end)].add(verdict)
    return verdicts


def test_sixty_sentences_are_judged_without_a_network(open_page):
    wrong, asked = Counter(), []
    for language in LANGUAGES:
        t, page = translator(language), open_page()
        page.goto(f"/{language}/{t('slug.quote')}")
        expect(page.locator("#quote-text")).to_be_enabled()
        page.wait_for_load_state("networkidle")
        page.on("request", lambda request: asked.append(request.url))
        page.context.set_offline(True)
        rows = [row for row in ROWS if row["language"] == language]
        for row, verdicts in zip(rows, checked(page, [row["sentence"] for row in rows]), strict=True):
            assert verdicts, row["sentence"]
            wrong[row["kind"]] += not good(row["kind"], verdicts)
        page.context.set_offline(False)
    assert Counter(row["kind"] for row in ROWS) == {"true": 20, "altered": 20, "rounded": 10, "unrelated": 10}
    assert wrong["true"] == wrong["rounded"] == wrong["unrelated"] == 0
    assert wrong["altered"] <= 1
    assert asked == []


def good(kind, verdicts):
    return {
        "true": verdicts <= TRUE,
        "altered": not verdicts & TRUE,
        "rounded": verdicts == {"rounded"},
        "unrelated": verdicts <= {"absent", "other"},
    }[kind]


def test_an_answer_leads_to_the_passport_and_says_what_the_report_says(page):
    page.goto("/fr/verifier")
    answers = page.locator("#quote-answers li")
    page.locator("#quote-text").fill("Le PAM a dépensé 78 124 938 dollars. Rien d'autre.")
    page.locator("#quote-check").click()
    expect(answers).to_have_attribute("data-verdict", "near")
    expect(answers).to_contain_text("78 124 928")
    expect(answers.locator("a")).to_have_attribute("href", "/fr/f/m~agencies~2021~pam~spent")
    page.locator("#quote-text").fill("Bonjour à tous.")
    page.locator("#quote-check").click()
    expect(page.locator("#quote-answers")).to_have_text("Aucun nombre dans ce texte.")


def test_without_a_script_there_is_nothing_to_send(open_page):
    page = open_page(java_script_enabled=False)
    page.goto("/fr/verifier")
    expect(page.locator("#quote-text")).to_be_disabled()
    expect(page.locator("main form")).to_have_count(0)
    expect(page.locator("main")).to_contain_text("demande JavaScript")
