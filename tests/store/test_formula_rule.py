"""No text of the package runs in a spreadsheet, so that its files are safe as they are."""

import pytest

from dashboard.store import problems_of


@pytest.mark.parametrize("text", ["=1+1", "@SUM(A1)", "+cmd|x", "-cmd|x"])
def test_a_text_that_a_spreadsheet_would_run_is_named(package, text):
    table = package / "partners.csv"
    first, second, *rest = table.read_text(encoding="utf-8").splitlines()
    cells = second.split(",")
    cells[1] = text
    table.write_text("\n".join([first, ",".join(cells), *rest]) + "\n", encoding="utf-8")
    problems = problems_of(package)
    assert [(p.table, p.row, p.column, p.value) for p in problems if p.rule == "formula"] == [
        ("partners", 2, "name_fr", text)
    ]
