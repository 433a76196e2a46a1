"""The map by mouse, thumb and keyboard: it answers, keeps the view in the address, never holds the page."""

import re

import pytest
from playwright.sync_api import expect
from tests.browser.menus import tool

pytestmark = pytest.mark.browser

PANEL = "#map-panel-heading"


def circle(page, place):
    return page.locator(f'.map-frame [data-place="{place}"]')


def test_a_click_opens_a_place_and_closing_gives_the_focus_back(page):
    page.goto("/fr/carte?view=points&level=region")
    circle(page, "ML05").locator(".shape").click()
    expect(page.locator(PANEL)).to_be_focused()
    expect(page.locator(PANEL)).to_have_attribute("data-place", "ML05")
    expect(page).to_have_url(re.compile("place=ML05"))
    page.reload()
    expect(page.locator(PANEL)).to_have_attribute("data-place", "ML05")
    page.keyboard.press("Escape")
    expect(page.locator(PANEL)).to_have_count(0)
    expect(circle(page, "ML05")).to_be_focused()
    expect(page).not_to_have_url(re.compile("place="))


def test_a_place_without_a_number_opens_by_mouse_and_the_focus_comes_back(page):
    page.goto("/fr/carte")
    circle(page, "ML0802").locator(".shape").click()
    expect(page.locator(PANEL)).to_be_focused()
    expect(page.locator(PANEL)).to_have_attribute("data-place", "ML0802")
    page.keyboard.press("Escape")
    expect(circle(page, "ML0802")).to_be_focused()


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (1920, 1080), (1280, 720)])
def test_the_map_is_whole_on_one_screen_beside_what_to_read_first(open_page, width, height):
    page = open_page(width=width, height=height)
    page.goto("/fr/carte")
    box = page.locator(".map-picture").bounding_box()
    assert box["y"] <= 200
    assert box["y"] + box["height"] <= height
    assert page.locator(".brief-results li").first.bounding_box()["y"] < height / 2


def test_a_place_opens_by_keyboard_alone(page):
    page.goto("/fr/carte?view=tiles&level=cercle")
    expect(page.locator('.map-frame a.place[tabindex="0"]')).to_have_count(1)
    circle(page, "ML0503").focus()
    page.keyboard.press("ArrowUp")
    expect(circle(page, "ML0506")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator(PANEL)).to_be_focused()
    expect(page.locator(PANEL)).to_have_text("Djenné")
    page.locator("select[name=place]").select_option("ML0506")
    expect(page.locator(PANEL)).to_have_text("Mopti")


def test_filters_change_picture_table_and_legend_together(page):
    page.goto("/fr/carte?view=points&level=region")
    page.locator("#map-choices .more summary").click()
    table = page.locator("#map-places-table")
    before = table.inner_html()
    page.locator("select[name=agency]").select_option(index=3)
    expect(page).to_have_url(re.compile("agency="))
    changed = "before => document.querySelector('#map-places-table').innerHTML !== before"
    page.wait_for_function(changed, arg=before)
    page.locator("#map-places .twin summary").click()
    rows = table.locator("tbody tr")
    filled = [row for row in rows.all() if row.locator("td").nth(1).inner_text() != "0"]
    expect(page.locator(".map-frame .place.is-some")).to_have_count(len(filled))
    legend = page.locator(".map-legend .count").all_inner_texts()
    assert sum(int(text.split()[-1]) for text in legend) == rows.count()


def test_switching_the_view_keeps_place_and_filters(page):
    page.goto("/fr/carte?view=points&axis=2&place=ML05")
    page.locator("#map-choices .more summary").click()
    page.locator("label", has_text="Cases").click()
    expect(page.locator(".map-tiles")).to_be_visible()
    expect(page).to_have_url(re.compile("axis=2.*place=ML05|place=ML05.*axis=2"))
    assert page.locator(".map-tiles [aria-current]").count() > 1


def test_the_legend_filters_and_lets_go(page):
    page.goto("/fr/carte?view=points&level=cercle")
    before = page.locator(".map-frame .is-some").count()
    page.locator(".map-legend a").first.click()
    expect(page.locator(".map-legend a.on")).to_have_count(1)
    assert page.locator(".map-frame .is-some").count() < before
    page.locator(".map-legend a.on").click()
    expect(page.locator(".map-frame .is-some")).to_have_count(before)


