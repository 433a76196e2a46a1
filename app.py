"""The server's entry: `gunicorn app:server`."""

import sys

from dashboard.domain.errors import BrokenPackageError
from dashboard.i18n import LANGUAGES, translator
from dashboard.operate.report import problem_lines
from dashboard.settings import from_environment
from dashboard.store import load
from dashboard.web.app import create_app

settings = from_environment()
try:
    catalog = load(settings.data, proofs=settings.build)
except BrokenPackageError as error:
    words = translator(LANGUAGES[0])
    report = [*problem_lines(error.problems, words), words("validate.problems", n=len(error.problems))]
    sys.exit("\n".join(report))
app = create_app(settings, catalog)
server = app.server
# Dash and plotly prepare themselves at first use, which is not thread-safe: use them before any reader does.
server.test_client().get(f"/{LANGUAGES[0]}/")
