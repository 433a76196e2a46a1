"""How gunicorn serves the dashboard; HOST, PORT and WORKERS come from the command line (see Makefile)."""

import os
from pathlib import Path

# `make dev`: load anew when a file changes, which each worker must then do by itself.
reload = bool(os.environ.get("DASHBOARD_RELOAD"))
WATCHED = ("assets", "data", "src/dashboard/locales")
reload_extra_files = [str(p) for folder in WATCHED for p in Path(folder).rglob("*") if reload and p.is_file()]
preload_app = not reload

worker_class = "gthread"
# More threads slow each other down: the work is computing, not waiting.
threads = 2
timeout = 30
graceful_timeout = 10
keepalive = 30
control_socket_disable = True
accesslog = None


def when_ready(server):
    """Say where to look, once there is something to see."""
    for listener in server.LISTENERS:
        print(f"{listener}/", flush=True)


def post_worker_init(worker):
    """Make the pages of the menu while waiting for the first reader."""
    if preload_app:
        from dashboard.web.warm import warm_up

        warm_up(worker.wsgi)
