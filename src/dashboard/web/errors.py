"""What a reader sees when an address or the server fails: a page in their language, with a way back."""

from dash import html
from flask import Flask, Response, make_response, request
from werkzeug.exceptions import HTTPException, InternalServerError

from dashboard.i18n import LANGUAGES
from dashboard.presenters.reader import address, speech
from dashboard.web.api import problem
from dashboard.web.languages import preferred
from dashboard.web.shell import Site, error_document

PAGED = frozenset({404, 405, 500})
"""What readers meet in a browser; other failures come from programs and get a line of text."""


def best_language() -> str:
    """The language of the address, else the one that the reader's browser prefers, else the first."""
    said = next((part for part in request.path.split("/")[1:3] if part in LANGUAGES), "")
    if said:
        return said
    return preferred(request.headers.get("Accept-Language", ""), LANGUAGES)


def add_error_pages(server: Flask, site: Site) -> None:
    """Answer every failure in words; what went wrong inside is told to the log alone."""

    @server.errorhandler(HTTPException)
    def explain(error: HTTPException) -> Response:
        status = error.code or InternalServerError.code
        if request.path.startswith("/api/"):
            answer = problem(status, error.name)
        elif request.method != "GET" or status not in PAGED:
            answer = make_response(f"{status} {error.name}\n", status)
            answer.mimetype = "text/plain"
        else:
            answer = make_response(error_page(site, best_language(), status), status)
        answer.headers["Cache-Control"] = "no-store"
        return answer


def error_page(site: Site, language: str, status: int) -> str:
    """The HTML text of the page for a failure, 404 unless it is the server's own."""
    t = speech(site.catalog, language)
    kind = "server" if status >= 500 else "missing"
    ways = [
        html.Li(html.A(t(f"menu.{page}"), href=address(t, page))) for page in ("overview", "results", "data")
    ]
    content = [
        html.H1(t(f"error.{kind}.title")),
        html.P(t(f"error.{kind}.text"), className="lead"),
        html.Ul(ways),
    ]
    return error_document(site, t, t(f"error.{kind}.title"), content)
