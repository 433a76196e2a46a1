"""Every word of the map can be read: none is cut, hides another or leaves its place, on any screen."""

from itertools import combinations

import pytest

from dashboard.analysis.places import MAP_MEASURES
from dashboard.i18n import LANGUAGES

pytestmark = pytest.mark.browser

ADDRESS = {"fr": "/fr/carte", "en": "/en/map"}
SCREENS = (360, 768, 1366, 1920)
VIEWS = [(view, width) for view in ("points", "tiles", "borders") for width in SCREENS]
# The invented squares are half as wide as the country: on a phone they have no room for the words of regions.
VIEWS.remove(("borders", SCREENS[0]))
WORDS = """
() => {
  const frame = document.querySelector(".map-picture").getBoundingClientRect();
  return [...document.querySelectorAll(".map-picture text")].map((text) => {
    const box = text.getBoundingClientRect();
    // Letters without the room that a font keeps above and below them.
    return {
      words: text.textContent, left: box.left - frame.left, right: box.right - frame.left,
      top: box.top - frame.top + 0.25 * box.height, bottom: box.bottom - frame.top - 0.25 * box.height,
      width: frame.width, height: frame.height, size: parseFloat(getComputedStyle(text).fontSize)
        * frame.width / text.ownerSVGElement.viewBox.baseVal.width,
      number: text.classList.contains("number"), seen: box.width > 0,
    };
  }).filter((word) => word.seen);
}
"""
INSIDE = """
() => {
  const tiles = [...document.querySelectorAll(".map-tiles .place .shape")].map((tile) => [
    tile.closest(".place").getAttribute("aria-label"), tile.getBoundingClientRect()]);
  const outside = (word) => {
    const box = word.getBoundingClientRect();
    const y = box.top + box.height / 2;
    const on = (x) => tiles.find(([, tile]) =>
      tile.left - 1 <= x && x <= tile.right + 1 && tile.top - 1 <= y && y <= tile.bottom + 1);
    const [first, last] = [on(box.left), on(box.right)];
    return !first || !last || first[0] !== last[0];
  };
  return [...document.querySelectorAll(".map-tiles text")]
    .filter((text) => text.getBoundingClientRect().width && outside(text)).map((text) => text.textContent);
}
"""


@pytest.fixture
def site(bordered):
    return bordered


def covers(one, other):
    across = min(one["right"], other["right"]) - max(one["left"], other["left"])
    down = min(one["bottom"], other["bottom"]) - max(one["top"], other["top"])
    return across > 1 and down > 1


@pytest.mark.parametrize(("view", "width"), VIEWS)
def test_words_keep_clear_of_one_another_and_of_the_edge(open_page, view, width):
    page = open_page(width=width)
    for language, measure in zip(LANGUAGES, (MAP_MEASURES[0], MAP_MEASURES[-1]), strict=True):
        for level in ("region", "cercle"):
            page.goto(f"{ADDRESS[language]}?view={view}&level={level}&measure={measure}")
            words = page.evaluate(WORDS)
            assert [pair for pair in combinations(words, 2) if covers(*pair)] == []
            assert [w for w in words if w["left"] < 0 or w["right"] > w["width"]] == []
            assert [w for w in words if w["top"] < 0 or w["bottom"] > w["height"]] == []
            assert [w for w in words if w["size"] < 8.5] == []
            if level == "region" or (view != "borders" and width > 700) or view == "tiles":
                some = page.locator(".map-frame a.place.is-some").count()
                assert sum(word["number"] for word in words) == some > 0
            if view == "tiles":
                assert page.evaluate(INSIDE) == []


@pytest.mark.parametrize("width", [360, 1366])
def test_the_interactive_map_fills_the_box_of_the_picture(open_page, width):
    page = open_page(width=width)
    page.goto(f"{ADDRESS['fr']}?view=points")
    picture = page.locator(".map-picture").bounding_box()
    page.locator(".map-interactive summary").click()
    chart = page.locator("#map-chart")
    asleep = chart.bounding_box()
    page.locator("#map-chart.is-live").wait_for()
    alive = chart.bounding_box()
    drawn = page.locator("#map-chart .geo .bg rect").first.bounding_box()
    assert alive == asleep, "the page moved when the map came alive"
    for side in ("width", "height"):
        assert alive[side] == pytest.approx(picture[side], rel=0.02)
        assert drawn[side] == pytest.approx(alive[side], rel=0.02)
