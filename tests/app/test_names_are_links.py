"""Whoever reads the name of an agency, axis, place, indicator or output can go there."""

from html.parser import HTMLParser

import pytest

from dashboard.i18n import LANGUAGES
from dashboard.pages.registry import PAGES
from dashboard.presenters.names import agency_link, axis_link, indicator_link, output_link, place_link
from dashboard.presenters.reader import Reader, address, speech
from dashboard.web.addresses import subjects

EMPTY = {"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
LEADS = {
    "a",
    "option",
    "label",
    "button",
    "script",
    "title",
    "summary",
    "caption",
    "svg",
    "thead",
    "h1",
    "h2",
    "h3",
}
"""Elements that lead somewhere, name something to choose, to open or to read, or are drawn."""
NO_MENTIONS = {"comparison", "word-list", "legend", "facts"}
"""Classes of what is quoted from the report, explained, or a key of marks."""
VIEWS = {
    "funding": ["by=axis", "unit=missing&hi=pam"],
    "agencies": ["a=unicef,pam", "a=pam&region=ML05"],
    "map": ["level=region", "place=ML05", "view=points&level=region"],
    "trends": ["indicator=stunting&reference=on", "axis=3"],
    "results": ["show=table", "agency=pam&place=ML05", "q=eau"],
}
"""Beside the page's own view those that name other things."""
SOME = 3
"""Profiles of each kind that are read."""


class Reading(HTMLParser):
    """The names of a page that lead nowhere, with the elements that they stand in."""

    def __init__(self, names, own):
        super().__init__()
        self.names, self.own, self.path, self.bare = names, own, [], []

    def handle_starttag(self, tag, attrs):
        if tag not in EMPTY:
            self.path.append((tag, set((dict(attrs).get("class") or "").split())))

    def handle_endtag(self, tag):
        while self.path and self.path.pop()[0] != tag:
            pass

    def handle_startendtag(self, tag, attrs):
        pass

    def handle_data(self, data):
        name = data.strip()
        if name not in self.names or name in self.own:
            return
        tags = {tag for tag, _ in self.path}
        if not tags & LEADS and not any(classes & NO_MENTIONS for _, classes in self.path):
            self.bare.append((name, " ".join(tag for tag, _ in self.path[-4:])))


def names_of(reader):
    """Every name by which readers know a thing that has a page."""
    catalog, found = reader.catalog, set()
    links = (agency_link, axis_link, indicator_link, output_link, place_link)
    for link, table in zip(links, ("agencies", "axes", "indicators", "outputs", "places"), strict=True):
        for key in catalog.rows(table):
            found |= {link(reader, key).text, link(reader, key).title}
    return (found | set(catalog["places"]["name_fr"])) - {""}


def own_names(reader, page, key):
    """What the page itself is about."""
    links = {"agency": agency_link, "axis": axis_link, "place": place_link}
    own = {links[page](reader, key).text, links[page](reader, key).title} if page in links else set()
    return own | ({reader.catalog.row("places", key)["name_fr"]} if page == "place" else set())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PAGES)
def test_every_name_leads_to_what_it_names(client, catalog, language, name):
    reader = Reader(catalog, speech(catalog, language))
    names = names_of(reader)
    for key in subjects(catalog, name)[:SOME]:
        for query in ["", *VIEWS.get(name, [])]:
            path = address(reader.t, name, key)
            reading = Reading(names, own_names(reader, name, key))
            reading.feed(client.get(f"{path}?{query}").text)
            assert sorted(set(reading.bare)) == [], (path, query)
