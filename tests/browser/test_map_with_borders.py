"""The map where the operator has installed official borders: here invented ones, one square per cercle."""

import json
import re

import pytest
from playwright.sync_api import expect
from tests.browser.menus import tool
from tests.browser.shift import SHIFT

from dashboard.i18n import LANGUAGES

pytestmark = pytest.mark.browser

ADDRESS = {"fr": "/fr/carte", "en": "/en/map"}
PANEL = "#map-panel-heading"


@pytest.fixture
def site(bordered):
    return bordered


def shown(page):
    """What each area says by its place: its value in words."""
    areas = page.locator(".map-borders .place:not([aria-hidden])")
    return {area.get_attribute("data-place"): area.get_attribute("aria-label") for area in areas.all()}


def table(page):
    """The last column of the table twin by P-code: the value in the same words."""
    rows = page.locator("#map-places-table tbody tr").all()
    cells = [[cell.text_content().strip() for cell in row.locator("th, td").all()] for row in rows]
    return {next(cell for cell in row if re.fullmatch(r"ML\d+", cell)): row[-1] for row in cells}


def agree(page):
    pictured, listed = shown(page), table(page)
    assert pictured.keys() == listed.keys()
    for place, words in listed.items():
        assert pictured[place].endswith(words), place
    return pictured


@pytest.mark.parametrize("language", LANGUAGES)
def test_regions_and_cercles_are_areas_with_the_values_of_the_table(page, language):
    page.goto(f"{ADDRESS[language]}?level=region")
    assert len(agree(page)) == 10
    regions = page.locator(".map-borders.upper-level .place .shape")
    for area in regions.all():
        box = area.bounding_box()
        assert box["width"] > 20 and box["height"] > 20
    numbers = page.locator(".map-borders .number").all_inner_texts()
    assert len(numbers) == page.locator(".map-borders .is-some").count()
    page.goto(f"{ADDRESS[language]}?measure=people")
    assert len(agree(page)) == 53
    assert page.locator(".map-borders .upper").count() == 10
    assert page.locator(".map-disclaimer, .map-below .disclaimer").is_visible()


def test_level_and_measure_redraw_the_areas_without_a_shift(open_page):
    page = open_page()
    page.add_init_script(SHIFT)
    page.goto(f"{ADDRESS['fr']}?level=region")
    before = shown(page)
    page.locator("select[name=level]").select_option("cercle")
    expect(page.locator(".map-borders.lower-level")).to_be_visible()
    results = agree(page)
    assert len(results) == 53 and not before.keys() & results.keys()
    page.locator("select[name=measure]").select_option("agencies")
    expect(page).to_have_url(re.compile("measure=agencies"))
    expect(page.locator("#map-places-finding")).to_contain_text("agences")
    entities = agree(page)
    assert entities != results
    assert page.evaluate("window.shift") < 0.01


def test_an_area_opens_by_mouse_by_keyboard_and_from_the_list(page):
    page.goto(f"{ADDRESS['fr']}?level=cercle")
    page.locator('[data-place="ML0503"] .shape').click()
    expect(page.locator(PANEL)).to_have_text("Djenné")
    page.keyboard.press("Escape")
    expect(page.locator('.map-frame [data-place="ML0503"]')).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(PANEL)).to_have_text("Djenné")
    page.locator("select[name=place]").select_option("ML0506")
    expect(page.locator(PANEL)).to_have_text("Mopti")
    assert page.locator("select[name=place] option").count() == 1 + 10 + 53


def test_the_file_of_the_borders_is_cited_and_comes_from_this_site(page, site):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(ADDRESS["en"])
    page.wait_for_load_state("networkidle")
    expect(page.locator("#map-places-below")).to_contain_text(
        "COD-AB Mali of 20 December 2021, CC BY 3.0 IGO"
    )
    borders = [address for address in asked if "borders" in address]
    assert borders and all(address.startswith(f"{site}/") for address in borders)


def colours(page, shapes, place):
    """Colour of each area by its place, `place` being a script that finds the place of a shape."""
    return page.evaluate(
        f"""() => Object.fromEntries([...document.querySelectorAll({shapes!r})].map(
          (shape) => [{place}, getComputedStyle(shape).fill]))"""
    )


