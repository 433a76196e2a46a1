"""Without a network: what was read can be read again, and all of the site once the reader has kept it."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

KEPT = """async () => {
  const names = (await caches.keys()).filter(name => name.startsWith('site-'));
  const pages = {};
  for (const name of names) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const text = await (await cache.match(request)).text();
      const found = [...text.matchAll(/href="(\\/fr\\/f\\/[^"#?]+)/g)].map(link => decodeURI(link[1]));
      pages[decodeURI(new URL(request.url).pathname)] = found;
    }
  }
  return pages;
}"""
"""The addresses that are kept, each with those of the passports that it leads to."""
HEAVIEST = 1_200_000
"""Bytes on the wire."""
MADE = 300_000
"""Milliseconds that the first making of the whole site may take on a busy machine."""


UNPLUGGED = "Failed to load resource: net::"
"""The browser's own word on what was still under way when the network went."""


@pytest.fixture
def reader(open_page, complaints):
    """A reader whose browser keeps pages, on the page of funding, which is kept by now."""
    page = open_page(service_workers="allow")
    page.goto("/fr/financement")
    page.wait_for_selector("html[data-kept]", state="attached")
    yield page
    complaints[:] = [line for line in complaints if UNPLUGGED not in line]


def unplug(page):
    """Without a network, and without what the browser keeps by itself for a minute."""
    page.context.new_cdp_session(page).send("Network.clearBrowserCache")
    page.context.set_offline(True)


def test_a_page_that_was_read_is_read_again_without_a_network_and_says_when(reader):
    expect(reader.locator("#read-before")).to_be_hidden()
    text = reader.locator("#funding-money table >> nth=0").inner_text()
    unplug(reader)
    reader.goto("/fr/financement")
    assert reader.locator("#funding-money table >> nth=0").inner_text() == text
    expect(reader.locator("#read-before")).to_be_visible()
    expect(reader.locator("#read-before .read-at")).to_contain_text("20")
    reader.context.set_offline(False)
    reader.goto("/fr/financement")
    expect(reader.locator("#read-before")).to_be_hidden()


def test_a_page_that_was_only_read_on_a_phone_is_kept(open_page, complaints):
    phone = open_page(width=360, has_touch=True, is_mobile=True, service_workers="allow")
    phone.goto("/fr/lieu/ML0501")
    phone.wait_for_selector("html[data-kept]", state="attached")
    phone.wait_for_function("() => navigator.serviceWorker.controller")
    unplug(phone)
    phone.reload()
    expect(phone.locator("#read-before")).to_be_visible()
    expect(phone.locator("h1")).to_contain_text("Bandiagara")
    complaints[:] = [line for line in complaints if UNPLUGGED not in line]


def test_a_choice_that_was_not_kept_shows_the_whole_page_and_says_so(reader):
    unplug(reader)
    reader.goto("/fr/financement?by=axes")
    assert reader.evaluate("location.search") == "", "the address says another view than the one shown"
    expect(reader.locator('#read-before [data-read="choice"]')).to_be_visible()


def test_a_page_that_was_not_kept_leads_to_the_one_that_says_what_can_be_read(reader):
    unplug(reader)
    reader.goto("/fr/donnees")
    expect(reader.locator('#read-before [data-read="page"]')).to_be_visible()
    expect(reader.locator("h1")).to_have_text("Lire sans réseau")


def test_the_whole_site_is_kept_and_every_page_of_it_is_read_without_a_network(reader):
    reader.goto("/fr/hors-connexion")
    panel = reader.locator("#offline")
    panel.get_by_role("button", name="Garder hors connexion").click(timeout=MADE)
    expect(panel.locator('[data-state="kept"]')).to_be_visible(timeout=MADE)
    kept = reader.evaluate(KEPT)
    listed = re.findall(r"<loc>https?://[^/]+(/fr/[^<]*)</loc>", reader.request.get("/sitemap.xml").text())
    assert set(listed) <= kept.keys()
    passports = {path for paths in kept.values() for path in paths}
    assert passports <= kept.keys(), "a kept page leads to a figure that is not kept"
    assert reader.request.get("/fr/site.json?size").json()["bytes"] <= HEAVIEST
    unplug(reader)
    for path in ["/fr/", "/fr/carte", "/fr/resultats", "/fr/lieu/ML05", "/fr/agence/pam"]:
        reader.goto(path)
        expect(reader.locator("#read-before")).to_be_visible()
        assert reader.evaluate("location.pathname") == path
    reader.locator("main a.figure").first.click()
    reader.wait_for_url("**/fr/f/**")
    expect(reader.locator("#read-before")).to_be_visible()
    expect(reader.locator('#read-before [data-read="page"]')).to_be_hidden()
    reader.goto("/fr/hors-connexion")
    reader.locator('#offline [data-act="forget"]').click()
    reader.wait_for_function("async () => (await caches.keys()).length === 0")
