"""What a country calls its own things: itself, the levels of its places, its currency."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import pandas as pd

from dashboard.domain.errors import Problem
from dashboard.i18n.languages import SPOKEN
from dashboard.i18n.scales import MONEY_SCALES
from dashboard.settings import DESCRIPTOR

Package = dict[str, Any]
_GROUPS = ("country", "office", "currency", "section", "examples")
"""Parts of the description that name the country's own things, in every language."""
_OF_A_LANGUAGE = re.compile(r"_[a-z]{2,3}$")
_SAME = ("code", "sign", "scale")
"""What is the same in every language."""
AMOUNT = "_usd"
"""How names of columns of money end in the code; in files they end with the code of the currency."""
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
    return {"currency.scale": "million", **found}


def levels_of(package: Package) -> tuple[str, str]:
    """The codes of the two levels of the country's division, the upper first: `region`, `cercle`."""
    upper, lower = (str(package["levels"][role]["code"]) for role in LEVEL_ROLES)
    return upper, lower


def amount_column(package: Package, measure: str) -> str:
    """The column of the folder's tables of money that holds a measure: `budget` -> `budget_xof`."""
    return f"{measure}_{package['currency']['code'].lower()}"


def plain_amounts(package: Package, frame: pd.DataFrame) -> pd.DataFrame:
    """A table with the columns of money that the code knows, whichever currency those of the folder name.

    What its findings name (`measure`) is one of these columns.
    """
    own = amount_column(package, "")
    plain = frame.rename(columns=lambda name: _other_end(name, own, AMOUNT))
    return (
        plain.assign(measure=[_other_end(name, own, AMOUNT) for name in plain["measure"]])
        if ("measure" in plain)
        else plain
    )


def as_folder_names(package: Package, problem: Problem) -> Problem:
    """A problem that names columns of money as the folder does."""
    own = amount_column(package, "")
    if own == AMOUNT:
        return problem
    facts = tuple((name, fact.replace(AMOUNT, own)) for name, fact in problem.facts)
    return replace(problem, column=problem.column.replace(AMOUNT, own), facts=facts)


def _other_end(name: str, end: str, other: str) -> str:
    return f"{name.removesuffix(end)}{other}" if end and name.endswith(end) else name


def _groups(package: Package) -> Iterator[tuple[str, dict[str, str]]]:
    """The parts of the description that name the country's things."""
    yield from ((group, package.get(group, {})) for group in _GROUPS)
    yield from ((role, package["levels"][role]) for role in LEVEL_ROLES)


def naming_problems(package: dict[str, Any]) -> Iterator[Problem]:
    """The languages have catalogues, the levels codes, the currency a code and a sign.

    What they are called, the pages ask for.
    """
    levels, currency = package.get("levels"), package.get("currency")
    languages = package.get("languages", list(SPOKEN))
    if not isinstance(languages, list) or not languages or not {*map(str, languages)} <= {*SPOKEN}:
        allowed = (("allowed", ", ".join(SPOKEN)),)
        yield replace(descriptor_lacks("languages", languages), rule="languages_unknown", facts=allowed)
    roles = {*levels} if isinstance(levels, dict) else {*LEVEL_ROLES}
    if roles != {*LEVEL_ROLES}:
        yield replace(descriptor_lacks("levels", ", ".join(sorted(roles))), rule="levels_two")
    for role in LEVEL_ROLES if roles == {*LEVEL_ROLES} else ():
        level = levels.get(role) if isinstance(levels, dict) else None
        if not isinstance(level, dict) or not is_text(level.get("code")):
            yield descriptor_lacks(f"levels › {role} › code", level)
    for name in ("code", "sign"):
        if not isinstance(currency, dict) or not is_text(currency.get(name)):
            yield descriptor_lacks(f"currency › {name}", currency)
    if isinstance(currency, dict) and str(currency.get("scale", "million")) not in MONEY_SCALES:
        yield descriptor_lacks("currency › scale", currency["scale"])
    # What the country and the currency must be is asked before.
    told = ("country", "currency")
    named = {group: package.get(group, {}) for group in _GROUPS}
    named = {group: texts for group, texts in named.items() if group not in told or isinstance(texts, dict)}
    for role in LEVEL_ROLES:
        level = levels.get(role) if isinstance(levels, dict) else None
        named[f"levels › {role}"] = level if isinstance(level, dict) else {}
    for place, texts in named.items():
        yield from _strange_names(place, texts)


def _strange_names(place: str, texts: Any) -> Iterator[Problem]:
    """A part of the description that holds no names, and names that are no texts: `in_fr: 5`."""
    if not isinstance(texts, dict):
        yield descriptor_lacks(place, texts)
        return
    for name, text in texts.items():
        if _OF_A_LANGUAGE.search(name) and not is_text(text):
            yield descriptor_lacks(f"{place} › {name}", text)


def is_text(value: object) -> bool:
    """Whether a value of the description is a text that says something."""
    return isinstance(value, str) and bool(value)


def descriptor_lacks(name: str, value: object = "") -> Problem:
    """An entry of the description that is missing or is not what it should be, with what stands there."""
    shown = json.dumps(value, ensure_ascii=False) if isinstance(value, dict | list) else str(value or "")
    return Problem(DESCRIPTOR, 0, name, shown, "descriptor_lacks")
