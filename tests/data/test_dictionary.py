"""The data dictionary is complete in both languages."""

import pytest

from dashboard.i18n import LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_table_and_column_is_named(catalog, language):
    unnamed = [
        f"{table['name']}.{thing.get('name')}"
        for table in catalog.package["resources"]
        for thing in (table, *table["schema"]["fields"])
        if not thing.get(f"title_{language}")
    ]
    assert unnamed == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_headings_of_a_table_differ(catalog, language):
    for table in catalog.package["resources"]:
        titles = [field[f"title_{language}"] for field in table["schema"]["fields"]]
        assert len(set(titles)) == len(titles), table["name"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_table_is_described(catalog, language):
    assert all(table.get(f"description_{language}") for table in catalog.package["resources"])
