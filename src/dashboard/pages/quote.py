"""Check a text: each of its numbers beside what the report prints; the text stays in the browser."""

from dash import html
from dash.development.base_component import Component

from dashboard.components.islands import aria
from dashboard.pages import Page
from dashboard.presenters.context import Context
from dashboard.presenters.reader import Reader

_ROWS = 8


def _title(reader: Reader) -> tuple[str, str]:
    return reader.t("quote.title"), reader.t("quote.description")


def _layout(context: Context) -> list[Component]:
    """The field takes words once a script can check them: what cannot be is sent nowhere else."""
    t = context.t
    button = html.Button(t("quote.check"), type="button", className="button", id="quote-check", disabled=True)
    return [
        html.H1(t("quote.title")),
        html.P(t("quote.description"), className="lead"),
        html.P(t("quote.failed"), hidden=True, role="alert", id="quote-failed"),
        html.Label(t("quote.label"), htmlFor="quote-text"),
        html.Textarea(id="quote-text", rows=_ROWS, maxLength=20_000, disabled=True),
        html.P(button),
        html.Div(id="quote-answers", role="status", **aria(label=t("quote.answers"))),
        html.P([t("quote.needs_script"), " ", t("quote.private")], className="source"),
    ]


PAGE = Page(
    "quote",
    title=_title,
    layout=_layout,
    assets=("data.css", "quote.js"),
)
