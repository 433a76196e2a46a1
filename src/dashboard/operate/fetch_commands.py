"""What `dashboard boundaries fetch` says: each carrier as it answers, then what to do."""

import argparse
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from dashboard.domain.errors import BrokenPackageError
from dashboard.i18n import Translator
from dashboard.operate.boundary_commands import installed_lines, reason_words
from dashboard.operate.boundary_fetch import (
    INSTALLED,
    REFUSED,
    Attempt,
    Carrier,
    Wishes,
    attempts,
    carriers_of,
    name_of,
    status_of,
)
from dashboard.operate.download import Limits
from dashboard.operate.terminal import agreed
from dashboard.settings import Settings
from dashboard.store import load
from dashboard.store.borders import BORDERS_CARD
from dashboard.store.descriptor import read_package

QUICK = 8.0
"""Seconds that a first start may wait for borders."""
INDENT = "     "


def run_fetch(options: argparse.Namespace, settings: Settings, t: Translator) -> int:
    """Fetch and install, or only print where to fetch; see `boundary_fetch` for the exit status."""
    package = _package(settings)
    if options.only_print:
        print("\n".join(instructions(package, t)))
        return INSTALLED
    carriers = _carriers(options, package, t)
    if options.quick:
        return _quick(carriers, settings, t)
    print(t.of(package, "title"))
    tried = []
    for attempt in attempts(carriers, _wishes(options, settings, t), _installer(settings)):
        print("\n".join(_lines(attempt, package, t)), flush=True)
        tried.append(attempt)
    status = status_of(tried)
    if status == INSTALLED:
        print(t("boundaries.restart", folder=str(settings.boundaries)))
        return status
    told = "fetch.refused" if status == REFUSED else "fetch.nobody"
    print("\n".join([t(told), *instructions(package, t)]))
    return status


def _package(settings: Settings) -> dict[str, Any]:
    """What the data package says of borders; a broken package is told as everywhere."""
    package, problems = read_package(settings.data)
    if problems:
        raise BrokenPackageError(problems)
    borders: dict[str, Any] = package.get("borders", {})
    return borders


def _carriers(options: argparse.Namespace, package: Mapping[str, Any], t: Translator) -> list[Carrier]:
    if options.address:
        return [Carrier(options.address, (options.address,), Limits(hosts=package.get("hosts", ())))]
    return carriers_of(package, t.of)


def _wishes(options: argparse.Namespace, settings: Settings, t: Translator) -> Wishes:
    return Wishes(
        keep=options.keep,
        within=options.within or float("inf"),
        allowed=settings.fetch,
        agrees=lambda carrier: options.yes or agreed(_large(carrier, t), t),
        trying=lambda place, carrier: print(f"{place}  {carrier.name} ... ", end="", flush=True),
        told=lambda size: print(t("fetch.so_far", size=_megabytes(size, t)), end=" ", flush=True),
    )


def _large(carrier: Carrier, t: Translator) -> str:
    return t("fetch.agree", size=_megabytes(carrier.limits.size, t))


def _installer(settings: Settings) -> Any:
    """Installs a fetched file; the tables are read only when one has come."""

    def install_fetched(path: Path, address: str) -> dict[str, Any]:
        from dashboard.operate.boundaries import Origin, install

        catalog = load(settings.data)
        return install(catalog, path, None, Origin(address=address), settings.boundaries)

    return install_fetched


def _lines(attempt: Attempt, package: Mapping[str, Any], t: Translator) -> list[str]:
    """The rest of the line that names the carrier, and what was checked when a file has come."""
    if attempt.card:
        got = t("fetch.got", size=t.number(attempt.size))
        return [got, *(INDENT + line for line in installed_lines(attempt.card, package, t))]
    words = reason_words(attempt.reason, t, package) if attempt.reason else ""
    if not attempt.sum:
        return [words]
    known = t("boundaries.sum.known" if attempt.known else "boundaries.sum.unknown")
    return [f"{words} {t('boundaries.sum', sum=attempt.sum, known=known)}"]


def instructions(package: Mapping[str, Any], t: Translator) -> list[str]:
    """What to fetch on a machine with internet, how to recognise it, and how to install it here."""
    whole = [row for row in package.get("carriers", []) if row.get("addresses")]
    if not whole:
        return [t("fetch.no_address")]
    first, *others = whole
    lines = [t("fetch.take"), *(f"  {address}" for address in first["addresses"])]
    if sums := t("fetch.or").join(first.get("sha256", ())):
        lines += [f"  sha256 {sums}"]
    lines += [t("fetch.then", file=name_of(first["addresses"][0]))]
    for other in others:
        lines += [t("fetch.else", name=t.of(other)), *(f"  {address}" for address in other["addresses"])]
    return lines


def _quick(carriers: list[Carrier], settings: Settings, t: Translator) -> int:
    """One try at a first start, told in one line; installed borders are left alone."""
    if (settings.boundaries / BORDERS_CARD).is_file():
        return INSTALLED
    print(t("fetch.quick", seconds=f"{QUICK:.0f}"), end=" ", flush=True)
    wishes = Wishes(within=QUICK, allowed=settings.fetch)
    tried = list(attempts(carriers, wishes, _installer(settings)))
    status = status_of(tried)
    key = "off" if not settings.fetch else {INSTALLED: "installed", REFUSED: "refused"}.get(status, "nobody")
    print(t(f"fetch.quick.{key}", name=tried[-1].carrier.name if tried else ""))
    return status


def _megabytes(size: float, t: Translator) -> str:
    return t.number(round(size / 1e6))
