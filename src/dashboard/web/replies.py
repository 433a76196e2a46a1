"""How answers travel: compressed, with a tag by which a browser learns that its copy is still good."""

import gzip
import hashlib

import brotli
from flask import Flask, Response, request

_TEXT = ("text/", "application/json", "application/xml", "image/svg+xml")
_SMALLEST = 512
"""Below this, compression saves nothing that a packet would notice."""

REVALIDATE = "public, max-age=60, stale-while-revalidate=600"
"""For views: read-only and the same for everybody, changed only by a new report."""


def encoding_asked() -> str:
    """The best encoding that the reader's browser takes: `br`, `gzip` or none."""
    accepted = request.accept_encodings
    return next((name for name in ("br", "gzip") if accepted.quality(name) > 0), "")


def packed(content: bytes, encoding: str) -> bytes:
    """The content in an encoding of `encoding_asked`."""
    if encoding == "br":
        return bytes(brotli.compress(content, quality=6))
    return gzip.compress(content, 6, mtime=0) if encoding == "gzip" else content


def reply(content: bytes, encoding: str, mimetype: str) -> Response:
    """An answer from content that is already in that encoding."""
    response = Response(content, mimetype=mimetype)
    if encoding:
        response.headers["Content-Encoding"] = encoding
    response.headers["Vary"] = "Accept-Encoding"
    return response


def revalidated(response: Response) -> Response:
    """The answer with a tag and a short life; 304 without content when the browser has it already."""
    response.headers["Cache-Control"] = REVALIDATE
    response.set_etag(hashlib.sha256(response.get_data()).hexdigest()[:16])
    response.make_conditional(request)
    return response


def add_compression(server: Flask) -> None:
    """Compress every text that is not compressed yet, for browsers that take it."""

    @server.after_request
    def compress(response: Response) -> Response:
        if not (response.mimetype or "").startswith(_TEXT) or response.status_code != 200:
            return response
        response.vary.add("Accept-Encoding")
        encoding = encoding_asked()
        if response.is_streamed or "Content-Encoding" in response.headers or not encoding:
            return response
        content = response.get_data()
        if len(content) >= _SMALLEST:
            response.set_data(packed(content, encoding))
            response.headers["Content-Encoding"] = encoding
        return response
