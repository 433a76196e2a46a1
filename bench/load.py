"""A load generator for the loopback address: a fixed number of connections, for a fixed time."""

import asyncio
import re
import time
from dataclasses import dataclass
from statistics import quantiles
from urllib.parse import urlsplit

LENGTH = re.compile(rb"(?i)\r\ncontent-length: *(\d+)")


@dataclass(frozen=True)
class Load:
    """What one run saw.

    Attributes:
        rate: answers per second.
        p50: milliseconds.
        p95: milliseconds.
        kilobytes: of one answer, headers included.
        failures: answers that were not 200.
    """

    rate: float
    p50: float
    p95: float
    kilobytes: float
    failures: int


def post_request(address: str, body: bytes) -> bytes:
    """The bytes of a POST that keeps its connection."""
    parts = urlsplit(address)
    head = (
        f"POST {parts.path} HTTP/1.1\r\nHost: {parts.netloc}\r\nContent-Type: application/json\r\n"
        f"Accept-Encoding: gzip, br\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


def measured(address: str, body: bytes, connections: int, seconds: float) -> Load:
    """Ask over and over on some connections for some seconds.

    Raises:
        ValueError: for an address that is not on this machine.
    """
    if urlsplit(address).hostname != "127.0.0.1":
        raise ValueError("load goes to the loopback address only")
    return asyncio.run(_run(address, post_request(address, body), connections, seconds))


async def _run(address: str, request: bytes, connections: int, seconds: float) -> Load:
    end = time.perf_counter() + seconds
    tasks = [_ask(address, request, end) for _ in range(connections)]
    answers = [answer for found in await asyncio.gather(*tasks) for answer in found]
    times = sorted(taken for taken, _, _ in answers)
    cuts = quantiles(times, n=20)
    return Load(
        rate=len(answers) / seconds,
        p50=1000 * cuts[9],
        p95=1000 * cuts[18],
        kilobytes=sum(size for _, size, _ in answers) / len(answers) / 1000,
        failures=sum(status != 200 for _, _, status in answers),
    )


async def _ask(address: str, request: bytes, end: float) -> list[tuple[float, int, int]]:
    """(seconds, bytes, status) of each answer on one connection."""
    parts = urlsplit(address)
    reader, writer = await asyncio.open_connection(parts.hostname, parts.port)
    answers = []
    while (start := time.perf_counter()) < end:
        writer.write(request)
        head = await reader.readuntil(b"\r\n\r\n")
        length = int(LENGTH.search(head)[1])
        await reader.readexactly(length)
        answers.append((time.perf_counter() - start, len(head) + length, int(head.split(b" ", 2)[1])))
    writer.close()
    await writer.wait_closed()
    return answers
