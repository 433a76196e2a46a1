"""Says how the house stands: `python scripts/measures.py [folder of the source]`, one measure a line.

What CONTRIBUTING asks of a change: the first two stay at nothing, the others go down.
"""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[1] / "src" / "dashboard"
_OF_A_PAGE = ("_title", "_layout", "_without_cards")
ANY = re.compile(r"\bAny\b")


def main(source: Path) -> None:
    """Print every measure of the modules below a folder."""
    texts = {path: path.read_text(encoding="utf-8") for path in sorted(source.rglob("*.py"))}
    trees = {path: ast.parse(text) for path, text in texts.items()}
    lines = [line for text in texts.values() for line in text.splitlines()]
    print(len(list(_between_pages(source, trees))), "names imported from page to page")
    print(len(list(_idle_views(source, trees))), "functions that get a view and need none")
    print(sum(bool(ANY.search(line)) for line in lines), "lines with Any")
    print(sum(map(_named_items, trees.values())), "items asked for by a name in quotes")
    print(len(lines), "lines")


def _between_pages(source: Path, trees: dict[Path, ast.Module]) -> Iterator[str]:
    """Names that a page takes from another; the registry has all of them."""
    for path, tree in trees.items():
        if path.parent == source / "pages" and path.stem not in ("registry", "__init__"):
            for node in ast.walk(tree):
                if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("dashboard.pages."):
                    yield from (name.name for name in node.names)


def _idle_views(source: Path, trees: dict[Path, ast.Module]) -> Iterator[str]:
    """Functions whose parameter is a whole context, of which they use what every reader has.

    But for those that a page is made of: what one page does not ask of the view, another does.
    """
    reader = _public(trees[source / "presenters" / "reader.py"], "Reader")
    for path, tree in trees.items():
        for function in (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)):
            name = "" if function.name in _OF_A_PAGE else _context(function)
            if name and not _needs(function, name, reader):
                yield f"{path.stem}.{function.name}"


def _public(tree: ast.Module, name: str) -> set[str]:
    made = next(node for node in tree.body if isinstance(node, ast.ClassDef) and node.name == name)
    fields = {node.target.id for node in made.body if isinstance(node, ast.AnnAssign)
              and isinstance(node.target, ast.Name)}  # fmt: skip
    return fields | {node.name for node in made.body if isinstance(node, ast.FunctionDef)}


def _context(function: ast.FunctionDef) -> str:
    for given in function.args.args:
        if isinstance(given.annotation, ast.Name) and given.annotation.id == "Context":
            return given.arg
    return ""


def _needs(function: ast.FunctionDef, name: str, reader: set[str]) -> bool:
    """Whether something of the view is asked, or the whole is handed on."""
    asked = {id(node.value): node.attr for node in ast.walk(function) if isinstance(node, ast.Attribute)}
    used = [node for node in ast.walk(function) if isinstance(node, ast.Name) and node.id == name]
    return any(asked.get(id(node), "") not in reader for node in used)


def _named_items(tree: ast.Module) -> int:
    """Items like `row["year"]`, by which a slip of the name is found by a reader only."""
    return sum(
        isinstance(node, ast.Subscript)
        and isinstance(node.slice, ast.Constant)
        and isinstance(node.slice.value, str)
        for node in ast.walk(tree)
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else SOURCE)
