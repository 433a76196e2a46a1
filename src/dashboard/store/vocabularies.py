"""The codes that the pages put into words: each needs a row in the table `terms`."""

from collections.abc import Iterator, Mapping, Sequence

import pandas as pd

from dashboard.domain.errors import Problem

VOCABULARIES: Mapping[tuple[str, str], str] = {
    ("agencies", "kind"): "agency_kind",
    ("comparisons", "how"): "comparison",
    ("findings", "severity"): "severity",
    ("indicators", "group"): "indicator_group",
    ("indicators", "theme"): "theme",
    ("indicators", "unit"): "indicator_unit",
    ("observations", "comparable"): "comparable",
    ("observations", "kind"): "observation_kind",
    ("observations", "qualifier"): "qualifier",
    ("observations", "series"): "series",
    ("observations", "sex"): "sex",
    ("observations", "unit"): "indicator_unit",
    ("outputs", "theme"): "theme",
    ("partners", "kind"): "partner_kind",
    ("places", "kind"): "place_level",
    ("places", "level"): "place_level",
    ("questions", "reader"): "reader",
    ("result_figures", "qualifier"): "qualifier",
    ("result_figures", "role"): "figure_role",
    ("result_figures", "sex"): "sex",
    ("result_figures", "unit"): "unit",
    ("result_themes", "theme"): "theme",
    ("results", "beneficiary"): "beneficiary",
    ("results", "scope"): "scope",
    ("sources", "kind"): "source_kind",
}
"""Table and column -> the list of `terms` that has its words."""

NEEDED_ALWAYS: Mapping[str, tuple[str, ...]] = {
    "finance_measure": ("budget", "mobilised", "gap", "spent", "execution_rate"),
    "observation_kind": (
        "baseline",
        "observed",
        "estimate",
        "projection",
        "target",
        "relative_change",
        "absolute_change",
    ),
    "place_level": ("locality",),
    "qualifier": ("=", ">", ">=", "<", "~"),
    "scope": ("places", "national", "unspecified"),
    "severity": ("error", "conflict", "note"),
    "sex": ("total", "female", "male"),
    "sex_child": ("total", "female", "male"),
    "unit": ("people", "percent"),
}
"""Codes that pages name themselves, whatever the tables hold."""


def codes_of(terms: pd.DataFrame) -> dict[str, tuple[str, ...]]:
    """The codes of each list of the table `terms`, in its order."""
    codes: dict[str, list[str]] = {}
    for name, code in zip(terms["list"], terms["code"], strict=True):
        codes.setdefault(name, []).append(code)
    return {name: tuple(found) for name, found in codes.items()}


def missing_terms(terms: pd.DataFrame, levels: Sequence[str] = ()) -> Iterator[Problem]:
    """Words that no page can do without, those of the country's own `levels` of places among them."""
    codes = codes_of(terms)
    for name, needed in NEEDED_ALWAYS.items():
        own = levels if name == "place_level" else ()
        lacking = [code for code in (*own, *needed) if code not in codes.get(name, ())]
        if lacking:
            yield Problem("terms", 0, "code", ", ".join(lacking), "term_needed", (("list", name),))
