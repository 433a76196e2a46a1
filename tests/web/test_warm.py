"""After the warm-up a reader's first page is ready."""

import gc

import pytest

from dashboard.web import app as web
from dashboard.web.app import create_app
from dashboard.web.warm import warm_up


@pytest.fixture(autouse=True)
def thaw():
    """The warm-up of a worker is for its whole life; this process goes on testing."""
    yield
    gc.unfreeze()


def test_pages_of_the_menu_are_made_before_anybody_asks(settings, catalog, monkeypatch):
    server = create_app(settings, catalog).server
    warm_up(server).join()
    monkeypatch.setattr(web, "document", None)
    for address in ("/fr/", "/en/funding", "/fr/carte"):
        assert server.test_client().get(address, headers={"Accept-Encoding": "br"}).status_code == 200


def test_what_stays_is_not_searched_for_garbage_again(settings, catalog):
    server = create_app(settings, catalog).server
    warm_up(server).join()
    assert gc.get_freeze_count() > len(gc.get_objects())
