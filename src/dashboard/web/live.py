"""The server while its data change: the newest data that passed the checks, a whole application for each.

A request meets one application from its beginning to its end, so no answer mixes two versions. The old one
goes when its last request has been answered.
"""

import gc
import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from threading import Event, Lock, Thread
from typing import Any, Protocol

from flask import Flask

from dashboard.domain.errors import BrokenPackageError, Problem
from dashboard.store import Catalog, content_hash

LOG = logging.getLogger(__name__)
LOADING = "dashboard-loading"
"""Where an application finds how its data were loaded."""
_PAUSE = 2.0
"""Seconds between two looks at the folder."""


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


@dataclass
class Loading:
    """What `/healthz` tells of the data.

    Attributes:
        loaded: when the data that are served were loaded (UTC).
        failure: the last try since then that came to nothing: `time`, `version`, `problems`, `first`; empty
            for none.
    """

    loaded: str = field(default_factory=_now)
    failure: dict[str, Any] = field(default_factory=dict)


class Source(Protocol):
    """A folder that may change, and what was good in it before.

    Attributes:
        folder: the data package.
    """

    folder: Path

    def open(self) -> Catalog:
        """What the folder holds, after all checks; BrokenPackageError with every problem."""

    def last_good(self) -> Catalog | None:
        """What passed the checks last, whichever process opened it; None where that is not known."""


class Live:
    """A WSGI application over a folder that may change.

    Args:
        source: where the data are.
        make: the application over data; the one before, where there is one, lends it its files.
        tell: what is wrong with a package, in lines of words.
        catalog: the data of the start.
        problems: what is wrong with the folder, where these are the last good data in its stead.
    """

    def __init__(
        self,
        source: Source,
        make: Callable[[Catalog, Flask | None], Flask],
        tell: Callable[[list[Problem]], list[str]],
        catalog: Catalog,
        problems: Sequence[Problem] = (),
    ) -> None:
        self._source, self._make, self._tell = source, make, tell
        self._changing = Lock()
        self._loading = Loading()
        self._serve(catalog, None)
        if problems:
            self._refuse(content_hash(source.folder), self._tell(list(problems)), len(problems))

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        """Answer a request by the application of this moment."""
        return self.server(environ, start_response)

    def _serve(self, catalog: Catalog, before: Flask | None) -> None:
        server = self._make(catalog, before)
        self._loading = Loading()
        server.extensions[LOADING] = self._loading
        self.server, self.version = server, catalog.version

    def refresh(self) -> bool:
        """Serve what the folder holds now, if it is other than what is served and passes the checks.

        Whatever goes wrong, the data that were good are served on, and the log and `/healthz` say why.
        """
        with self._changing:
            before, version = self.version, content_hash(self._source.folder)
            if version == before:
                self._loading.failure = {}
            if version not in (before, self._loading.failure.get("version")):
                self._take_up(version)
            if self.version == before:
                return False
        LOG.warning("Data %s are served now", self.version)
        gc.unfreeze()
        gc.collect()
        return True

    def _take_up(self, version: str) -> None:
        try:
            catalog = self._source.open()
            if content_hash(self._source.folder) == catalog.version:
                self._serve(catalog, self.server)
            # Else somebody is writing: the next look finds the whole.
        except BrokenPackageError as error:
            try:
                self._serve_last_good()
            finally:
                self._refuse(version, self._tell(error.problems), len(error.problems))
        except Exception as error:
            LOG.exception("The data of %s could not be served", version)
            self._refuse(version, [repr(error)], 1)

    def _serve_last_good(self) -> None:
        """A worker that began with the data of the start may have missed some that were good."""
        catalog = self._source.last_good()
        if catalog and catalog.version != self.version:
            self._serve(catalog, self.server)

    def _refuse(self, version: str, lines: list[str], problems: int) -> None:
        failure = {"time": _now(), "version": version, "problems": problems, "first": next(iter(lines), "")}
        self._loading.failure = failure
        LOG.error("Data %s are refused, %s are served on\n%s", version, self.version, "\n".join(lines))

    def _refresh_then(self, after: Callable[[Flask], object], always: bool = False) -> None:
        """Nothing that goes wrong here ends a thread: what is served is served on."""
        try:
            if self.refresh() or always:
                after(self.server)
        except Exception:
            LOG.exception("The data of the folder were not looked at, or their pages not made ready")

    def refresh_beside(self, after: Callable[[Flask], object]) -> Thread:
        """Refresh once, beside the work for readers; `after` gets the application of the end."""

        def once() -> None:
            self._refresh_then(after, always=True)

        return _beside(once, "refresh")

    def watch(self, after: Callable[[Flask], object], stop: Event | None = None) -> Thread:
        """Refresh whenever the folder has changed and come to rest; `after` gets each new application."""
        stopped = stop or Event()

        def look() -> None:
            seen, served = self._state(), None
            while not stopped.wait(_PAUSE):
                now = self._state()
                if now == seen != served:
                    served = now
                    self._refresh_then(after)
                seen = now

        return _beside(look, "watch")

    def _state(self) -> frozenset[tuple[str, int, int]]:
        """What a look at the folder sees without reading it: names, times, sizes."""
        found = set()
        for path in self._source.folder.rglob("*"):
            try:
                about = path.stat()
            except OSError:
                continue
            found.add((str(path), about.st_mtime_ns, about.st_size))
        return frozenset(found)


def _beside(act: Callable[[], None], name: str) -> Thread:
    thread = Thread(target=act, name=name, daemon=True)
    thread.start()
    return thread
