"""The languages of this process: those that the folder of data names, in its order."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from dashboard.settings import DESCRIPTOR, from_environment

LOCALES = Path(__file__).resolve().parents[1] / "locales"
_ORDER = LOCALES / "order.txt"
"""The languages that say everything, in the order of a folder that names none; others follow by alphabet."""


COMPLETE = tuple(_ORDER.read_text(encoding="utf-8").split())
"""Languages whose catalogues lack nothing."""
SPOKEN = (*COMPLETE, *sorted({path.stem for path in LOCALES.glob("*.po")} - {*COMPLETE}))
"""Every language that has a catalogue."""


def languages_of(package: Mapping[str, Any]) -> tuple[str, ...]:
    """The languages that the description of a folder names, in its order; all where it names none.

    Those without a catalogue are passed over: the checker names them.
    """
    named = package.get("languages")
    known = [one for one in named if one in SPOKEN] if isinstance(named, list) else []
    return tuple(dict.fromkeys(known)) or SPOKEN


def _languages() -> tuple[str, ...]:
    try:
        package = json.loads((from_environment().data / DESCRIPTOR).read_bytes())
    except (OSError, ValueError):
        return SPOKEN
    return languages_of(package) if isinstance(package, dict) else SPOKEN


LANGUAGES = _languages()
"""Those of the folder that is served, read once: addresses hang on them, others ask for a new start."""


def fallbacks(language: str) -> tuple[str, ...]:
    """The languages that stand in where one lacks a text, in their order: the folder's own come first."""
    return tuple(one for one in dict.fromkeys((*LANGUAGES, *SPOKEN)) if one != language)
