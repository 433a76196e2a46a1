"""One file from the network: by https, from listed hosts, of so many bytes, in so many seconds, or none."""

import http.client
import ssl
import threading
import urllib.error
import urllib.request
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any
from urllib.parse import urlsplit

from dashboard.operate.boundary_forms import Reason

AGENT = "mali-results-dashboard (boundaries fetch)"
LOOPBACK = {"127.0.0.1", "::1", "localhost"}
BLOCK = 65_536
STEP = 5_000_000
"""Bytes after which progress is told."""
_SHOWN = 60
"""Letters of an address that a refusal names."""


class DownloadError(Exception):
    """The file was not fetched.

    Attributes:
        reason: key of a message and what it needs.
        answered: whether somebody answered, only not with the file.
    """

    def __init__(self, key: str, answered: bool = False, **facts: str) -> None:
        super().__init__(key)
        self.reason: Reason = (key, dict(facts))
        self.answered = answered


@dataclass(frozen=True)
class Limits:
    """How long and how much.

    Attributes:
        connect: seconds until an answer, and between two parts of it.
        total: seconds in all, names looked up included.
        size: bytes.
        hosts: where redirects may lead: hosts, or hosts with the start of a path.
    """

    connect: float = 20.0
    total: float = 120.0
    size: int = 20_000_000
    hosts: Sequence[str] = ()


def is_loopback(address: str) -> bool:
    """Whether the address is this machine."""
    return urlsplit(address).hostname in LOOPBACK


def download(address: str, target: Path, limits: Limits, told: Callable[[int], None] | None = None) -> None:
    """Fetch a file; it appears under its name only when it is whole.

    Args:
        address: https; http only for this machine.
        target: the file to write.
        limits: see `Limits`.
        told: called with the bytes so far, now and then.

    Raises:
        DownloadError: why it could not be fetched.
    """
    if not _is_safe(address):
        raise DownloadError("fetch.insecure")
    stop, faults = threading.Event(), list[BaseException]()

    def work() -> None:
        try:
            _fetch(address, target, limits, stop, told)
        except BaseException as fault:
            faults.append(fault)

    # A name look-up knows no time limit: whoever waits for it must be able to leave.
    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    thread.join(limits.total)
    if thread.is_alive():
        stop.set()
        raise DownloadError("fetch.silent", seconds=f"{limits.total:.0f}")
    if faults:
        raise _told(faults[0], limits)


def _is_safe(address: str) -> bool:
    scheme = urlsplit(address).scheme
    return scheme == "https" or (scheme == "http" and is_loopback(address))


def _fetch(
    address: str, target: Path, limits: Limits, stop: threading.Event, told: Callable[[int], None] | None
) -> None:
    handlers: list[Any] = [
        _Redirects(address, limits.hosts),
        urllib.request.HTTPSHandler(context=ssl.create_default_context()),
    ]
    if is_loopback(address):
        handlers.append(urllib.request.ProxyHandler({}))
    request = urllib.request.Request(address, headers={"User-Agent": AGENT, "Accept-Encoding": "identity"})
    aside = target.with_name(f"{target.name}.part")
    try:
        wait = min(limits.connect, limits.total)
        with (
            urllib.request.build_opener(*handlers).open(request, timeout=wait) as answer,
            aside.open("wb") as file,
        ):
            _copy(answer, file, limits, stop, told)
        aside.replace(target)
    finally:
        aside.unlink(missing_ok=True)


def _copy(
    answer: Any, file: IO[bytes], limits: Limits, stop: threading.Event, told: Callable[[int], None] | None
) -> None:
    announced = _announced(answer)
    size = said = 0
    while max(size, announced) <= limits.size and (block := answer.read1(BLOCK)):
        if stop.is_set():
            raise TimeoutError
        size += file.write(block)
        if told and size - said >= STEP:
            said = size
            told(size)
    if max(size, announced) > limits.size:
        raise DownloadError("fetch.large", True, most=f"{limits.size / 1e6:.0f}")
    if size < announced:
        raise DownloadError("fetch.short", True)


def _announced(answer: Any) -> int:
    """Bytes that the answer says it has; 0 where it says nothing or nonsense."""
    said = answer.headers.get("Content-Length") or ""
    return int(said) if said.isascii() and said.isdigit() else 0


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Follows only to listed places."""

    max_redirections = 5

    def __init__(self, address: str, hosts: Sequence[str]) -> None:
        self._places = [*hosts, urlsplit(address).netloc]

    def redirect_request(self, req: Any, fp: Any, code: int, msg: str, headers: Any, newurl: str) -> Any:
        to = urlsplit(newurl)
        if not _is_safe(newurl) or not any(
            _lies_in(f"{to.netloc}{to.path}", place) for place in self._places
        ):
            fp.close()
            raise _elsewhere(to.netloc)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _elsewhere(host: str) -> DownloadError:
    """A refusal that names where to, short and in letters that a terminal only shows."""
    shown = "".join(letter if letter.isprintable() else "?" for letter in host)
    cut = shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN]}…"
    return DownloadError("fetch.elsewhere", True, host=cut)


def _lies_in(place: str, listed: str) -> bool:
    if "/." in place or "%2e" in place.lower():  # a path that leads out of the listed one
        return False
    return place.startswith(listed) if "/" in listed else place.split("/")[0] == listed


def _told(fault: BaseException, limits: Limits) -> BaseException:
    """A fault of the network in our words; anything else is a mistake of ours and stays itself."""
    cause = getattr(fault, "reason", None) if isinstance(fault, urllib.error.URLError) else fault
    if isinstance(fault, urllib.error.HTTPError):
        fault.close()
        if to := fault.headers.get("Location"):  # of a kind, or so many, that the library does not follow
            return _elsewhere(to)
        return DownloadError("fetch.http", status=str(fault.code))
    if isinstance(cause, TimeoutError):
        return DownloadError("fetch.silent", seconds=f"{min(limits.connect, limits.total):.0f}")
    if isinstance(cause, ssl.SSLCertVerificationError):
        return DownloadError("fetch.certificate")
    if isinstance(cause, http.client.IncompleteRead):
        return DownloadError("fetch.short", True)
    if isinstance(fault, OSError | http.client.HTTPException | ValueError):
        return DownloadError("fetch.unreachable")
    return fault
