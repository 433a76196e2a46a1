"""Prose: one Markdown file per language and page in `texts/<language>/`."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dashboard.i18n.languages import fallbacks
from dashboard.i18n.translator import spaced

TEXTS = Path(__file__).resolve().parents[1] / "texts"
FENCE = "---\n"


@dataclass(frozen=True)
class Prose:
    """One text in one language.

    Attributes:
        name: name of its file, the same in every language; the end of its address.
        title: its title.
        description: what it says, in a sentence.
        order: place among the texts.
        body: Markdown.
    """

    name: str
    title: str
    description: str
    order: int
    body: str


@cache
def prose(language: str, folder: Path = TEXTS) -> Mapping[str, Prose]:
    """The texts of a language by name, in their order; what it lacks, the next has. Read once.

    Raises:
        ValueError: naming the file, when its head lacks a title, a description or an order.
    """
    texts: dict[str, Prose] = {}
    for one in reversed((language, *fallbacks(language))):
        texts |= {path.stem: read_prose(path, one) for path in prose_files(folder, one)}
    return in_order(texts)


def in_order(texts: Mapping[str, Prose]) -> dict[str, Prose]:
    """Texts by name, as the footer lists them."""
    return dict(sorted(texts.items(), key=lambda named: (named[1].order, named[0])))


def prose_files(folder: Path, language: str) -> list[Path]:
    """The files of the texts of a language."""
    return sorted((folder / language).glob("*.md"))


def read_prose(path: Path, language: str) -> Prose:
    """The text of a file.

    Raises:
        ValueError: naming the file, when its head lacks a title, a description or an order.
    """
    try:
        _, head, body = spaced(path.read_text(encoding="utf-8"), language).split(FENCE, 2)
        facts = dict(line.split(": ", 1) for line in head.splitlines() if line)
        return Prose(path.stem, facts["title"], facts["description"], int(facts["order"]), body.strip())
    except (KeyError, ValueError) as fault:
        raise ValueError(f"{path}: the head needs title, description and order ({fault})") from fault
