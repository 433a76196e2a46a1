"""The words and options of `python -m dashboard boundaries install | check | remove`."""

import argparse
from pathlib import Path

from dashboard.i18n import Translator
from dashboard.settings import Settings
from dashboard.store import load

TITLE = "COD-AB"
PUBLISHER = "OCHA"


def add_boundaries(commands: "argparse._SubParsersAction[argparse.ArgumentParser]", t: Translator) -> None:
    """Add the command and its actions to the command line."""
    parser = commands.add_parser("boundaries", help=t("command.boundaries"))
    actions = parser.add_subparsers(dest="action", required=True)
    install = actions.add_parser("install", help=t("command.boundaries.install"))
    install.add_argument("file", type=Path, help=t("command.boundaries.file"))
    install.add_argument("--admin1", type=Path, help=t("command.boundaries.admin1"))
    install.add_argument("--title", default=TITLE, help=t("command.boundaries.title"))
    install.add_argument("--publisher", default=PUBLISHER, help=t("command.boundaries.publisher"))
    install.add_argument("--date", default="", help=t("command.boundaries.date"))
    install.add_argument("--licence", default="", help=t("command.boundaries.licence"))
    actions.add_parser("check", help=t("command.boundaries.check"))
    actions.add_parser("remove", help=t("command.boundaries.remove"))


def run_boundaries(options: argparse.Namespace, settings: Settings, t: Translator) -> int:
    """Do what was asked and say it; the exit status is 1 when it could not be done."""
    if options.action == "install":
        return _install(options, settings, t)
    return _check(settings, t) if options.action == "check" else _remove(settings, t)


def _install(options: argparse.Namespace, settings: Settings, t: Translator) -> int:
    from dashboard.operate.boundaries import Origin, install
    from dashboard.operate.boundary_file import RefusedError

    origin = Origin(options.title, options.publisher, options.date, options.licence)
    try:
        card = install(load(settings.data), options.file, options.admin1, origin, settings.boundaries)
    except RefusedError as refusal:
        for key, facts in refusal.reasons:
            print(t(key, None, **facts))
        print(t("boundaries.refused", file=options.file.name))
        return 1
    print(
        t(
            "boundaries.installed",
            folder=str(settings.boundaries),
            file=card["file"],
            date=card["date"] or t("boundaries.unknown_date"),
            points=t.number(card["points"]),
            error=t.percent(card["error_pct"]),
            unit=card["error_unit"],
        )
    )
    if not card["coverage"]:
        print(t("boundaries.no_coverage"))
    if not card["licence"]:
        print(t("boundaries.say_licence"))
    return 0


def _check(settings: Settings, t: Translator) -> int:
    from dashboard.operate.boundaries import problems_of

    problems = problems_of(load(settings.data), settings.boundaries)
    for key, facts in problems:
        print(t(key, None, **facts))
    if not problems:
        print(t("boundaries.sound", folder=str(settings.boundaries)))
    return 1 if problems else 0


def _remove(settings: Settings, t: Translator) -> int:
    from dashboard.operate.boundaries import remove

    print(
        t(
            "boundaries.removed" if remove(settings.boundaries) else "boundaries.none",
            folder=str(settings.boundaries),
        )
    )
    return 0
