"""A command line whose help and whose complaints are in the language of the terminal."""

import argparse
import re
import sys
from collections.abc import Iterable
from functools import partial
from typing import Any, NoReturn, TypedDict

from dashboard.i18n import Translator

_WRONG = 2
"""Exit status of a command that can't be understood."""

_COMPLAINTS = {
    "usage.unknown_command": r"argument .*: invalid choice: '?(?P<value>.*?)'? \(choose from .*\)",
    "usage.missing": r"the following arguments are required: (?P<names>.*)",
    "usage.unknown": r"unrecognized arguments: (?P<names>.*)",
    "usage.no_value": r"argument (?P<name>.*): expected one argument",
    "usage.value_too_many": r"argument (?P<name>.*): ignored explicit argument '(?P<value>.*)'",
    "usage.not_a_number": r"argument (?P<name>.*): invalid float value: '(?P<value>.*)'",
}
"""Key of our words -> what the library says, which has no words but English ones."""


class CommandLine(argparse.ArgumentParser):
    """A command or one of its actions."""

    def __init__(self, t: Translator, **options: Any) -> None:
        super().__init__(add_help=False, allow_abbrev=False, formatter_class=partial(_Help, t), **options)
        self._t = t
        self._actions_by_name: Iterable[str] = ()
        self._positionals.title, self._optionals.title = t("usage.arguments"), t("usage.options")
        self.add_argument("-h", "--help", action="help", help=t("usage.help"))

    def with_actions(self, dest: str) -> "argparse._SubParsersAction[CommandLine]":
        """What may be added to: the actions of this command, one of which must be named."""
        t = self._t
        made: Any = partial(CommandLine, t)  # each action speaks the language of its command
        actions: argparse._SubParsersAction[CommandLine] = self.add_subparsers(
            dest=dest, required=True, title=t("usage.commands"), metavar=t("usage.command"), parser_class=made
        )
        self._actions_by_name = actions.choices
        return actions

    def error(self, message: str) -> NoReturn:
        """Say what can't be understood and how the command is written; the process ends."""
        self.print_usage(sys.stderr)
        self.exit(_WRONG, f"{self.prog}: {self._in_words(message)}\n")

    def _in_words(self, message: str) -> str:
        key, facts = _understood(message)
        if facts.get("names") == self._t("usage.command"):
            key = "usage.missing_command"
        return self._t.template(key).format_map({**facts, "allowed": ", ".join(self._actions_by_name)})


def _understood(message: str) -> tuple[str, dict[str, str]]:
    """Key and facts of what the library says."""
    for key, pattern in _COMPLAINTS.items():
        if found := re.fullmatch(pattern, message, re.DOTALL):
            return key, found.groupdict()
    return "usage.other", {}


class _Explained(TypedDict):
    help: str
    description: str


def explained(t: Translator, command: str) -> _Explained:
    """What an action does, for the help of its command and for its own."""
    text = t(f"command.{command}")
    return _Explained(help=text, description=text)


class _Help(argparse.HelpFormatter):
    """Help that begins with our word for "usage"."""

    def __init__(self, t: Translator, prog: str) -> None:
        super().__init__(prog)
        self._t = t

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        """The first line."""
        ours = self._t("usage.usage") + " "
        super().add_usage(usage, actions, groups, ours if prefix is None else prefix)
