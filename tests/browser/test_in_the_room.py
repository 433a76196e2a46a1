"""In the room: the server goes, the meeting goes on."""

import pytest
from playwright.sync_api import expect

SIZES = [(1024, 768), (1280, 720), (1366, 768), (1920, 1080)]


CUT = """() => [...document.querySelectorAll('#stage .screen text')].filter((text) => {
  const box = text.getBoundingClientRect();
  const inside = box.left >= 0 && box.top >= 0 && box.right <= innerWidth && box.bottom <= innerHeight;
  return text.textContent.trim() && !inside;
}).map((text) => text.textContent)"""
"""The words of a slide that a screen cuts."""


def shown(page):
    """The title of the slide on the stage."""
    return page.locator("#stage .screen svg").get_attribute("aria-label")


def test_without_the_server_everything_of_a_meeting_works(browser, served, tmp_path):
    server = served(tmp_path, {})
    base = next(server)
    page = browser.new_page(viewport={"width": 1366, "height": 768}, service_workers="block")
    page.goto(f"{base}/fr/reunion#1")
    expect(page.locator("#stage.is-whole")).to_be_visible(timeout=120_000)
    next(server, None)  # the server ends here
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    titles = []
    for key in ["Home", *["ArrowRight", " ", "PageDown", "Enter"] * 2]:
        page.keyboard.press(key)
        titles.append(shown(page))
    assert len(set(titles)) == 8, "every key of a clicker goes on by one slide, the last one stays"
    page.keyboard.press("2")
    page.keyboard.press("Enter")
    marking = page.locator("#stage [data-act=marks]")
    marking.select_option("unicef", force=True)
    marking.select_option("pam", force=True)
    rows = page.locator("#stage g[data-row]:has([data-part=ground][fill-opacity='1'])")
    expect(rows).to_have_count(2)
    assert "hi=unicef,pam#2" in page.url
    page.keyboard.press("l")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    assert "/en/meeting?" in page.url
    page.keyboard.press("t")
    expect(page.locator("#stage table")).to_contain_text("UNICEF")
    page.keyboard.press("Escape")
    expect(page.locator("#stage table")).to_have_count(0)
    page.keyboard.press("g")
    expect(page.locator("#slides .slide svg")).to_have_count(8)
    page.keyboard.press("Enter")
    expect(page.locator("#stage")).to_be_visible()
    assert asked == []
    page.close()


@pytest.mark.parametrize("size", SIZES)
def test_nothing_of_a_slide_is_cut_and_nothing_scrolls(open_page, size):
    page = open_page(*size)
    page.goto("/fr/reunion?hi=pam#1")
    expect(page.locator("#stage .screen svg")).to_be_visible()
    for _ in range(8):
        assert page.evaluate(CUT) == []
        page.keyboard.press("ArrowRight")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
