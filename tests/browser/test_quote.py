"""A text is checked where it is typed: written sentences, and not a byte of them leaves the browser."""

import csv
import re
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


def test_written_sentences_are_judged_without_a_network(open_page):
    wrong, asked = [], []
    for language in LANGUAGES:
        t, page = translator(language), open_page()
        with page.expect_response("**/static/acronyms*"):  # what comes last
            page.goto(f"/{language}/{t('slug.quote')}")
        expect(page.locator("#quote-text")).to_be_enabled()
        page.wait_for_load_state("networkidle")
        page.on("request", lambda request: asked.append(request.url))
        page.context.set_offline(True)
        rows = [row for row in ROWS if row["language"] == language]
        for row, verdicts in zip(rows, checked(page, [row["sentence"] for row in rows]), strict=True):
            if not good(row["kind"], verdicts):
                wrong.append((row, verdicts))
        page.context.set_offline(False)
    assert not wrong
    assert asked == []


def good(kind, verdicts):
    """Whether a sentence got the verdicts of its kind, one number at least."""
    return (
        bool(verdicts)
        and {
            "true": verdicts <= TRUE,
            "altered": not verdicts & TRUE,
            "rounded": verdicts == {"rounded"},
            "unrelated": verdicts <= {"absent", "other"},
        }[kind]
    )


def test_a_number_of_the_report_is_that_of_its_own_thing_alone(page, catalog):
    """Each counted thing is found by its number and name; no unicorn is, whatever else is said of it."""
    figures = catalog["result_figures"]
    counted = figures[figures["unit"].isin(["people", "households", "items"]) & (figures["value"] >= 100)]
    rows = [(f"{row.value:.0f}", row.who_fr) for row in counted.itertuples()]
    alone = [(number, who) for number, who in rows if re.match(r"\w+ (?!et |ou |bénéficiaires )", who)]
    page.goto("/fr/verifier")
    expect(page.locator("#quote-text")).to_be_enabled()
    told = checked(page, [f"{number} {who}." for number, who in rows])
    assert [row for row, verdicts in zip(rows, told, strict=True) if not verdicts & TRUE] == []
    changed = checked(page, [f"{number} licornes {who.partition(' ')[2]}." for number, who in alone])
    assert [row for row, verdicts in zip(alone, changed, strict=True) if verdicts & TRUE] == []
    assert len(alone) > len(rows) / 2 > 40


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
