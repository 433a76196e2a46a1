"""How files and JSON are served: a tag by content, open to programs of other sites."""

import hashlib

from flask import Response, request

FRESH = "public, max-age=300, stale-while-revalidate=86400"


def served(content: bytes, mimetype: str, filename: str = "", tag: str = "") -> Response:
    """An answer with a tag; 304 without content when the reader has it already.

    Args:
        content: the body.
        mimetype: its type.
        filename: name under which a browser saves it; empty to show it.
        tag: what tells one content from another; made from the content where empty.
    """
    response = Response(content, mimetype=mimetype)
    response.headers["Cache-Control"] = FRESH
    response.headers["Access-Control-Allow-Origin"] = "*"
    if filename:
        response.headers["Content-Disposition"] = f'attachment; filename="{filename}"'
    response.set_etag(tag or hashlib.sha256(content).hexdigest()[:16])
    response.make_conditional(request)
    return response
