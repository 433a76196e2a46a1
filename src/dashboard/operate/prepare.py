"""Makes what the server keeps in its build folder, before it starts, and says how far it is."""

import compileall
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread

from dashboard.i18n import Translator
from dashboard.operate.opening import open_data
from dashboard.settings import ROOT, Settings

EVERY = 2
"""Seconds after which a patient person wants a word."""


def prepare(settings: Settings, t: Translator) -> int:
    """Check the tables, then compress, pack and lay out all that takes long; nothing where all is there."""
    print(t("prepare.tables"), flush=True)
    catalog = open_data(settings.data)
    print(t("prepare.files"), flush=True)
    with counted(settings.build, t):
        # Where Python writes no bytecode by itself, each start would compile every module.
        compileall.compile_dir(ROOT / "src", quiet=2)
        # Imported here: the other commands need no server.
        from dashboard.web.app import create_app

        create_app(settings, catalog)
    return 0


@contextmanager
def counted(folder: Path, t: Translator) -> Iterator[None]:
    """While the work goes on, every two seconds a line says how many files of the folder are ready."""
    start, done = time.time(), Event()

    def watch() -> None:
        while not done.wait(EVERY):
            ready = sum(path.stat().st_mtime >= start for path in folder.glob("*") if path.exists())
            print(t("prepare.ready", n=ready, seconds=round(time.time() - start)), flush=True)

    watcher = Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield
    finally:
        done.set()
        watcher.join()
