"""What a newspaper's link costs: `python -m bench.crowd [READERS]`, on the loopback only. Never a test.

Each reader comes for the first time, asks for the page and for what it names of the front end, and no more.
"""

import asyncio
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles

from bench.load import LENGTH
from bench.scale import cpu_of, started

ROOT = Path(__file__).resolve().parents[1]
PAGE = "/fr/financement"
NAMED = re.compile(r'(?:href|src)="(/static/[\w.-]+\.(?:css|js))"')
OURS, CACHE = 8982, 8981
CONNECTIONS = 48


@dataclass(frozen=True)
class Crowd:
    """What a crowd of readers cost: seconds until all had their page, p95 of one answer in ms, kB of a
    reader, answers in all, seconds of CPU of our server."""

    seconds: float
    p95: float
    kilobytes: float
    answers: int
    cpu: float


def asked(port: int) -> list[str]:
    """What a first reader of the page asks for."""
    request = urllib.request.Request(f"http://127.0.0.1:{port}{PAGE}")
    text = urllib.request.urlopen(request, timeout=60).read().decode()
    return [PAGE, *dict.fromkeys(NAMED.findall(text))]


async def reads(port: int, addresses: list[str], readers: Iterator[int]) -> list[tuple[float, int]]:
    """(seconds, bytes) of each answer to the readers that one connection serves."""
    incoming, outgoing = await asyncio.open_connection("127.0.0.1", port)
    found = []
    for _ in readers:
        for address in addresses:
            begin = time.perf_counter()
            outgoing.write(
                f"GET {address} HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: br\r\n\r\n".encode()
            )
            head = await incoming.readuntil(b"\r\n\r\n")
            length = int(LENGTH.search(head)[1])
            await incoming.readexactly(length)
            if b" 200 " not in head.split(b"\r\n", 1)[0]:
                raise ValueError(head.decode())
            found.append((time.perf_counter() - begin, len(head) + length))
    outgoing.close()
    await outgoing.wait_closed()
    return found


async def come(port: int, readers: int, pid: int) -> Crowd:
    """A crowd of readers, as fast as they are served."""
    addresses, turns = asked(port), iter(range(readers))
    begin, before = time.perf_counter(), cpu_of(pid)
    lines = await asyncio.gather(*(reads(port, addresses, turns) for _ in range(CONNECTIONS)))
    seconds, answers = time.perf_counter() - begin, [one for line in lines for one in line]
    times, size = [taken for taken, _ in answers], sum(size for _, size in answers)
    p95 = 1000 * quantiles(times, n=20)[18]
    return Crowd(seconds, p95, size / readers / 1000, len(answers), cpu_of(pid) - before)


def answers(port: int) -> bool:
    """Whether somebody listens there."""
    with socket.socket() as line:
        return line.connect_ex(("127.0.0.1", port)) == 0


@contextmanager
def cached() -> Iterator[int]:
    """The port of a Varnish before our server."""
    program = shutil.which("varnishd", path="/usr/sbin:/usr/bin") or ""
    with tempfile.TemporaryDirectory() as folder:
        command = [
            program,
            "-j",
            "none",
            "-F",
            "-n",
            folder,
            "-f",
            str(ROOT / "deploy" / "varnish.vcl"),
            "-s",
            "malloc,64m",
        ]
        command += ["-a", f"127.0.0.1:{CACHE}", "-p", "http_gzip_support=off"]
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            while process.poll() is None and not answers(CACHE):
                time.sleep(0.2)
            yield CACHE
            process.terminate()


def main(readers: int) -> None:
    """The crowd before our server alone, then before a cache; a table."""
    with tempfile.TemporaryDirectory() as build:
        server, *_ = started(ROOT / "data", Path(build), OURS, workers=2)
        try:
            show("alone", asyncio.run(come(OURS, readers, server.pid)), readers)
            with cached() as port:
                show("behind Varnish", asyncio.run(come(port, readers, server.pid)), readers)
        finally:
            server.terminate()
            server.wait()


def show(name: str, crowd: Crowd, readers: int) -> None:
    """A line of the table."""
    rate = crowd.answers / crowd.seconds
    print(
        f"| {name} | {readers} | {crowd.answers} | {crowd.seconds:.1f} | {rate:.0f} | {crowd.p95:.0f} |"
        f" {crowd.kilobytes:.0f} | {crowd.cpu:.1f} |",
        flush=True,
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
