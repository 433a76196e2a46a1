"""The documents tell the truth about what can be looked up in the repository."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = sorted(ROOT.glob("*.md"))
LINK = re.compile(r"\]\((?!https?:)([^)#]+)")
BY_MAKE = {"HOST", "PORT", "WORKERS"}


def variables_read():
    """The names under which our code looks something up in the environment."""
    modules = [*(ROOT / "src").rglob("*.py"), ROOT / "gunicorn.conf.py"]
    return {
        node.value
        for module in modules
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and re.fullmatch(r"DASHBOARD_[A-Z]+", str(node.value))
    }


def test_the_readme_has_every_variable_that_is_read_and_no_other():
    rows = re.findall(
        r"^\| (`[A-Z_`, ]+`) \|", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    told = set(re.findall(r"[A-Z_]+", " ".join(rows)))
    assert told == variables_read() | BY_MAKE


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_lead_to_files_that_are_there(document):
    links = LINK.findall(document.read_text(encoding="utf-8"))
    assert [link for link in links if not (ROOT / link).exists()] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_commands_told_are_targets_of_the_makefile(document):
    told = set(re.findall(r"`make (\w+)`", document.read_text(encoding="utf-8")))
    targets = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert told <= targets
