"""The words and options of `dashboard boundaries install | fetch | check | remove`."""

import argparse
from pathlib import Path

from dashboard.i18n import Translator
from dashboard.operate.command_line import CommandLine, explained


def add_boundaries(commands: "argparse._SubParsersAction[CommandLine]", t: Translator) -> None:
    """Add the command and its actions to the command line."""
    actions = commands.add_parser("boundaries", **explained(t, "boundaries")).with_actions("action")
    folder, file, seconds = t("usage.folder"), t("usage.file"), t("usage.seconds")
    fetch = actions.add_parser("fetch", **explained(t, "boundaries.fetch"))
    fetch.add_argument("--print", action="store_true", dest="only_print", help=t("command.boundaries.print"))
    fetch.add_argument(
        "--from", dest="address", metavar=t("usage.address"), help=t("command.boundaries.from")
    )
    fetch.add_argument("--keep", type=Path, metavar=folder, help=t("command.boundaries.keep"))
    fetch.add_argument("--yes", action="store_true", help=t("command.boundaries.yes"))
    fetch.add_argument("--within", type=float, metavar=seconds, help=t("command.boundaries.within"))
    fetch.add_argument("--quick", action="store_true", help=t("command.boundaries.quick"))
    install = actions.add_parser("install", **explained(t, "boundaries.install"))
    install.add_argument("file", type=Path, metavar=file, help=t("command.boundaries.file"))
    install.add_argument("--admin1", type=Path, metavar=file, help=t("command.boundaries.admin1"))
    for name in ("title", "publisher", "date", "licence"):
        about = t(f"command.boundaries.{name}")
        install.add_argument(f"--{name}", default="", metavar=t("usage.text"), help=about)
    actions.add_parser("check", **explained(t, "boundaries.check"))
    actions.add_parser("remove", **explained(t, "boundaries.remove"))
