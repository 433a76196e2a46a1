"""Which islands each page has: found by making every page once, and kept in the build folder.

Making all pages takes seconds, and the answer changes only with the code or the data.
"""

import hashlib
import json
from functools import partial
from pathlib import Path

from dashboard.i18n import LANGUAGES
from dashboard.pages.registry import PAGES, context_of
from dashboard.store import Catalog
from dashboard.store.build import kept
from dashboard.web.addresses import sample_address
from dashboard.web.callbacks import Exchange, exchange_of

_SOURCE = Path(__file__).resolve().parents[1]


def exchanges_of(catalog: Catalog, build: Path) -> list[Exchange]:
    """What the browser asks and gets, for every page that has a form."""
    stamp = f"{catalog.version}-{_code_version()}"
    found = json.loads(kept(build, "exchanges-{}.json", stamp, partial(_all_exchanges, catalog)))
    return [Exchange(page, form, tuple(map(tuple, outputs))) for page, form, outputs in found]


def _all_exchanges(catalog: Catalog) -> bytes:
    exchanges = [exchange for page in PAGES if (exchange := _exchange(catalog, page))]
    return json.dumps([[one.page, one.form, one.outputs] for one in exchanges]).encode()


def _exchange(catalog: Catalog, page: str) -> Exchange | None:
    context = context_of(catalog, sample_address(catalog, LANGUAGES[0], page), "")
    return exchange_of(page, PAGES[page].layout(context)) if context else None


def _code_version() -> str:
    digest = hashlib.sha256()
    for path in sorted(_SOURCE.rglob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:10]
