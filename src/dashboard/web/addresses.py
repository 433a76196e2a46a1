"""Every page that the site has, for search engines, previews and tests."""

from urllib.parse import unquote

from dashboard.domain.figure_ids import money_id
from dashboard.i18n import LANGUAGES, translator
from dashboard.pages.registry import PAGES, SUBJECTS
from dashboard.presenters.reader import address, prose_of
from dashboard.store import Catalog

_TEXTS, _SUMMARY = "text", "summary"
"""The pages that show a prose text, and the essentials in a further language."""


def subjects(catalog: Catalog, page: str) -> list[str]:
    """The keys of a keyed page, `[""]` for a page without key, nothing for the thousands of passports."""
    if not PAGES[page].keyed:
        return [""]
    if page == _TEXTS:
        return list(prose_of(catalog, LANGUAGES[0]))
    if page == _SUMMARY:
        return ["", *catalog.summaries]
    keys = catalog.rows(SUBJECTS[page]) if page in SUBJECTS else ()
    return [key for key in keys if PAGES[page].exists(catalog, key)]


def addresses(catalog: Catalog) -> list[str]:
    """The address of every page in every language, passports left out."""
    return [
        address(translator(language), page, key)
        for language in LANGUAGES
        for page in PAGES
        for key in subjects(catalog, page)
    ]


def sample_address(catalog: Catalog, language: str, page: str) -> str:
    """The address of one page of a kind: of the first agency, axis, place, or of the passport of a total."""
    passport = money_id("totals", catalog.year, "agencies", "budget")
    return address(translator(language), page, next(iter(subjects(catalog, page)), passport))


def asked_otherwise(asked: str, right: str) -> bool:
    """Whether a page was asked for by another spelling of what it is about; slashes don't matter."""
    return [part for part in asked.split("/") if part] != [part for part in unquote(right).split("/") if part]
