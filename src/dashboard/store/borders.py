"""The official borders that the operator has installed, if any."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

BORDERS_CARD = "card.json"
BORDER_LEVELS = ("region", "cercle")
"""How the operator's files of the upper and the lower level are called, in every country."""


@dataclass(frozen=True, eq=False)
class Borders:
    """Installed borders.

    Attributes:
        card: title, publisher, date, licence, hash of the file they come from, simplification error.
        shapes: one GeoJSON collection per level; the id of a feature is its P-code.
    """

    card: dict[str, Any]
    shapes: dict[str, dict[str, Any]]


def read_borders(folder: Path) -> Borders | None:
    """What `dashboard boundaries install` has written to a folder; None when there is nothing."""
    if not (folder / BORDERS_CARD).is_file():
        return None
    return Borders(
        _json(folder / BORDERS_CARD), {level: _json(folder / f"{level}.json") for level in BORDER_LEVELS}
    )


def _json(path: Path) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return content
