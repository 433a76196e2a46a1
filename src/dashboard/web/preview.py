"""A draft as the site that it will be, for whoever has its address: `/preview/<secret>/fr/...`.

It is a site of its own, made when somebody first asks for it, from a folder (`DASHBOARD_DRAFT`) that is
looked at with each page: what is saved there is seen at once, what is wrong there is told in its place.
Nothing of it is kept by browsers, proxies or search engines, and its files have a folder of their own.
"""

import hmac
import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from threading import Lock
from typing import Any, cast

from dash import html
from flask import Flask, Response
from werkzeug.wrappers import Request

from dashboard.domain.errors import BrokenPackageError, Problem
from dashboard.i18n import LANGUAGES, Translator
from dashboard.presenters.reader import speech
from dashboard.settings import Settings
from dashboard.store import Catalog, content_hash
from dashboard.web.counters import answer_counted
from dashboard.web.languages import preferred
from dashboard.web.live import Live
from dashboard.web.shell import Site, error_document

_WHERE = "/preview/"
_SECRET = re.compile(r"[\w-]{16,}", re.ASCII)
UNKEPT = {"Cache-Control": "no-store", "X-Robots-Tag": "noindex, nofollow", "Referrer-Policy": "no-referrer"}
"""The headers of a draft: it stays nowhere, and its address goes nowhere."""
_STATIC = "/static/"

Tell = Callable[[list[Problem], Translator], list[str]]


def preview_path(settings: Settings) -> str:
    """Where the draft is shown; empty where the operator names none, or no secret that nobody guesses."""
    secret = settings.secret if _SECRET.fullmatch(settings.secret) else ""
    return f"{settings.prefix}{_WHERE}{secret}" if settings.draft and secret else ""


def add_unkept(server: Flask) -> None:
    """Let no answer be kept by anybody."""

    @server.after_request
    def unkept(response: Response) -> Response:
        response.headers.update(UNKEPT)
        response.headers.pop("Access-Control-Allow-Origin", None)
        response.headers.pop("ETag", None)
        return response


class Preview:
    """The draft of this moment.

    Args:
        settings: of the public site.
        opened: the data of a folder; BrokenPackageError with every problem.
        make: the application over data; the one before lends it its files.
        tell: problems in lines of words.
    """

    def __init__(
        self,
        settings: Settings,
        opened: Callable[[Path], Catalog],
        make: Callable[[Settings, Catalog, Flask | None], Flask],
        tell: Tell,
    ) -> None:
        self.path = preview_path(settings)
        self._own = replace(
            settings,
            data=settings.draft or settings.data,
            build=settings.build / "draft",
            prefix=self.path,
            public_address="",
            reports=None,
            is_preview=True,
        )
        self._opened, self._make, self._tell = opened, make, tell
        self._lock = Lock()
        self._seen = ""
        self._server: Flask | None = None
        self._problems: list[Problem] = []

    def __call__(self, environ: dict[str, Any], start_response: Any, site: Site) -> Iterable[bytes]:
        """Answer from the draft; with what is wrong with it, in the frame of the public site."""
        inner = environ["PATH_INFO"].partition(_WHERE)[2].partition("/")[2]
        if self._server is None or not f"/{inner}".startswith(_STATIC):
            with self._lock:
                self._look()
        if self._server is None or self._problems:
            return self._wrong(environ, site)(environ, start_response)
        return self._server({**environ, "PATH_INFO": f"/{inner}"}, start_response)

    def _look(self) -> None:
        seen = content_hash(self._own.data)
        if seen == self._seen:
            return
        try:
            catalog = self._opened(self._own.data)
            self._server = self._make(self._own, catalog, self._server)
            # Of the data as read: where somebody was writing meanwhile, the next look finds the whole.
            self._seen, self._problems = catalog.version, []
        except BrokenPackageError as broken:
            self._seen, self._problems = seen, broken.problems

    def _wrong(self, environ: dict[str, Any], site: Site) -> Response:
        request = Request(environ)
        asked = [part for part in request.path.split("/") if part in LANGUAGES]
        t = speech(
            site.catalog, [*asked, preferred(request.headers.get("Accept-Language", ""), LANGUAGES)][0]
        )
        lines = [html.Li(line) for line in self._tell(self._problems, t)]
        content = [html.H1(t("preview.broken")), html.Ul(lines)]
        return Response(
            error_document(site, t, t("preview.broken"), content), 503, UNKEPT, mimetype="text/html"
        )


class Entrance:
    """What the server runs: the site, and beside it the preview."""

    def __init__(self, site: Live, preview: Preview) -> None:
        self._site, self._preview = site, preview
        self.watch, self.refresh_beside = site.watch, site.refresh_beside

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        """Answer by the preview whoever has its secret, by the site everybody else."""
        if self._preview.path and self._shown(environ.get("PATH_INFO", "")):
            return self._preview(environ, start_response, site_of(self._site.server))
        return answer_counted(self._site, environ, start_response)

    def _shown(self, path: str) -> bool:
        """Whether a path leads to the preview, with the prefix of the site or without it."""
        before, _, rest = path.partition(_WHERE)
        prefix, _, secret = self._preview.path.partition(_WHERE)
        given = rest.partition("/")[0].encode("utf-8", "replace")
        return before in ("", prefix) and hmac.compare_digest(given, secret.encode())


SITE = "dashboard-site"
"""Where an application keeps what its pages share."""


def site_of(server: Flask) -> Site:
    """What the pages of an application share."""
    return cast("Site", server.extensions[SITE])
