"""The search as a file per language, which the browser fetches when a reader first goes to the box."""

import json
from functools import partial
from pathlib import Path

from dashboard.i18n import LANGUAGES
from dashboard.presenters.reader import Reader, speech
from dashboard.presenters.search.index import search_index
from dashboard.store import Catalog
from dashboard.store.build import kept
from dashboard.web.version import page_version


def index_name(language: str) -> str:
    """The logical name of a language's file."""
    return f"search-{language}.json"


def index_files(catalog: Catalog, build: Path) -> dict[str, bytes]:
    """Content by logical name; made once for each version of data and code, for it takes seconds."""
    stamp = page_version(catalog.version)
    return {
        index_name(language): kept(
            build, f"index-{language}.{{}}.json", stamp, partial(_content, catalog, language)
        )
        for language in LANGUAGES
    }


def _content(catalog: Catalog, language: str) -> bytes:
    index = search_index(Reader(catalog, speech(catalog, language)))
    return json.dumps(index, ensure_ascii=False, separators=(",", ":")).encode()
