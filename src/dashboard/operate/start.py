"""The start of the server, as its operator sees it in the terminal."""

import sys

from dashboard.domain.errors import BrokenPackageError
from dashboard.i18n import Translator, translator
from dashboard.operate.last_good import DataSource, Opened
from dashboard.operate.report import report_lines
from dashboard.operate.terminal import speak_plainly, terminal_language
from dashboard.settings import Settings
from dashboard.store.build import why_unwritable


def data_or_stop(settings: Settings) -> tuple[DataSource, Opened]:
    """Where the data are, and those to begin with: of the folder, else the last good ones.

    Where there are neither, the process ends with the very lines that `validate` prints.
    """
    speak_plainly()
    t = translator(terminal_language())
    print(t("start.loading"), flush=True)
    source = source_of(settings, t)
    try:
        opened = source.open_or_last_good()
    except BrokenPackageError as broken:
        sys.exit("\n".join(report_lines(broken.problems, t)))
    if opened.problems:  # which the log of the server tells
        print(t("start.last_good", version=opened.catalog.version), flush=True)
    return source, opened


def source_of(settings: Settings, t: Translator) -> DataSource:
    """Where the data are; a build folder that keeps nothing is told in one sentence."""
    reason = why_unwritable(settings.build)
    if reason:
        print(t("start.build", folder=str(settings.build), reason=reason), flush=True)
    return DataSource(settings.data, settings.build)
