"""The acronyms as a file per language, which the browser fetches once to explain them on tap."""

import json

from dashboard.i18n import LANGUAGES, translator
from dashboard.presenters.package import acronyms
from dashboard.presenters.reader import Reader
from dashboard.store import Catalog


def glossary_name(language: str) -> str:
    """The logical name of a language's file."""
    return f"acronyms-{language}.json"


def glossary_files(catalog: Catalog) -> dict[str, bytes]:
    """Content by logical name: acronym -> meaning."""
    return {glossary_name(language): _glossary(catalog, language) for language in LANGUAGES}


def _glossary(catalog: Catalog, language: str) -> bytes:
    reader = Reader(catalog, translator(language))
    words = {word: meaning for _, word, meaning in acronyms(reader)}
    return json.dumps(words, ensure_ascii=False, separators=(",", ":")).encode()
