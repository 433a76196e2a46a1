"""The server: pages, the callbacks behind them, static files, health."""

from pathlib import Path

from dash import Dash
from flask import Flask, abort, redirect, request
from werkzeug.wrappers import Response as BaseResponse

from dashboard.i18n import translator
from dashboard.pages.registry import context_of
from dashboard.presenters.reader import address
from dashboard.presenters.years import ALL_YEARS, all_years
from dashboard.settings import Settings
from dashboard.store import Catalog
from dashboard.store.borders import read_borders
from dashboard.store.publications import publications
from dashboard.store.report_texts import read_texts
from dashboard.web.addresses import asked_otherwise
from dashboard.web.api import add_api_routes
from dashboard.web.caching import add_cache_keys
from dashboard.web.dash.callbacks import add_callbacks
from dashboard.web.dash.contract import dash_app, renderer_config
from dashboard.web.dash.exchanges import page_callbacks
from dashboard.web.downloads import add_file_routes
from dashboard.web.errors import add_error_pages, best_language
from dashboard.web.exports import Exports
from dashboard.web.glossary import glossary_files
from dashboard.web.health import add_health_routes
from dashboard.web.http import A_MINUTE, add_compression, answer, encoding_asked, packed
from dashboard.web.light import add_light_route
from dashboard.web.live import LOADING, Loading
from dashboard.web.maps import maps_of, shape_files, shapes_of, topology_of
from dashboard.web.meeting import add_meeting_routes
from dashboard.web.memory import Memory
from dashboard.web.offline import add_offline_routes
from dashboard.web.pictures import add_picture_route, add_preview_route
from dashboard.web.prefix import add_prefix
from dashboard.web.preview import SITE, add_unkept
from dashboard.web.qr import add_qr_route
from dashboard.web.quote_index import quote_files
from dashboard.web.reports import add_report_route
from dashboard.web.search_index import index_files
from dashboard.web.security import add_security_headers
from dashboard.web.sharing import add_share_routes
from dashboard.web.shell import Site, document
from dashboard.web.sitemap import add_sitemap
from dashboard.web.statics import Statics, add_static_route, voice_name
from dashboard.web.version import VERSION_HEADER, page_version
from dashboard.web.weight import look_file

CHANGES = "dashboard-changes"
"""Where the server keeps what its warm-up needs: the catalog of the pages, and their callbacks."""
_FILES = "dashboard-files"
"""Where it keeps its static files, for the application that comes after it."""
_MEMORY = 16_000_000
"""Bytes of compressed pages that a worker keeps."""


def create_app(settings: Settings, catalog: Catalog, before: Flask | None = None) -> Dash:
    """The Dash application over a loaded catalog, which it never reads again.

    Args:
        settings: what the operator decides.
        catalog: the data.
        before: the application of the data before, whose pages are still open: their files are served too.
    """
    server = Flask(__name__, static_folder=None)
    server.debug = False  # whatever FLASK_DEBUG says: a trace is nothing for readers
    borders = read_borders(settings.boundaries)
    topology = topology_of(settings, catalog)
    shapes = shapes_of(topology, catalog.frame, borders)
    files = shape_files(topology, shapes, catalog.frame, borders)
    lent = before.extensions[_FILES] if before else None
    statics = Statics(settings.assets, settings.build, {**files, **_words(catalog, settings.build)}, lent)
    exports = Exports(catalog, settings.build)
    catalog = catalog.on_site(
        maps=maps_of(statics, shapes, files, borders),
        files=exports.sizes,
        texts=read_texts(settings.texts),
        contact=settings.contact,
        public_address=settings.public_address,
        publications=publications(settings.releases),
        voices=statics.voices(catalog.summaries),
    )
    app = dash_app(server, settings.assets)
    by_form = settings.reports is not None
    site = Site(
        catalog,
        statics,
        renderer_config(app),
        settings.public_address,
        by_form,
        settings.prefix,
        settings.is_preview,
    )
    server.extensions[SITE] = site
    _add_headers(server, settings, catalog)
    # Without the sizes of the large files: they change no island, and to know them is to make the files.
    callbacks = page_callbacks(catalog.on_site(files={}), settings.build)
    add_callbacks(app, server, catalog, callbacks)
    server.extensions[CHANGES] = catalog, callbacks
    server.extensions[_FILES] = statics
    server.extensions[LOADING] = Loading()
    _add_routes(server, settings, site, exports)
    add_prefix(server, settings.prefix)
    return app


