"""Static files: hashed names, compressed once, kept in memory, cached for good by browsers."""

import gzip
import hashlib
import mimetypes
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from importlib.resources import files
from pathlib import Path

import brotli
from flask import Flask, Response, abort, request

from dashboard.store.build import kept

_TEXT = (".js", ".css", ".json", ".svg")
FOREVER = "public, max-age=31536000, immutable"


@dataclass(frozen=True)
class Static:
    """One served file: `name` holds the hash of `plain`."""

    name: str
    plain: bytes
    br: bytes
    gz: bytes


class Statics:
    """The files of the front end by their logical name (`app.js`, `app.css`, `plotly.js`, ...)."""

    def __init__(self, assets: Path, build: Path, made: Mapping[str, bytes] | None = None) -> None:
        self._build = build
        sources = [*_sources(assets), *(made or {}).items()]
        self._files = {logical: self._prepare(logical, content) for logical, content in sources}
        self._by_name = {static.name: static for static in self._files.values()}

    def address(self, logical: str) -> str:
        """The address of a file, to be written into pages."""
        return f"/static/{self._files[logical].name}"

    def has(self, logical: str) -> bool:
        """Whether there is such a file."""
        return logical in self._files

    def size(self, logical: str) -> int:
        """Bytes on the wire, brotli where it helps."""
        static = self._files[logical]
        return len(static.br or static.plain)

    def serve(self, name: str) -> Response:
        """The file of that hashed name in the best encoding that the browser takes; 404 otherwise."""
        static = self._by_name.get(name)
        if static is None:
            abort(404)
        body, encoding = static.plain, ""
        if static.br and request.accept_encodings["br"]:
            body, encoding = static.br, "br"
        elif static.gz and request.accept_encodings["gzip"]:
            body, encoding = static.gz, "gzip"
        response = Response(body, mimetype=mimetypes.guess_type(name)[0])
        response.headers["Cache-Control"] = FOREVER
        response.headers["Vary"] = "Accept-Encoding"
        if encoding:
            response.headers["Content-Encoding"] = encoding
        response.set_etag(f"{name}-{encoding}")
        response.make_conditional(request)
        return response

    def _prepare(self, logical: str, plain: bytes) -> Static:
        stem, suffix = logical.rsplit(".", 1)
        stamp = hashlib.sha256(plain).hexdigest()[:10]
        if not logical.endswith(_TEXT):
            return Static(f"{stem}.{stamp}.{suffix}", plain, b"", b"")
        name = f"{stem}.{{}}.{suffix}"
        br = kept(self._build, f"{name}.br", stamp, partial(brotli.compress, plain, quality=11))
        gz = kept(self._build, f"{name}.gz", stamp, partial(gzip.compress, plain, 9))
        return Static(name.format(stamp), plain, br, gz)


def _sources(assets: Path) -> list[tuple[str, bytes]]:
    dash = Path(str(files("dash")))
    dash_scripts = [
        dash / "deps" / "react@18.3.1.min.js",
        dash / "deps" / "react-dom@18.3.1.min.js",
        dash / "deps" / "prop-types@15.8.1.min.js",
        dash / "dash-renderer" / "build" / "dash_renderer.min.js",
        assets / "dash-islands.js",
    ]
    single = [
        path for path in (*sorted(assets.iterdir()), *sorted((assets / "og").glob("*.png"))) if path.is_file()
    ]
    return [
        ("dash.js", b";\n".join(path.read_bytes() for path in dash_scripts)),
        *((path.name, path.read_bytes()) for path in single),
    ]


def add_static_route(server: Flask, statics: Statics) -> None:
    """Serve `/static/<hashed name>`."""
    server.add_url_rule("/static/<name>", "hashed_static", statics.serve)
