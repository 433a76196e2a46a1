"""The command line of the operator: validate, diff, workbook, publish, rollback, preview, and the rest.

What a command needs is imported once its first word is said: to import it takes seconds.
"""

import argparse
import shutil
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from dashboard.domain.errors import BrokenPackageError
from dashboard.i18n import Translator, translator
from dashboard.i18n.languages import SPOKEN
from dashboard.operate.boundary_options import add_boundaries
from dashboard.operate.command_line import CommandLine, explained
from dashboard.operate.patience import saying
from dashboard.operate.report_commands import add_report, run_report
from dashboard.operate.terminal import speak_plainly, terminal_language
from dashboard.settings import from_environment

if TYPE_CHECKING:
    from dashboard.store import Catalog


def run() -> int:
    """The command `dashboard`, as installed."""
    return main(sys.argv[1:])


def main(arguments: list[str]) -> int:
    """Run a command; the exit status is 0 when all is well and 1 when something must be mended.

    It is 2 where the command can't be understood.
    """
    speak_plainly()
    t = translator(terminal_language())
    options = _command_line(t).parse_args(arguments)
    try:
        return _COMMANDS[options.command](options, t)
    except BrokenPackageError as broken:
        from dashboard.operate.report import report_lines

        print("\n".join(report_lines(broken.problems, t)))
        return 1


def _command_line(t: Translator) -> CommandLine:
    parser = CommandLine(t, prog="dashboard", description=t("command.description"))
    commands = parser.with_actions("command")
    validate = commands.add_parser("validate", **explained(t, "validate"))
    validate.add_argument(
        "folder", nargs="?", type=Path, default=from_environment().data, metavar=t("usage.folder"),
        help=t("command.validate.folder"),
    )  # fmt: skip
    diff = commands.add_parser("diff", **explained(t, "diff"))
    for name in ("old", "new"):
        diff.add_argument(name, type=Path, metavar=t(f"usage.{name}"), help=t(f"command.diff.{name}"))
    _add_workbook(commands, t)
    _add_publishing(commands, t)
    commands.add_parser("prepare", **explained(t, "prepare"))
    _add_new_country(commands, t)
    add_boundaries(commands, t)
    add_report(commands, t)
    return parser


def _add_workbook(commands: "argparse._SubParsersAction[CommandLine]", t: Translator) -> None:
    actions = commands.add_parser("workbook", **explained(t, "workbook")).with_actions("action")
    for name in ("out", "new-year", "in"):
        action = actions.add_parser(name, **explained(t, f"workbook.{name}"))
        action.add_argument("file", type=Path, metavar=t("usage.file"), help=t("command.workbook.file"))
        action.add_argument(
            "folder", nargs="?", type=Path, default=from_environment().data, metavar=t("usage.folder"),
            help=t("command.workbook.folder"),
        )  # fmt: skip


def _add_new_country(commands: "argparse._SubParsersAction[CommandLine]", t: Translator) -> None:
    country = commands.add_parser("new-country", **explained(t, "new-country"))
    country.add_argument("code", metavar=t("usage.country"), help=t("command.new-country.code"))
    country.add_argument("folder", type=Path, metavar=t("usage.folder"), help=t("command.new-country.folder"))
    country.add_argument("--year", type=int, metavar=t("usage.year"), default=date.today().year - 1,
                         help=t("command.new-country.year"))  # fmt: skip
    country.add_argument("--languages", type=lambda text: tuple(text.split(",")), default=SPOKEN,
                         metavar=t("usage.languages"), help=t("command.new-country.languages"))  # fmt: skip


