"""The keys of rows that an officer adds: made by rule, so that nobody has to make them up.

A key says what its row is about and a number: `2022-1.1.1-03` is the third result of an output in a year. The
rule needs only the row itself and the keys that are there, so that other sheets can name the row before.
"""

from collections import defaultdict
from collections.abc import Sequence

_ABOUT: dict[str, tuple[str, tuple[str, ...]]] = {
    "results": ("result_id", ("{year}", "{output_id}{section}")),
    "challenges": ("challenge_id", ("ch", "{year}")),
    "priorities": ("priority_id", ("pr", "{year}")),
    "findings": ("finding_id", ("{table}", "{key}", "{year}")),
    "observations": ("observation_id", ("{indicator_id}", "{sex}", "{year}")),
}
"""Key of a table -> what stands in it before the number; a result without output is one of its section."""

_COUNTED = {"result_figures": ("seq", "result_id")}
"""Number within a table -> the column of what is counted."""


def keyed_rows(table: str, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> list[list[str]]:
    """The rows of a sheet in which keys that were left empty are filled; those given stay as they are."""
    made = [dict(zip(columns, row, strict=True)) for row in rows]
    if table in _COUNTED and set(_COUNTED[table]) <= set(columns):
        _number(made, *_COUNTED[table])
    if table in _ABOUT and _ABOUT[table][0] in columns:
        _name(made, *_ABOUT[table])
    return [[row[column] for column in columns] for row in made]


def _number(rows: list[dict[str, str]], seq: str, of: str) -> None:
    last: dict[str, int] = {}
    for row in rows:
        last[row[of]] = max(last.get(row[of], 0), int(row[seq]) if row[seq].isdigit() else 0)
    for row in rows:
        if row[of] and not row[seq]:
            last[row[of]] += 1
            row[seq] = str(last[row[of]])


def _name(rows: list[dict[str, str]], key: str, parts: Sequence[str]) -> None:
    taken = {row[key] for row in rows}
    for row in rows:
        if row[key] or not any(row.values()):
            continue
        facts = defaultdict(str, row, section="" if row.get("output_id") else row.get("section", ""))
        stem = "-".join(filter(None, (part.format_map(facts) for part in parts)))
        number = next(n for n in range(1, len(rows) + 2) if f"{stem}-{n:02}" not in taken)
        row[key] = f"{stem}-{number:02}"
        taken.add(row[key])
