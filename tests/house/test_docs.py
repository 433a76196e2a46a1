"""The documents tell the truth about what can be looked up in the repository."""

import ast
import re
from fnmatch import fnmatch
from pathlib import Path

import pytest

from dashboard.operate.commands import main

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
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
    assert [link for link in links if not (document.parent / link).exists()] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_commands_told_are_targets_of_the_makefile(document):
    told = set(re.findall(r"`make (\w+)`", document.read_text(encoding="utf-8")))
    targets = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert told <= targets


@pytest.mark.parametrize("file", sorted((ROOT / "deploy").iterdir()), ids=lambda path: path.name)
def test_files_for_operators_name_what_is_there(file):
    text = file.read_text(encoding="utf-8")
    assert set(re.findall(r"DASHBOARD_[A-Z]+", text)) <= variables_read()
    assert all((ROOT / name).exists() for name in re.findall(r"^COPY ([\w.]+)", text, re.MULTILINE))
    assert file.name in (ROOT / "docs" / "operating.md").read_text(encoding="utf-8")


def test_a_container_has_a_plain_user_and_a_health_check_and_writes_into_one_folder():
    text = (ROOT / "deploy" / "Containerfile").read_text(encoding="utf-8")
    assert re.findall(r"^USER (\w+)", text, re.MULTILINE) == ["dashboard"]
    assert re.findall(r"^VOLUME (\S+)", text, re.MULTILINE) == ["/var/lib/dashboard"]
    assert "/healthz" in text


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_commands_told_are_commands_of_ours(document, capsys):
    text = document.read_text(encoding="utf-8")
    told = set(re.findall(r"(?:^|`|« ?|bin/)dashboard ([a-z][a-z -]*[a-z])", text, re.MULTILINE))
    for words in told:
        with pytest.raises(SystemExit) as end:
            main([*words.split(), "--help"])
        assert end.value.code == 0, words


def cells_of_the_table() -> list[str]:
    """The files that the table of rooms names, as patterns of paths below `src/dashboard`."""
    lines = (
        (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").split("## Where a line lives")[1].splitlines()
    )
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("| ")]
    rooms = ["" if room == "elsewhere" else f"{room}/" for room in rows[0][1:]]
    named = [row for row in rows[2:] if len(row) == len(rooms) + 1]
    return [
        f"{room}{name.strip()}.py"
        for row in named
        for room, cell in zip(rooms, row[1:], strict=True)
        for name in cell.split(",")
        if name.strip()
    ]


def test_every_file_stands_in_one_cell_of_the_table_of_rooms():
    source = ROOT / "src" / "dashboard"
    files = [path.relative_to(source) for path in source.rglob("*.py") if path.name != "__init__.py"]
    cells = cells_of_the_table()
    where = {file: [cell for cell in cells if fnmatch(file.as_posix(), cell)] for file in files}
    assert {file: found for file, found in where.items() if len(found) != 1} == {}
    assert [cell for cell in cells if not any(fnmatch(file.as_posix(), cell) for file in files)] == []


ROOMS = sorted(path.parent for path in (ROOT / "src" / "dashboard").glob("*/**/__init__.py"))


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.name)
def test_every_room_says_first_who_may_call_it_and_what_comes_out(room):
    said = ast.get_docstring(ast.parse((room / "__init__.py").read_text(encoding="utf-8")))
    assert said and said.startswith("For ")
