"""The site below a path of its host: every address that leaves it stands below that path, and comes back."""

import re
from dataclasses import replace

import pytest
from flask import Flask, jsonify, redirect

from dashboard.web.app import CHANGES, create_app
from dashboard.web.prefix import OWN, add_prefix, usable, with_prefix
from dashboard.web.warm import first_changes

BELOW = "/un/mali"


@pytest.mark.parametrize(
    ("text", "below"),
    [
        ('<a href="/fr/carte?x=1#y">', '<a href="/un/mali/fr/carte?x=1#y">'),
        ('{"static":"/static/app.js","html":"<a href=\\"/f/x\\">"}',
         '{"static":"/un/mali/static/app.js","html":"<a href=\\"/un/mali/f/x\\">"}'),
        ('<form action="/report">', '<form action="/un/mali/report">'),
        ("<code>/api/v1/results.json</code>", "<code>/un/mali/api/v1/results.json</code>"),
        ('data-all="[&quot;/en/map&quot;]"', 'data-all="[&quot;/un/mali/en/map&quot;]"'),
        ('<a href="https://example.org/fr/">', '<a href="https://example.org/fr/">'),
        ('<a href="/french">and / or</a>', '<a href="/french">and / or</a>'),
    ],
)  # fmt: skip
def test_addresses_of_the_site_and_no_others_get_the_path(text, below):
    assert with_prefix(text, BELOW) == below
    assert with_prefix(below, BELOW) == below
    assert with_prefix(text, "") == text


@pytest.mark.parametrize("prefix", ["", "/mali", "/un-mali/2021"])
def test_a_path_is_usable(prefix):
    assert usable(prefix)


@pytest.mark.parametrize("prefix", ["mali", "/fr", "/data/mali", "/a b", "/mali/", "/preview/x"])
def test_a_path_that_would_be_mistaken_is_not(prefix):
    assert not usable(prefix)


def test_every_first_part_of_an_address_is_known(app):
    parts = {rule.rule.split("/")[1] for rule in app.server.url_map.iter_rules()}
    assert {part for part in parts if "<" not in part} - set(OWN) == {""}


@pytest.mark.parametrize("asked", ["/un/mali", ""], ids=["the proxy leaves the path", "the proxy takes it"])
def test_a_request_finds_its_page_and_a_redirection_its_way(asked):
    server = Flask("small")
    for path, said in {
        "/fr/": lambda: jsonify(next="/fr/carte"),
        "/": lambda: redirect("/fr/"),
        "/away": lambda: redirect("https://example.org/fr/"),
    }.items():
        server.add_url_rule(path, path.strip("/") or "root", said)
    add_prefix(server, BELOW)
    client = server.test_client()
    assert client.get(f"{asked}/fr/").json == {"next": "/un/mali/fr/carte"}
    assert client.get(f"{asked}/").headers["Location"] == "/un/mali/fr/"
    assert client.get(f"{asked}/away").headers["Location"] == "https://example.org/fr/"
    assert client.get("/un/malignant/fr/").status_code == 404


@pytest.fixture(scope="module")
def below(settings, catalog):
    return create_app(replace(settings, prefix=BELOW), catalog).server.test_client()


LEADS = r'"(/(?:{own})[/"?#][^"]*)'.format(own="|".join(OWN))


@pytest.mark.parametrize(
    "path",
    [
        "/fr/",
        "/lite/fr/agences",
        "/en/map",
        "/fr/agence/pam",
        "/api/v1/tables.json",
        "/fr/site.webmanifest",
        "/fr/lost",
    ],
)
def test_a_page_leads_nowhere_else(below, path):
    text = below.get(BELOW + path).text
    assert f'"{BELOW}/' in text
    assert re.findall(LEADS, text) == []


def test_what_a_browser_asks_by_its_own_path_is_understood(below, catalog):
    """The path of a view in a question to Dash is that of the address bar."""
    question = next(iter(first_changes(*below.application.extensions[CHANGES])))
    view = question["inputs"][0]["value"]
    view["path"] = BELOW + view["path"]
    answer = below.post(f"{BELOW}/dash/_dash-update-component", json=question)
    assert answer.status_code == 200
    assert "/fr/" not in answer.text.replace(f"{BELOW}/fr/", "")
