"""`dashboard boundaries fetch`: the borders from the first address that gives them whole."""

import json
import shutil
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import unquote, urlsplit

from dashboard.operate.boundary_forms import Reason, RefusedError, look, sums_of
from dashboard.operate.download import DownloadError, Limits, download, is_loopback

INSTALLED, REFUSED, NOT_REACHED = 0, 1, 2
"""Exit statuses: refused is an answer that is not what it should be, or a file that fails a check."""
MEGABYTE = 1_000_000

Install = Callable[[Path, str], dict[str, Any]]
"""Installs the fetched file or folder, given its address; raises RefusedError."""


@dataclass(frozen=True)
class Carrier:
    """Somebody who keeps a copy.

    Attributes:
        name: what to call it.
        addresses: the file, or the parts of a shapefile.
        limits: how long and how much.
        listing: address of a CKAN listing that gives the address of the file; empty where it is known.
        file: the name of the file in the listing.
        asks: whether the operator must say yes first, since the file is large.
        sums: SHA-256 of the copies that are known.
    """

    name: str
    addresses: tuple[str, ...]
    limits: Limits
    listing: str = ""
    file: str = ""
    asks: bool = False
    sums: frozenset[str] = frozenset()


def carriers_of(package: Mapping[str, Any], name: Callable[[Mapping[str, Any]], str]) -> list[Carrier]:
    """The carriers that the data package lists, the first choice first; `name` picks the language."""
    hosts = package.get("hosts", ())
    return [_carrier(row, name(row), hosts) for row in package.get("carriers", [])]


def _carrier(row: Mapping[str, Any], name: str, hosts: tuple[str, ...]) -> Carrier:
    usual = Limits(hosts=hosts)
    limits = replace(
        usual,
        size=int(row["most_megabytes"] * MEGABYTE) if "most_megabytes" in row else usual.size,
        total=60.0 * row["most_minutes"] if "most_minutes" in row else usual.total,
    )
    return Carrier(
        name=name,
        addresses=tuple(row.get("addresses", ())),
        limits=limits,
        listing=row.get("listing", ""),
        file=row.get("file", ""),
        asks=limits.size > usual.size,
        sums=frozenset(row.get("sha256", ())),
    )


@dataclass(frozen=True)
class Attempt:
    """What came of one carrier: a card when it was installed, else a reason."""

    carrier: Carrier
    status: int
    reason: Reason | None = None
    card: Mapping[str, Any] | None = None
    size: int = 0
    sum: str = ""

    @property
    def known(self) -> bool:
        """Whether the file is one whose content is known to be right."""
        return self.sum in self.carrier.sums


@dataclass(frozen=True)
class Wishes:
    """What the operator asked for.

    Attributes:
        keep: folder for the files as they were fetched; None keeps none.
        within: seconds in all.
        allowed: whether the network may be asked; this machine always may.
        agrees: asks the operator whether a large file may be fetched.
        trying: called before each carrier with its place in the list (`1/3`) and itself.
        told: called with the bytes so far of a large file.
    """

    keep: Path | None = None
    within: float = float("inf")
    allowed: bool = True
    agrees: Callable[[Carrier], bool] = lambda carrier: False
    trying: Callable[[str, Carrier], None] = lambda place, carrier: None
    told: Callable[[int], None] | None = None


def attempts(carriers: list[Carrier], wishes: Wishes, install: Install) -> Iterator[Attempt]:
    """Try one carrier after the other until one is installed; each attempt is told as it ends.

    A known file that is refused ends it: then the fault is here, and no other carrier can help.

    Args:
        carriers: whom to ask.
        wishes: see `Wishes`.
        install: what to do with a file that has come whole.
    """
    end = time.monotonic() + wishes.within
    for number, carrier in enumerate(carriers, 1):
        wishes.trying(f"{number}/{len(carriers)}", carrier)
        attempt = _attempt(carrier, wishes, end, install)
        yield attempt
        if attempt.status == INSTALLED or attempt.known:
            return


def status_of(tried: list[Attempt]) -> int:
    """The exit status of all attempts together."""
    statuses = {attempt.status for attempt in tried}
    return next((status for status in (INSTALLED, REFUSED) if status in statuses), NOT_REACHED)


def _attempt(carrier: Carrier, wishes: Wishes, end: float, install: Install) -> Attempt:
    if not wishes.allowed and not all(map(is_loopback, carrier.addresses or (carrier.listing,))):
        return Attempt(carrier, NOT_REACHED, ("fetch.off", {}))
    if carrier.asks and not wishes.agrees(carrier):
        return Attempt(carrier, NOT_REACHED, ("fetch.not_asked", {}))
    with TemporaryDirectory(ignore_cleanup_errors=True) as scratch:
        folder = Path(scratch)
        try:
            fetched, address = _fetched(carrier, wishes, end, folder)
        except DownloadError as fault:
            return Attempt(carrier, REFUSED if fault.answered else NOT_REACHED, fault.reason)
        if wishes.keep:
            _keep(folder, wishes.keep)
        size, sum_ = sum(part.stat().st_size for part in folder.iterdir()), sums_of(fetched)[0]
        try:
            for part in folder.iterdir():
                look(part)
            return Attempt(carrier, INSTALLED, None, install(fetched, address), size, sum_)
        except RefusedError as refusal:
            return Attempt(carrier, REFUSED, refusal.reason, None, size, sum_)


def _fetched(carrier: Carrier, wishes: Wishes, end: float, folder: Path) -> tuple[Path, str]:
    """Everything of a carrier in a folder: the one file or the folder of the parts, and its address."""
    started = time.monotonic()
    addresses = carrier.addresses or (_listed(carrier, wishes, end, folder),)
    for address in addresses:
        left = min(carrier.limits.total - (time.monotonic() - started), end - time.monotonic())
        if left <= 0:
            raise DownloadError("fetch.silent", seconds=f"{min(carrier.limits.total, wishes.within):.0f}")
        download(address, folder / name_of(address), replace(carrier.limits, total=left), wishes.told)
    one = folder / name_of(addresses[0])
    return (one if len(addresses) == 1 else folder), addresses[0]


def name_of(address: str) -> str:
    """The last part of an address as a name of a file."""
    name = Path(unquote(urlsplit(address).path)).name
    return "".join(filter(str.isprintable, name)) or "file"


def _listed(carrier: Carrier, wishes: Wishes, end: float, folder: Path) -> str:
    """The address of a file by the listing of its dataset."""
    listing = folder / "listing.json"
    left = min(Limits().total, end - time.monotonic())
    download(carrier.listing, listing, Limits(total=max(left, 0.0), hosts=carrier.limits.hosts))
    try:
        resources = json.loads(listing.read_text(encoding="utf-8"))["result"]["resources"]
        return str(next(row for row in resources if row["name"] == carrier.file)["url"])
    except (ValueError, KeyError, TypeError, StopIteration) as fault:
        raise DownloadError("fetch.not_listed", True, file=carrier.file) from fault
    finally:
        listing.unlink()


def _keep(folder: Path, keep: Path) -> None:
    keep.mkdir(parents=True, exist_ok=True)
    for part in folder.iterdir():
        aside = keep / f".{part.name}.part"
        shutil.copyfile(part, aside)
        aside.replace(keep / part.name)
