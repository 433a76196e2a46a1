"""The server's entry: `gunicorn app:server`."""

import sys

from dashboard.domain.errors import BrokenPackageError
from dashboard.i18n import LANGUAGES, translator
from dashboard.operate.opening import open_data
from dashboard.operate.report import report_lines
from dashboard.operate.terminal import speak_plainly, terminal_language
from dashboard.settings import from_environment
from dashboard.web.app import create_app

settings = from_environment()
speak_plainly()
print(translator(terminal_language())("start.loading"), flush=True)
try:
    catalog = open_data(settings.data)
except BrokenPackageError as error:
    sys.exit("\n".join(report_lines(error.problems, translator(terminal_language()))))
app = create_app(settings, catalog)
server = app.server
# Dash and plotly prepare themselves at first use, which is not thread-safe: use them before any reader does.
server.test_client().get(f"/{LANGUAGES[0]}/")
