"""The rules of the figures of a result: what each is to the others, so that sums count nobody twice."""

from collections.abc import Iterator
from typing import Any

from dashboard.domain.errors import Problem
from dashboard.store.lines import Frames, NumberedRow, numbered_rows

BELONGS = ("part", "target", "denominator", "rate", "repeat")
"""Roles that point to another figure of their result; a rate or a target may also stand alone."""
ALONE = ("rate", "target")


def figures_belong_to_one(frames: Frames) -> Iterator[Problem]:
    """`part_of` names another figure of the same result; only the roles that belong to one have it."""
    figures = frames["result_figures"]
    known = set(zip(figures["result_id"], figures["seq"], strict=True))
    for line, figure in numbered_rows(figures):
        whole, role = figure["part_of"], figure["role"]
        given = whole == whole  # empty cells are NaN
        if given and (
            role not in BELONGS or whole == figure["seq"] or (figure["result_id"], whole) not in known
        ):
            yield Problem("result_figures", line, "part_of", f"{whole:.0f}", "part_of_nothing")
        if not given and role in BELONGS and role not in ALONE:
            yield Problem("result_figures", line, "part_of", "", "part_without_whole", (("role", role),))


def parts_fit_their_total(frames: Frames) -> Iterator[Problem]:
    """The parts of one split, by sex or otherwise, are no more than what they are parts of."""
    wholes = {}
    splits: dict[tuple[Any, ...], list[NumberedRow]] = {}
    for line, figure in numbered_rows(frames["result_figures"]):
        wholes[figure["result_id"], figure["seq"]] = figure
        if figure["role"] == "part":
            split = (figure["result_id"], figure["part_of"], figure["sex"] != "")
            splits.setdefault(split, []).append((line, figure))
    for (result, seq, _), parts in splits.items():
        if whole := wholes.get((result, seq)):
            yield from _faults_of_split(whole, parts)


def _faults_of_split(whole: dict[str, Any], parts: list[NumberedRow]) -> Iterator[Problem]:
    for line, part in parts:
        if part["unit"] != whole["unit"]:
            facts = (("unit", whole["unit"]),)
            yield Problem("result_figures", line, "unit", part["unit"], "part_of_other_unit", facts)
    total = sum(part["value"] for _, part in parts)
    if total > whole["value"]:
        facts = (("total", f"{whole['value']:.10g}"),)
        yield Problem("result_figures", parts[0][0], "value", f"{total:.10g}", "parts_above_total", facts)
