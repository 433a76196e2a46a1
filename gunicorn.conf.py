"""How gunicorn serves the dashboard; HOST, PORT and WORKERS come from the command line (see Makefile)."""

preload_app = True
worker_class = "gthread"
threads = 4
timeout = 30
keepalive = 30
control_socket_disable = True
accesslog = None
