"""Each rule about words names the cell that breaks it."""

import pytest

from dashboard.store import problems_of
from store.packages import set_cell

BREACHES = [
    ("result_themes", "theme", "watr", "not_in_list_near"),
    ("results", "beneficiary", "nobody", "term_unknown"),
    ("synonyms", "means", "theme:watr", "meaning_unknown"),
    ("synonyms", "means", "indicator:nothing", "meaning_unknown"),
    ("synonyms", "means", "subject:water", "meaning_unknown"),
]


@pytest.mark.parametrize(("table", "column", "value", "rule"), BREACHES)
def test_a_word_without_meaning_is_found(package, table, column, value, rule):
    set_cell(package, table, {}, **{column: value})
    found = problems_of(package)
    assert [(p.table, p.row, p.column, p.rule) for p in found] == [(table, 2, column, rule)]
