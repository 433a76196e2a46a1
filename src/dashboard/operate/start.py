"""The start of the server, as its operator sees it in the terminal."""

import sys
from pathlib import Path

from dashboard.domain.errors import BrokenPackageError
from dashboard.i18n import translator
from dashboard.operate.opening import open_data
from dashboard.operate.report import report_lines
from dashboard.operate.terminal import speak_plainly, terminal_language
from dashboard.store import Catalog


def data_or_stop(folder: Path) -> Catalog:
    """The data of a folder; broken ones end the process with the very lines that `validate` prints."""
    speak_plainly()
    t = translator(terminal_language())
    print(t("start.loading"), flush=True)
    try:
        return open_data(folder)
    except BrokenPackageError as broken:
        sys.exit("\n".join(report_lines(broken.problems, t)))
