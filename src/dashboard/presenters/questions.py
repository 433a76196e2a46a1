"""Ready questions: the views that they open."""

from urllib.parse import parse_qsl

from dashboard.domain.worded import Question
from dashboard.presenters.reader import Reader
from dashboard.store import Catalog

QUESTION = "question"
"""The choice of every page that says which ready question it was opened by."""


def question_address(reader: Reader, row: Question) -> str:
    """The view that a question opens, in the reader's language; it says which question it answers."""
    asked = {**dict(parse_qsl(row.query)), QUESTION: row.question_id}
    return reader.link(row.page, row.key, **asked)


def questions_of(catalog: Catalog, page: str) -> tuple[str, ...]:
    """The ready questions that a page answers."""
    return tuple(key for key, row in catalog.questions.items() if row.page == page)
