"""A reader gets the language that the browser likes best, whatever the region in its tag."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.web.languages import preferred

OURS = ("fr", "en")


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("fr-FR,en-US;q=0.7,en;q=0.3", "fr"),
        ("fr-FR,en-US;q=0.7", "fr"),
        ("fr-ML,en;q=0.5", "fr"),
        ("fr-BE,nl,en", "fr"),
        ("FR_ml", "fr"),
        ("en-GB,en", "en"),
        ("en-US,fr-FR;q=0.9", "en"),
        ("en;q=0.2, fr;q=0.8", "fr"),
        ("fr;q=0.2,en-GB;q=0.8", "en"),
        ("bm, fr;q=0.5", "fr"),
        ("bm,en;q=0.5", "en"),
        ("bm", "fr"),
        ("", "fr"),
        ("*", "fr"),
        ("en,*", "en"),
        ("bm,*;q=0.1", "fr"),
        ("fr;q=0.1,*;q=0.5", "en"),
        ("fr;q=0,*", "en"),
        ("fr;q=0", "en"),
        ("fr;q=0.0, bm", "en"),
        ("fr;q=0,en;q=0", "fr"),
        ("en ; q = 0.9 , fr ; q = 0.8", "en"),
        (";;;,en;q=x,,fr-CH", "fr"),
        ("en;q=1.2.3,fr;q=0.1", "fr"),
        ("zh-Hant-TW,en-Latn-US;q=0.9", "en"),
        ("eng,fra", "fr"),
    ],
)
def test_the_first_wish_that_we_can_meet(header, language):
    assert preferred(header, OURS) == language


@given(st.text(alphabet="frenbm-_*;q=.019, \x00é", max_size=60))
def test_no_header_is_too_strange(header):
    assert preferred(header, OURS) in OURS


@pytest.mark.parametrize("address", ["/", "/f/m~totals~2021~agencies~spent"])
def test_the_entrances_ask_it(client, address):
    answer = client.get(address, headers={"Accept-Language": "fr-FR,en-US;q=0.7,en;q=0.3"})
    assert answer.location.startswith("/fr/")
    assert "Accept-Language" in answer.headers["Vary"]
    english = client.get(address, headers={"Accept-Language": "en-US,fr;q=0.7"})
    assert english.location.startswith("/en/")
