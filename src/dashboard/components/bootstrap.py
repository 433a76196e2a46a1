"""The words of Bootstrap that this site speaks: fields and tables of dash-bootstrap-components.

That library draws them by scripts, which are not sent: the server writes what they would draw. Its other
components take no `aria-*`, or need their scripts; they have no form here.
"""

from collections.abc import Callable
from typing import Any

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component

from dashboard.components.native import Native


def as_native(node: Component) -> Native:
    """What Bootstrap draws for a component: the element that HTML has for it, with its class.

    Raises:
        TypeError: for a component that needs scripts.
    """
    draw = _DRAWN.get(type(node))
    if draw is None:
        raise TypeError(f"{type(node).__name__} of Bootstrap has no form without scripts; use dash.html")
    return draw(node)


def _attributes(node: Any, own: str, *apart: str) -> dict[str, Any]:
    """What a component was given, its class after Bootstrap's own; without what is drawn apart."""
    given = {name: getattr(node, name) for name in node._prop_names if hasattr(node, name)}
    names = " ".join(filter(None, [own, given.pop("className", "")]))
    return {"class": names or None} | {name: value for name, value in given.items() if name not in apart}


def _select(node: Any) -> Native:
    chosen = getattr(node, "value", None)
    options = [
        html.Option(option["label"], value=option["value"], selected=option["value"] == chosen)
        for option in node.options
    ]
    return Native("select", _attributes(node, "form-select", "options", "value"), options)


def _input(node: Any) -> Native:
    return Native("input", _attributes(node, "" if node.type == "hidden" else "form-control"))


def _textarea(node: Any) -> Native:
    return Native("textarea", _attributes(node, "form-control", "value"), getattr(node, "value", None))


def _table(node: Any) -> Native:
    return Native("table", _attributes(node, "table", "children"), node.children)


_DRAWN: dict[type[Component], Callable[[Any], Native]] = {
    dbc.Select: _select,
    dbc.Input: _input,
    dbc.Textarea: _textarea,
    dbc.Table: _table,
}
