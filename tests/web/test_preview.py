"""A draft is seen by whoever has its address, told when it is wrong, and kept nowhere."""

import re
from dataclasses import replace

import pytest
from flask import Flask, jsonify
from werkzeug.test import Client

from dashboard.domain.errors import BrokenPackageError, Problem
from dashboard.operate.commands import main
from dashboard.operate.report import report_lines
from dashboard.pages.registry import context_of
from dashboard.store import content_hash
from dashboard.web.errors import error_page
from dashboard.web.live import Live
from dashboard.web.preview import Entrance, Preview, add_unkept, preview_path, site_of
from dashboard.web.shell import document

SECRET = "an-address-that-nobody-guesses"
TABLE = "table.csv"


class Draft:
    """What stands for a catalog: the version of a folder."""

    def __init__(self, folder):
        self.version = content_hash(folder)
        if "broken" in (folder / TABLE).read_text():
            raise BrokenPackageError([Problem("table", 2, "", "", "quotes")])


def small(settings, catalog, before):
    server = Flask("small")
    add_unkept(server)
    server.get("/fr/")(lambda: jsonify(version=catalog.version, below=settings.prefix))
    return server


@pytest.fixture
def draft(tmp_path):
    (tmp_path / "draft").mkdir()
    (tmp_path / "draft" / TABLE).write_text("good")
    return tmp_path / "draft"


@pytest.fixture
def entrance(app, settings, draft, catalog):
    """The public site with a preview beside it."""
    own = replace(settings, draft=draft, secret=SECRET)
    site = Live(None, lambda data, before: app.server, lambda problems: [], catalog)
    return Client(Entrance(site, Preview(own, Draft, small, report_lines)))


def test_the_draft_is_shown_as_it_was_saved_last(entrance, draft):
    there = f"/preview/{SECRET}"
    first = entrance.get(f"{there}/fr/")
    assert first.json == {"version": content_hash(draft), "below": there}
    (draft / TABLE).write_text("better")
    assert entrance.get(f"{there}/fr/").json["version"] == content_hash(draft)
    assert first.headers["Cache-Control"] == "no-store"
    assert "noindex" in first.headers["X-Robots-Tag"]
    assert first.headers["Referrer-Policy"] == "no-referrer"
    assert "ETag" not in first.headers


def test_nobody_else_sees_any_of_it(entrance, draft):
    for path in ("/preview/", "/preview/x/fr/", f"/preview/{SECRET}x/fr/", f"/preview/{SECRET[:-1]}é/fr/"):
        answer = entrance.get(path)
        assert answer.status_code == 404
        assert content_hash(draft) not in answer.text
    public = entrance.get("/fr/")
    assert public.headers["Cache-Control"].startswith("public")
    assert SECRET not in public.text


@pytest.mark.parametrize(("language", "word"), [("fr", "pas encore juste"), ("en", "not right yet")])
def test_what_is_wrong_is_told_in_the_place_of_the_draft(entrance, draft, language, word):
    (draft / TABLE).write_text("broken")
    answer = entrance.get(f"/preview/{SECRET}/{language}/")
    assert (answer.status_code, answer.headers["Cache-Control"]) == (503, "no-store")
    assert word in answer.text
    (draft / TABLE).write_text("mended")
    assert entrance.get(f"/preview/{SECRET}/fr/").status_code == 200


def test_there_is_no_preview_without_a_folder_and_a_secret(settings, draft):
    assert preview_path(settings) == ""
    assert preview_path(replace(settings, draft=draft)) == ""
    assert preview_path(replace(settings, draft=draft, secret="short")) == ""
    assert (
        preview_path(replace(settings, draft=draft, secret=SECRET, prefix="/mali"))
        == f"/mali/preview/{SECRET}"
    )


def test_a_draft_says_so_above_every_page(app, settings, catalog):
    site = replace(site_of(app.server), is_preview=True, prefix="/preview/x")
    page = document(context_of(catalog, "/fr/", ""), site)
    for text in (page, error_page(site, "fr", 404)):
        assert "Aperçu d’un brouillon" in text
    assert '"offline":""' in page
    assert "Aperçu" not in document(context_of(catalog, "/fr/", ""), site_of(app.server))


def test_the_command_says_the_address_or_what_is_missing(monkeypatch, draft, capsys):
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")
    monkeypatch.setenv("DASHBOARD_DRAFT", str(draft))
    assert main(["preview"]) == 1
    proposed = re.search(r"DASHBOARD_SECRET=([\w-]+)", capsys.readouterr().out)[1]
    monkeypatch.setenv("DASHBOARD_SECRET", proposed)
    monkeypatch.setenv("DASHBOARD_PREFIX", "/mali")
    monkeypatch.setenv("DASHBOARD_ADDRESS", "https://example.org/mali")
    assert main(["preview"]) == 0
    assert f"https://example.org/mali/preview/{proposed}/" in capsys.readouterr().out
