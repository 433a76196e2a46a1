"""How gunicorn serves the dashboard; HOST, PORT and WORKERS come from the command line (see Makefile)."""

import os
from pathlib import Path

from gunicorn.glogging import Logger

from dashboard.operate.access_log import access_line
from dashboard.operate.terminal import say_loading

# `make dev`: load anew when a file changes, which each worker must then do by itself.
reload = bool(os.environ.get("DASHBOARD_RELOAD"))
WATCHED = ("assets", "src/dashboard/locales", "src/dashboard/texts")
reload_extra_files = [str(p) for folder in WATCHED for p in Path(folder).rglob("*") if reload and p.is_file()]
preload_app = not reload
# Look at the folder of the data, and serve what changed there once it has passed the checks.
watch = reload or bool(os.environ.get("DASHBOARD_WATCH"))

worker_class = "gthread"
# More threads slow each other down: the work is computing, not waiting.
threads = 2
timeout = 30
graceful_timeout = 10
keepalive = 30
control_socket_disable = True
accesslog = None


class JsonLog(Logger):
    """gunicorn's log, whose lines on requests are JSON."""

    def access(self, resp, req, environ, request_time):
        """Write the line of a request."""
        address = environ.get("RAW_URI") or environ["PATH_INFO"]
        status = int(str(resp.status).split()[0])
        line = access_line(environ["REQUEST_METHOD"], address, status, resp.sent, request_time)
        self.access_log.info("%s", line)


if os.environ.get("DASHBOARD_LOG") == "json":
    accesslog, logger_class = "-", JsonLog

say_loading()


def when_ready(server):
    """Say where to look, once there is something to see."""
    for listener in server.LISTENERS:
        print(f"{listener}/", flush=True)


def post_fork(server, worker):
    """Give the worker a row of its own in what all count together."""
    from dashboard.web.counters import COUNTERS

    COUNTERS.row = worker.age


def post_worker_init(worker):
    """Take up data that changed since the master loaded its own (a HUP), then make the pages of the menu."""
    from dashboard.web.warm import ask_first, ask_nothing

    first = ask_nothing if os.environ.get("DASHBOARD_WARM") == "off" else ask_first
    if watch:
        worker.wsgi.watch(first)
    if preload_app:
        worker.wsgi.refresh_beside(first)
