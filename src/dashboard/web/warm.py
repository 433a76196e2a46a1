"""A worker makes the pages of the menu before anybody asks: no reader waits for the first of its kind."""

import gc
from threading import Thread

from flask import Flask

from dashboard.i18n import LANGUAGES, translator
from dashboard.pages.context import address
from dashboard.pages.registry import PAGES


def warm_up(server: Flask) -> Thread:
    """Make every page of the menu in the encoding of today's browsers, beside the work for readers."""
    thread = Thread(target=_make_pages, args=(server,), name="warm-up", daemon=True)
    thread.start()
    return thread


def _make_pages(server: Flask) -> None:
    client = server.test_client()
    for page in (page.name for page in PAGES.values() if page.in_menu):
        for language in LANGUAGES:
            client.get(address(translator(language), page), headers={"Accept-Encoding": "br"})
    # What is here now stays: searching it for garbage would hold up a reader for 80 ms now and then.
    gc.collect()
    gc.freeze()
