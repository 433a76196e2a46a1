"""What happens when a reader changes a form: one callback per page, its answers remembered.

Every question that a browser may ask has one shape: the form's view in, all islands of that page out. What
has another shape is refused before Dash sees it, so the memory in front of Dash is keyed by the views alone.
A page of other data or other code than ours is told so instead: half of it would stay as it was.
"""

import json
import zlib
from collections.abc import Mapping
from typing import Any

from dash import Dash, Input, Output, no_update
from flask import Flask, Response, abort, g, request

from dashboard.pages.registry import context_of
from dashboard.presenters.context import Context
from dashboard.store import Catalog
from dashboard.store.derived import derived
from dashboard.web.carrying import drawn
from dashboard.web.dash.contract import PREFIX, UPDATE, PageCallback, view_in
from dashboard.web.http import encoding_asked, packed, reply
from dashboard.web.memory import Memory
from dashboard.web.version import page_version

LONGEST_QUESTION = 16_000
_MEMORY = 8_000_000
_QUESTIONS = 500_000
_VIEWS = 4_000_000
"""Bytes that a worker keeps: of answers, of questions whose shape need not be read again, of views."""

_JSON = "application/json"
_CHANGED = 409
"""The status of an answer to a page of another version; its text says what is new: `data` or `site`."""


def add_callbacks(app: Dash, server: Flask, catalog: Catalog, callbacks: list[PageCallback]) -> None:
    """Give every page that has a form its callback, and put the memory in front of them all."""
    for callback in callbacks:
        _add_callback(app, catalog, callback)
    _remember_answers(server, catalog, {callback.output: callback for callback in callbacks})


def _add_callback(app: Dash, catalog: Catalog, callback: PageCallback) -> None:
    outputs = [Output(*output) for output in callback.outputs]

    @app.callback(outputs, Input(callback.form, "view"), prevent_initial_call=True)
    def draw(view: dict[str, str]) -> list[Any]:
        after, before = (_states_at(catalog, view["path"], view[query]) for query in ("query", "before"))
        names = [name for name, _ in callback.outputs]
        return [no_update if after[name] == before[name] else _unpacked(after[name]) for name in names]


def _states_at(catalog: Catalog, path: str, query: str) -> dict[str, bytes]:
    context = context_of(catalog, path, query)
    if context is None:
        raise LookupError(path)
    known = _views(catalog).get(context.here)
    return known or keep_states(context, drawn(context).states)


@derived()
def _views(catalog: Catalog) -> Memory[dict[str, bytes]]:
    """The views that readers saw last: most changes begin at one of them."""
    return Memory(_VIEWS)


def keep_states(context: Context, states: Mapping[str, Any]) -> dict[str, bytes]:
    """What each island of a view shows, by id, packed; remembered for the next change."""
    kept = {name: zlib.compress(json.dumps(state).encode(), 1) for name, state in states.items()}
    return _views(context.catalog).keep(context.here, kept, sum(map(len, kept.values())))


def _unpacked(state: bytes) -> Any:
    return json.loads(zlib.decompress(state))


def _remember_answers(server: Flask, catalog: Catalog, callbacks: dict[str, PageCallback]) -> None:
    server.config["MAX_CONTENT_LENGTH"] = LONGEST_QUESTION
    memory: Memory[bytes] = Memory(_MEMORY)
    questions: Memory[tuple[str, str, str]] = Memory(_QUESTIONS)

    @server.before_request
    def recall() -> Response | None:
        if not request.path.startswith(PREFIX):
            return None
        if request.path != PREFIX + UPDATE:
            abort(404)
        if request.method != "POST":
            abort(405)
        body = request.get_data()
        after, before, canonical = questions.get(body) or questions.keep(
            body, _question_asked(catalog, callbacks), len(body)
        )
        key = (after, before, encoding_asked())
        known = memory.get(key)
        if known is None:
            g.answer_key = key
            # Dash reads this very object: it gets what we know, nothing else that a browser may have sent.
            asked = request.get_json()
            asked.clear()
            asked.update(json.loads(canonical))
            return None
        return reply(known, key[-1], _JSON)

    @server.after_request
    def remember(response: Response) -> Response:
        key = g.pop("answer_key", None)
        if key is None or response.status_code != 200:
            return response
        answer = packed(response.get_data(), key[-1])
        return reply(memory.keep(key, answer, len(answer)), key[-1], _JSON)


def _question_asked(catalog: Catalog, callbacks: dict[str, PageCallback]) -> tuple[str, str, str]:
    """The canonical addresses of the view asked for and of the view before, and the body for Dash; 4xx for
    any other question."""
    try:
        body = request.get_json()
    except RecursionError:
        # Brackets without end: not Werkzeug's idea of wrong _JSON, but ours.
        abort(400)
    view = view_in(body) if isinstance(body, dict) else None
    if view is None:
        abort(400)
    _refuse_other_version(view["version"], page_version(catalog.version))
    output = body.get("output")
    callback = callbacks.get(output) if isinstance(output, str) else None
    if callback is None or not callback.asks(body, view):
        abort(400)
    # Browsers say the path that they see, with that of the host below which the site stands.
    view = {**view, "path": view["path"].removeprefix(request.script_root)}
    after, before = (context_of(catalog, view["path"], view[query]) for query in ("query", "before"))
    if after is None or before is None or after.page != callback.page:
        abort(400)
    return after.here, before.here, json.dumps(callback.question(view))


def _refuse_other_version(asked: str, ours: str) -> None:
    if asked == ours:
        return
    changed = "site" if asked.split("-")[0] == ours.split("-")[0] else "data"
    response = Response(json.dumps({"changed": changed}), _CHANGED, mimetype=_JSON)
    response.headers["Cache-Control"] = "no-store"
    abort(response)
