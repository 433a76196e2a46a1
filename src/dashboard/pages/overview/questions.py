"""Ready questions: introductions are not read, questions are, because they are links."""

from typing import Any
from urllib.parse import parse_qsl

from dash import html
from dash.development.base_component import Component

from dashboard.components.cards import section
from dashboard.pages.context import Context


def questions_section(context: Context) -> Component:
    """The questions of table `questions`, grouped by the kind of reader who asks them."""
    t, readers = context.t, context.catalog.terms("reader")
    groups = [_group(context, reader, t.of(word)) for reader, word in readers.items()]
    return section(t("overview.questions"), "overview-questions", [html.Div(groups, className="columns")])


def _group(context: Context, reader: str, heading: str) -> Component:
    asked = [row for row in context.catalog.rows("questions").values() if row["reader"] == reader]
    links = [html.Li(html.A(context.t.of(row, "text"), href=question_address(context, row))) for row in asked]
    return html.Div([html.H3(heading), html.Ul(links, className="questions")])


def question_address(context: Context, row: dict[str, Any]) -> str:
    """The view that a question opens, in the reader's language."""
    view = context.link(row["page"], row["key"], **dict(parse_qsl(row["query"])))
    return view + (f"#{row['anchor']}" if row["anchor"] else "")
