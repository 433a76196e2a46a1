"""What changed between two folders of tables is exactly what is listed."""

import re
import shutil

import pytest

from dashboard.domain.publication import CellChange, TableChange
from dashboard.operate.commands import main
from dashboard.store import load
from dashboard.store.changes import changes_between
from store.packages import add_row, rewrite, set_cell

OIM = {"agency_id": "oim"}
NAME = {"name_fr": "Un autre nom"}


@pytest.fixture
def newer(package, tmp_path):
    """Another name, one more word, one question less."""
    folder = shutil.copytree(package, tmp_path / "newer")
    set_cell(folder, "agencies", OIM, **NAME)
    add_row(folder, "glossary", {}, term_id="new-word")
    rewrite(folder / "questions.csv", lambda rows: rows.pop(0))
    return folder


def test_the_same_tables_differ_in_nothing(package, catalog):
    assert changes_between(catalog, load(package)) == []


def test_exactly_what_changed_is_found(newer, catalog):
    before = str(catalog.row("agencies", "oim")["name_fr"])
    gone = str(catalog["questions"]["question_id"].iloc[0])
    assert {change.table: change for change in changes_between(catalog, load(newer))} == {
        "agencies": TableChange("agencies", (), (), (CellChange("oim", "name_fr", before, NAME["name_fr"]),)),
        "glossary": TableChange("glossary", ("new-word",), (), ()),
        "questions": TableChange("questions", (), (gone,), ()),
    }


WORDS = {
    "fr": ("1 ligne ajoutée", "1 ligne changée", "1 ligne retirée", "Totaux imprimés", "Aucune différence"),
    "en": ("1 row added", "1 row changed", "1 row gone", "Printed totals", "No difference"),
}


@pytest.mark.parametrize("language", WORDS)
def test_the_command_tells_it_in_words(package, newer, language, capsys, monkeypatch):
    monkeypatch.setenv("LC_ALL", f"{language}_XX.UTF-8")
    assert main(["diff", str(package), str(newer)]) == 0
    told = re.sub("[\u00a0\u202f]", " ", capsys.readouterr().out)
    *words, nothing = WORDS[language]
    assert all(word in told for word in words)
    assert nothing not in told
    for line in ("  + new-word", f"→ {NAME['name_fr']}", "budget_usd 578474401"):
        assert line in told


def test_the_same_folder_twice_says_so(package, capsys, monkeypatch):
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")
    assert main(["diff", str(package), str(package)]) == 0
    assert "Aucune différence" in capsys.readouterr().out


def test_a_broken_side_is_told_as_everywhere(package, newer, capsys, monkeypatch):
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    (newer / "axes.csv").unlink()
    assert main(["diff", str(package), str(newer)]) == 1
    assert "axes.csv" in capsys.readouterr().out
