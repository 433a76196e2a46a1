"""The numbers of the report as a file per language, which only the page that checks texts fetches."""

from functools import partial
from pathlib import Path

from dashboard.i18n import LANGUAGES
from dashboard.presenters.quotes import quote_index
from dashboard.presenters.reader import Reader, speech
from dashboard.store import Catalog
from dashboard.store.build import kept
from dashboard.web.http import compact_json
from dashboard.web.version import page_version


def quotes_name(language: str) -> str:
    """The logical name of a language's file."""
    return f"quotes-{language}.json"


def quote_files(catalog: Catalog, build: Path) -> dict[str, bytes]:
    """Content by logical name; made once for each version of data and code."""
    stamp = page_version(catalog.version)
    return {
        quotes_name(language): kept(
            build, f"quotes-{language}.{{}}.json", stamp, partial(_content, catalog, language)
        )
        for language in LANGUAGES
    }


def _content(catalog: Catalog, language: str) -> bytes:
    index = quote_index(Reader(catalog, speech(catalog, language)))
    return compact_json(index)
