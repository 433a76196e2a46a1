"""The page for a person who does not program is played from the workbook to the published page."""

import re
from pathlib import Path

import pytest
from openpyxl import load_workbook
from tests.next_year import with_next_year

from dashboard.i18n import translator
from dashboard.operate.commands import main
from dashboard.operate.officer_book import FIRST_ROW, write_book
from dashboard.store import content_hash, load

PAGE = Path(__file__).resolve().parents[2] / "docs" / "publier-un-rapport.md"
STEPS = re.findall(r"^```\ndashboard (.+)\n```$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
KEY = "2022-1.1.1-01"


@pytest.fixture
def office(package, tmp_path, monkeypatch):
    """What the operator has set up: tables that are served, and a folder to work in."""
    monkeypatch.setenv("DASHBOARD_DATA", str(package))
    monkeypatch.setenv("DASHBOARD_RELEASES", str(tmp_path / "releases"))
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")
    known = {}

    def opened(folder):
        """Each version once, and without laying out pages."""
        version = content_hash(folder)
        return known.get(version) or known.setdefault(version, load(folder))

    for place in ("opening", "publish_commands", "officer_return"):
        monkeypatch.setattr(f"dashboard.operate.{place}.open_data", opened)
    monkeypatch.setattr("dashboard.operate.publish_commands.agreed", lambda question, t: True)
    monkeypatch.chdir(tmp_path)
    return package


def filled(file, package, room):
    """The officer types what the new report says; one key is left to the rule."""
    write_book(load(with_next_year(package, room / "typed")), file, translator("fr"))
    book = load_workbook(file)
    sheet = next(sheet for sheet in book.worksheets if sheet["A1"].value == "results.result_id")
    rows = range(FIRST_ROW, sheet.max_row + 1)
    cell = next(sheet[f"A{row}"] for row in rows if sheet[f"A{row}"].value == KEY)
    cell.value = None
    book.save(file)


def test_every_step_of_the_page_does_what_it_says(office, tmp_path, capsys):
    done = []
    for step in STEPS:
        command = step.split()
        assert main(command) == 0, step
        done.append(" ".join(command[:2]) if command[0] == "workbook" else command[0])
        if step.startswith("workbook new-year"):
            filled(Path(command[-1]), office, tmp_path)
        if command[0] == "publish":
            assert load(office).year == 2022
            assert KEY in set(load(office)["results"]["result_id"])
    assert done == ["workbook new-year", "workbook in", "validate", "publish", "rollback"]
    assert load(office).year == 2021
    assert "2022 :" in re.sub("[\u00a0\u202f]", " ", capsys.readouterr().out)


def test_the_page_names_sheets_by_their_names(catalog):
    """What stands in bold in the list of sheets is a sheet of the workbook, or how several begin."""
    t = translator("fr")
    sheets = [t.bare(resource, "title") for resource in catalog.package["resources"]]
    listed = re.search(r"## 2\..*?## 3", PAGE.read_text(encoding="utf-8"), re.DOTALL)[0]
    named = re.findall(r"\*\*(.+?)\*\*", listed)
    assert [name for name in named if not any(sheet.startswith(name) for sheet in sheets)] == []
