"""After the warm-up what readers ask for first is ready."""

import gc
from dataclasses import replace

import pytest
from tests.conftest import seeded

from dashboard.operate.new_country import write_country
from dashboard.store import load
from dashboard.web import app as web
from dashboard.web.app import CHANGES, create_app
from dashboard.web.dash import callbacks
from dashboard.web.dash.contract import PREFIX, UPDATE
from dashboard.web.warm import first_changes, warm_up

BROWSER = {"Accept-Encoding": "br"}


@pytest.fixture(scope="module")
def warm(settings, tmp_path_factory):
    """A server of a small country after its warm-up, which is for a worker's whole life; this process goes on
    testing."""
    home = tmp_path_factory.mktemp("small")
    write_country("hti", home / "data", settings.data, 2024)
    build = seeded(settings.build, home / "build")
    server = create_app(replace(settings, data=home / "data", build=build), load(home / "data")).server
    warm_up(server).join()
    yield server
    gc.unfreeze()


def test_pages_of_the_menu_are_made_before_anybody_asks(warm, monkeypatch):
    monkeypatch.setattr(web, "document", None)
    for address in ("/fr/", "/en/funding", "/fr/carte"):
        assert warm.test_client().get(address, headers=BROWSER).status_code == 200


def test_changes_of_short_lists_are_the_first_ones(app):
    questions = first_changes(*app.server.extensions[CHANGES])
    asked = [question["inputs"][0]["value"] for question in questions]
    orders = {view["query"] for view in asked if view["path"] == "/fr/financement"}
    assert {"by=axis", "unit=missing"} <= orders
    assert not any(view["query"].startswith("agency=") for view in asked)  # a long list


def test_each_first_change_is_made_before_anybody_asks(warm, monkeypatch):
    monkeypatch.setattr(callbacks, "_states_at", None)
    questions = list(first_changes(*warm.extensions[CHANGES]))
    assert questions
    for question in questions:
        answer = warm.test_client().post(PREFIX + UPDATE, json=question, headers=BROWSER)
        assert answer.status_code == 200, question


def test_what_stays_is_not_searched_for_garbage_again(warm):
    assert gc.get_freeze_count() > len(gc.get_objects())
