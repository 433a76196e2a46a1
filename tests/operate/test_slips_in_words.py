"""The command tells each kind of fault of files, headings, cells and descriptions, in both languages.

One broken copy of the package for each rule; the rules of the field are those of `test_rules_in_words`.
"""

import re

import pytest

from dashboard.domain.errors import BrokenPackageError
from dashboard.i18n.languages import LOCALES
from dashboard.operate import commands
from dashboard.operate.opening import faults_of
from operate.test_opening import LOST
from operate.test_rules_in_words import BREACHES
from store.packages import add_row, set_cell
from store.test_slips import CASES, DESCRIPTIONS, JARGON, LANGUAGES

OF_PAGES = {
    "question_page": {"page": "finances"},
    "question_key": {"page": "place", "key": "ML99"},
    "question_anchor": {"anchor": "nowhere"},
    "question_query": {"query": "by=agence"},
}
"""Rule -> cells of the first question that only pages can know to be wrong."""

FIRST = {rule: name for name in reversed(CASES) for _, rule in CASES[name].said}
"""Rule -> the first case that shows it."""


def spoilt_tables(name):
    def spoil(package):
        path = package / f"{CASES[name].table}.csv"
        content = CASES[name].change(path.read_text(encoding="utf-8"))
        path.write_bytes(content if isinstance(content, bytes) else content.encode())

    return spoil


HEADLINE = {"result_id": "2021-1.1.1-01", "sex": ""}
SPOIL = {
    **{rule: spoilt_tables(name) for rule, name in FIRST.items()},
    **DESCRIPTIONS,
    **{
        rule: lambda package, cells=cells: set_cell(package, "questions", {}, **cells)
        for rule, cells in OF_PAGES.items()
    },
    "two_headlines": lambda package: add_row(package, "result_figures", HEADLINE, seq="9"),
}
"""Rule -> what breaks it."""


@pytest.fixture
def told(monkeypatch):
    """The problems that the command tells; the second language is told those of the first."""
    found = []

    def opened(folder):
        found.extend([] if found else faults_of(folder))
        raise BrokenPackageError(found)

    monkeypatch.setattr("dashboard.operate.opening.open_data", opened)
    return found


@pytest.mark.parametrize("rule", SPOIL)
def test_the_command_tells_each_kind_of_fault_once(rule, package, told, capsys, monkeypatch):
    SPOIL[rule](package)
    for language in LANGUAGES:
        monkeypatch.setenv("LC_ALL", f"{language}_XX.UTF-8")
        assert commands.main(["validate", str(package)]) == 1
        printed = capsys.readouterr()
        _, *lines, count = printed.out.splitlines()
        assert printed.err == ""
        assert len(set(lines)) == len(lines) == int(re.match(r"\d+", count)[0])
        assert [line for line in lines if JARGON.search(line) or line.rstrip().endswith(":")] == []
    assert rule in {problem.rule for problem in told}


OF_A_WORKBOOK = {"no_workbook"}
"""What only a workbook that comes back can do wrong: test_officer_book.py."""
OF_A_SUMMARY = {f"summary_{fault}" for fault in ("code", "head", "empty", "voiceless", "wordless", "heavy")}
"""What can be wrong with words and voices of further languages: store/test_summaries.py."""


def test_no_rule_is_left_out():
    words = (LOCALES / "fr.po").read_text(encoding="utf-8")
    rules = set(re.findall(r'^msgid "problem\.(\w+)"', words, re.MULTILINE))
    assert rules == SPOIL.keys() | BREACHES.keys() | LOST.keys() | OF_A_WORKBOOK | OF_A_SUMMARY
