"""The three parts of a page that live in the browser; everything else is plain HTML from the server.

Each is a Dash component whose React half is in `front/js/dash-islands.js`. It takes over an element that
the page already shows, so nothing is drawn twice and a page without scripts still reads.
"""

from typing import Any

from dash.development.base_component import Component

from dashboard.domain.figure import Figure

NAMESPACE = "dashboard"
"""Where `window` holds the React halves; a Python package too: Dash looks it up for each component."""


class _Island(Component):
    """A Dash component without a generated build: properties are those of `_prop_names`."""

    _namespace = NAMESPACE
    _children_props: list[str] = []
    _base_nodes: list[str] = ["children"]
    _valid_wildcard_attributes: list[str] = []
    _prop_names: list[str] = []

    def __init__(self, **properties: Any) -> None:
        self.available_properties = list(self._prop_names)
        self.available_wildcard_properties: list[str] = []
        super().__init__(**properties)


class Chart(_Island):
    """An interactive plotly chart that replaces the static picture in the element of the same id.

    Properties: `figure` (plotly JSON), `still` (SVG text shown until then; server only), `label` (text
    alternative, which stays when the chart comes alive; server only), `heading` (id of the element whose
    words follow it, and the view; server only), `height` (px; server only), `bundle` (the plotly.js file that
    has its traces; `plotly.js` where not given), `clicked` (customdata of the last point chosen).
    """

    id: str
    figure: Figure
    still: str
    label: str
    heading: str
    height: int
    bundle: str

    _type = "Chart"
    _prop_names: list[str] = ["id", "figure", "still", "label", "heading", "height", "bundle", "clicked"]


class Choices(_Island):
    """The form of the same id: `view` is its state, `{path, query, before}`, once a reader changes it.

    Properties: `view`; `children` (the controls), `action`, `presets` (default by name) and `label` are
    rendered by the server only.
    """

    id: str
    children: list[Component]
    action: str
    presets: dict[str, str]
    label: str

    _type = "Choices"
    _prop_names: list[str] = ["id", "view", "children", "action", "presets", "label"]


class Fragment(_Island):
    """A piece of the page that a callback can replace: `html` is its new content.

    Properties: `html`; `children` (the first content) and `live` (its first sentence is said when it
    changes) are server only.
    """

    id: str
    children: Any
    className: str  # noqa: N815 - Dash's own name

    _type = "Fragment"
    _prop_names: list[str] = ["id", "html", "children", "live", "className"]


Island = Chart | Choices | Fragment


def aria(**names: str) -> dict[str, Any]:
    """`aria-*` attributes, to be passed on with `**`: `aria(labelledby="x")`."""
    return {f"aria-{name}": value for name, value in names.items()}


def data(**names: str) -> dict[str, Any]:
    """`data-*` attributes, to be passed on with `**`: `data(same_view="true")`."""
    return {f"data-{name.replace('_', '-')}": value for name, value in names.items()}
