"""Acronyms and words of the site, a file per language: the browser fetches it once to explain them on tap."""

from collections.abc import Iterator

from dashboard.i18n import LANGUAGES
from dashboard.presenters.package import acronyms
from dashboard.presenters.reader import Reader, speech
from dashboard.store import Catalog
from dashboard.web.http import compact_json


def glossary_name(language: str) -> str:
    """The logical name of a language's file."""
    return f"acronyms-{language}.json"


def glossary_files(catalog: Catalog) -> dict[str, bytes]:
    """Content by logical name: `acronyms` and `words`, each a meaning by how it is written, and the `heading`
    of a list of them."""
    return {glossary_name(language): _glossary(catalog, language) for language in LANGUAGES}


def _glossary(catalog: Catalog, language: str) -> bytes:
    reader = Reader(catalog, speech(catalog, language))
    told: dict[str, str | dict[str, str]] = {
        "heading": reader.t("glossary.page"),
        "acronyms": {word: meaning for _, word, meaning in acronyms(reader)},
        "words": dict(_words(reader)),
    }
    return compact_json(told)


def _words(reader: Reader) -> Iterator[tuple[str, str]]:
    """Every form of the words of the table `glossary` with what it means, with a capital letter too."""
    endings = reader.t("glossary.endings").split(" ")
    for row in reader.catalog.glossary.values():
        name, meaning = reader.t.of(row), reader.t.of(row, "text")
        for form in dict.fromkeys([name, *(name + ending for ending in endings)]):
            yield form, meaning
            yield form[0].upper() + form[1:], meaning
