"""The server's entry: `gunicorn app:server`."""

from dashboard.settings import from_environment
from dashboard.store import load
from dashboard.web.app import create_app

settings = from_environment()
app = create_app(settings, load(settings.data, proofs=settings.build))
server = app.server
# Dash prepares itself at the first request and that is not thread-safe: make it here, before any reader does.
server.test_client().get("/healthz")
