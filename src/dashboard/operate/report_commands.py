"""What `dashboard report install | check | remove` do and say."""

import argparse
from pathlib import Path

from dashboard.i18n import Translator
from dashboard.operate.command_line import CommandLine, explained
from dashboard.settings import Settings


def add_report(commands: "argparse._SubParsersAction[CommandLine]", t: Translator) -> None:
    """Add the command and its actions to the command line."""
    actions = commands.add_parser("report", **explained(t, "report")).with_actions("action")
    install = actions.add_parser("install", **explained(t, "report.install"))
    install.add_argument("file", type=Path, metavar=t("usage.file"), help=t("command.report.file"))
    for action in ("check", "remove"):
        actions.add_parser(action, **explained(t, f"report.{action}"))


def run_report(options: argparse.Namespace, settings: Settings, t: Translator) -> int:
    """Do what was asked and say it; the exit status is 1 when it could not be done."""
    if options.action == "install":
        return _install(options.file, settings, t)
    return _check(settings, t) if options.action == "check" else _remove(settings, t)


def _install(file: Path, settings: Settings, t: Translator) -> int:
    # Imported here, as below: the words of the command line need no tables.
    from dashboard.operate.boundary_forms import RefusedError
    from dashboard.operate.report_texts import install_text
    from dashboard.store import load

    try:
        installed = install_text(load(settings.data), file, settings.texts)
    except RefusedError as refusal:
        key, facts = refusal.reason
        print(t(key, None, **facts), t("boundaries.refused", file=file.name))
        return 1
    print(_fit(installed.year, installed.lines, installed.found, installed.numbers, t))
    print(t("report.restart", folder=str(settings.texts)))
    return 0


def _fit(year: int, lines: int, found: int, numbers: int, t: Translator) -> str:
    counted = {"lines": t.number(lines), "found": t.number(found), "numbers": t.number(numbers)}
    return t("report.installed", None, year=str(year), **counted)


def _check(settings: Settings, t: Translator) -> int:
    from dashboard.operate.report_texts import FITTING, check_texts
    from dashboard.store import load

    texts = check_texts(load(settings.data), settings.texts)
    for one in texts:
        print(_fit(one.year, one.lines, one.found, one.numbers, t))
    if not texts:
        print(t("report.none", folder=str(settings.texts)))
    return 0 if texts and all(one.found >= FITTING * one.numbers for one in texts) else 1


def _remove(settings: Settings, t: Translator) -> int:
    from dashboard.operate.report_texts import remove_texts

    print(t("report.removed" if remove_texts(settings.texts) else "report.none", folder=str(settings.texts)))
    return 0
