"""Makes what the server keeps in its build folder, before it starts, and says how far it is."""

import compileall
import time
from pathlib import Path

from dashboard.i18n import Translator
from dashboard.operate.last_good import DataSource, Opened
from dashboard.operate.patience import saying
from dashboard.operate.report import report_lines
from dashboard.operate.start import tell_unwritable
from dashboard.settings import ROOT, Settings


def prepare(settings: Settings, source: DataSource, opened: Opened, t: Translator) -> int:
    """Compress, pack and lay out all that takes long for the data; nothing where all is there."""
    tell_unwritable(settings, source, t)
    if opened.problems:
        print("\n".join(report_lines(opened.problems, t)))
        print(t("start.last_good", version=opened.catalog.version))
    start = time.time()
    with saying(t("prepare.files"), lambda: t("prepare.ready", n=_made_since(settings.build, start))):
        # Where Python writes no bytecode by itself, each start would compile every module.
        compileall.compile_dir(ROOT / "src", quiet=2)
        # Imported here: the check of the tables needs no server.
        from dashboard.web.app import create_app
        from dashboard.web.exports import Exports

        create_app(settings, opened.catalog)
        Exports(opened.catalog, settings.build).make()
    return 0


def _made_since(folder: Path, start: float) -> int:
    """Whole files that were written since."""
    whole = (path for path in folder.glob("*") if path.suffix != ".part")
    return sum(path.stat().st_mtime >= start for path in whole)
