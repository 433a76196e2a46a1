"""The start of the server, as its operator sees it in the terminal."""

import sys

from dashboard.domain.errors import BrokenPackageError
from dashboard.i18n import Translator, translator
from dashboard.operate.last_good import DataSource, Opened
from dashboard.operate.report import report_lines
from dashboard.operate.terminal import speak_plainly, terminal_language
from dashboard.settings import Settings
from dashboard.web.prefix import usable
from dashboard.web.preview import preview_path


def data_or_stop(settings: Settings) -> tuple[DataSource, Opened]:
    """Where the data are, and those to begin with: of the folder, else the last good ones.

    Where there are neither, the process ends with the very lines that `validate` prints.
    """
    speak_plainly()
    t = translator(terminal_language())
    if not usable(settings.prefix):
        sys.exit(t("start.prefix", prefix=settings.prefix))
    source = DataSource(settings.data, settings.build, settings.releases)
    tell_unwritable(settings, source, t)
    if not settings.contact:
        print(t("start.contact"), flush=True)
    if not settings.public_address:
        print(t("start.address"), flush=True)
    if settings.draft and not preview_path(settings):
        print(t("start.secret"), flush=True)
    try:
        opened = source.open_or_last_good()
    except BrokenPackageError as broken:
        sys.exit("\n".join(report_lines(broken.problems, t)))
    if opened.problems:  # which the log of the server tells
        print(t("start.last_good", version=opened.catalog.version), flush=True)
    return source, opened


def tell_unwritable(settings: Settings, source: DataSource, t: Translator) -> None:
    """A build folder that keeps nothing, in one sentence."""
    if source.unwritable:
        print(t("start.build", folder=str(settings.build), reason=source.unwritable), flush=True)
