"""A selected table pastes into a spreadsheet as numbers."""

import re

import pytest

SELECT = """async selector => {
  const table = document.querySelector(selector);
  for (let at = table; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
  const range = document.createRange();
  range.selectNode(table);
  getSelection().removeAllRanges();
  getSelection().addRange(range);
  const taken = {};
  const data = new DataTransfer();
  document.dispatchEvent(new ClipboardEvent("copy", {clipboardData: data, bubbles: true, cancelable: true}));
  for (const type of ["text/plain", "text/html"]) taken[type] = data.getData(type);
  return taken;
}"""


@pytest.mark.browser
@pytest.mark.parametrize(("path", "decimal"), [("/fr/financement", ","), ("/en/funding", ".")])
def test_a_table_of_money_pastes_as_plain_numbers(page, path, decimal):
    page.goto(path)
    taken = page.evaluate(SELECT, "#funding-money-table table")
    heading, *rows = [line.split("\t") for line in taken["text/plain"].splitlines()]
    assert len(rows) == 14
    assert all(len(row) == len(heading) for row in rows)
    number = rf"-?\d+(?:{re.escape(decimal)}\d+)?"
    for row in rows:
        assert all(re.fullmatch(number, cell) for cell in row[1:]), row
    assert any("228429249" in row for row in rows)
    assert any("-33528534" in row for row in rows)
    assert 'x:num="228429249"' in taken["text/html"]


@pytest.mark.browser
def test_the_board_of_indicators_pastes_as_numbers_with_their_dates_beside(page):
    """Bars and counts without a class of their own, too."""
    page.goto("/fr/")
    number = r"-?\d+(?:,\d+)?"
    found = []
    for at in range(page.locator("table.status").count()):
        taken = page.evaluate(SELECT.replace("(selector)", f"All('table.status')[{at}]", 1), "")
        heading, *rows = [line.split("\t") for line in taken["text/plain"].splitlines()]
        assert all(len(row) == len(heading) for row in rows)
        found += rows
    cells = [cell for row in found for cell in row]
    assert sum(bool(re.fullmatch(number, cell)) for cell in cells) > 40
    assert not any(re.fullmatch(rf"{number}\s%.*", cell) for cell in cells)
    row = next(row for row in found if row[0].startswith("Personnes déplacées"))
    assert row[1:3] == ["216639", "janv. 2021"]
    assert row[3].replace("\u202f", " ").startswith("plus de 350 000")
    page.goto("/fr/agences")
    taken = page.evaluate(SELECT, ".matrix table")
    rows = [line.split("\t") for line in taken["text/plain"].splitlines()[2:]]
    assert all(re.fullmatch(number, row[-1]) for row in rows[:-1])
    assert 'x:num="' in taken["text/html"]


@pytest.mark.browser
def test_a_reserve_and_a_word_stay_text(page):
    page.goto("/fr/tendances?indicator=idp-people")
    taken = page.evaluate(SELECT, "#trends-idp-people-table table, section.panel table")
    assert re.search(r"plus de 350.000", taken["text/plain"])
