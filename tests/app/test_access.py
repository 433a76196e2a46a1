"""What helps who hears a page or walks it by key, read from the HTML of every kind of page."""

import re
from html.parser import HTMLParser

import pytest

from dashboard.i18n import LANGUAGES
from dashboard.pages.registry import PAGES
from dashboard.web.addresses import sample_address


class Outline(HTMLParser):
    """The headings of a page by their levels, and what speaks without being asked."""

    def __init__(self, text):
        super().__init__()
        self.levels, self.voices = [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if re.fullmatch("h[1-6]", tag):
            self.levels.append(int(tag[1]))
        if given.get("role") == "status" or "aria-live" in given:
            self.voices.append((tag, given.get("id")))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PAGES)
def test_headings_come_in_order_and_one_voice_tells_changes(client, catalog, language, name):
    page = Outline(client.get(sample_address(catalog, language, name)).text)
    first, *rest = page.levels
    assert first == 1 and 1 not in rest
    assert [pair for pair in zip(page.levels, rest, strict=False) if pair[1] > pair[0] + 1] == []
    assert len(page.voices) <= 1, page.voices


@pytest.mark.parametrize("address", ["/fr/resultats", "/en/map", "/fr/lieu/ML05", "/fr/agence/unicef"])
def test_a_long_list_can_be_skipped(client, address):
    text = client.get(address).text
    ways = re.findall(r'class="skip past" href="#([^"]+)"', text)
    assert ways and len(set(ways)) == len(ways)
    assert [way for way in ways if text.count(f'id="{way}"') != 1] == []
