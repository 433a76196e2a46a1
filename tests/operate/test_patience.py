"""Whoever waits reads what is done and how far it is; a command that fails shows what it said."""

import os
import subprocess
import sys
from io import StringIO

from dashboard.operate import patience
from dashboard.operate.patience import run_patiently, saying


class Terminal(StringIO):
    """Somebody looks."""

    def isatty(self):
        return True


def test_a_terminal_is_told_anew_while_the_work_goes_on(monkeypatch):
    screen, told = Terminal(), []
    monkeypatch.setattr(patience, "ON_SCREEN", 0.001)
    monkeypatch.setattr("sys.stdout", screen)
    with saying("Building", lambda: f"{len(told)} ready"):
        while screen.getvalue().count("Building") < 3:
            told.append(1)
    first, *again = screen.getvalue().split("\r\033[K")[1:]
    assert first == "Building · 0 ready"
    assert len(again) >= 2
    assert screen.getvalue().endswith("\n")


def test_a_log_gets_one_line_where_one_is_enough(capsys):
    with saying("Building", in_log=None):
        pass
    assert capsys.readouterr().out == "Building\n"


def test_a_command_is_silent_when_it_works_and_told_when_it_fails(capfd):
    assert run_patiently("Working", sys.executable, "-c", "print('chatter')") == 0
    assert capfd.readouterr() == ("Working\n", "")
    assert run_patiently("Working", sys.executable, "-c", "print('why'); raise SystemExit(3)") == 3
    assert "why" in capfd.readouterr().err


def test_it_needs_no_package_of_others():
    """It speaks while they are installed."""
    command = [
        sys.executable,
        "-S",
        "-m",
        "dashboard.operate.patience",
        "Mot / word",
        sys.executable,
        "-c",
        "",
    ]
    end = subprocess.run(
        command, env={**os.environ, "PYTHONPATH": "src"}, capture_output=True, text=True, check=True
    )
    assert end.stdout.startswith("Mot / word")
