"""A ready question at the view that it opens: it is the heading, and the answer is the first sentence."""

from collections.abc import Callable
from dataclasses import dataclass

from dashboard.components.links import Link
from dashboard.components.sentences import Piece
from dashboard.presenters.context import Context
from dashboard.presenters.findings import GRAVE
from dashboard.presenters.indicators.board import first_lines
from dashboard.presenters.questions import QUESTION
from dashboard.presenters.reader import Reader
from dashboard.presenters.search.spoken import figure_sentence


@dataclass(frozen=True)
class AskedHere:
    """A question and its answer.

    Attributes:
        text: the question.
        answer: one sentence with the number.
        more: where on the page the answer is told at length; None where the page begins with it.
    """

    text: str
    answer: list[Piece]
    more: Link | None = None


def asked_here(context: Context) -> AskedHere | None:
    """The ready question that a view answers, if it was opened by one."""
    key = context.view.values.get(QUESTION, "")
    if not key:
        return None
    row = context.catalog.questions[key]
    anchor = row.anchor
    more = Link(context.t("answer.more"), f"#{anchor}") if anchor else None
    return AskedHere(context.t.of(row, "text"), _answer(context, row.figure, anchor), more)


def _answer(context: Context, figure: str, anchor: str) -> list[Piece]:
    """The figure that answers in a sentence; where none does, a count of what the page lists."""
    if figure:
        return figure_sentence(context, figure)
    name = anchor or context.page
    return [context.t(f"answer.count.{name}", n=_COUNTS[name](context))] if name in _COUNTS else []


def _contradictions(reader: Reader) -> int:
    return int(reader.catalog["findings"]["severity"].isin(GRAVE).sum())


def _worse(context: Context) -> int:
    return first_lines(context, "worse", 1)[0]


def _followed(reader: Reader) -> int:
    """Indicators of which a public series gives values."""
    values = reader.catalog["observations"]
    reports = [key for key, row in reader.catalog.sources.items() if row.kind == "report"]
    return int(values.loc[~values["source_id"].isin(reports), "indicator_id"].nunique())


_COUNTS: dict[str, Callable[[Context], int]] = {
    "findings": _contradictions,
    "overview-status": _worse,
    "downloads": lambda context: len(context.catalog.frames),
    "sources": lambda context: len(context.catalog.sources),
    "trends": _followed,
}
"""Where an answer is told -> what is counted there."""
