"""In the room: the server goes, the meeting goes on."""

import re

import pytest
from playwright.sync_api import expect

from dashboard.i18n import LANGUAGES

pytestmark = pytest.mark.browser
SIZES = [(1024, 768), (1280, 720), (1366, 768), (1920, 1080), (3840, 2160)]
FAULTS = """() => {
  const svg = document.querySelector('#stage .screen svg');
  const scale = svg.getBoundingClientRect().height / svg.viewBox.baseVal.height;
  const words = Array.from(svg.querySelectorAll('text')).filter(text => text.textContent.trim());
  const cut = words.filter(text => {
    const box = text.getBoundingClientRect();
    return box.left < 0 || box.top < 0 || box.right > innerWidth || box.bottom > innerHeight;
  });
  const small = words.filter(text => parseFloat(getComputedStyle(text).fontSize) * scale < innerHeight / 50);
  const page = document.documentElement;
  const scrolls = page.scrollWidth > innerWidth || getComputedStyle(document.body).overflowY !== 'hidden';
  return [...cut, ...small].map(text => text.textContent).concat(scrolls ? ['it scrolls'] : []);
}"""
"""The words of a slide that a screen cuts or that the last row cannot read."""
SWIPE = """([from, to]) => ['touchstart', 'touchend'].forEach((kind, at) => {
  const stage = document.querySelector('#stage');
  const touch = new Touch({identifier: 1, target: stage, clientX: [from, to][at], clientY: 300});
  stage.dispatchEvent(new TouchEvent(kind, {changedTouches: [touch], bubbles: true}));
})"""
"""A finger that goes from one place to another."""


def shown(page):
    """The title of the slide on the stage."""
    return page.locator("#stage .screen svg").get_attribute("aria-label")


def at(page, end):
    """Waits until the address ends so: the browser tells of it after the key."""
    expect(page).to_have_url(re.compile(re.escape(end) + "$"))


def test_without_the_server_everything_of_a_meeting_works(browser, served, tmp_path):
    server = served(tmp_path, {})
    base = next(server)
    page = browser.new_page(viewport={"width": 1366, "height": 768}, service_workers="block")
    page.goto(f"{base}/fr/reunion#1")
    expect(page.locator("#stage.is-whole")).to_be_visible(timeout=120_000)
    next(server, None)  # the server ends here
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))  # of an icon the browser asks by itself
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
    expect(page).to_have_url(re.compile("hi=unicef,pam#2"))
    page.keyboard.press("l")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page).to_have_url(re.compile(r"/en/meeting\?"))
    page.keyboard.press("t")
    expect(page.locator("#stage table")).to_contain_text("UNICEF")
    page.keyboard.press("Escape")
    expect(page.locator("#stage table")).to_have_count(0)
    page.keyboard.press("g")
    expect(page.locator("#slides .slide svg")).to_have_count(8)
    page.keyboard.press("Enter")
    expect(page.locator("#stage")).to_be_visible()
    assert [address for address in asked if "/icon." not in address] == []
    page.close()


def test_nothing_of_a_slide_is_cut_small_or_scrolls_on_any_screen_in_either_language(open_page):
    page, faults = open_page(*SIZES[0]), {}
    page.goto("/fr/reunion?hi=pam,unicef#1")
    expect(page.locator("#stage.is-whole")).to_be_visible()
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        form = "wide" if width / height > 1.55 else "tall"
        expect(page.locator("#stage.is-whole")).to_have_class(re.compile(rf"\b{form}\b"))
        for _ in LANGUAGES:
            page.keyboard.press("l")
            page.keyboard.press("Home")
            for number in range(1, 9):
                at(page, f"#{number}")
                faults[width, page.url] = page.evaluate(FAULTS)
                page.keyboard.press("ArrowRight")
    assert len(faults) == 8 * len(SIZES) * len(LANGUAGES)
    assert {where: found for where, found in faults.items() if found} == {}


def test_a_meeting_that_was_opened_is_opened_anew_without_a_network(open_page, complaints):
    """As its address says by then: in the other language, marked, and without a slide that was left out."""
    page = open_page(service_workers="allow")
    page.goto("/fr/reunion#1")
    page.wait_for_selector("#slides[data-kept]", state="attached")
    page.wait_for_selector("html[data-kept]", state="attached")
    page.locator("#stage [data-act=marks]").select_option("unicef", force=True)
    page.keyboard.press("l")
    page.keyboard.press("g")
    page.locator("#slides [data-act=remove]").first.click()
    slides = page.locator("#slides > li")
    expect(slides).to_have_count(7)
    expect(page).to_have_url(re.compile(r"/en/meeting\?.*hi=unicef$"))
    page.context.new_cdp_session(page).send("Network.clearBrowserCache")
    page.context.set_offline(True)
    page.reload()
    expect(slides).to_have_count(7)
    page.keyboard.press("g")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator("#stage g[data-row]:has([data-part=ground][fill-opacity='1'])")).to_have_count(1)
    page.context.set_offline(False)
    complaints[:] = [line for line in complaints if "net::" not in line]


