"""Which islands each page has: found by making every page once, and kept in the build folder.

Making all pages takes seconds, and the answer changes only with the code or the data.
"""

import json
from functools import partial
from pathlib import Path

from dashboard.components.markup import render
from dashboard.i18n import LANGUAGES
from dashboard.pages.registry import PAGES, context_of
from dashboard.store import Catalog
from dashboard.store.build import kept
from dashboard.web.addresses import sample_address
from dashboard.web.dash.contract import PageCallback, page_callback
from dashboard.web.version import code_version


def page_callbacks(catalog: Catalog, build: Path) -> list[PageCallback]:
    """What the browser asks and gets, for every page that has a form."""
    stamp = f"{catalog.version}-{code_version()}"
    found = json.loads(kept(build, "exchanges-{}.json", stamp, partial(_made, catalog)))
    return [PageCallback(page, form, tuple(map(tuple, outputs))) for page, form, outputs in found]


def _made(catalog: Catalog) -> bytes:
    callbacks = [callback for page in PAGES if (callback := _callback(catalog, page))]
    return json.dumps([[one.page, one.form, one.outputs] for one in callbacks]).encode()


def _callback(catalog: Catalog, page: str) -> PageCallback | None:
    context = context_of(catalog, sample_address(catalog, LANGUAGES[0], page), "")
    return page_callback(page, render(PAGES[page].layout(context)).islands.values()) if context else None
