"""What happens when a reader changes a form: one callback per page, its answers remembered.

Every question that a browser may ask has one shape: the form's view in, all islands of that page out. What
has another shape is refused before Dash sees it, so the memory in front of Dash is keyed by the views alone.
"""

import json
import zlib
from dataclasses import dataclass
from typing import Any

from dash import Dash, Input, Output, no_update
from dash.development.base_component import Component
from flask import Flask, Response, abort, g, request

from dashboard.components.islands import Chart, Choices, Fragment
from dashboard.components.markup import islands, markup
from dashboard.pages.registry import PAGES, context_of
from dashboard.presenters.context import Context
from dashboard.store import Catalog
from dashboard.web.memory import Memory
from dashboard.web.replies import encoding_asked, packed, reply

UPDATE = "_dash-update-component"
LONGEST_QUESTION = 16_000
_MEMORY = 8_000_000
QUESTIONS = 500_000
_VIEWS = 4_000_000
"""Bytes that a worker keeps: of answers, of questions whose shape need not be read again, of views."""


@dataclass(frozen=True)
class Exchange:
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

    def question(self, view: dict[str, str]) -> dict[str, Any]:
        """The body that dash-renderer sends when the form changes to a view."""
        return {
            "output": self.output,
            "outputs": [{"id": name, "property": part} for name, part in self.outputs],
            "inputs": [{"id": self.form, "property": "view", "value": view}],
            "changedPropIds": [f"{self.form}.view"],
            "parsedChangedPropsIds": [f"{self.form}.view"],
        }


def exchange_of(page: str, content: Any) -> Exchange | None:
    """The exchange of a page from its content; None for a page without form or without islands."""
    found = islands(content)
    form = next((island for island in found if isinstance(island, Choices)), None)
    outputs = tuple(
        (island.id, "figure" if isinstance(island, Chart) else "html")
        for island in found
        if not isinstance(island, Choices)
    )
    return Exchange(page, form.id, outputs) if form is not None and outputs else None


def add_callbacks(app: Dash, server: Flask, catalog: Catalog, exchanges: list[Exchange]) -> None:
    """Give every page that has a form its callback, and put the memory in front of them all."""
    for exchange in exchanges:
        _add_callback(app, catalog, exchange)
    _remember_answers(app, server, catalog, {exchange.output: exchange for exchange in exchanges})


def _add_callback(app: Dash, catalog: Catalog, exchange: Exchange) -> None:
    outputs = [Output(*output) for output in exchange.outputs]

    @app.callback(outputs, Input(exchange.form, "view"), prevent_initial_call=True)
    def draw(view: dict[str, str]) -> list[Any]:
        after, before = (_states_at(catalog, view["path"], view[query]) for query in ("query", "before"))
        names = [name for name, _ in exchange.outputs]
        return [no_update if after[name] == before[name] else _unpacked(after[name]) for name in names]


def _states_at(catalog: Catalog, path: str, query: str) -> dict[str, bytes]:
    context = context_of(catalog, path, query)
    if context is None:
        raise LookupError(path)
    known = _STATES.get((catalog, context.here))
    return known if known is not None else keep_states(context, PAGES[context.page].layout(context))


def keep_states(context: Context, content: list[Component]) -> dict[str, bytes]:
    """What each island of a view shows, by id, packed; remembered for the next change."""
    found = [island for island in islands(content) if not isinstance(island, Choices)]
    states = {island.id: _packed(_state(island)) for island in found}
    return _STATES.keep((context.catalog, context.here), states, sum(map(len, states.values())))


_STATES: Memory[dict[str, bytes]] = Memory(_VIEWS)
"""The views that readers saw last: most changes begin at one of them."""


def _state(island: Chart | Fragment) -> Any:
    """Figure or HTML text."""
    return island.figure if isinstance(island, Chart) else markup(island.children)


def _packed(state: Any) -> bytes:
    return zlib.compress(json.dumps(state).encode(), 1)


def _unpacked(state: bytes) -> Any:
    return json.loads(zlib.decompress(state))


def _remember_answers(app: Dash, server: Flask, catalog: Catalog, exchanges: dict[str, Exchange]) -> None:
    server.config["MAX_CONTENT_LENGTH"] = LONGEST_QUESTION
    memory: Memory[bytes] = Memory(_MEMORY)
    questions: Memory[tuple[str, str]] = Memory(QUESTIONS)
    prefix = app.config.requests_pathname_prefix

    @server.before_request
    def recall() -> Response | None:
        if not request.path.startswith(prefix):
            return None
        if request.path != prefix + UPDATE:
            abort(404)
        if request.method != "POST":
            abort(405)
        body = request.get_data()
        views = questions.get(body) or questions.keep(body, _question_asked(catalog, exchanges), len(body))
        key = (*views, encoding_asked())
        known = memory.get(key)
        if known is None:
            g.answer_key = key
            return None
        return reply(known, key[-1], "application/json")

    @server.after_request
    def remember(response: Response) -> Response:
        key = g.pop("answer_key", None)
        if key is None or response.status_code != 200:
            return response
        answer = packed(response.get_data(), key[-1])
        return reply(memory.keep(key, answer, len(answer)), key[-1], "application/json")


def _question_asked(catalog: Catalog, exchanges: dict[str, Exchange]) -> tuple[str, str]:
    """The canonical address of the view asked for and that of the view before; 4xx for any other question."""
    try:
        body = request.get_json()
    except RecursionError:
        # Brackets without end: not Werkzeug's idea of wrong JSON, but ours.
        abort(400)
    output = body.get("output") if isinstance(body, dict) else None
    exchange = exchanges.get(output) if isinstance(output, str) else None
    if exchange is None:
        abort(400)
    view = _view_in(body)
    if view is None or body != exchange.question(view):
        abort(400)
    after, before = (context_of(catalog, view["path"], view[query]) for query in ("query", "before"))
    if after is None or before is None or after.page != exchange.page:
        abort(400)
    return after.here, before.here


def _view_in(body: dict[str, Any]) -> dict[str, str] | None:
    """The form's view in a question; None when it has another shape."""
    try:
        view = body["inputs"][0]["value"]
    except (KeyError, IndexError, TypeError):
        return None
    fits = isinstance(view, dict) and set(view) == {"path", "query", "before"}
    return view if fits and all(isinstance(text, str) for text in view.values()) else None
