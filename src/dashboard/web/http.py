"""How everything travels: in the best encoding, with a tag that tells a browser that its copy is good."""

import gzip
import hashlib
import json
from collections.abc import Mapping
from typing import Any

import brotli
from flask import Flask, Response, has_request_context, request

_TEXT = ("text/", "application/json", "application/xml", "image/svg+xml")
_SMALLEST = 512
"""Below this, compression saves nothing that a packet would notice."""

FOREVER = "public, max-age=31536000, immutable"
"""For files whose name holds the hash of their content."""
A_MINUTE = "public, max-age=60, stale-while-revalidate=600"
"""For views: read-only and the same for everybody, changed only by new data."""
MINUTES = "public, max-age=300, stale-while-revalidate=86400"
"""For files and JSON, which programs fetch."""

AT_LEISURE = "dashboard.leisure"
"""What stands in the environment of a question that no reader asked: its answer may take thirty times as long
to compress."""

Encodings = Mapping[str, bytes]
"""A content by encoding: `""` as it is, `br`, `gzip`."""


def answer(content: bytes | Encodings, mimetype: str, life: str, tag: str = "") -> Response:
    """An answer in the best encoding that the reader's browser takes; 304 without content when it has it.

    Args:
        content: what is made now, to be compressed on its way if it is a text; or what was made before, by
            encoding.
        mimetype: its type.
        life: how long browsers keep it (`Cache-Control`).
        tag: what tells one content from another; made from the content where empty.
    """
    encoding = encoding_asked()
    if isinstance(content, bytes):
        body, encoding = content, ""
    else:
        encoding = encoding if encoding in content else ""
        body = content[encoding]
    response = reply(body, encoding, mimetype)
    response.headers["Cache-Control"] = life
    response.set_etag(f"{tag}-{encoding}" if tag else hashlib.sha256(body).hexdigest()[:16])
    response.make_conditional(request)
    return response


def file_answer(content: bytes, mimetype: str, filename: str = "") -> Response:
    """A file or JSON for people and programs of other sites; with a name, a browser saves it under that."""
    response = answer(content, mimetype, MINUTES)
    response.headers["Access-Control-Allow-Origin"] = "*"
    if filename:
        response.headers["Content-Disposition"] = f'attachment; filename="{filename}"'
    return response


def compact_json(content: Any) -> bytes:
    """JSON without a space that nobody reads."""
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()


def encoding_asked() -> str:
    """The best encoding that the reader's browser takes: `br`, `gzip` or none."""
    accepted = request.accept_encodings
    return next((name for name in ("br", "gzip") if accepted.quality(name) > 0), "")


def packed(content: bytes, encoding: str) -> bytes:
    """The content in an encoding of `encoding_asked`; a tenth smaller where nobody waits (`AT_LEISURE`)."""
    if encoding == "br":
        leisure = has_request_context() and AT_LEISURE in request.environ
        return bytes(brotli.compress(content, quality=10 if leisure else 6))
    return gzip.compress(content, 6, mtime=0) if encoding == "gzip" else content


def reply(content: bytes, encoding: str, mimetype: str) -> Response:
    """An answer from content that is already in that encoding."""
    response = Response(content, mimetype=mimetype)
    if encoding:
        response.headers["Content-Encoding"] = encoding
    response.headers["Vary"] = "Accept-Encoding"
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


def base_address(public: str) -> str:
    """What addresses that leave the site begin with: the operator's, if any, else the host that was asked."""
    return (public or request.url_root).rstrip("/")