def _add_headers(server: Flask, settings: Settings, catalog: Catalog) -> None:
    """What every answer gets on its way out, the last one first."""
    if settings.is_preview:
        add_unkept(server)
    add_security_headers(server)
    add_cache_keys(server, page_version(catalog.version))
    add_compression(server)


def _words(catalog: Catalog, build: Path) -> dict[str, bytes]:
    """What browsers look up, and the voices that they play, by logical name."""
    found = {**glossary_files(catalog), **index_files(catalog, build), **quote_files(catalog, build)}
    voices = {voice_name(one): one.voice for one in catalog.summaries.values()}
    return {**found, **voices, **look_file()}


def _add_routes(server: Flask, settings: Settings, site: Site, exports: Exports) -> None:
    """Everything that can be asked, but for what Dash answers."""
    catalog, statics, public = site.catalog, site.statics, settings.public_address
    add_error_pages(server, site)
    add_report_route(server, site, settings.reports)
    add_static_route(server, statics)
    add_sitemap(server, site)
    add_file_routes(server, catalog, exports)
    add_picture_route(server, catalog, public)
    add_preview_route(server, catalog, public)
    add_meeting_routes(server, catalog, statics, public)
    add_qr_route(server, catalog, public)
    add_share_routes(server, catalog, public)
    add_api_routes(server, catalog)
    add_offline_routes(server, site)
    _add_entrances(server)
    add_light_route(server, site)
    add_health_routes(server, catalog, settings.metrics)
    _add_pages(server, site)


def _add_entrances(server: Flask) -> None:
    """The addresses without a language lead to the reader's own."""

    @server.get("/")
    def choose_language() -> BaseResponse:
        return _in_readers_language("overview")

    @server.get("/f/<figure_id>")
    def short_passport(figure_id: str) -> BaseResponse:
        return _in_readers_language("figure", figure_id)


def _in_readers_language(page: str, key: str = "") -> BaseResponse:
    response = redirect(address(translator(best_language()), page, key))
    response.headers["Vary"] = "Accept-Language"
    response.headers["Cache-Control"] = A_MINUTE
    return response


def _moved(right: str) -> BaseResponse:
    """To the right address of a page, with all that was asked of it; not for good: codes are data."""
    query = request.query_string.decode("ascii", "replace")
    return redirect(right + (f"?{query}" if query else ""))


def _add_pages(server: Flask, site: Site) -> None:
    memory: Memory[bytes] = Memory(_MEMORY)

    @server.get("/<path:path>")
    def show(path: str) -> BaseResponse:
        context = context_of(site.catalog, f"/{path}", request.query_string.decode("utf-8", "replace"))
        if context is None:
            abort(404)
        right = context.link(context.page, context.key)
        if asked_otherwise(f"/{path}", right):
            return _moved(right)
        if ("year", ALL_YEARS) in context.view.refused and context.page != "cycle":
            return redirect(all_years(context, context.view.values.get("q", "")))
        encoding = encoding_asked()
        # A page that names refused values is this reader's alone.
        key = None if context.view.refused else (context.here, encoding)
        content = memory.get(key) if key else None
        if content is None:
            content = packed(document(context, site, encoding).encode(), encoding)
            if key:
                memory.keep(key, content, len(content))
        response = answer({encoding: content}, "text/html", A_MINUTE)
        response.headers[VERSION_HEADER] = page_version(site.catalog.version)
        return response
