"""QR codes lead to the page at the host that was asked, and to nothing else."""

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
