"""What leaves the site in a message: the finding, what it measures, and the address of just that view."""

import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest

from dashboard.components.tools import WAYS
from dashboard.web.sharing import LONGEST_MESSAGE

HOST = {"Host": "example.org"}
CARD = "funding-money?by=axis"


def told(client, way, card=CARD, language="fr"):
    return client.get(f"/{language}/share/{way}/{card}", headers=HOST)


def test_the_link_of_a_card_leads_to_its_view_with_its_year(client, catalog):
    there = urlsplit(told(client, "link").location)
    assert (there.netloc, there.path, there.fragment) == ("example.org", "/fr/financement", "funding-money")
    assert parse_qs(there.query) == {"by": ["axis"], "year": [str(catalog.year)]}


def test_a_card_in_a_slot_is_shared_by_its_slot(client):
    there = told(client, "link", "trends-stunting?indicator=stunting&at=trends-1").location
    assert there.endswith("#trends-1") and "at=" not in there


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_message_says_the_finding_and_the_address(client, language):
    message = urlsplit(told(client, "whatsapp", language=language).location)
    assert (message.scheme, message.netloc) == ("https", "wa.me")
    (text,) = parse_qs(message.query)["text"]
    *said, address = text.split("\n")
    assert len(said) == 2 and all(said)
    assert address == told(client, "link", language=language).location
    letter = urlsplit(told(client, "mail", language=language).location)
    assert letter.scheme == "mailto"
    assert parse_qs(letter.query)["body"] == [text]


PAGES = ["/fr/", "/fr/financement", "/en/trends?axis=2", "/fr/tendances?indicator=stunting", "/fr/carte",
         "/fr/resultats?theme=water", "/en/agency/pam", "/fr/axe/2"]  # fmt: skip


@pytest.mark.parametrize("address", PAGES)
def test_every_card_of_a_page_fits_a_message_with_its_year_and_address(client, catalog, address):
    links = set(re.findall(r'href="([^"]*/share/whatsapp/[^"]*)"', client.get(address).text))
    assert links
    for link in links:
        message = urlsplit(client.get(unescape(link), headers=HOST).location)
        (text,) = parse_qs(message.query)["text"]
        *said, where = text.split("\n")
        assert len(text) <= LONGEST_MESSAGE, text
        assert len(said) == 2 and where.startswith("http://example.org/")
        assert re.search(r"\b20\d\d\b", " ".join(said)), text


@pytest.mark.parametrize("address", ["/fr/lieu/ML0503", "/en/place/ML05", "/fr/f/r~2021-2.2.5-07~1"])
def test_a_place_and_a_figure_are_sent_with_what_they_say_and_their_year(client, address):
    links = set(re.findall(r'href="([^"]*/share-page/[^"]*)"', client.get(address).text))
    assert len(links) == 2
    for link in links:
        sent = urlsplit(client.get(unescape(link), headers=HOST).location)
        (text,) = parse_qs(sent.query)["text" if sent.netloc == "wa.me" else "body"]
        *said, where = text.split("\n")
        assert len(text) <= LONGEST_MESSAGE and all(said)
        assert where.startswith("http://example.org/") and urlsplit(where).path == address


@pytest.mark.parametrize("there", ["whatsapp/place/ML99", "mail/nothing/ML05", "fax/place/ML05"])
def test_what_is_not_there_is_not_sent(client, there):
    assert client.get(f"/fr/share-page/{there}").status_code == 404


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("/fr/financement?by=axis&unit=amount", "68\u202f% du budget mobilisé"),
        ("/fr/resultats?theme=water", "résultats, qui comptent jusqu’à"),
        ("/fr/lieu/ML0503", "3 résultats que le rapport situe ici"),
        ("/en/trends?axis=2", "4 indicators"),
        ("/fr/f/m~totals~2021~agencies~budget", "578\u202f474\u202f401"),
    ],
)
def test_a_link_preview_says_the_sentence_of_the_view(client, address, sentence):
    said = re.search(r'<meta property="og:title" content="([^"]*)"', client.get(address).text)[1]
    assert sentence in unescape(said)
    assert "<" not in unescape(said)


def test_the_code_is_a_picture(client):
    answer = told(client, "qr")
    assert answer.mimetype == "image/svg+xml" and answer.data.startswith(b"<svg")


@pytest.mark.parametrize(
    "path", ["/fr/share/fax/funding-money", "/fr/share/link/nothing", "/xx/share/link/map-places"]
)
def test_nothing_else_is_shared(client, path):
    assert client.get(path).status_code == 404


def test_every_way_of_the_menu_answers(client):
    for way in WAYS:
        assert told(client, way).status_code in (200, 302)
        assert told(client, way, "results-list").status_code in (200, 302)
        assert told(client, way, "agency-rates/pam").status_code in (200, 302)


def test_a_card_goes_to_the_end_of_the_meeting(client, catalog):
    there = urlsplit(client.get("/fr/share/meeting/funding-money?unit=amount").location)
    (codes,) = parse_qs(there.query)["s"]
    assert codes.split(",") == [*catalog.rows("decks"), "funding-money;unit:amount"]
    assert there.fragment == str(len(codes.split(",")))
    again = urlsplit(client.get("/en/share/meeting/map-places?begun=worse,money").location)
    assert again.path == "/en/meeting" and parse_qs(again.query)["s"] == ["worse,money,cercles"]
