"""The search as a file per language, which the browser fetches when a reader first goes to the box, and the
common words that look like slips."""

from functools import partial
from pathlib import Path

from dashboard.i18n import LANGUAGES
from dashboard.presenters.lexicon import lexicon
from dashboard.presenters.reader import Reader, speech
from dashboard.presenters.search.index import search_index
from dashboard.search.lookalikes import lookalikes
from dashboard.store import Catalog
from dashboard.store.build import kept
from dashboard.web.http import compact_json
from dashboard.web.version import page_version

COMMON_WORDS = "common-words.json"
"""The logical name of the file of the common words, one text for every language."""


def index_name(language: str) -> str:
    """The logical name of a language's file."""
    return f"search-{language}.json"


def index_files(catalog: Catalog, build: Path) -> dict[str, bytes]:
    """Content by logical name; made once for each version of data and code, for it takes seconds."""
    stamp = page_version(catalog.version)
    common = kept(build, "common-{}.json", stamp, partial(_common, catalog))
    return {COMMON_WORDS: common} | {
        index_name(language): kept(
            build, f"index-{language}.{{}}.json", stamp, partial(_content, catalog, language)
        )
        for language in LANGUAGES
    }


def _content(catalog: Catalog, language: str) -> bytes:
    return compact_json(search_index(Reader(catalog, speech(catalog, language))))


def _common(catalog: Catalog) -> bytes:
    return compact_json(" ".join(lookalikes(lexicon(catalog))))
