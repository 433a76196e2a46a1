"""The search of every page: a form without scripts, one key away, an icon in the one line of a phone."""

import re
from pathlib import Path

import pandas as pd
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from dashboard.domain.text import words_of
from dashboard.i18n import LANGUAGES
from dashboard.presenters.reader import Reader, speech
from dashboard.presenters.search.answer import answers

pytestmark = pytest.mark.browser


def test_without_scripts_the_box_is_a_form(open_page):
    page = open_page(java_script_enabled=False)
    page.goto("/fr/financement")
    page.locator("#site-search").fill("eau potable")
    page.locator("#site-search").press("Enter")
    expect(page).to_have_url(re.compile(r"/fr/recherche\?q=eau\+potable$"))
    expect(page.locator("#search-themes")).to_be_visible()


def test_without_scripts_the_icon_of_a_phone_leads_to_the_page(open_page):
    page = open_page(width=360, height=640, java_script_enabled=False)
    page.goto("/en/funding")
    page.locator(".search-open").click()
    expect(page).to_have_url(re.compile(r"/en/search$"))


def test_a_key_goes_to_the_box_unless_somebody_writes(page):
    page.goto("/fr/")
    page.keyboard.press("/")
    expect(page.locator("#site-search")).to_be_focused()
    page.keyboard.type("a/b")
    expect(page.locator("#site-search")).to_have_value("a/b")


@pytest.mark.parametrize("page", [320, 360], indirect=True)
def test_on_a_phone_the_icon_opens_the_box_in_the_header(page):
    page.goto("/fr/")
    header = page.locator(".site-header").bounding_box()
    page.locator(".search-open").click()
    expect(page.locator("#site-search")).to_be_focused()
    assert page.locator(".site-header").bounding_box()["height"] <= header["height"] + 1
    page.keyboard.press("Escape")
    expect(page.locator(".search-open")).to_be_focused()
    expect(page.locator("#site-search")).to_be_hidden()


@pytest.mark.parametrize("page", [360], indirect=True)
def test_whoever_has_typed_nothing_is_offered_ready_questions(page, catalog):
    """Those of the public first; Escape leaves the box at once."""
    page.goto("/fr/carte")
    page.locator(".search-open").click()
    options = page.locator("#site-search-list [role=option]")
    public = catalog["questions"].query("reader == 'public'")
    expect(options).to_have_count(len(public))
    assert [option.get_attribute("data-thing") for option in options.all()] == [
        f"question:{key}" for key in public["question_id"]
    ]
    page.keyboard.press("Escape")
    expect(page.locator(".search-open")).to_be_focused()
    page.goto("/fr/")
    page.locator(".ways-down a").first.click()
    expect(page.locator("#overview-questions h3").first).to_be_in_viewport()


BUDGET = 60_000
"""Bytes that the index of a language may weigh on the wire."""
COMMON_BUDGET = 20_000
"""Bytes that the common words may weigh, which are fetched after it."""
TOLD = ("findings", "priorities", "need")
"""Groups that only the page of answers has."""
FIRST = """
queries => {
  const box = document.getElementById("site-search");
  const list = document.getElementById("site-search-list");
  return queries.map(query => {
    box.value = query;
    box.dispatchEvent(new Event("input", {bubbles: true}));
    const first = list.querySelector(".suggestion-told[data-thing^=silence], [role=option]");
    return first.dataset.thing;
  });
}
"""


@pytest.fixture
def proposing(page):
    """A page whose box has its index and the common words."""
    page.goto("/fr/financement")
    first = page.locator("#site-search-list [role=option]").first
    page.locator("#site-search").click()
    page.keyboard.type("Kulikoro")
    expect(first).to_contain_text("Koulikoro")
    page.locator("#site-search").fill("Gao")
    expect(first).to_contain_text("Gao")
    return page


def test_the_box_proposes_what_the_server_finds_first(proposing):
    queries = pd.read_csv(
        Path(__file__).parents[1] / "expected" / "queries.csv", dtype=str, keep_default_na=False
    )
    wanted = queries["first"].replace("nothing", "all")
    found = proposing.evaluate(FIRST, list(queries["query"]))
    wrong = [row for row in zip(queries["query"], wanted, found, strict=True) if row[1] != row[2]]
    assert wrong == []


def test_a_common_word_is_no_slip_in_the_box_either(proposing, catalog):
    """Nor is it without a network: the box has the words by then."""
    reader = Reader(catalog, speech(catalog, LANGUAGES[0]))
    table = pd.read_csv(Path(__file__).parents[1] / "expected" / "words.csv", dtype=str)
    words = " ".join(table["words"]).split()
    server = [box_first(reader, word, catalog.year) for word in words]
    found = proposing.evaluate(FIRST, words)
    assert [row for row in zip(words, server, found, strict=True) if row[1] != row[2]] == []


