"""The words for the codes of a table, for those who read a workbook without joining its sheets."""

from dashboard.i18n import Translator
from dashboard.store import Catalog
from dashboard.store.vocabularies import VOCABULARIES
from dashboard.web.tables import Resource

_NAMES = ("short", "name", "label", "acronym", "title", "summary")
"""Columns that name a row of a table; the first that it has is taken."""


def words_of_codes(catalog: Catalog, resource: Resource, t: Translator) -> dict[str, dict[str, str]]:
    """For each column of codes, the words by code: of its vocabulary, or of the table it points to."""
    found: dict[str, dict[str, str]] = {}
    for column in (field["name"] for field in resource["schema"]["fields"]):
        vocabulary = VOCABULARIES.get((resource["name"], column))
        if vocabulary:
            found[column] = {code: t.bare(row) for code, row in catalog.terms(vocabulary).items()}
    for key in resource["schema"].get("foreignKeys", []):
        (column,), table = key["fields"], key["reference"]["resource"] or resource["name"]
        found[column] = {code: _name(row, t) for code, row in catalog.rows(table).items()}
    order = [field["name"] for field in resource["schema"]["fields"]]
    return {column: found[column] for column in sorted(found, key=order.index)}


def _name(row: dict[str, str], t: Translator) -> str:
    return next((text for text in (t.bare(row, column) for column in _NAMES) if text), "")
