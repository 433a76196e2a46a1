"""Says what a long command does, and how long it has been at it: `patience.py WORDS COMMAND...`.

Without the packages there is no catalogue of words: whoever calls this speaks both languages at once.
"""

import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

ON_SCREEN, IN_LOG = 1, 10
"""Seconds between two words: a line that is written over on a terminal, one more line in a log."""


class Said:
    """What is being done; it may be changed while it is."""

    def __init__(self, words: str) -> None:
        self.words, self._start = words, time.monotonic()

    def tell(self) -> None:
        """Say it with its seconds."""
        seconds = round(time.monotonic() - self._start)
        text = f"{self.words} · {seconds} s" if seconds else self.words
        print(*(["\r\033[K", text] if sys.stdout.isatty() else [text, "\n"]), sep="", end="", flush=True)


@contextmanager
def saying(words: str) -> Iterator[Said]:
    """While the work goes on, say now and then what it is."""
    said, done = Said(words), threading.Event()
    said.tell()

    def repeat() -> None:
        while not done.wait(ON_SCREEN if sys.stdout.isatty() else IN_LOG):
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


def main(words: str, *command: str) -> int:
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
    sys.stdout.reconfigure(errors="replace")
    sys.exit(main(*sys.argv[1:]))
