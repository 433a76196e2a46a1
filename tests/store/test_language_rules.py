"""A text is there in both languages or in neither; the cell that is missing is named."""

import pytest

from dashboard.store import problems_of

NOTES = {
    "note": "Printed TOTAL row of Tab1.",
    "note_fr": "Ligne TOTAL imprimée du tableau 1.",
}


def problems_without(package, *texts):
    table = package / "finance_totals.csv"
    content = table.read_text(encoding="utf-8")
    for text in texts:
        assert text in content
        content = content.replace(text, "")
    table.write_text(content, encoding="utf-8")
    return [(problem.table, problem.row, problem.column, problem.rule) for problem in problems_of(package)]


@pytest.mark.parametrize("column", NOTES)
def test_note_in_one_language_is_named_with_its_cell(package, column):
    assert problems_without(package, NOTES[column]) == [("finance_totals", 2, column, "one_language")]


def test_no_note_at_all_is_no_problem(package):
    assert problems_without(package, *NOTES.values()) == []
