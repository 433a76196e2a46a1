"""What caches that many readers share go by: every answer that new data change says what it was made from."""

from flask import Flask, Response

KEY_HEADER = "Surrogate-Key"
"""The name by which such caches let answers go; files whose name holds a hash need none."""


def add_cache_keys(server: Flask, version: str) -> None:
    """Put the version of the pages on every answer that a shared cache may keep and new data may change.

    What says nothing of its life is asked for again each time.
    """

    @server.after_request
    def keyed(response: Response) -> Response:
        # A cache that is told nothing makes up a life of its own: two minutes for `/healthz`, for instance.
        response.headers.setdefault("Cache-Control", "no-cache")
        life = response.cache_control
        if life.public and not life.immutable:
            response.headers[KEY_HEADER] = version
        return response
