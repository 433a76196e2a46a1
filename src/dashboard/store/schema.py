"""Types, constraints and keys, checked by the frictionless library from `datapackage.json`."""

from pathlib import Path
from typing import Any

from dashboard.domain.errors import Problem

RULES = {
    "type-error": "wrong_type",
    "constraint-error": "constraint",
    "primary-key": "primary_key",
    "foreign-key": "foreign_key",
    "unique-error": "not_unique",
    "missing-label": "missing_column",
    "incorrect-label": "wrong_column",
    "extra-label": "unknown_column",
    "missing-cell": "cell_count",
    "extra-cell": "cell_count",
    "blank-row": "blank_row",
}
"""frictionless error type -> our message key; any other type is told in frictionless's own words."""


def schema_problems(folder: Path) -> list[Problem]:
    """Everything that contradicts the descriptor, over all tables.

    Args:
        folder: a data package folder; it may be broken in any way.

    Returns:
        Problems in the order of the tables; empty for a sound package.
    """
    # Imported here: it costs more than the rest of the start-up, and a proven package needs no check.
    from frictionless import FrictionlessException, Package, system

    descriptor = folder / "datapackage.json"
    if not descriptor.is_file():
        return [Problem("datapackage.json", 0, "", folder.name, "missing_file")]
    missing = _missing_files(folder, descriptor)
    if missing:
        return missing
    try:
        with system.use_context(trusted=True):
            report = Package(str(descriptor)).validate(limit_errors=10_000)
    except FrictionlessException as fault:
        return [Problem("datapackage.json", 0, "", str(fault.error.note), "broken_descriptor")]
    faults = [Problem("datapackage.json", 0, "", error.note, "broken_descriptor") for error in report.errors]
    return faults + [_problem(task.name, error) for task in report.tasks for error in task.errors]


def _missing_files(folder: Path, descriptor: Path) -> list[Problem]:
    import json

    try:
        resources = json.loads(descriptor.read_text(encoding="utf-8"))["resources"]
        paths = {resource["name"]: resource["path"] for resource in resources}
    except (ValueError, KeyError, TypeError) as fault:
        return [Problem("datapackage.json", 0, "", str(fault), "broken_descriptor")]
    return [
        Problem(name, 0, "", path, "missing_file")
        for name, path in paths.items()
        if not (folder / path).is_file()
    ]


def _problem(table: str, error: Any) -> Problem:
    column = getattr(error, "field_name", "") or ", ".join(getattr(error, "field_names", []) or [])
    value = getattr(error, "cell", "") or ", ".join(map(str, getattr(error, "cells", []) or []))
    rule = RULES.get(error.type, "other")
    return Problem(
        table, getattr(error, "row_number", 0) or 0, column, str(value), rule, (("note", str(error.note)),)
    )
