"""How gunicorn serves the dashboard; HOST, PORT and WORKERS come from the command line (see Makefile)."""

preload_app = True
worker_class = "gthread"
# More threads slow each other down: the work is computing, not waiting.
threads = 2
timeout = 30
keepalive = 30
# A browser that sends its request slower than this is not served by holding a thread.
graceful_timeout = 10
control_socket_disable = True
accesslog = None


def when_ready(server):
    """Say where to look, once there is something to see."""
    for listener in server.LISTENERS:
        print(listener, flush=True)