def test_the_year_of_need_is_chosen_by_keyboard_and_from_the_small_maps(page):
    page.goto("/fr/carte?measure=crisis&view=tiles")
    on_show = page.locator(".map-years [aria-current]")
    page.locator(".map-years a", has_text="2019").press("Enter")
    expect(page).to_have_url(re.compile("season=2019"))
    expect(on_show).to_have_text("2019")
    expect(on_show).to_be_focused()
    expect(page.locator("#map-head")).to_contain_text("2019")
    page.locator(".year-maps a", has_text="2016").click()
    expect(on_show).to_have_text("2016")
    expect(on_show).to_be_focused()
    expect(on_show).to_be_in_viewport()


def test_a_misspelled_town_is_found_and_leads_to_its_cercle(page):
    page.goto("/fr/carte?level=region")
    page.locator("#map-choices .more summary").click()
    page.locator("input[name=find]").fill("barouéli")
    page.locator("#map-found a").first.click()
    expect(page.locator(PANEL)).to_have_text("Baraouéli")
    expect(page.locator("select[name=level]")).to_have_value("cercle")
    expect(page.locator("input[name=find]")).to_have_value("")


def touch_swipe(page, x, y, by):
    """A finger goes up from a point, as far as the page should scroll."""
    session = page.context.new_cdp_session(page)

    def send(kind, *points):
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": list(points)})

    send("touchStart", {"x": x, "y": y})
    for step in range(1, 11):
        send("touchMove", {"x": x, "y": y - by * step / 10})
        page.wait_for_timeout(20)  # as fast as a finger
    send("touchEnd")


@pytest.mark.parametrize("view", ["points", "tiles"])
def test_a_thumb_taps_a_place_and_swipes_past_the_map(open_page, view):
    page = open_page(width=360, height=740, has_touch=True, is_mobile=True)
    page.goto(f"/fr/carte?view={view}&level=cercle")
    frame = page.locator(".map-frame")
    frame.scroll_into_view_if_needed()
    page.evaluate("document.querySelector('.map-frame').scrollIntoView({block: 'center'})")
    box = frame.bounding_box()
    before = page.evaluate("scrollY")
    touch_swipe(page, box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, 150)
    page.wait_for_function("least => scrollY > least", arg=before + 80)
    circle(page, "ML0305").locator(".shape").scroll_into_view_if_needed()
    circle(page, "ML0305").locator(".shape").tap()
    expect(page.locator(PANEL)).to_have_text("Sikasso")
    sheet = page.locator(".place-panel").bounding_box()
    assert sheet["y"] + sheet["height"] == pytest.approx(740, abs=2)
    page.locator(".place-panel .close").tap()
    expect(page.locator(PANEL)).to_have_count(0)


AROUND = """
([reach, sure]) => {
  const centre = (shape) => {
    const box = shape.getBoundingClientRect();
    return [box.x + box.width / 2, box.y + box.height / 2];
  };
  const shapes = [...document.querySelectorAll(".map-frame .place .shape")];
  const missed = [];
  shapes.forEach((shape) => {
    shape.scrollIntoView({ block: "center", inline: "center" });
    const [x, y] = centre(shape);
    const others = shapes.filter((other) => other !== shape).map(centre);
    for (let turn = 0; turn < 8; turn += 1) {
      const [to, down] = [x + reach * Math.cos(turn * Math.PI / 4), y + reach * Math.sin(turn * Math.PI / 4)];
      const near = Math.min(...others.map(([left, top]) => Math.hypot(to - left, down - top)));
      const [hit, own] = [document.elementFromPoint(to, down), shape].map((part) => part.closest(".place"));
      if (near > reach + sure && hit !== own) { missed.push(own.dataset.place); }
    }
  });
  return missed;
}
"""


def test_on_a_phone_a_finger_beside_a_circle_opens_the_nearest_place(open_page):
    page = open_page(width=360, height=740, has_touch=True, is_mobile=True)
    page.goto("/fr/carte?view=points&level=cercle")
    assert page.evaluate(AROUND, [11, 4]) == []
    for _ in range(2):
        page.locator('[data-zoom="1"]').tap()
    # Twice enlarged, no two places are so near that they share the 24 pixels of either.
    assert page.evaluate(AROUND, [11.5, -11]) == []
    places = page.locator("select[name=place]")
    assert places.bounding_box()["height"] >= 24
    listed = set(places.locator("option").evaluate_all("options => options.map((option) => option.value)"))
    drawn = page.locator(".map-frame .place").evaluate_all("links => links.map((link) => link.dataset.place)")
    assert len(drawn) == 53 and set(drawn) < listed


