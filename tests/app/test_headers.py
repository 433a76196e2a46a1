"""Every answer keeps the page to itself, travels compressed, and can be revalidated."""

import gzip
import re

import brotli
import pytest

from dashboard.i18n import LANGUAGES
from dashboard.pages.registry import PAGES
from dashboard.web import pictures
from dashboard.web.addresses import sample_address
from dashboard.web.app import create_app
from dashboard.web.head import PREVIEW
from dashboard.web.pictures import letters

ADDRESSES = [
    "/",
    "/fr/",
    "/en/funding",
    "/healthz",
    "/robots.txt",
    "/sitemap.xml",
    "/fr/rien",
    "/dash/",
    "/static/x",
]
WEIGHT = re.compile(rb"[\d.,]+(?=(?: |\xc2\xa0|\xe2\x80\xaf)k[Bo])")
"""What a page says of its weight, which is that of the encoding."""


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_answer_carries_the_security_headers(client, address):
    headers = client.get(address).headers
    policy = dict(rule.split(" ", 1) for rule in headers["Content-Security-Policy"].split("; "))
    assert policy["default-src"] == "'none'"
    assert policy.get("script-src", policy["default-src"]) in ("'self'", "'none'")
    assert policy["frame-ancestors"] == "'none'"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert "Set-Cookie" not in headers


@pytest.mark.parametrize("address", ["/fr/", "/en/funding", "/fr/rien"])
def test_a_page_runs_only_the_scripts_of_the_site(client, address):
    answer = client.get(address)
    assert "script-src 'self';" in answer.headers["Content-Security-Policy"]
    assert "geolocation=()" in answer.headers["Permissions-Policy"]
    inline = re.findall(r"<script(?![^>]* src=)([^>]*)>", answer.text)
    assert set(inline) <= {
        f' type="application/json" id="{name}"' for name in ("_dash-config", "page-config")
    }
    assert not re.search(r"<[^>]+ on\w+=", answer.text)


def test_development_tools_stay_off_whatever_the_environment(settings, catalog, monkeypatch):
    for name in ("DASH_DEBUG", "DASH_UI", "DASH_HOT_RELOAD", "DASH_PROPS_CHECK", "FLASK_DEBUG"):
        monkeypatch.setenv(name, "true")
    server = create_app(settings, catalog).server
    text = server.test_client().get("/fr/").text
    assert not server.debug
    assert "hot_reload" not in text
    assert '"ui":true' not in text


def test_only_the_update_address_of_dash_answers(client):
    for path in ("", "_dash-layout", "_dash-dependencies", "_reload-hash", "_dash-component-suites/x/y.js"):
        assert client.get(f"/dash/{path}").status_code == 404
    assert client.get("/dash/_dash-update-component").status_code == 405


@pytest.mark.parametrize("address", ["/fr/", "/en/funding", "/sitemap.xml"])
def test_text_travels_compressed_as_the_browser_likes(client, address):
    plain = client.get(address)
    assert "Content-Encoding" not in plain.headers
    for asked, unpack in (("gzip", gzip.decompress), ("gzip, br", brotli.decompress)):
        answer = client.get(address, headers={"Accept-Encoding": asked})
        assert answer.headers["Content-Encoding"] == asked.split(", ")[-1]
        assert "Accept-Encoding" in answer.headers["Vary"]
        assert len(answer.data) < len(plain.data)
        assert WEIGHT.sub(b"", unpack(answer.data)) == WEIGHT.sub(b"", plain.data)


def test_a_refused_encoding_is_not_sent(client):
    answer = client.get("/fr/", headers={"Accept-Encoding": "br;q=0, gzip;q=0.5"})
    assert answer.headers["Content-Encoding"] == "gzip"


def test_a_page_seen_before_is_not_sent_again(client):
    first = client.get("/fr/", headers={"Accept-Encoding": "br"})
    again = {"Accept-Encoding": "br", "If-None-Match": first.headers["ETag"]}
    assert "max-age=60" in first.headers["Cache-Control"]
    assert (client.get("/fr/", headers=again).status_code, client.get("/fr/", headers=again).data) == (
        304,
        b"",
    )
    assert client.get("/en/", headers=again).status_code == 200
    assert client.get("/fr/", headers={**again, "Accept-Encoding": "gzip"}).status_code == 200


