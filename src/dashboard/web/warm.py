"""A worker makes what is asked for first before anybody asks: no reader waits for the first of its kind."""

import gc
from collections.abc import Iterator
from threading import Thread
from typing import Any

from flask import Flask

from dashboard.domain.view import read_view
from dashboard.i18n import LANGUAGES, translator
from dashboard.pages.registry import PAGES
from dashboard.presenters.context import Context
from dashboard.presenters.reader import address, speech
from dashboard.store import Catalog
from dashboard.web.app import CHANGES
from dashboard.web.dash.contract import PREFIX, UPDATE, PageCallback
from dashboard.web.http import AT_LEISURE
from dashboard.web.version import page_version

BROWSER = {"Accept-Encoding": "br"}
"""The encoding of today's browsers."""

ANY_WORD = "1"
"""The first search of a worker reads every name there is, whatever is looked for."""

SHORT = 6
"""A list of at most so many values is tried one after the other in a meeting; a longer one is searched."""


def warm_up(server: Flask) -> Thread:
    """Make the pages of the menu, then each change of one short list on them, beside the work for readers."""
    thread = Thread(target=ask_first, args=(server,), name="warm-up", daemon=True)
    thread.start()
    return thread


def ask_first(server: Flask) -> None:
    """Do so here and now."""
    client = server.test_client()
    for page in (page.name for page in PAGES.values() if page.in_menu):
        for language in LANGUAGES:
            there = address(translator(language), page)
            client.get(there, headers=BROWSER, environ_overrides={AT_LEISURE: True})
    client.get(address(translator(LANGUAGES[0]), "search", "", {"q": ANY_WORD}), headers=BROWSER)
    for question in first_changes(*server.extensions[CHANGES]):
        client.post(PREFIX + UPDATE, json=question, headers=BROWSER)
    # What is here now stays: searching it for garbage would hold up a reader for 80 ms now and then.
    gc.collect()
    gc.freeze()


def ask_nothing(server: Flask) -> None:
    """Let the first reader of each page wait for it: where many servers share a machine, as in tests."""


def first_changes(catalog: Catalog, callbacks: list[PageCallback]) -> Iterator[dict[str, Any]]:
    """What browsers ask when a reader changes one short list on a page of the menu, the first thing done."""
    version = page_version(catalog.version)
    for callback in callbacks:
        page = PAGES[callback.page]
        for context in _first_views(catalog, callback.page) if page.in_menu else ():
            here = {"path": context.link(context.page), "query": context.view.query()}
            yield callback.question({**here, "before": "", "version": version})


def _first_views(catalog: Catalog, page: str) -> Iterator[Context]:
    choices = PAGES[page].choices(catalog)
    lists = {choice.name: choice.allowed or () for choice in choices if not choice.many}
    for language in LANGUAGES:
        start = Context(catalog, speech(catalog, language), page, read_view(choices, ""))
        for name, allowed in lists.items():
            for value in allowed if len(allowed) <= SHORT else ():
                if value != start.view[name]:
                    yield start.at(**{name: value})
