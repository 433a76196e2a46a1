"""What cannot be understood is said in words of the terminal's language, never in the library's."""

import re

import pytest

from dashboard.operate.commands import main

LANGUAGES = {"fr": 0, "en": 1}  # place of the words below
WRONG = {
    "no command": ([], ("dites quoi faire ; commandes : validate", "say what to do; commands: validate")),
    "unknown command": (["valider"], ("pas une commande ; choisissez", "“valider” is no command")),
    "no action": (["boundaries"], ("quoi faire ; commandes : fetch", "what to do; commands: fetch")),
    "unknown action": (["boundaries", "get"], ("pas une commande ; choisissez", "“get” is no command")),
    "missing argument": (["boundaries", "install"], ("il manque : FICHIER", "missing: FILE")),
    "unknown option": (["validate", "--now"], ("inconnu ici : --now", "unknown here: --now")),
    "one too many": (["prepare", "twice"], ("inconnu ici : twice", "unknown here: twice")),
    "half an option": (["boundaries", "fetch", "--qui"], ("inconnu ici : --qui", "unknown here: --qui")),
    "option without value": (["boundaries", "fetch", "--from"], ("--from demande une", "--from asks for a")),
    "value without need": (["boundaries", "fetch", "--yes=no"], ("--yes ne prend pas", "--yes takes no")),
    "no number": (
        ["boundaries", "fetch", "--within", "soon"],
        ("--within demande un nombre, pas « soon »", "--within asks for a number, not “soon”"),
    ),
}  # fmt: skip
LIBRARY = re.compile(
    r"usage: .*\[-h\] \{|invalid|required|unrecognized|expected one|positional|show this|choose from '"
)
COMMANDS = ("", "validate", "prepare", "boundaries", "boundaries fetch", "boundaries install")


def said(arguments, language, capsys, monkeypatch):
    """(exit status, standard output, standard error), each with plain spaces and in one line."""
    monkeypatch.setenv("LC_ALL", f"{language}_XX.UTF-8")
    monkeypatch.setenv("COLUMNS", "200")
    with pytest.raises(SystemExit) as end:
        main(arguments)
    printed = capsys.readouterr()
    return end.value.code, *(" ".join(re.sub("[\u00a0\u202f]", " ", text).split()) for text in printed)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("case", WRONG)
def test_a_slip_on_the_command_line_is_told_in_words(case, language, capsys, monkeypatch):
    arguments, words = WRONG[case]
    status, out, err = said(arguments, language, capsys, monkeypatch)
    assert (status, out) == (2, "")
    assert words[LANGUAGES[language]] in err
    assert err.startswith(("usage : dashboard", "usage: dashboard")[LANGUAGES[language]])
    assert not LIBRARY.search(err)


@pytest.mark.parametrize("command", COMMANDS)
def test_help_is_in_the_language_of_the_terminal(command, capsys, monkeypatch):
    arguments = [*command.split(), "--help"]
    french, english = (said(arguments, language, capsys, monkeypatch) for language in LANGUAGES)
    assert (french[0], english[0]) == (0, 0)
    assert "montre cette aide" in french[1]
    assert "shows this help" in english[1]
    assert not any(LIBRARY.search(text) for text in (french[1], english[1].replace("shows this", "")))
