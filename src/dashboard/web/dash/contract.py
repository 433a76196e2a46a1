"""What Dash's two halves say to each other, and what of it we lean on; `tests/app/test_dash_contract.py`
asks the installed Dash whether it still holds."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from dash import Dash, _dash_renderer
from flask import Flask

from dashboard.components.islands import Chart, Choices, Island

PREFIX = "/dash/"
UPDATE = "_dash-update-component"
PREPARED = ("_dash-layout", "_dash-dependencies")
"""What dash-renderer asks for once; the browser's half answers both from the page."""

RENDERER_KEYS = (
    "url_base_pathname",
    "requests_pathname_prefix",
    "suppress_callback_exceptions",
    "update_title",
    "validate_callbacks",
    "show_undo_redo",
)
"""What dash-renderer gets to know of Dash's configuration: nothing that tells of the server or changes with
each visit, for a page is remembered."""

OURS: dict[str, Any] = {"ui": False, "props_check": False, "children_props": {}}
"""Said by us, whatever the environment says: no development tools; no island has children in the browser."""

_NOT_SENT = ("polyfill",)
"""Scripts of Dash's that today's browsers need not."""

VIEW = ("path", "query", "before", "version")
"""The state of a form: page, view asked for, view shown, version of the page."""


def dash_app(server: Flask, assets: Path) -> Dash:
    """Dash over a server whose pages are not of its making."""
    app = Dash(
        __name__,
        server=server,  # type: ignore[arg-type]
        url_base_pathname=PREFIX,
        suppress_callback_exceptions=True,
        update_title="",
        assets_folder=str(assets),
        include_assets_files=False,
        compress=False,
    )
    app.layout = []
    return app


def renderer_config(app: Dash) -> dict[str, Any]:
    """What stands in a page as `_dash-config`."""
    own = app._config()
    return {**{key: own[key] for key in RENDERER_KEYS}, **OURS}


def scripts() -> list[Path]:
    """React and dash-renderer, as the installed Dash names its files, in the order of loading."""
    root = Path(str(files("dash")))
    before: Any = _dash_renderer._js_dist_dependencies
    own: Any = _dash_renderer._js_dist
    wanted = [path for entry in before for path in entry[_PATH]["prod"] if not _old(path)]
    return [root / path for path in (*wanted, *(entry[_PATH] for entry in own if not entry.get("dynamic")))]


_PATH = "relative_package_path"


def _old(path: str) -> bool:
    """Whether a script only helps browsers that are too old for our own."""
    return path.split("/")[-1].startswith(_NOT_SENT)


@dataclass(frozen=True)
class PageCallback:
    """What the browser asks and gets for one page.

    Attributes:
        page: the page's name.
        form: id of the form whose `view` is the question.
        outputs: (id, property) of every island that the answer may redraw.
    """

    page: str
    form: str
    outputs: tuple[tuple[str, str], ...]

    @property
    def output(self) -> str:
        """Dash's name of the callback."""
        return ".." + "...".join(f"{name}.{part}" for name, part in self.outputs) + ".."

    @property
    def dependency(self) -> dict[str, Any]:
        """Dash's description of the callback, as dash-renderer asks for it."""
        return {
            "output": self.output,
            "inputs": [{"id": self.form, "property": "view"}],
            "state": [],
            "clientside_function": None,
            "prevent_initial_call": True,
        }

    def question(self, view: Mapping[str, str]) -> dict[str, Any]:
        """The body that dash-renderer sends when the form changes to a view."""
        return {
            "output": self.output,
            "outputs": [{"id": name, "property": part} for name, part in self.outputs],
            "inputs": [{"id": self.form, "property": "view", "value": dict(view)}],
            "changedPropIds": [f"{self.form}.view"],
            "parsedChangedPropsIds": [f"{self.form}.view"],
        }

    def asks(self, body: Mapping[str, Any], view: Mapping[str, str]) -> bool:
        """Whether a body is that question; a newer Dash may send more than we know of."""
        return all(body.get(key) == value for key, value in self.question(view).items())


def page_callback(page: str, islands: Iterable[Island]) -> PageCallback | None:
    """The callback of a page by its islands; None for a page without form or without other islands."""
    found = list(islands)
    form = next((island for island in found if isinstance(island, Choices)), None)
    outputs = tuple(
        (island.id, "figure" if isinstance(island, Chart) else "html")
        for island in found
        if not isinstance(island, Choices)
    )
    return PageCallback(page, form.id, outputs) if form is not None and outputs else None


def view_in(body: Mapping[str, Any]) -> dict[str, str] | None:
    """The form's view in a question; None when it has another shape."""
    try:
        view = body["inputs"][0]["value"]
    except (KeyError, IndexError, TypeError):
        return None
    fits = isinstance(view, dict) and set(view) == set(VIEW)
    return view if fits and all(isinstance(text, str) for text in view.values()) else None
