"""The command line of the operator: validate, boundaries, prepare."""

import sys
from pathlib import Path

from dashboard.domain.errors import BrokenPackageError
from dashboard.i18n import Translator, translator
from dashboard.operate.boundary_commands import add_boundaries, run_boundaries
from dashboard.operate.command_line import CommandLine, explained
from dashboard.operate.opening import open_data
from dashboard.operate.prepare import prepare
from dashboard.operate.report import report_lines, year_lines
from dashboard.operate.terminal import speak_plainly, terminal_language
from dashboard.settings import from_environment


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
        if options.command == "boundaries":
            return run_boundaries(options, from_environment(), t)
        if options.command == "prepare":
            return prepare(from_environment(), t)
        return _validate(options.folder, t)
    except BrokenPackageError as broken:
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
    commands.add_parser("prepare", **explained(t, "prepare"))
    add_boundaries(commands, t)
    return parser


def _validate(folder: Path, t: Translator) -> int:
    print(t("validate.checking", folder=folder.resolve().name), flush=True)
    catalog = open_data(folder.resolve())
    for line in year_lines(catalog, t):
        print(line)
    print(t("validate.clean", version=catalog.version))
    return 0
