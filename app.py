"""The server's entry: `gunicorn app:server`."""

from dashboard.i18n import LANGUAGES
from dashboard.operate.start import data_or_stop
from dashboard.settings import from_environment
from dashboard.web.app import create_app

settings = from_environment()
app = create_app(settings, data_or_stop(settings.data))
server = app.server
# Dash and plotly prepare themselves at first use, which is not thread-safe: use them before any reader does.
server.test_client().get(f"/{LANGUAGES[0]}/")
