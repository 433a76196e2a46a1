"""A chart that has come alive: it follows the light, keeps its name, gets on with what else the page does."""

import pytest
from playwright.sync_api import expect
from tests.browser.dash import dash_is_there
from tests.browser.menus import tool

pytestmark = pytest.mark.browser

DRAWN = """
id => {
  const stage = document.querySelector(`#${id} .chart-stage`);
  return {
    ground: getComputedStyle(stage.querySelector(".main-svg")).backgroundColor,
    letters: getComputedStyle(stage.querySelector("text")).fill,
    page: getComputedStyle(document.documentElement).backgroundColor,
    ink: getComputedStyle(document.documentElement).color,
  };
}
"""
FOLLOWS = f"id => {{ const d = ({DRAWN})(id); return d.letters === d.ink; }}"
NAMES = """
stage => Array.from(stage.querySelectorAll("svg")).filter(svg => !svg.closest("[aria-hidden]")).length
"""


def test_charts_follow_the_light_of_an_open_page(page, awake):
    page.goto("/fr/agence/pam")
    awake(page)
    light = page.evaluate(DRAWN, "agency-rates-chart")
    page.emulate_media(color_scheme="dark")
    page.wait_for_function(FOLLOWS, arg="agency-rates-chart")
    dark = page.evaluate(DRAWN, "agency-rates-chart")
    assert dark["ink"] != light["ink"]
    assert dark["ground"] == dark["page"] != light["ground"]
    page.emulate_media(color_scheme="light")
    page.wait_for_function(FOLLOWS, arg="agency-rates-chart")
    assert page.evaluate(DRAWN, "agency-rates-chart") == light


def test_a_chart_on_the_whole_screen_is_in_the_new_light_when_it_comes_back(page, awake):
    page.goto("/fr/agence/pam")
    awake(page)
    page.locator('#agency-rates [data-tool="full"]').click()
    page.wait_for_function("() => document.fullscreenElement !== null")
    page.emulate_media(color_scheme="dark")
    page.locator('#agency-rates [data-tool="full"]').click()
    page.wait_for_function("() => document.fullscreenElement === null")
    page.wait_for_function(FOLLOWS, arg="agency-rates-chart")


def test_an_interactive_map_follows_the_light(page):
    page.goto("/fr/carte")
    page.locator(".map-interactive summary").click()
    page.locator("#map-chart.is-live").wait_for()
    filled = "getComputedStyle(document.querySelector('#map-chart .point')).fill"
    light = page.evaluate(filled)
    page.emulate_media(color_scheme="dark")
    page.wait_for_function(f"before => {filled} !== before", arg=light)


@pytest.mark.parametrize("address", ["/fr/agence/pam", "/en/trends"])
def test_a_live_chart_has_one_name_which_follows_the_view(page, awake, address):
    page.goto(address)
    awake(page)
    for chart in page.locator(".chart:visible").all():
        heading = chart.locator("xpath=ancestor::section[1]").locator("h2").first.inner_text()
        named = chart.get_by_role("img")
        expect(named).to_have_count(1)
        expect(named).to_have_accessible_name(chart_name(page, heading))
        assert chart.locator(".chart-stage").evaluate(NAMES) == 0
    assert page.locator(".chart:visible").count() > 0


def chart_name(page, heading):
    words = page.locator(".chart-still").first.get_attribute("aria-label")
    return f"{words} {' '.join(heading.split())}"


def test_a_name_is_that_of_the_view_also_after_a_change(page, awake):
    page.goto("/fr/tendances")
    awake(page)
    heading = page.locator("#trends-1 h2")
    before = heading.inner_text()
    page.locator(".picker > summary").click()
    page.locator("select[name=axis]").select_option("2")
    expect(heading).not_to_have_text(before)
    expect(page.locator("#trends-1-chart").get_by_role("img")).to_have_accessible_name(
        chart_name(page, heading.inner_text())
    )


def test_an_interactive_map_keeps_its_name_and_its_buttons(page):
    page.goto("/fr/carte")
    page.locator(".map-interactive summary").click()
    page.locator("#map-chart.is-live").wait_for()
    heading = page.locator("#map-places h2").inner_text()
    expect(page.locator("#map-chart").get_by_role("img")).to_have_accessible_name(chart_name(page, heading))
    assert page.locator("#map-chart .chart-stage").evaluate(NAMES) == 0
    names = [f"{sign} la carte" for sign in ("Agrandir", "Réduire")]
    for name in (*names, "Revenir à la carte entière"):
        expect(page.locator("#map-chart").get_by_role("button", name=name)).to_be_visible()


@pytest.mark.parametrize("address", ["/fr/axe/2", "/fr/carte", "/fr/tendances"])
def test_the_keys_of_legends_keep_their_colours_where_colours_are_forced(page, address):
    page.goto(address)
    keys = page.locator(":is(.key, .swatch):visible")
    colours = (
        "nodes => nodes.map(node => getComputedStyle(node).background + getComputedStyle(node).borderColor)"
    )
    before = keys.evaluate_all(colours)
    page.emulate_media(forced_colors="active")
    assert before and keys.evaluate_all(colours) == before


def open_map(page):
    page.locator(".map-interactive summary").click()
    page.locator("#map-chart.is-live").wait_for()
    assert page.locator("#map-chart .scattergeo path.point").count() == 10


@pytest.mark.parametrize("kind", ["svg", "png"])
@pytest.mark.parametrize("first", ["picture", "map"])
def test_a_picture_of_the_map_and_the_interactive_map_get_on(page, kind, first):
    page.goto("/fr/carte?view=points&level=region")
    dash_is_there(page)
    if first == "map":
        open_map(page)
    with page.expect_download() as download:
        tool(page.locator(".map-card"), kind, "wide" if kind == "png" else "").click()
    assert download.value.path().stat().st_size > 5_000
    if first == "picture":
        open_map(page)


def test_a_change_is_told_once_when_all_of_it_is_drawn(page):
    page.goto("/fr/financement")
    page.evaluate(
        """() => {
          window.told = [];
          const heads = () => Array.from(document.querySelectorAll("main :is(h1, h2)"));
          const parts = () => heads().map(head => head.textContent);
          const before = parts().join();
          document.addEventListener("contentchange", () => window.told.push(parts().join() !== before));
        }"""
    )
    page.locator("input[name=by][value=axis]").click()
    page.wait_for_function("() => window.told.length > 0")
    page.wait_for_load_state("networkidle")
    assert page.evaluate("window.told") == [True]
    voice = page.get_by_role("status").filter(has_text="Vue mise à jour")
    expect(voice).to_have_count(1)
    expect(voice).to_contain_text(page.locator("h1").text_content())


def test_choices_follow_each_other_without_a_pause(page):
    """Each is asked when the one before is drawn; one that changes nothing holds nobody up."""
    page.goto("/fr/financement")
    dash_is_there(page)
    asked = []
    page.on("request", lambda request: asked.append(request.url) if "_dash-update" in request.url else None)
    units = page.locator("select[name=unit] option").evaluate_all("options => options.map(one => one.value)")
    for unit in units[1:]:
        with page.expect_response(lambda answer: "_dash-update-component" in answer.url):
            page.locator("select[name=unit]").select_option(unit)
    page.goto("/fr/donnees")
    dash_is_there(page)
    search = page.locator("select[name=severity]")
    search.select_option("error")
    expect(page.locator(".finding-item.is-note")).to_have_count(0)
    assert len(asked) == len(units) > 2
