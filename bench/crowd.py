"""What a newspaper's link costs: `python -m bench.crowd [READERS]`, on the loopback only. Never a test.

Each reader comes for the first time, asks for the page and for what it names of the front end, and no more.
"""

import asyncio
import re
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import quantiles

from bench.cache import varnish
from bench.load import LENGTH
from bench.servers import Build, Running, serving

PAGE = "/fr/financement"
NAMED = re.compile(r'(?:href|src)="(/static/[\w.-]+\.(?:css|js))"')
CONNECTIONS = 48
PATIENCE = 600
"""Seconds that a first start may take."""


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


async def come(port: int, readers: int, site: Running) -> Crowd:
    """A crowd of readers, as fast as they are served; what it costs the server of the site."""
    addresses, turns = asked(port), iter(range(readers))
    begin, before = time.perf_counter(), site.cpu()
    lines = await asyncio.gather(*(reads(port, addresses, turns) for _ in range(CONNECTIONS)))
    seconds, answers = time.perf_counter() - begin, [one for line in lines for one in line]
    times, size = [taken for taken, _ in answers], sum(size for _, size in answers)
    p95 = 1000 * quantiles(times, n=20)[18]
    return Crowd(seconds, p95, size / readers / 1000, len(answers), site.cpu() - before)


def main(readers: int) -> None:
    """The crowd before our server alone, then before a cache; a table."""
    with (
        tempfile.TemporaryDirectory() as build,
        serving(Build("ours", "app:server", {"DASHBOARD_BUILD": build})) as site,
    ):
        ours = int(site.address.rpartition(":")[2])
        show("alone", asyncio.run(come(ours, readers, site)), readers)
        with varnish(ours) as port:
            show("behind Varnish", asyncio.run(come(port, readers, site)), readers)


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
