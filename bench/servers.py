"""The servers that are compared, each under gunicorn with two workers on a free port."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]

WARM = 15
"""Seconds that a server gets to prepare itself, as it has before a meeting."""


@dataclass(frozen=True)
class Build:
    """One build of the page: what it is called, where its server is, and what its process needs to know."""

    name: str
    entry: str
    environment: dict[str, str] = field(default_factory=dict, hash=False)


OURS = Build("ours", "app:server")
EXPRESS = Build("stock Dash, plotly express", "bench.stock:server", {"BENCH_FIGURES": "express"})
OBJECTS = Build("stock Dash, graph_objects", "bench.stock:server", {"BENCH_FIGURES": "objects"})
NAIVE = Build("the same page, naive, graph_objects", "bench.naive:server")


@dataclass(frozen=True)
class Running:
    """A server that answers: its address, how long it took to, and its process."""

    address: str
    start: float
    process: int

    def resident(self) -> list[float]:
        """Resident memory in MB of the master and its workers."""
        listed = subprocess.run(
            ["ps", "-o", "rss=", "--pid", str(self.process), "--ppid", str(self.process)],
            capture_output=True,
            text=True,
            check=True,
        )
        return [int(line) / 1024 for line in listed.stdout.split()]

    def cpu(self) -> float:
        """CPU seconds of the master and its workers so far."""
        workers = Path(f"/proc/{self.process}/task/{self.process}/children").read_text().split()
        stats = [Path(f"/proc/{one}/stat").read_text() for one in (str(self.process), *workers)]
        ticks = sum(int(part) for stat in stats for part in stat.rpartition(")")[2].split()[11:15])
        return ticks / os.sysconf("SC_CLK_TCK")


def start_of(build: Build) -> float:
    """Seconds from a new process to its first answer."""
    with serving(build) as site:
        return site.start


@contextmanager
def running(build: Build) -> Iterator[Running]:
    """Serve a build as in production for as long as the block lasts, once it has prepared itself."""
    with serving(build) as site:
        time.sleep(WARM)
        yield site


@contextmanager
def serving(build: Build, workers: int = 2, patience: float = 60) -> Iterator[Running]:
    """Serve a build from its first answer on, which may take `patience` seconds."""
    shared = {"PYTHONPATH": f"src{os.pathsep}.", "DASHBOARD_BUILD": str(ROOT / "build")}
    command = [sys.executable, "-m", "gunicorn", "--config", "gunicorn.conf.py", "--workers", str(workers)]
    address = f"http://127.0.0.1:{free_port()}"
    begun = time.perf_counter()
    process = subprocess.Popen(
        [*command, "--bind", address.removeprefix("http://"), build.entry],
        cwd=ROOT,
        env={**os.environ, **shared, **build.environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _answers(address, process, patience)
        yield Running(address, time.perf_counter() - begun, process.pid)
    finally:
        process.terminate()
        process.wait(timeout=20)


def free_port() -> int:
    """A port of the loopback that nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def _answers(address: str, process: "subprocess.Popen[bytes]", patience: float) -> None:
    limit = time.perf_counter() + patience
    while time.perf_counter() < limit and process.poll() is None:
        try:
            urllib.request.urlopen(f"{address}/", timeout=30).close()
            return
        except OSError:
            time.sleep(0.02)
    raise RuntimeError(f"no answer at {address}")
