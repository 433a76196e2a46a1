"""Ready questions: the views that they open."""

from typing import Any
from urllib.parse import parse_qsl

from dashboard.presenters.reader import Reader


def question_address(reader: Reader, row: dict[str, Any]) -> str:
    """The view that a question opens, in the reader's language."""
    view = reader.link(row["page"], row["key"], **dict(parse_qsl(row["query"])))
    return view + (f"#{row['anchor']}" if row["anchor"] else "")
