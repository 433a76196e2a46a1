"""The country's own money in the description of the tables: its name, and a rate for each year."""

import math
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any

from dashboard.store.naming import is_text

Fault = tuple[str, object]
"""Where something is missing or does not fit, and what stands there."""


def _is_rate(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 < value < math.inf


def _is_year(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


_ENTRIES: Mapping[str, Callable[[object], bool]] = {
    "year": _is_year,
    "units": _is_rate,
    "source_id": is_text,
    "ref": is_text,
    "kind_fr": is_text,
}
"""Entries of a rate -> whether a value may stand there."""


def money_faults(money: Any) -> Iterator[Fault]:
    """The money may be missing; where it is named, each of its rates has a year, a kind and a source."""
    rates = money.get("rates", []) if isinstance(money, dict) else None
    if not isinstance(rates, list):
        yield "local_money", money
        return
    if money and not is_text(money.get("name_fr")):
        yield "local_money › name_fr", money.get("name_fr", "")
    for number, rate in enumerate(rates, 1):
        given = rate if isinstance(rate, dict) else {}
        for name, fits in _ENTRIES.items():
            if not fits(given.get(name)):
                yield f"local_money › rates › {number} › {name}", given.get(name, "")


def without_source(money: dict[str, Any], known: Collection[str]) -> Iterator[tuple[str, str]]:
    """Rates whose source is not known."""
    for number, rate in enumerate(money.get("rates", []), 1):
        if rate["source_id"] not in known:
            yield f"local_money › rates › {number} › source_id", rate["source_id"]
