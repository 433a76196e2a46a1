"""The data dictionary is complete in both languages."""

from pathlib import Path

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


def test_the_licence_file_names_every_source_with_its_terms(catalog):
    root = Path(__file__).resolve().parents[2]
    text = (root / "DATA-LICENCES.md").read_text(encoding="utf-8")
    for source in catalog.rows("sources").values():
        row = next(
            (line for line in text.splitlines() if line.startswith(f"| `{source['source_id']}` |")), ""
        )
        assert source["attribution_en"] in row, source["source_id"]
        assert row.endswith(f"{source['licence_en']} |"), source["source_id"]
