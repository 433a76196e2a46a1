"""QR codes lead to the page at the host that was asked, and to nothing else."""

import pytest
import segno

from dashboard.web.qr import qr_svg


def test_the_code_holds_the_address_of_the_page_and_its_year(client, catalog):
    answer = client.get("/qr/fr/lieu/ML0503.svg", headers={"Host": "example.org"})
    assert answer.mimetype == "image/svg+xml"
    assert answer.data == qr_svg(f"http://example.org/fr/lieu/ML0503?year={catalog.year}")
    assert answer.data != qr_svg(f"http://example.org/fr/lieu/ML0504?year={catalog.year}")


def test_addresses_that_lead_nowhere_have_no_code(client):
    for path in ("fr/lieu/ML9999", "rien", "fr/lieu/../../x"):
        assert client.get(f"/qr/{path}.svg").status_code == 404


def test_a_camera_can_read_it():
    text = qr_svg("http://example.org/fr/lieu/ML0503").decode()
    assert 'fill="#fff"' in text and 'stroke="#000"' in text
    assert segno.make("http://example.org/fr/lieu/ML0503", error="m", micro=False).error == "M"


@pytest.mark.parametrize("host", ["localhost:8050", "127.0.0.1:8050", "[::1]:8050", "0.0.0.0:8050"])
def test_no_code_leads_to_the_machine_that_shows_it(client, host):
    """Codes of pages and cards say so instead, pictures have none."""
    base = f"http://{host}"
    there = {"/qr/fr/lieu/ML0503.svg": "DASHBOARD_ADDRESS", "/fr/share/qr/funding-money": "DASHBOARD_ADDRESS"}
    for path, word in there.items():
        assert word in client.get(path, base_url=base).text
    path = "/fr/picture/funding-money.svg"
    here = client.get(path, base_url=base).text
    elsewhere = client.get(path, base_url="http://example.org").text
    assert elsewhere.count("<path") == here.count("<path") + 1
    assert host not in here, "nor does an address that is read"
    assert "http://example.org/fr/" in elsewhere
