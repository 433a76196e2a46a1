"""Says what takes long, and for how long: `python -m dashboard.operate.patience WORDS COMMAND...`.

It needs no package, so that it can speak while these are installed; there is no catalogue of words then, and
whoever calls it speaks both languages at once.
"""

import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import TextIOWrapper

ON_SCREEN, IN_LOG = 1, 10
"""Seconds between two words: a line that is written over on a terminal, one more line in a log."""


class Said:
    """What is being done.

    Attributes:
        words: what is said of it; whoever does it may change them.
        counted: how far it is, asked each time; empty text where that is not known.
    """

    def __init__(self, words: str, counted: Callable[[], str]) -> None:
        self.words, self.counted, self._start = words, counted, time.monotonic()

    def tell(self) -> None:
        """Say it with its seconds."""
        seconds = round(time.monotonic() - self._start)
        text = " · ".join(
            part for part in (self.words, self.counted(), f"{seconds} s" * bool(seconds)) if part
        )
        print(*(["\r\033[K", text] if sys.stdout.isatty() else [text, "\n"]), sep="", end="", flush=True)


@contextmanager
def saying(words: str, counted: Callable[[], str] = str, in_log: float | None = IN_LOG) -> Iterator[Said]:
    """While the work goes on, say now and then what it is.

    Args:
        words: what is done.
        counted: says how far it is.
        in_log: seconds between two lines where nobody looks at a terminal; None for one line in all.
    """
    said, done = Said(words, counted), threading.Event()
    said.tell()

    def repeat() -> None:
        while not done.wait(ON_SCREEN if sys.stdout.isatty() else in_log):
            said.tell()

    teller = threading.Thread(target=repeat, daemon=True)
    teller.start()
    try:
        yield said
    finally:
        done.set()
        teller.join()
        if sys.stdout.isatty():
            print(flush=True)


def run_patiently(words: str, *command: str) -> int:
    """Run the command; what it says is shown only when it fails."""
    with saying(words):
        end = subprocess.run(
            command,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            check=False,
        )
    if end.returncode:
        print(end.stdout, file=sys.stderr)
    return end.returncode


if __name__ == "__main__":
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    sys.exit(run_patiently(*sys.argv[1:]))
