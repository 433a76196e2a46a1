"""Frames row by row, as the rules of the field ask them."""

from collections.abc import Iterator
from typing import Any

import pandas as pd

Frames = dict[str, pd.DataFrame]
"""The tables of a package that fits its schema, each indexed by the rows of its file."""

NumberedRow = tuple[int, dict[str, Any]]
"""A row of a frame behind its row in the file."""


def numbered_rows(frame: pd.DataFrame) -> Iterator[NumberedRow]:
    """The rows of a frame with their rows in the file."""
    if frame.empty:  # most rules find nothing, and asking pandas for no rows costs as much as for some
        return
    names = [str(column) for column in frame.columns]
    for index, *cells in zip(frame.index, *(frame[name].tolist() for name in names), strict=True):
        yield int(index), dict(zip(names, cells, strict=True))