def box_first(reader, word, year):
    """What the server finds first of what the box proposes too."""
    told = answers(reader, word, year)
    for key, row in reader.catalog.rows("silences").items():
        if reader.t.of(row, "text") in told.said:
            return f"silence:{key}"
    groups = [group for group in told.groups if group.key not in TOLD]
    return (groups[0].entries[0].thing or groups[0].key) if groups else "all"


def test_every_word_of_the_report_is_read_as_the_server_reads_it(proposing, catalog):
    """Words that nobody wrote a query for: every fifth of the results, each also with a letter less."""
    reader = Reader(catalog, speech(catalog, LANGUAGES[0]))
    texts = " ".join(catalog["results"]["summary_fr"])
    words = sorted({word for word in words_of(texts).split() if len(word) > 4})[::5]
    words += [word[:3] + word[4:] for word in words]
    server = [box_first(reader, word, catalog.year) for word in words]
    found = proposing.evaluate(FIRST, words)
    wrong = [
        row
        for row in zip(words, server, found, strict=True)
        if row[1] != row[2] and not row[2].startswith("silence")
    ]
    assert len(wrong) <= 0.02 * len(words), wrong


def test_counts_in_the_box_are_those_of_the_pages(proposing):
    option = proposing.locator("#site-search-list [role=option]").first
    expect(option).to_contain_text("Gao (région)")
    expect(option).to_contain_text("19 résultats")


def test_the_box_is_a_combobox(proposing):
    box, options = proposing.locator("#site-search"), proposing.locator("#site-search-list [role=option]")
    expect(box).to_have_attribute("aria-expanded", "true")
    assert proposing.locator("#site-search-list [role=group]").count() > 1
    box.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    expect(box).to_have_attribute("aria-activedescendant", options.first.get_attribute("id"))
    box.press("ArrowUp")
    expect(options.last).to_have_attribute("aria-selected", "true")
    box.press("ArrowDown")
    box.press("Escape")
    expect(proposing.locator("#site-search-list")).to_be_hidden()
    expect(box).to_have_attribute("aria-expanded", "false")
    expect(box).to_be_focused()
    box.press("ArrowDown")
    box.press("ArrowDown")
    box.press("Enter")
    expect(proposing).to_have_url(re.compile(r"/fr/lieu/ML07$"))


def test_enter_without_a_choice_asks_the_page_of_answers(proposing):
    proposing.locator("#site-search").press("Enter")
    expect(proposing).to_have_url(re.compile(r"/fr/recherche\?q=Gao$"))


def test_what_the_report_is_silent_on_is_said_in_the_box(proposing):
    proposing.locator("#site-search").fill("engrais")
    expect(proposing.locator("#site-search-list .suggestion-told")).to_have_attribute(
        "data-thing", "silence:fertiliser"
    )


def test_the_index_is_light_and_fetched_only_when_asked_for(page):
    fetched = []
    page.on("request", lambda request: fetched.append(request))
    page.goto("/en/")
    page.wait_for_load_state("networkidle")
    files = re.compile(r"/static/(search-\w+|common-words)\.")
    assert not [request for request in fetched if files.search(request.url)]
    with page.expect_response(re.compile("/static/common-words")):
        page.locator("#site-search").focus()
    page.wait_for_load_state("networkidle")
    asked = [request.url for request in fetched if files.search(request.url)]
    assert [files.search(address).group(1) for address in asked] == ["search-en", "common-words"]
    for address, budget in zip(asked, (BUDGET, COMMON_BUDGET), strict=True):
        answer = page.request.get(address, headers={"Accept-Encoding": "br"})
        assert int(answer.headers["content-length"]) <= budget


def test_the_box_goes_on_without_a_network(proposing):
    proposing.context.set_offline(True)
    proposing.locator("#site-search").fill("WFP")
    expect(proposing.locator("#site-search-list [role=option]").first).to_contain_text("PAM")
    proposing.context.set_offline(False)


@pytest.mark.parametrize("page", [320, 1366], indirect=True)
def test_the_list_is_accessible_and_stays_on_the_screen(page):
    page.goto("/fr/")
    page.keyboard.press("/")
    page.keyboard.type("eau")
    listed = page.locator("#site-search-list")
    expect(listed.locator("[role=option]").first).to_be_visible()
    box = listed.bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= page.viewport_size["width"]
    found = (
        Axe()
        .run(page, context=".site-header", options={"resultTypes": ["violations"]})
        .response["violations"]
    )
    assert [f"{one['id']}: {node['html'][:200]}" for one in found for node in one["nodes"]] == []
