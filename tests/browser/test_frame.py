"""What stands around every page: one line of menu, letters that grow with the screen, a calm first screen."""

import pytest

from dashboard.i18n import LANGUAGES
from dashboard.pages.registry import PAGES
from dashboard.web.addresses import sample_address

pytestmark = pytest.mark.browser

MENU = [name for name, page in PAGES.items() if page.in_menu]
MOST = 45
"""The most things to click on the first screen of a laptop; a map, walked by the arrows, is one."""

LINE = """
() => {
  const line = document.querySelector(".site-header nav").getBoundingClientRect();
  const here = document.querySelector(".site-header nav [aria-current]").getBoundingClientRect();
  const links = Array.from(document.querySelectorAll(".site-header nav a"));
  return {
    rows: new Set(links.map(link => Math.round(link.getBoundingClientRect().top))).size,
    seen: here.left >= line.left - 1 && here.right <= line.right + 1,
    page: document.documentElement.scrollWidth,
  };
}
"""
CLICKABLE = """
() => Array.from(document.querySelectorAll("a[href], button, input:not([type=hidden]), select, summary"))
  .filter(element => {
    const box = element.getBoundingClientRect();
    const shown = element.checkVisibility({visibilityProperty: true}) && box.width && box.height;
    const stop = !element.matches("a.place[tabindex='-1']");
    return shown && stop && box.top < innerHeight && box.bottom > 0 && box.left < innerWidth && box.right > 0;
  }).length
"""


@pytest.mark.parametrize("page", [320, 360, 1366], indirect=True)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_menu_is_one_line_in_which_the_reader_is_seen(page, language, catalog):
    for name in MENU:
        page.goto(sample_address(catalog, language, name))
        line = page.evaluate(LINE)
        assert line["rows"] == 1, name
        assert line["seen"], name
        assert line["page"] <= page.viewport_size["width"], name


def test_a_menu_that_scrolls_is_walked_by_key(open_page, catalog):
    page = open_page(width=360, height=640)
    page.goto(sample_address(catalog, LANGUAGES[0], MENU[0]))
    last = page.locator(".site-header nav a").last
    last.focus()
    page.wait_for_function(
        """() => {
          const line = document.querySelector(".site-header nav").getBoundingClientRect();
          return document.activeElement.getBoundingClientRect().right <= line.right + 1;
        }"""
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", MENU)
def test_a_first_screen_asks_for_few_decisions(page, language, name, catalog):
    page.goto(sample_address(catalog, language, name))
    assert 0 < page.evaluate(CLICKABLE) <= MOST


def test_agencies_side_by_side_ask_for_few_decisions(page):
    page.goto("/fr/agences?a=unicef,pam")
    page.locator(".page-words").wait_for(state="attached")
    assert page.evaluate(CLICKABLE) <= MOST


FIRST = {"trends": ".panel .chart", "results": ".essentials.ten"}
"""Page -> its first picture or answer."""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", FIRST)
def test_the_first_screen_holds_the_first_picture(open_page, language, name, catalog):
    page = open_page(width=1366, height=768)
    page.goto(sample_address(catalog, language, name))
    box = page.locator(FIRST[name]).first.bounding_box()
    assert box["y"] <= 200
    assert 768 - box["y"] >= 0.9 * box["height"]
    phone = open_page(width=360, height=640)
    phone.goto(sample_address(catalog, language, name))
    assert phone.locator(FIRST[name]).first.bounding_box()["y"] < 600


@pytest.mark.parametrize(("width", "letters"), [(360, 16), (1366, 16), (1920, 18.56), (3840, 28)])
def test_letters_grow_with_the_screen(open_page, width, letters):
    page = open_page(width=width, height=1080)
    page.goto("/fr/tendances")
    size = page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)")
    assert size == pytest.approx(letters, abs=0.01)
    main = page.locator("main").bounding_box()
    assert main["width"] >= min(width, 100 * letters) - 1
    matrix = "still => new DOMMatrix(getComputedStyle(still).transform).a"
    assert page.locator(".chart-still").first.evaluate(matrix) == pytest.approx(letters / 16, rel=0.02)
