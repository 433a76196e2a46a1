"""The server: pages, the callbacks behind them, static files, health."""

from dataclasses import replace
from functools import lru_cache
from typing import Any

from dash import Dash, Input, Output, no_update
from flask import Flask, Response, abort, redirect, request
from werkzeug.wrappers import Response as BaseResponse

from dashboard.components.islands import Chart, Choices, Fragment
from dashboard.components.markup import islands, markup
from dashboard.i18n import LANGUAGES, translator
from dashboard.pages.context import address
from dashboard.pages.registry import PAGES, Page, context_of
from dashboard.settings import Settings
from dashboard.store import Catalog
from dashboard.store.borders import read_borders
from dashboard.web.downloads import add_file_routes
from dashboard.web.maps import maps_of, shape_files
from dashboard.web.shell import document, outputs_of
from dashboard.web.statics import Statics, add_static_route

PREFIX = "/dash/"


def create_app(settings: Settings, catalog: Catalog) -> Dash:
    """The Dash application over a loaded catalog."""
    server = Flask(__name__, static_folder=None)
    borders = read_borders(settings.boundaries)
    shapes = shape_files(settings, catalog.frame, borders)
    statics = Statics(settings.assets, settings.build, shapes)
    catalog = replace(catalog, maps=maps_of(statics, shapes, borders))
    app = Dash(__name__, server=server,  # type: ignore[arg-type]
 url_base_pathname=PREFIX, suppress_callback_exceptions=True,
               assets_folder=str(settings.assets), include_assets_files=False, compress=False)  # fmt: skip
    app.layout = []
    for page in PAGES.values():
        _add_callback(app, catalog, page)
    add_static_route(server, statics)

    @server.get("/")
    def choose_language() -> BaseResponse:
        return _in_readers_language("overview")

    @server.get("/f/<figure_id>")
    def short_passport(figure_id: str) -> BaseResponse:
        return _in_readers_language("figure", figure_id)

    @server.get("/healthz")
    def health() -> dict[str, str]:
        return {"status": "ok", "data": catalog.version}

    add_file_routes(server, catalog)

    @server.get("/<path:path>")
    def show(path: str) -> Response:
        context = context_of(catalog, f"/{path}", request.query_string.decode("utf-8", "replace"))
        if context is None:
            abort(404)
        return Response(document(context, app, statics), mimetype="text/html")

    return app


def _in_readers_language(page: str, key: str = "") -> BaseResponse:
    language = request.accept_languages.best_match(LANGUAGES, default=LANGUAGES[0])
    response = redirect(address(translator(language), page, key))
    response.headers["Vary"] = "Accept-Language"
    return response


def _add_callback(app: Dash, catalog: Catalog, page: Page) -> None:
    """One callback per page: the form's new view in, every island that it changes out."""
    sample = context_of(catalog, address(translator(LANGUAGES[0]), page.name), "")
    found = islands(page.layout(sample)) if sample else []
    form = next((island for island in found if isinstance(island, Choices)), None)
    outputs = outputs_of(found)
    if form is None or not outputs:
        return

    @app.callback([Output(*output) for output in outputs], Input(form.id, "view"), prevent_initial_call=True)
    def draw(view: dict[str, str]) -> list[Any]:
        after = island_states(catalog, view["path"], view["query"])
        before = island_states(catalog, view["path"], view["before"])
        return [no_update if after[name] == before[name] else after[name] for name, _ in outputs]


@lru_cache(maxsize=1024)
def island_states(catalog: Catalog, path: str, query: str) -> dict[str, Any]:
    """What each island of a view shows: figure JSON or HTML text by id; shared by all readers.

    Raises:
        LookupError: when the address leads to no page.
    """
    context = context_of(catalog, path, query)
    if context is None:
        raise LookupError(path)
    found = islands(PAGES[context.page].layout(context))
    return {island.id: _state(island) for island in found if not isinstance(island, Choices)}


def _state(island: Chart | Fragment) -> Any:
    return island.figure if isinstance(island, Chart) else markup(island.children)
