"""A Dash component tree as HTML text, so that the page the server sends is already the page."""

from dataclasses import dataclass
from html import escape
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.components.bootstrap import as_native
from dashboard.components.islands import Chart, Choices, Fragment, Island
from dashboard.components.native import Native

VOID = frozenset({"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"})
ATTRIBUTES = {
    "className": "class", "htmlFor": "for", "colSpan": "colspan", "rowSpan": "rowspan",
    "tabIndex": "tabindex", "charSet": "charset",
    "hrefLang": "hreflang", "dateTime": "datetime", "autoComplete": "autocomplete", "inputMode": "inputmode",
    "maxLength": "maxlength", "srcSet": "srcset", "spellCheck": "spellcheck",
}  # fmt: skip
_OWN = frozenset({"children", "n_clicks", "n_clicks_timestamp", "disable_n_clicks"})
BOOTSTRAP = "dash_bootstrap_components"
_INNER = ("_", "available_")
"""How the names begin under which a component keeps what it is, beside what it was given."""


class Raw(Component):
    """HTML or SVG text that is already safe: our pictures and Markdown, never a reader's words."""

    text: str

    _type = "Raw"
    _namespace = "dashboard"
    _prop_names: list[str] = ["text"]

    def __init__(self, text: str) -> None:
        self.available_properties: list[str] = ["text"]
        self.available_wildcard_properties: list[str] = []
        self._valid_wildcard_attributes: list[str] = []
        super().__init__(text=text)


@dataclass(frozen=True)
class Rendered:
    """A tree as text, made once.

    Attributes:
        html: the whole of it.
        islands: the islands by id, in the order of the page.
        states: what each of them shows that a callback can replace, by id: a figure, or the HTML inside.
    """

    html: str
    islands: dict[str, Island]
    states: dict[str, Any]


def render(node: Any) -> Rendered:
    """The HTML of a component, a list of them, a string, a number or None, and the islands in it; text is
    escaped."""
    pen = _Pen()
    text = pen.text(node)
    return Rendered(text, pen.islands, pen.states)


def markup(node: Any) -> str:
    """The HTML alone."""
    return _Pen().text(node)


def islands(node: Any) -> list[Island]:
    """The islands of a tree, in the order of the page."""
    return list(render(node).islands.values())


class _Pen:
    """Writes a tree and notes the islands that it passes."""

    def __init__(self) -> None:
        self.islands: dict[str, Island] = {}
        self.states: dict[str, Any] = {}

    def text(self, node: Any) -> str:
        if node is None or node is False:
            return ""
        if isinstance(node, str):
            return escape(node, quote=False)
        if isinstance(node, list | tuple):
            return "".join(map(self.text, node))
        if isinstance(node, Raw):
            return str(node.text)
        if isinstance(node, Native):
            return self._enclosed(node.tag, node.attributes, node.children)
        if isinstance(node, Chart | Choices | Fragment):
            return self._island(node)
        if isinstance(node, Component):
            return self._element(node)
        return escape(str(node), quote=False)

    def _island(self, node: Island) -> str:
        self.islands[node.id] = node
        if isinstance(node, Chart):
            self.states[node.id] = node.figure
            return _chart(node)
        inner = self.text(node.children)
        if isinstance(node, Choices):
            return _choices(node, inner)
        self.states[node.id] = inner
        return _fragment(node, inner)

    def _element(self, node: Component) -> str:
        name = type(node).__name__
        if node._namespace == BOOTSTRAP:
            return self.text(as_native(node))
        if not isinstance(node, getattr(html, name, ())):
            raise TypeError(f"{name} has no HTML form; use dash.html, a field of Bootstrap or an island")
        # Dash sets what a component was given in another order at each start.
        given = {key: value for key, value in sorted(vars(node).items()) if not key.startswith(_INNER)}
        attributes = {ATTRIBUTES.get(key, key): value for key, value in given.items() if key not in _OWN}
        return self._enclosed(name.lower(), attributes, given.get("children"))

    def _enclosed(self, tag: str, attributes: dict[str, Any], children: Any) -> str:
        written = "".join(_attribute(name, value) for name, value in attributes.items())
        return f"<{tag}{written}>" if tag in VOID else f"<{tag}{written}>{self.text(children)}</{tag}>"


def _attribute(name: str, value: Any) -> str:
    if value is None or value is False:
        return ""
    if value is True:
        return f" {name}" if not name.startswith(("aria-", "data-")) else f' {name}="true"'
    if name == "style":
        value = ";".join(f"{_kebab(key)}:{text}" for key, text in value.items())
    return f' {name}="{escape(str(value))}"'


def _kebab(name: str) -> str:
    if name.startswith("--"):
        return name
    return "".join(f"-{letter.lower()}" if letter.isupper() else letter for letter in name)


def _chart(node: Chart) -> str:
    height = f"{node.height}px"
    still = getattr(node, "still", "")
    own = f"{node.id}-still"
    named = f'id="{own}" role="img" aria-label="{escape(node.label)}" aria-labelledby="{own} {node.heading}"'
    return (
        f'<div id="{node.id}" class="chart" style="height:{height};--high:{height}">'
        f'<div class="chart-still" {named}>{still}</div></div>'
    )


def _choices(node: Choices, inner: str) -> str:
    presets = "".join(_attribute(f"data-{name}", value) for name, value in node.presets.items())
    return (
        f'<form id="{node.id}" class="choices" method="get" autocomplete="off" action="{escape(node.action)}"'
        f' aria-label="{escape(node.label)}"{presets}>{inner}</form>'
    )


def _fragment(node: Fragment, inner: str) -> str:
    live = ' data-told=""' if getattr(node, "live", False) else ""
    name = f' class="{node.className}"' if getattr(node, "className", "") else ""
    return f'<div id="{node.id}"{name}{live}>{inner}</div>'
