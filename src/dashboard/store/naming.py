"""What a country calls its own things: itself, the levels of its places, its currency."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from dashboard.domain.errors import Problem

Package = dict[str, Any]
DESCRIPTOR = "datapackage.json"
_GROUPS = ("country", "office", "currency")
"""Parts of the description that name the country's own things, in every language."""
_SAME = ("code", "sign")
"""What is the same in every language."""
LEVEL_ROLES = ("upper", "lower")
"""The two levels of a country's division; what it calls them, and their codes in `places`, it says itself."""


def names_of(package: Package, language: str, languages: Sequence[str]) -> dict[str, str]:
    """What the country calls its things in a language, by the places of the messages: `country.in`.

    Args:
        package: the description.
        language: in which the names are asked for.
        languages: which stand in, in their order, for one that has no name for a thing.
    """
    found: dict[str, str] = {}
    for one in (*reversed(languages), language):
        for group, texts in _groups(package):
            found |= {
                f"{group}.{key.removesuffix(f'_{one}')}": text
                for key, text in texts.items()
                if key.endswith(f"_{one}") or key in _SAME
            }
    return found


def levels_of(package: Package) -> tuple[str, str]:
    """The codes of the two levels of the country's division, the upper first: `region`, `cercle`."""
    upper, lower = (str(package["levels"][role]["code"]) for role in LEVEL_ROLES)
    return upper, lower


def _groups(package: Package) -> Iterator[tuple[str, dict[str, str]]]:
    """The parts of the description that name the country's things."""
    yield from ((group, package.get(group, {})) for group in _GROUPS)
    yield from ((role, package["levels"][role]) for role in LEVEL_ROLES)


def naming_problems(package: dict[str, Any]) -> Iterator[Problem]:
    """The levels have codes, the currency a code and a sign; what they are called, the pages ask for."""
    levels, currency = package.get("levels"), package.get("currency")
    for role in LEVEL_ROLES:
        level = levels.get(role) if isinstance(levels, dict) else None
        if not isinstance(level, dict) or not is_text(level.get("code")):
            yield descriptor_lacks(f"levels › {role} › code", level)
    for name in _SAME:
        if not isinstance(currency, dict) or not is_text(currency.get(name)):
            yield descriptor_lacks(f"currency › {name}", currency)
    if "office" in package and not isinstance(package["office"], dict):
        yield descriptor_lacks("office", package["office"])


def is_text(value: object) -> bool:
    """Whether a value of the description is a text that says something."""
    return isinstance(value, str) and bool(value)


def descriptor_lacks(name: str, value: object = "") -> Problem:
    """An entry of the description that is missing or is not what it should be, with what stands there."""
    shown = json.dumps(value, ensure_ascii=False) if isinstance(value, dict | list) else str(value or "")
    return Problem(DESCRIPTOR, 0, name, shown, "descriptor_lacks")
