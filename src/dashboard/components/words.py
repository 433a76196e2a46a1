"""Plain definitions of the words of a page, one tap away."""

from dash import html
from dash.development.base_component import Component


def glossary(heading: str, words: list[tuple[str, str]]) -> Component:
    """Words and their one-line definitions, folded under a heading."""
    pairs = [html.Div([html.Dt(word), html.Dd(definition)]) for word, definition in words]
    return html.Details([html.Summary(heading), html.Dl(pairs)], className="glossary")
