"""A Varnish before a server, with the file that we give operators."""

import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.servers import ROOT, free_port

BACKEND = '"8050"'
"""What the file says of the port of the server behind the cache."""


def program() -> str:
    """Where Varnish is, a package of Debian; empty where it is not installed."""
    return shutil.which("varnishd") or shutil.which("varnishd", path="/usr/sbin") or ""


@contextmanager
def varnish(behind: int) -> Iterator[int]:
    """The port of a Varnish before the server of a port."""
    port = free_port()
    with tempfile.TemporaryDirectory() as folder:
        rules = Path(folder) / "rules.vcl"
        text = (ROOT / "deploy" / "varnish.vcl").read_text(encoding="utf-8")
        rules.write_text(text.replace(BACKEND, f'"{behind}"'), encoding="utf-8")
        # `-j none`: its own user could not read a folder of ours.
        command = [program(), "-j", "none", "-F", "-n", f"{folder}/work", "-f", str(rules)]
        command += ["-a", f"127.0.0.1:{port}", "-p", "http_gzip_support=off", "-s", "malloc,64m"]
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            while process.poll() is None and not _answers(port):
                time.sleep(0.1)
            yield port
            process.terminate()


def _answers(port: int) -> bool:
    """Whether somebody listens there."""
    with socket.socket() as line:
        return line.connect_ex(("127.0.0.1", port)) == 0
