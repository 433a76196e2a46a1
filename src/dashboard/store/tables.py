"""CSV files to typed frames, by the schema in `datapackage.json`."""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd

Package = dict[str, Any]
Frames = dict[str, pd.DataFrame]

FIRST_LINE = 2
"""Line of the first data row in a CSV file, as a spreadsheet shows it."""


def numbered_rows(frame: pd.DataFrame) -> Iterator[tuple[int, dict[str, Any]]]:
    """The rows of a frame with their lines in the CSV file."""
    for index, record in zip(frame.index, frame.to_dict("records"), strict=True):
        yield int(index) + FIRST_LINE, {str(column): value for column, value in record.items()}


def read_package(folder: Path) -> Package:
    """The descriptor of a package that has been checked."""
    package: Package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    return package


def read_tables(folder: Path, package: Package) -> Frames:
    """Every table of a checked package.

    Returns:
        A frame per table. Strings: empty text where nothing is given. Integers and numbers: int64 or
        float, float with NaN where a cell is empty. Booleans: False where nothing is given.
    """
    return {resource["name"]: _read_table(folder, resource) for resource in package["resources"]}


def _read_table(folder: Path, resource: dict[str, Any]) -> pd.DataFrame:
    raw = pd.read_csv(folder / resource["path"], dtype=str, keep_default_na=False, encoding="utf-8")
    columns = {
        field["name"]: _typed(raw[field["name"]], field["type"]) for field in resource["schema"]["fields"]
    }
    return pd.DataFrame(columns)


def _typed(raw: pd.Series, kind: str) -> pd.Series:
    if kind == "boolean":
        return raw.eq("true")
    if kind not in ("integer", "number", "year"):
        return raw
    values = pd.to_numeric(raw.mask(raw.eq("")))
    return values if values.isna().any() or kind == "number" else values.astype("int64")


def content_hash(folder: Path) -> str:
    """Short hash of all files of a package folder: the data version."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            digest.update(path.relative_to(folder).as_posix().encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()[:10]
