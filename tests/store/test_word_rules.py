"""Each rule about words names the cell that breaks it."""

import pytest

from dashboard.store.rules import domain_problems
from dashboard.store.tables import read_package, read_tables
from store.packages import set_cell

BREACHES = [
    ("result_themes", "theme", "watr", "code_without_word"),
    ("results", "beneficiary", "nobody", "code_without_word"),
    ("synonyms", "means", "theme:watr", "meaning_unknown"),
    ("synonyms", "means", "indicator:nothing", "meaning_unknown"),
    ("synonyms", "means", "subject:water", "meaning_unknown"),
]


@pytest.mark.parametrize(("table", "column", "value", "rule"), BREACHES)
def test_a_word_without_meaning_is_found(package, table, column, value, rule):
    set_cell(package, table, {}, **{column: value})
    found = domain_problems(read_tables(package, read_package(package)))
    assert [(p.table, p.row, p.column, p.rule) for p in found] == [(table, 2, column, rule)]