def test_static_files_are_kept_for_good(client):
    address = re.search(r'<script [^>]*src="([^"]+)"', client.get("/fr/").text)[1]
    answer = client.get(address, headers={"Accept-Encoding": "br"})
    assert "immutable" in answer.headers["Cache-Control"]
    assert answer.headers["Vary"] == "Accept-Encoding"
    again = {"Accept-Encoding": "br", "If-None-Match": answer.headers["ETag"]}
    assert client.get(address, headers=again).status_code == 304
    head = client.head(address, headers={"Accept-Encoding": "br"})
    assert head.headers["Content-Length"] == str(len(answer.data))
    assert head.data == b""


def test_an_unknown_address_is_answered_in_the_readers_language(client):
    french, english = client.get("/fr/rien"), client.get("/rien", headers={"Accept-Language": "en"})
    assert (french.status_code, english.status_code) == (404, 404)
    assert '<html lang="fr"' in french.text
    assert 'href="/fr/"' in french.text
    assert '<html lang="en"' in english.text
    assert english.headers["Cache-Control"] == "no-store"


def test_a_failing_server_says_so_without_a_trace(settings, catalog, monkeypatch, caplog):
    server = create_app(settings, catalog).server

    def fail(*_):
        raise RuntimeError("secret detail")

    monkeypatch.setattr("dashboard.web.app.document", fail)
    answer = server.test_client().get("/en/funding?sort=gap")
    assert answer.status_code == 500
    assert '<html lang="en"' in answer.text
    assert "secret" not in answer.text
    assert "secret detail" in caplog.text


def test_search_engines_find_every_page(client):
    text = client.get("/sitemap.xml").text
    assert "<loc>http://localhost/fr/financement</loc>" in text
    assert "<loc>http://localhost/en/agency/pam</loc>" in text
    assert "/sitemap.xml" in client.get("/robots.txt").text


def test_links_shared_elsewhere_have_title_address_and_language(settings, catalog):
    from dataclasses import replace

    settings = replace(settings, public_address="https://example.org")
    text = create_app(settings, catalog).server.test_client().get("/en/funding?sort=gap&utm=x").text
    assert '<meta property="og:url" content="https://example.org/en/funding?sort=gap">' in text
    assert '<meta property="og:locale" content="en_GB">' in text
    assert '<link href="https://example.org/en/funding?sort=gap" rel="canonical">' in text


def test_the_hosts_name_in_a_request_never_enters_a_page(client):
    assert "evil" not in client.get("/fr/", headers={"Host": "evil.example", "X-Forwarded-Host": "evil"}).text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", PAGES)
def test_every_page_has_a_picture_for_link_previews(client, catalog, page, language):
    text = client.get(sample_address(catalog, language, page)).text
    address = re.search(r'<meta property="og:image" content="([^"]+)">', text)[1]
    picture = client.get(address, follow_redirects=True).data
    assert picture.startswith(b"\x89PNG")
    assert tuple(int.from_bytes(picture[at : at + 4]) for at in (16, 20)) == PREVIEW
    assert len(picture) < 200_000


def test_a_link_preview_shows_the_picture_of_its_view(client, monkeypatch):
    text = client.get("/fr/financement?by=axis").text
    address = re.search(r'<meta property="og:image" content="([^"]+)">', text)[1]
    assert address == "/fr/preview/funding.png?by=axis&amp;year=2021"
    whole, axes = (client.get(f"/fr/preview/funding.png{query}") for query in ("", "?by=axis&year=2021"))
    assert {whole.mimetype, axes.mimetype} == {"image/png"}
    assert whole.data != axes.data or not letters()
    views = [
        "results.png?theme=water",
        "results.png?q=eau",
        "place/ML0501.png",
        "figure/n~results~year.2021.png",
    ]
    shown = [client.get(f"/fr/preview/{view}") for view in views]
    assert len({picture.data for picture in shown}) == len(views) or not letters(), "each view has its own"
    assert {picture.mimetype for picture in shown} == {"image/png"}
    monkeypatch.setattr(pictures, "letters", lambda: "")
    bare = client.get("/fr/preview/funding.png?by=agency&unit=missing")
    assert bare.data.startswith(b"\x89PNG"), "a sheet without words"
    assert client.get("/fr/preview/rien.png").status_code == 404
    assert client.get("/fr/preview/agency/rien.png").status_code == 404
