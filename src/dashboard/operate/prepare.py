"""Makes what the server keeps in its build folder, before it starts, and says how far it is."""

import compileall
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread

from dashboard.i18n import Translator
from dashboard.operate.report import report_lines
from dashboard.operate.start import source_of
from dashboard.settings import ROOT, Settings

EVERY = 2
"""Seconds after which a patient person wants a word."""

AT_LEAST_EVERY = 10
"""Seconds after which the word is said again though nothing new is ready."""


def prepare(settings: Settings, t: Translator) -> int:
    """Check the tables, then compress, pack and lay out all that takes long; nothing where all is there."""
    print(t("prepare.tables"), flush=True)
    opened = source_of(settings, t).open_or_last_good()
    if opened.problems:
        print("\n".join(report_lines(opened.problems, t)))
        print(t("start.last_good", version=opened.catalog.version))
    print(t("prepare.files"), flush=True)
    with _counted(settings.build, t):
        # Where Python writes no bytecode by itself, each start would compile every module.
        compileall.compile_dir(ROOT / "src", quiet=2)
        # Imported here: the other commands need no server.
        from dashboard.web.app import create_app

        create_app(settings, opened.catalog)
    return 0


@contextmanager
def _counted(folder: Path, t: Translator) -> Iterator[None]:
    """While the work goes on, a line now and then says how many files of the folder are ready."""
    start, done = time.time(), Event()

    def watch() -> None:
        told, when = 0, start
        while not done.wait(EVERY):
            ready, now = _made_since(folder, start), time.time()
            if ready != told or now - when >= AT_LEAST_EVERY:
                told, when = ready, now
                print(t("prepare.ready", n=ready, seconds=round(now - start)), flush=True)

    watcher = Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield
    finally:
        done.set()
        watcher.join()


def _made_since(folder: Path, start: float) -> int:
    """Whole files that were written since."""
    whole = (path for path in folder.glob("*") if path.suffix != ".part")
    return sum(path.stat().st_mtime >= start for path in whole)
