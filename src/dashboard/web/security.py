"""The headers that keep a page to itself: its own scripts, no frames, no trackers, no cookies."""

from flask import Flask, Response

CONTENT_SECURITY_POLICY = {
    "default-src": "'none'",
    # All scripts are files of ours. The JSON inside a page is data: browsers don't hold it against this line.
    "script-src": "'self'",
    # plotly.js writes style attributes, and so do our charts' heights.
    "style-src": "'self' 'unsafe-inline'",
    # data: and blob: are the pictures that a reader saves from a chart.
    "img-src": "'self' data: blob:",
    "connect-src": "'self'",
    "media-src": "'self'",
    "font-src": "'self'",
    "manifest-src": "'self'",
    "worker-src": "'self'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
    "base-uri": "'none'",
}
"""What a page may load and who may frame it."""

REFUSED_FEATURES = (
    "accelerometer", "camera", "display-capture", "geolocation", "gyroscope", "magnetometer", "microphone",
    "midi", "payment", "publickey-credentials-get", "screen-wake-lock", "serial", "usb",
    "xr-spatial-tracking",
)  # fmt: skip

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
}
"""For every answer: what is not a page loads nothing at all."""

WORKER_POLICY = "default-src 'none'; connect-src 'self'"
"""What answers for the server without a network may ask the server, nothing more."""

PAGE_HEADERS = {
    "Content-Security-Policy": "; ".join(" ".join(rule) for rule in CONTENT_SECURITY_POLICY.items()),
    "X-Frame-Options": "DENY",
    "Permissions-Policy": ", ".join(f"{name}=()" for name in REFUSED_FEATURES),
    "Cross-Origin-Opener-Policy": "same-origin",
}

DOCUMENTS = frozenset({"text/html", "image/svg+xml"})
"""What a browser shows as a page."""


def add_security_headers(server: Flask) -> None:
    """Put the headers on every answer, errors and static files included, and more of them on pages."""

    @server.after_request
    def guard(response: Response) -> Response:
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        if response.mimetype in DOCUMENTS:
            response.headers.update(PAGE_HEADERS)
        return response
