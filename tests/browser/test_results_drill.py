"""Results in the browser: the drill by keyboard, the address, Back, and a list that follows the choices."""

import re

import pytest
from playwright.sync_api import Page, expect
from tests.browser.dash import dash_is_there

pytestmark = pytest.mark.browser


def count_of(page: Page, selector: str) -> int:
    return int(page.locator(selector).locator(".count").first.inner_text())


def opened(page: Page, name: str) -> None:
    """Opens a part of the sentence that tells the filter."""
    page.locator(f".facet.is-{name} > summary").click()


def rows(page: Page):
    return page.locator("#results-list .result")


@pytest.fixture
def results(page: Page) -> Page:
    page.goto("/fr/resultats")
    expect(page.locator("form.choices.is-live")).to_be_visible()
    return page


def test_drill_by_keyboard_keeps_filters_and_ends_at_the_path(results: Page):
    opened(results, "place")
    place_option = results.locator("a[id^=facet-place-ML]").first
    left = count_of(results, "a[id^=facet-place-ML] >> nth=0")
    place_option.focus()
    results.keyboard.press("Enter")
    expect(rows(results)).to_have_count(left)
    place = re.search(r"place=([^&]+)", results.url)[1]
    head = results.locator("a[id^=plan-axis-]").first
    wanted = count_of(results, "a[id^=plan-axis-] >> nth=0")
    head.focus()
    results.keyboard.press("Enter")
    expect(results).to_have_url(re.compile(rf"\?axis=[^&]+&place={place}$"))
    expect(rows(results)).to_have_count(wanted)
    expect(results.locator("#results-path")).to_be_focused()


def test_facet_keeps_the_keyboard_where_it_was(results: Page):
    opened(results, "theme")
    option = results.locator("a[id^=facet-theme-]").first
    name, wanted = option.get_attribute("id"), count_of(results, "a[id^=facet-theme-] >> nth=0")
    option.focus()
    results.keyboard.press("Enter")
    expect(rows(results)).to_have_count(wanted)
    expect(results.locator(f"#{name}")).to_be_focused()
    expect(results.locator(f"#{name}")).to_have_attribute("aria-current", "true")


def test_address_opens_the_same_view_and_back_takes_choices_back(results: Page):
    every = rows(results).count()
    results.locator("a[id^=plan-outcome-]").first.click()
    expect(results.locator("#results-path [aria-current]")).not_to_have_text(re.compile("Tous"))
    after, here = rows(results).count(), results.url
    assert 0 < after < every
    results.reload()
    assert rows(results).count() == after and results.url == here
    results.go_back()
    expect(rows(results)).to_have_count(every)
    results.go_forward()
    expect(rows(results)).to_have_count(after)


def test_back_and_forth_without_a_reload(results: Page):
    every = rows(results).count()
    results.locator("a[id^=plan-axis-]").first.click()
    expect(rows(results)).not_to_have_count(every)
    results.locator("a[id^=plan-outcome-]").first.click()
    expect(results).to_have_url(re.compile("outcome="))
    results.go_back()
    expect(results).to_have_url(re.compile(r"\?axis=[^&]+$"))
    results.go_back()
    expect(rows(results)).to_have_count(every)


def test_a_link_of_an_older_view_leaves_a_later_choice(results: Page, held_answers):
    dash_is_there(results)
    every = rows(results).count()
    results.locator("a[id^=plan-axis-]").first.click()
    older = held_answers.oldest()
    box = results.locator("form.choices").get_by_role("searchbox")
    box.fill("eau")
    expect(results.locator(".languages a[hreflang]")).to_have_attribute("href", re.compile("q=eau"))
    older.continue_()
    expect(rows(results)).not_to_have_count(every)
    opened(results, "theme")
    results.locator("a[id^=facet-theme-]").first.click()
    held_answers.let_go()
    expect(results).to_have_url(re.compile("theme="))
    expect(results.locator(".chip:not(.clear)")).to_have_count(3)
    assert box.input_value() == "eau"
    assert "q=eau" in results.url and "axis=" in results.url
    found = rows(results).count()
    results.reload()
    expect(rows(results)).to_have_count(found)


def test_results_follow_the_words_and_links_keep_them(results: Page):
    every = rows(results).count()
    results.locator("form.choices").get_by_role("searchbox").press_sequentially("menaka")
    expect(results).to_have_url(re.compile("q=menaka"))
    expect(rows(results)).not_to_have_count(every)
    expect(rows(results)).not_to_have_count(0)
    expect(results.locator(".languages a[hreflang]")).to_have_attribute("href", re.compile("q=menaka"))
    results.locator(".chip").first.click()
    expect(results.locator("form.choices").get_by_role("searchbox")).to_have_value("")
    expect(rows(results)).to_have_count(every)


def test_nothing_found_offers_ways_back(page: Page):
    page.goto("/fr/resultats?axis=spotlight&agency=pam")
    way = page.locator(".empty a").filter(has=page.locator(".count")).first
    wanted = int(way.locator(".count").inner_text())
    way.click()
    expect(rows(page)).to_have_count(wanted)


def test_a_second_choice_before_the_answer_does_not_undo_the_first(results: Page):
    results.evaluate(
        """() => ["facet-place-ML", "facet-beneficiary-"].forEach(
               (start) => document.querySelector(`a[id^=${start}]`).click())"""
    )
    expect(results).to_have_url(re.compile("place=.*beneficiary="))
    expect(results.locator(".chip:not(.clear)")).to_have_count(2)


@pytest.mark.parametrize("page", [320, 360], indirect=True)
def test_filters_are_one_tap_away_on_a_phone(page: Page):
    page.goto("/fr/resultats?place=ML05")
    expect(page.locator("a[id^=facet-agency-]").first).to_be_hidden()
    opened(page, "agency")
    expect(page.locator("a[id^=facet-agency-]").first).to_be_visible()
    box = page.locator(".facet.is-agency .facet-box").bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= page.viewport_size["width"]
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]


def test_several_choices_of_a_part_hold_at_once(results: Page):
    opened(results, "agency")
    for key in ("pam", "unicef"):
        results.locator(f"#facet-agency-{key}").click()
        expect(results.locator(f"#facet-agency-{key}")).to_have_attribute("aria-current", "true")
    expect(results).to_have_url(re.compile("agency=pam,unicef$"))
    expect(results.locator("#results-said-agency")).to_have_text(re.compile("PAM ou UNICEF"))
    found = rows(results).count()
    results.reload()
    assert rows(results).count() == found


def test_everything_is_a_link_or_a_form_without_scripts(open_page):
    page = open_page(java_script_enabled=False)
    page.goto("/fr/resultats?place=ML05")
    head = page.locator("a[id^=plan-axis-]").first
    wanted = count_of(page, "a[id^=plan-axis-] >> nth=0")
    head.click()
    assert rows(page).count() == wanted
    page.locator("form.choices").get_by_role("searchbox").fill("femmes")
    page.get_by_role("button", name="Appliquer").click()
    assert "place=ML05" in page.url and "q=femmes" in page.url and "axis=" in page.url
