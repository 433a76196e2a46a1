"""What leaves the site in a message: the finding, what it measures, and the address of just that view."""

from urllib.parse import parse_qs, urlsplit

import pytest

from dashboard.components.tools import WAYS

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
