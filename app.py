"""The server's entry: `gunicorn app:server`."""

import logging
from functools import partial

from flask import Flask

from dashboard.domain.errors import Problem
from dashboard.i18n import LANGUAGES, translator
from dashboard.operate.opening import open_data
from dashboard.operate.report import report_lines
from dashboard.operate.start import data_or_stop
from dashboard.operate.terminal import terminal_language
from dashboard.settings import Settings, from_environment
from dashboard.store import Catalog
from dashboard.web.app import create_app
from dashboard.web.live import Live
from dashboard.web.preview import Entrance, Preview

logging.basicConfig(format="[%(asctime)s] [%(process)d] [%(levelname)s] %(message)s", level=logging.WARNING)
settings = from_environment()


def make(settings: Settings, catalog: Catalog, before: Flask | None) -> Flask:
    """The application over data."""
    made: Flask = create_app(settings, catalog, before).server
    # Dash and plotly prepare themselves at first use, which is not thread-safe: before any reader does.
    made.test_client().get(f"/{LANGUAGES[0]}/")
    return made


def tell(problems: list[Problem]) -> list[str]:
    """Problems in the words of the operator's terminal."""
    return report_lines(problems, translator(terminal_language()))


source, started = data_or_stop(settings)
site = Live(source, partial(make, settings), tell, started.catalog, started.problems)
server = Entrance(site, Preview(settings, open_data, make, report_lines))
