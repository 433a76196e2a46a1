"""What all workers together have done since the start, for `/healthz` and `/metrics`.

Workers are forks of one process and share a piece of memory, in which each has a row of its own: nobody waits
for anybody, and what a worker has counted outlives it.
"""

import logging
import mmap
import time
from collections.abc import Iterable
from typing import Any

from dashboard.presenters import guard

_NAMES = ("2xx", "3xx", "4xx", "5xx", "seconds", "failed_cards")
_ROWS = 64
"""Workers that count apart; the next ones share."""


class Counters:
    """Numbers that only grow."""

    def __init__(self) -> None:
        self._shared = memoryview(mmap.mmap(-1, 8 * len(_NAMES) * _ROWS)).cast("d")
        self.row = 0

    def add(self, name: str, much: float = 1) -> None:
        """Count for the worker of this process."""
        self._shared[self.row % _ROWS * len(_NAMES) + _NAMES.index(name)] += much

    def total(self, name: str) -> float:
        """What all workers have counted."""
        return sum(self._shared[_NAMES.index(name) :: len(_NAMES)])

    def text(self) -> str:
        """All of it as Prometheus reads it."""
        classes = [name for name in _NAMES if name.endswith("xx")]
        lines = ["# TYPE dashboard_requests_total counter"]
        lines += [f'dashboard_requests_total{{status="{name}"}} {self.total(name):.0f}' for name in classes]
        lines += ["# TYPE dashboard_request_seconds_total counter"]
        lines += [f"dashboard_request_seconds_total {self.total('seconds'):.3f}"]
        lines += ["# TYPE dashboard_failed_cards_total counter"]
        lines += [f"dashboard_failed_cards_total {self.total('failed_cards'):.0f}"]
        return "\n".join(lines) + "\n"


COUNTERS = Counters()
"""Those of this server: made before its workers are."""


class _CountFailedCards(logging.Handler):
    """A card that fails is told to the log; here it is counted."""

    def emit(self, record: logging.LogRecord) -> None:
        COUNTERS.add("failed_cards")


logging.getLogger(guard.__name__).addHandler(_CountFailedCards(logging.ERROR))


def answer_counted(application: Any, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
    """The answer of an application, counted."""
    start = time.monotonic()

    def begin(status: str, *rest: Any) -> Any:
        COUNTERS.add(f"{min(max(int(status[0]), 2), 5)}xx")
        return start_response(status, *rest)

    try:
        answer: Iterable[bytes] = application(environ, begin)
        return answer
    finally:
        COUNTERS.add("seconds", time.monotonic() - start)