def test_on_a_phone_a_finger_beside_a_circle_of_the_interactive_map_opens_its_place(open_page):
    page = open_page(width=360, height=740, has_touch=True, is_mobile=True)
    page.goto("/fr/carte?view=points&level=cercle")
    page.locator(".map-interactive summary").tap()
    page.locator("#map-chart.is-live").wait_for()
    page.locator("#map-chart").scroll_into_view_if_needed()
    kidal = page.locator("#map-chart .scattergeo").first.locator("path.point").all()
    boxes = [point.bounding_box() for point in kidal]
    highest = min(boxes, key=lambda box: box["y"])
    page.touchscreen.tap(highest["x"] + highest["width"] / 2, highest["y"] - 6)
    expect(page).to_have_url(re.compile(r"place=ML08\d\d"))


def test_enlarging_makes_the_picture_scroll_in_its_frame_only(page):
    page.goto("/fr/carte")
    wide = page.locator(".map-picture").bounding_box()["width"]
    page.locator('[data-zoom="1"]').click()
    assert page.locator(".map-picture").bounding_box()["width"] > 1.5 * wide
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.locator('[data-zoom="-1"]').click()
    assert page.locator(".map-picture").bounding_box()["width"] == pytest.approx(wide)


def test_the_interactive_map_is_fetched_only_when_asked_for(page):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("/fr/carte")
    page.wait_for_load_state("networkidle")
    assert not any("plotly" in address for address in asked)
    page.locator(".map-interactive summary").click()
    page.locator("#map-chart.is-live").wait_for()
    assert page.locator("#map-chart .scattergeo").first.locator("path.point").count() == 53
    assert any("outlines" in address and address.endswith(".json") for address in asked)


@pytest.mark.parametrize("kind", ["svg", "png"])
def test_the_picture_can_be_taken_away_with_its_words(page, kind):
    page.goto("/fr/carte?view=points&level=region")
    with page.expect_download() as download:
        tool(page.locator(".map-card"), kind, "wide" if kind == "png" else "").click()
    content = download.value.path().read_bytes()
    if kind == "svg":
        text = content.decode()
        for words in ("Résultats par région", "Source", "officielles", "Mopti"):
            assert words in text
        assert "<use" not in text
    else:
        assert content.startswith(b"\x89PNG") and len(content) > 20_000


def test_without_scripts_every_place_is_a_link_to_its_view(open_page):
    page = open_page(java_script_enabled=False)
    page.goto("/fr/carte?view=tiles&level=cercle&axis=3")
    circle(page, "ML0503").locator(".shape").click()
    assert "place=ML0503" in page.url and "axis=3" in page.url
    assert page.locator(PANEL).inner_text() == "Djenné"


@pytest.mark.parametrize("place", ["ML05", "ML0503"])
@pytest.mark.parametrize("language", ["fr/lieu", "en/place"])
def test_a_profile_prints_on_two_sheets_at_most(page, place, language):
    page.goto(f"/{language}/{place}")
    page.wait_for_load_state("networkidle")
    sheets = re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4"))
    assert 1 <= len(sheets) <= 2


@pytest.mark.parametrize("place", ["ML05", "ML0503"])
def test_a_profile_fits_the_narrowest_phone(open_page, place):
    page = open_page(width=320, height=640)
    page.goto(f"/en/place/{place}")
    # The host of this machine is for nobody else.
    expect(page.locator(".qr code")).to_have_text(f"/en/place/{place}")
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_a_profile_is_light(open_page):
    """All that a first visit to the longest profile fetches, scripts and picture included, as sent."""
    page = open_page(width=360, height=740)
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    sizes = []
    session.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    page.goto("/fr/lieu/ML05")
    page.wait_for_load_state("networkidle")
    assert 10_000 < sum(sizes) < 100_000
    assert not page.evaluate("'DashRenderer' in window")
