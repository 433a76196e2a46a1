"""Prose: one Markdown file per language and page in `texts/<language>/`."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dashboard.i18n.translator import LANGUAGES, spaced

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
    """The texts of a language by name, in their order; what it lacks is that of the first. Read once.

    Raises:
        ValueError: naming the file, when its head lacks a title, a description or an order.
    """
    own = [_read(path, language) for path in sorted((folder / language).glob("*.md"))]
    others = prose(LANGUAGES[0], folder) if language != LANGUAGES[0] else {}
    texts = {**others, **{text.name: text for text in own}}
    return dict(sorted(texts.items(), key=lambda named: named[1].order))


def _read(path: Path, language: str) -> Prose:
    _, head, body = spaced(path.read_text(encoding="utf-8"), language).split(FENCE, 2)
    facts = dict(line.split(": ", 1) for line in head.splitlines() if line)
    try:
        return Prose(path.stem, facts["title"], facts["description"], int(facts["order"]), body.strip())
    except (KeyError, ValueError) as fault:
        raise ValueError(f"{path}: the head needs title, description and order ({fault})") from fault
