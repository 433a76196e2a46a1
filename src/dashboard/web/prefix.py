"""The site below a path of its host, `https://example.org/mali/...`: `DASHBOARD_PREFIX=/mali`.

Pages are made as if the site had its host to itself. What leaves it gets the path: every address that stands
in a page, in JSON or in the header of a redirection begins with a name of ours.
"""

import re
from typing import Any

from flask import Flask, Response

from dashboard.i18n import LANGUAGES

OWN = (
    *LANGUAGES, "api", "dash", "data", "f", "healthz", "lite", "metrics", "qr", "report", "robots.txt",
    "sitemap.xml", "static", "sw.js",
)  # fmt: skip
"""What addresses of the site begin with."""
_TAKEN = (*OWN, "preview")

_ADDRESS = re.compile(rf'(["\'>]|&quot;)(?=/(?:{"|".join(map(re.escape, OWN))})(?:[/?#"\'<\\&]|$))')
"""Where an address stands in a text: an attribute, a string of JSON, or all that an element says."""
_USABLE = re.compile(rf"(?!/(?:{'|'.join(map(re.escape, _TAKEN))})(?:/|$))(?:/[\w.~-]+)+", re.ASCII)
_TEXTS = frozenset({"text/html", "application/json", "application/manifest+json", "image/svg+xml"})


def usable(prefix: str) -> bool:
    """Whether the site can stand below a path; none is usable too, names of our own are not."""
    return not prefix or bool(_USABLE.fullmatch(prefix))


def with_prefix(text: str, prefix: str) -> str:
    """A text whose addresses of the site stand below a path; said twice it changes nothing more."""
    return _ADDRESS.sub(lambda before: before[0] + prefix, text) if prefix else text


def add_prefix(server: Flask, prefix: str) -> None:
    """Answer below a path, whether or not a proxy takes it away before it asks us."""
    if not prefix:
        return
    whole: Any = server.wsgi_app

    def below(environ: dict[str, Any], start_response: Any) -> Any:
        path = environ.get("PATH_INFO", "")
        inner = path.removeprefix(prefix) if f"{path}/".startswith(f"{prefix}/") else path
        return whole({**environ, "SCRIPT_NAME": prefix, "PATH_INFO": inner or "/"}, start_response)

    server.wsgi_app = below  # type: ignore[method-assign]

    @server.after_request
    def complete(response: Response) -> Response:
        if response.headers.get("Location", "").startswith("/"):
            response.headers["Location"] = with_prefix(f'"{response.headers["Location"]}', prefix)[1:]
        whole_text = not response.is_streamed and "Content-Encoding" not in response.headers
        if whole_text and response.mimetype in _TEXTS and response.status_code != 304:
            response.set_data(with_prefix(response.get_data(as_text=True), prefix))
        return response
