"""Frames row by row, as the rules of the field ask them."""

from collections.abc import Iterator
from typing import Any

import pandas as pd

Frames = dict[str, pd.DataFrame]
"""The tables of a package that fits its schema, each indexed by the rows of its file."""

_Line = tuple[int, dict[str, Any]]


def numbered_rows(frame: pd.DataFrame) -> Iterator[_Line]:
    """The rows of a frame with their rows in the file."""
    if frame.empty:  # most rules find nothing, and asking pandas for no rows costs as much as for some
        return
    for index, record in zip(frame.index, frame.to_dict("records"), strict=True):
        yield int(index), {str(column): value for column, value in record.items()}
