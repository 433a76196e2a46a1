"""The command line of the operator: validate, boundaries."""

import argparse
import os
from pathlib import Path

from dashboard.i18n import LANGUAGES, Translator, translator
from dashboard.operate.boundary_commands import add_boundaries, run_boundaries
from dashboard.operate.report import problem_lines
from dashboard.settings import from_environment
from dashboard.store import content_hash, problems_of


def main(arguments: list[str]) -> int:
    """Run a command; the exit status is 0 when all is well and 1 when something must be mended."""
    t = translator(_language())
    parser = argparse.ArgumentParser(prog="python -m dashboard", description=t("command.description"))
    commands = parser.add_subparsers(dest="command", required=True)
    validate = commands.add_parser("validate", help=t("command.validate"))
    validate.add_argument("folder", nargs="?", type=Path, default=from_environment().data)
    add_boundaries(commands, t)
    options = parser.parse_args(arguments)
    if options.command == "boundaries":
        return run_boundaries(options, from_environment(), t)
    return _validate(options.folder, t)


def _language() -> str:
    """The language of the operator's terminal, French where we lack it."""
    wanted = (os.environ.get("LC_ALL") or os.environ.get("LANG") or "").split("_")[0]
    return wanted if wanted in LANGUAGES else LANGUAGES[0]


def _validate(folder: Path, t: Translator) -> int:
    problems = problems_of(folder)
    for line in problem_lines(problems, t):
        print(line)
    if problems:
        print(t("validate.problems", n=len(problems)))
        return 1
    print(t("validate.clean", version=content_hash(folder)))
    return 0
