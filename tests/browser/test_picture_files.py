"""The picture of a card as a file that a phone can send: small, whole, in the colours of the drawing."""

import re
import struct
import zlib

import pytest
from tests.browser.menus import tool

pytestmark = pytest.mark.browser

CARDS = [
    ("/fr/financement", "#funding-money"),
    ("/fr/carte", ".map-card"),
    ("/en/trends?indicator=stunting", "#trends-1"),
    ("/en/agency/pam", "#agency-rates"),
]
SIZES = {"phone": (1080, 1350), "wide": (1920, 1080)}
HEAVIEST = {"phone": 60_000, "wide": 75_000}
"""Bytes; the browser's own files take three to five times as many."""


def chunks(png):
    """(name, content) of each part of the file, whose checksums hold."""
    at = 8
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        body = png[at + 4 : at + 8 + length]
        assert struct.unpack(">I", png[at + 8 + length : at + 12 + length]) == (zlib.crc32(body),)
        yield body[:4].decode(), body[4:]
        at += 12 + length


def saved(page, item):
    with page.expect_download() as download:
        item.click()
    return download.value.path().read_bytes()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("address", "section"), CARDS)
def test_a_picture_is_light_and_keeps_every_colour_that_means_something(page, address, section, size):
    page.goto(address)
    card = page.locator(section)
    link = tool(card, "svg").get_attribute("href")
    svg = page.request.get(f"{link}&size={size}").text()
    png = saved(page, tool(card, "png", size))
    found = dict(chunks(png))
    width, height, depth = struct.unpack(">IIB", found["IHDR"][:9])
    assert (width, height) == SIZES[size]
    lines = zlib.decompress(found["IDAT"])
    assert len(lines) == height * (-(-width * depth // 8) + 1)
    assert len(png) <= HEAVIEST[size]
    colours = {found["PLTE"][at : at + 3].hex() for at in range(0, len(found["PLTE"]), 3)}
    seen = r'<rect (?![^>]*fill-opacity="0")[^>]*width="\d{3,}[^>]*fill="#([0-9a-f]{6})"'
    filled = re.findall(seen, svg)
    assert set(filled) <= colours


def test_a_browser_that_cannot_pack_gives_its_own_file(page):
    page.add_init_script("delete window.CompressionStream")
    page.goto("/en/agency/pam")
    png = saved(page, tool(page.locator("#agency-rates"), "png", "wide"))
    assert dict(chunks(png))["IHDR"][:8] == struct.pack(">II", *SIZES["wide"])
