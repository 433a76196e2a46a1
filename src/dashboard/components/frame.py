"""The frame of a page: its finding and its controls in one line, then the content."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from dashboard.components.islands import Fragment, data
from dashboard.components.sentences import Piece


def view_head(
    element_id: str, finding: Sequence[Piece], subtitle: Sequence[Piece], form: Component | None = None
) -> Component:
    """The heading of a view, which follows the reader's choices, beside the controls that change it.

    Args:
        element_id: id of the part that follows the choices.
        finding: what the view says: the heading of the page.
        subtitle: measure, unit, place, year.
        form: the controls, if the page has any.
    """
    told = Fragment(
        id=element_id,
        children=[html.H1(list(finding)), html.P(list(subtitle), className="subtitle")],
        live=True,
        className="view-title",
    )
    return html.Div([told, *([form] if form is not None else [])], className="view-head")


def print_button(label: str) -> Component:
    """The way to paper, or to a PDF file, for those who don't know that the browser has one."""
    return html.Button(label, type="button", className="button needs-script", **data(print="page"))


def more_choices(label: str, controls: Sequence[Component], is_open: bool = False) -> Component:
    """Controls that most readers do without, behind one word."""
    return html.Details(
        [html.Summary(label, className="button"), html.Div(list(controls), className="more-choices")],
        className="more",
        open=is_open,
    )