def test_every_key_of_a_meeting_does_what_it_says(open_page):
    page = open_page(1280, 720, has_touch=True)
    stage = page.locator("#stage")
    page.goto("/fr/reunion#3")
    expect(page.locator("#stage.is-whole")).to_be_visible()
    page.keyboard.press("End")
    at(page, "#8")
    page.keyboard.press("Home")
    at(page, "#1")
    page.evaluate(SWIPE, [600, 200])
    at(page, "#2")  # a finger to the left goes on
    page.evaluate(SWIPE, [200, 600])
    at(page, "#1")
    page.evaluate(SWIPE, [200, 210])
    at(page, "#1")  # a tap goes nowhere
    for key, panel in (("b", ".is-black"), ("t", ".is-table table"), ("q", ".is-code")):
        page.keyboard.press(key)
        expect(stage.locator(panel)).to_be_visible()
        page.keyboard.press(key)
        expect(stage.locator(".stage-panel")).to_be_hidden()
    page.keyboard.press("2")
    page.keyboard.press("Enter")
    page.keyboard.press("h")
    expect(stage.locator("[data-act=marks]")).to_be_focused()
    page.keyboard.press("Escape")
    expect(stage).to_be_focused()
    french = shown(page)
    page.keyboard.press("l")
    at(page, "/en/meeting#2")
    assert shown(page) != french
    page.keyboard.press("l")
    at(page, "/fr/reunion#2")
    assert shown(page) == french
    page.keyboard.press("Escape")
    page.wait_for_url("**/fr/financement**")
    at(page, "#funding-money")  # back to the very card


def test_slides_move_and_go_by_keyboard_and_the_address_rebuilds_them(open_page):
    page = open_page()
    page.goto("/en/meeting#2")
    expect(page.locator("#stage.is-whole")).to_be_visible()
    page.keyboard.press("g")
    slides = page.locator("#slides > li")
    own = slides.evaluate_all("items => items.map(item => item.dataset.code)")
    second = slides.nth(1)
    expect(second.locator("[data-act=open]")).to_be_focused()
    second.locator("[data-act=later]").focus()
    page.keyboard.press("Enter")
    expect(slides.nth(2).locator("[data-act=later]")).to_be_focused()
    page.keyboard.press(" ")
    slides.first.locator("[data-act=remove]").focus()
    page.keyboard.press("Enter")
    expect(slides).to_have_count(7)
    wanted = [own[2], own[3], own[1], *own[4:]]
    here = page.evaluate("location.href")
    for path in (here, here.replace("/en/meeting", "/fr/reunion")):
        page.goto(path)
        expect(slides).to_have_count(7)
        assert slides.evaluate_all("items => items.map(item => item.dataset.code)") == wanted


def test_a_meeting_prints_a_slide_of_16_to_9_on_each_sheet(open_page):
    page = open_page()
    page.goto("/fr/reunion")
    expect(page.locator("#slides > li")).to_have_count(8)
    file = page.pdf(prefer_css_page_size=True)
    assert re.findall(rb"/MediaBox \[([^\]]*)\]", file) == [b"0 0 960 540"] * 8
    page.emulate_media(media="print")
    page.evaluate("window.print = () => { window.asked = true; }")
    for furniture in (".site-header", ".site-footer", ".meeting-tools", ".slide-controls"):
        expect(page.locator(furniture).first).to_be_hidden()
    page.emulate_media(media="screen")
    page.locator("[data-print]").click()
    assert page.evaluate("window.asked"), "the button leads to the print of the browser"


def test_a_presenter_has_a_window_that_follows_without_the_network(open_page, complaints):
    page = open_page()
    page.goto("/fr/reunion?hi=unicef#1")
    expect(page.locator("#stage.is-whole")).to_be_visible()
    page.context.set_offline(True)
    with page.expect_popup() as opened:
        page.keyboard.press("p")
    own = opened.value
    pictures = own.locator(".picture svg")
    expect(pictures).to_have_count(2)
    titles = pictures.evaluate_all("pictures => pictures.map(picture => picture.getAttribute('aria-label'))")
    page.keyboard.press("ArrowRight")
    expect(pictures.first).to_have_attribute("aria-label", titles[1])
    own.keyboard.press("ArrowRight")
    expect(page).to_have_url(re.compile("#3$"))
    expect(own.locator(".now h2")).to_have_text("3 / 8")
    own.keyboard.press("l")
    expect(own.locator("html")).to_have_attribute("lang", "en")
    page.keyboard.press("t")
    caveats = page.locator("#stage .is-table > p").all_text_contents()
    told = own.locator(".said p")
    expect(told).to_have_text(caveats or [re.compile("No caveat")])
    expect(own.locator(".clock time").last).to_have_text(re.compile(r"^\d+:\d\d$"))
    page.keyboard.press("End")
    expect(pictures).to_have_count(1)
    own.close()
    page.keyboard.press("Home")
    expect(page.locator("#stage .stage-number")).to_have_text("1 / 8")
    page.context.set_offline(False)


def test_the_file_of_a_meeting_has_all_of_it_and_asks_nobody(open_page, tmp_path, complaints):
    page, file = open_page(), tmp_path / "reunion.html"
    file.write_bytes(page.request.get("/fr/meeting/file.html?hi=unicef", timeout=120_000).body())
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(file.as_uri())
    expect(page.locator("#slides .slide svg")).to_have_count(8)
    page.keyboard.press("g")
    expect(page.locator("#stage .stage-number")).to_have_text("1 / 8")
    with page.expect_popup() as opened:
        page.keyboard.press("p")
    own = opened.value
    expect(own.locator(".picture svg")).to_have_count(2)
    own.keyboard.press("ArrowRight")
    expect(page.locator("#stage .stage-number")).to_have_text("2 / 8")
    expect(own.locator(".now h2")).to_have_text("2 / 8")
    expect(page.locator("#stage g[data-row]:has([data-part=ground][fill-opacity='1'])")).to_have_count(1)
    own.close()
    page.keyboard.press("l")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.keyboard.press("Escape")
    expect(page.locator("#stage")).to_be_hidden()
    assert [address for address in asked if not address.startswith("data:")] == [file.as_uri()]
    assert complaints == [f"request to another host: {file.as_uri()}"]
    complaints.clear()