def _add_publishing(commands: "argparse._SubParsersAction[CommandLine]", t: Translator) -> None:
    publish = commands.add_parser("publish", **explained(t, "publish"))
    publish.add_argument("folder", type=Path, metavar=t("usage.folder"), help=t("command.publish.folder"))
    rollback = commands.add_parser("rollback", **explained(t, "rollback"))
    rollback.add_argument(
        "version", nargs="?", default="", metavar=t("usage.version"), help=t("command.rollback.version")
    )
    commands.add_parser("preview", **explained(t, "preview"))
    for command in (publish, rollback):
        command.add_argument("--yes", action="store_true", help=t("command.publish.yes"))


def _workbook(options: argparse.Namespace, t: Translator) -> int:
    if options.action == "in" and not options.folder.exists():
        # A draft begins as what is published.
        shutil.copytree(from_environment().data, options.folder)
    before = _checked(options.folder, t)
    if options.action == "in":
        return _taken_in(options, before, t)
    from dashboard.operate.officer_book import write_book

    write_book(before, options.file, t, next_year=options.action == "new-year")
    print(t("workbook.written", file=options.file.name))
    return 0


def _taken_in(options: argparse.Namespace, before: "Catalog", t: Translator) -> int:
    """What the workbook changes, once the tables hold it."""
    from dashboard.operate.difference import difference_lines
    from dashboard.operate.officer_return import read_book, take_in
    from dashboard.store.changes import changes_between

    after = read_book(options.file, options.folder)
    take_in(before, after, options.folder, [change.table for change in changes_between(before, after)])
    print("\n".join(difference_lines(before, after, t)))
    return 0


def _validate(options: argparse.Namespace, t: Translator) -> int:
    catalog = _checked(options.folder, t)
    from dashboard.operate.report import year_lines

    for line in year_lines(catalog, t):
        print(line)
    if not from_environment().contact:
        print(t("start.contact"))
    print(t("validate.clean", version=catalog.version))
    return 0


def _checked(folder: Path, t: Translator) -> "Catalog":
    """The data of a folder; BrokenPackageError with every problem."""
    folder = folder.resolve()
    with saying(t("validate.checking", folder=folder.name), in_log=None):
        from dashboard.operate.opening import open_data

        return open_data(folder)


def _diff(options: argparse.Namespace, t: Translator) -> int:
    before, after = (_checked(folder, t) for folder in (options.old, options.new))
    from dashboard.operate.difference import difference_lines

    print("\n".join(difference_lines(before, after, t)))
    return 0


def _new_country(options: argparse.Namespace, t: Translator) -> int:
    from dashboard.operate.new_country import run_new_country

    return run_new_country(options.code, options.folder, options.year, options.languages, t)


def _publish(options: argparse.Namespace, t: Translator) -> int:
    from dashboard.operate.publish_commands import run_publish

    return run_publish(options, from_environment(), t)


def _rollback(options: argparse.Namespace, t: Translator) -> int:
    from dashboard.operate.publish_commands import run_rollback

    return run_rollback(options, from_environment(), t)


def _preview(_: argparse.Namespace, t: Translator) -> int:
    from dashboard.operate.publish_commands import run_preview

    return run_preview(from_environment(), t)


def _prepare(_: argparse.Namespace, t: Translator) -> int:
    settings = from_environment()
    with saying(t("prepare.tables"), in_log=None):
        from dashboard.operate.last_good import DataSource
        from dashboard.operate.prepare import prepare

        source = DataSource(settings.data, settings.build, settings.releases)
        opened = source.open_or_last_good()
    return prepare(settings, source, opened, t)


def _boundaries(options: argparse.Namespace, t: Translator) -> int:
    from dashboard.operate.boundary_commands import run_boundaries

    return run_boundaries(options, from_environment(), t)


def _report(options: argparse.Namespace, t: Translator) -> int:
    return run_report(options, from_environment(), t)


_COMMANDS = {
    "validate": _validate,
    "new-country": _new_country,
    "diff": _diff,
    "workbook": _workbook,
    "publish": _publish,
    "rollback": _rollback,
    "preview": _preview,
    "prepare": _prepare,
    "boundaries": _boundaries,
    "report": _report,
}
