"""The rules of the house that a linter does not know."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MODULES = sorted((ROOT / "src").rglob("*.py"))
LONGEST_MODULE = 260
LONGEST_FUNCTION = 50
VAGUE = {"utils", "helpers", "common", "misc", "manager"}


def names_of(module: Path) -> str:
    return module.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("module", MODULES, ids=names_of)
def test_modules_and_functions_stay_small(module):
    text = module.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= LONGEST_MODULE
    long = [
        f"{node.name}: {node.end_lineno - node.lineno}"
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef) and node.end_lineno - node.lineno > LONGEST_FUNCTION
    ]
    assert long == []


@pytest.mark.parametrize("module", MODULES, ids=names_of)
def test_modules_have_telling_names(module):
    assert module.stem not in VAGUE


def test_code_knows_no_agency_place_indicator_or_year_by_name(catalog):
    keys = {
        str(key)
        for table in ("agencies", "places", "indicators", "outputs", "outcomes", "results", "sources")
        for key in catalog.rows(table)
    } | {str(year) for year in catalog.years}
    keys -= {str(column) for frame in catalog.frames.values() for column in frame.columns}
    found = {
        (names_of(module), node.value)
        for module in MODULES
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and (str(node.value) in keys or node.value in catalog.years)
    }
    assert found == set()


def test_nothing_shipped_names_a_registry_or_a_home_folder():
    secret = re.compile(r"pypi\.org|npmjs|/root/|/home/|/opt/")
    shipped = [
        ROOT / name
        for name in ("pyproject.toml", "Makefile", "README.md", "requirements.lock", "requirements-dev.lock")
    ]
    shipped += [*(ROOT / "scripts").rglob("*.json"), *(ROOT / "scripts").glob("*.sh"), *MODULES]
    assert [names_of(path) for path in shipped if secret.search(path.read_text(encoding="utf-8"))] == []


def test_the_margins_of_paper_are_set_once_for_pages_and_once_for_slides():
    rules = [
        sheet.name
        for sheet in (ROOT / "front" / "css").rglob("*.css")
        for _ in re.findall(r"@page \{", sheet.read_text(encoding="utf-8"))
    ]
    assert sorted(rules) == ["meeting.css", "paper.css"]


PAGE = "PAGE"
"""What every page is called; the one name that stands in several modules."""


def public_names(module: Path) -> set[str]:
    """What a module defines at its outermost level without a leading underscore."""
    found: set[str] = set()
    for node in ast.parse(module.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            found.add(node.name)
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            found |= {
                name.id for target in targets for name in ast.walk(target) if isinstance(name, ast.Name)
            }
    return {name for name in found if not name.startswith("_")}


def test_no_public_name_means_two_things():
    """What only its module uses begins with an underscore; what is shared is named by its subject."""
    homes: dict[str, list[str]] = {}
    for module in MODULES:
        for name in public_names(module) - {PAGE}:
            homes.setdefault(name, []).append(names_of(module))
    assert {name: where for name, where in homes.items() if len(where) > 1} == {}


def test_no_module_is_called_page():
    assert [names_of(module) for module in MODULES if module.stem == "page"] == []