@pytest.fixture
def same_colours(page, eventually):
    """Waits until the areas of both maps have the same colours, and gives them."""

    def both():
        picture = colours(page, ".map-borders .is-some use", "shape.closest('a').dataset.place")
        return picture, colours(page, "#map-chart .choroplethlocation", "shape.__data__.loc")

    def same():
        picture, moving = both()
        return picture.items() <= moving.items()

    def wait():
        eventually(page, same)
        return both()[1]

    return wait


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_interactive_map_has_the_same_areas_and_says_their_values(page, same_colours, language):
    page.goto(f"{ADDRESS[language]}?level=region")
    page.locator(".map-interactive summary").click()
    page.locator("#map-chart.is-live").wait_for()
    expect(page.locator("#map-chart .choroplethlocation")).to_have_count(10)
    results = same_colours()
    assert len(set(results.values())) > 1
    page.locator("select[name=measure]").select_option("people")
    expect(page.locator("#map-places-finding")).to_contain_text(re.compile("person|people"))
    assert same_colours() != results
    page.locator("select[name=level]").select_option("cercle")
    expect(page.locator("#map-chart .choroplethlocation")).to_have_count(53)
    same_colours()
    page.locator("#map-chart").scroll_into_view_if_needed()
    for area in page.locator("#map-chart .choroplethlocation").all()[::25]:
        box = area.bounding_box()
        page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        words = shown(page)[area.evaluate("area => area.__data__.loc")]
        expect(page.locator("#map-chart .hoverlayer text").first).to_have_text(words)


def test_why_a_place_is_empty_is_told_apart_in_both_maps_and_their_legends(page):
    page.goto(f"{ADDRESS['fr']}?level=cercle&axis=2")
    states = json.loads(
        page.evaluate(
            """() => JSON.stringify(["uncovered", "filtered"].map((state) => {
              const shape = getComputedStyle(document.querySelector(`.map-frame .is-${state} .shape`));
              const swatch = getComputedStyle(document.querySelector(`#map-places-legend .is-${state}`));
              return [shape.fill, shape.strokeDasharray, swatch.backgroundImage, swatch.borderTopStyle];
            }))"""
        )
    )
    hatched, dashed = states
    assert "hatch" in hatched[0] and hatched[1] == "none" and "gradient" in hatched[2]
    assert "hatch" not in dashed[0] and dashed[1] != "none" and dashed[3] == "dashed"
    page.locator(".map-interactive summary").click()
    page.locator("#map-chart.is-live").wait_for()
    strokes = page.locator("#map-chart .scattergeo path.point")
    empty = page.locator(".map-frame .is-uncovered, .map-frame .is-filtered").count()
    expect(strokes).to_have_count(empty)
    shapes = {stroke.get_attribute("d") for stroke in strokes.all()}
    assert len(shapes) == 2
    legend = page.locator("#map-chart-legend li").all_inner_texts()
    assert "seule la région est nommée" in legend and "exclu par vos filtres" in legend


def test_the_picture_to_take_away_has_the_areas_and_what_they_mean(page):
    page.goto(f"{ADDRESS['fr']}?level=cercle&axis=2")
    with page.expect_download() as download:
        tool(page.locator(".map-card"), "svg").click()
    text = download.value.path().read_text(encoding="utf-8")
    assert "<use" not in text and text.count("hatch") > 2
    assert "seule la région est nommée" in text and "exclu par vos filtres" in text


def test_on_a_phone_a_finger_opens_the_smallest_area(open_page):
    page = open_page(width=360, height=740, has_touch=True, is_mobile=True)
    page.goto(f"{ADDRESS['fr']}?level=region")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    area = page.locator('[data-place="ML09"] .shape').first
    area.scroll_into_view_if_needed()
    area.tap()
    expect(page.locator(PANEL)).to_have_attribute("data-place", "ML09")


def test_without_scripts_every_area_is_a_link_to_its_view(open_page):
    page = open_page(java_script_enabled=False)
    page.goto(f"{ADDRESS['en']}?level=cercle&axis=3")
    page.locator('.map-frame [data-place="ML0503"] .shape').click()
    assert "place=ML0503" in page.url and "axis=3" in page.url
    assert page.locator(PANEL).inner_text() == "Djenné"
