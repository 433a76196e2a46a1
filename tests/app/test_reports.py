"""« Une erreur ? » stands on every page with a ready text; what is sent by the form is kept, and no more."""

import json
import re
from dataclasses import replace
from html import unescape
from urllib.parse import quote

import pytest

from dashboard.i18n import LANGUAGES, translator
from dashboard.pages.registry import PAGES
from dashboard.presenters.reader import address
from dashboard.web.addresses import sample_address
from dashboard.web.app import create_app
from dashboard.web.reports import Limit

FIGURE = "m~totals~2021~agencies~spent"


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    return tmp_path_factory.mktemp("reports") / "reports.jsonl"


@pytest.fixture(scope="module")
def server(settings, catalog, kept):
    told = replace(settings, contact="bureau@example.org", reports=kept)
    return create_app(told, catalog).server


def ready_text(page):
    return unescape(re.sub("<[^>]+>", "", re.search(r'<pre class="ready-text".*?</pre>', page, re.DOTALL)[0]))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_has_it_with_address_and_version(client, catalog, language):
    for name in PAGES:
        where = sample_address(catalog, language, name)
        text = ready_text(client.get(where).text)
        assert where.split("?")[0] in text
        assert catalog.version in text


def test_a_passport_names_figure_and_value(client):
    text = ready_text(client.get(address(translator("fr"), "figure", FIGURE)).text)
    assert FIGURE in text
    assert "332 437 905 $" in text.replace("\u00a0", " ").replace("\u202f", " ")


def test_a_result_in_the_list_leads_in_one_tap_to_one_that_names_it(client):
    listed = client.get("/fr/resultats?theme=water").text
    passport = re.search(r'href="([^"]*/(r~[^"]+))"', listed)
    assert passport[2] in ready_text(client.get(passport[1], follow_redirects=True).text)


def test_a_page_that_is_missing_has_it_too(client):
    assert 'class="mistake"' in client.get("/fr/nowhere").text


def test_it_can_be_mailed_where_a_contact_is_set(server, client):
    assert f"mailto:{quote('bureau@example.org', safe='@')}" in server.test_client().get("/fr/").text
    assert "mailto:" not in client.get("/fr/financement").text


def test_there_is_no_form_unless_the_operator_wants_it(client):
    assert 'action="/report"' not in client.get("/fr/").text
    assert client.post("/report", data={"text": "x"}).status_code in (404, 405)


def test_a_report_is_kept_as_one_line_and_gets_a_number(server, kept):
    hostile = '<script>alert(1)</script>\n"}\x00\u202e =HYPERLINK("x")'
    sent = {"text": hostile, "about": "/fr/financement", "language": "en"}
    answer = server.test_client().post("/report", data=sent, environ_base={"REMOTE_ADDR": "10.0.0.1"})
    assert answer.status_code == 200
    assert "<script>alert" not in answer.text
    lines = kept.read_text(encoding="utf-8").splitlines()
    report = json.loads(lines[-1])
    assert report["receipt"] in answer.text
    assert "\x00" not in report["text"]
    assert "\u202e" not in report["text"]
    assert set(report) == {"at", "receipt", "data", "about", "text"}
    assert "10.0.0.1" not in lines[-1]


@pytest.mark.parametrize(
    ("sent", "headers"),
    [
        ({"text": ""}, {}),
        ({"text": "a", "website": "spam"}, {}),
        ({"text": "a"}, {"Sec-Fetch-Site": "cross-site"}),
    ],
)
def test_nothing_is_kept_of_what_is_empty_from_machines_or_from_elsewhere(server, kept, sent, headers):
    before = kept.read_text(encoding="utf-8") if kept.exists() else ""
    answer = server.test_client().post(
        "/report", data=sent, headers=headers, environ_base={"REMOTE_ADDR": "10.0.0.2"}
    )
    assert answer.status_code == 400
    assert (kept.read_text(encoding="utf-8") if kept.exists() else "") == before


def test_what_is_far_too_long_is_refused_or_cut(server, kept):
    client = server.test_client()
    where = {"REMOTE_ADDR": "10.0.0.3"}
    assert client.post("/report", data={"text": "a" * 100_000}, environ_base=where).status_code == 413
    assert client.post("/report", data={"text": "b" * 5000}, environ_base=where).status_code == 200
    assert len(json.loads(kept.read_text(encoding="utf-8").splitlines()[-1])["text"]) == 2000


def test_one_sender_may_send_a_few_and_others_still_may():
    limit = Limit()
    assert [limit.allows("a", 0.0) for _ in range(7)].count(True) == 5
    assert limit.allows("b", 0.0)
    assert limit.allows("a", 4000.0), "after an hour again"


def test_all_together_may_not_fill_the_disk():
    limit = Limit()
    assert sum(limit.allows(str(sender), 0.0) for sender in range(200)) == 60


def test_the_operator_is_told_that_nobody_can_write(settings, capsys, monkeypatch):
    monkeypatch.delenv("DASHBOARD_CONTACT", raising=False)
    from dashboard.operate.commands import main

    main(["validate"])
    said = capsys.readouterr().out
    assert any(translator(language)("start.contact") in said for language in LANGUAGES)
