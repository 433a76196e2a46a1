"""The operator's text of a report: the one that the tables were read from is installed, all else refused."""

import pytest
from tests.invented_report import report_lines

from dashboard.operate.commands import main
from dashboard.store.report_texts import read_texts

YEAR = 2021
SIZE = 6_000_000


@pytest.fixture(scope="module")
def text(catalog):
    return "\n".join(report_lines(catalog, YEAR)) + "\n"


@pytest.fixture
def folder(tmp_path, monkeypatch, catalog):
    monkeypatch.setattr("dashboard.store.load", lambda _: catalog)  # read once for all
    monkeypatch.setenv("DASHBOARD_TEXTS", str(tmp_path / "texts"))
    return tmp_path / "texts"


def run(monkeypatch, capsys, language, *words):
    monkeypatch.setenv("LC_ALL", f"{language}.UTF-8")
    status = main(["report", *map(str, words)])
    return status, capsys.readouterr().out


def test_a_text_is_installed_checked_and_removed(text, folder, tmp_path, monkeypatch, capsys):
    file = tmp_path / "rapport.txt"
    file.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    status, said = run(monkeypatch, capsys, "fr_FR", "install", file)
    assert status == 0 and "437 des 437 nombres" in said and str(folder) in said
    assert read_texts(folder) == {YEAR: tuple(text.splitlines())}
    assert [path.name for path in folder.iterdir()] == [f"{YEAR}.txt"]
    status, said = run(monkeypatch, capsys, "en_GB", "check")
    assert status == 0 and "437 of the 437 numbers" in said
    assert run(monkeypatch, capsys, "en_GB", "remove")[0] == 0
    assert read_texts(folder) == {} and run(monkeypatch, capsys, "fr_FR", "check")[0] == 1


HOSTILE = {
    "binary": (lambda text: b"%PDF-1.7\n" + bytes(range(256)), "texte brut", "plain text"),
    "zeros": (lambda text: text.encode() + b"\0", "texte brut", "plain text"),
    "empty": (lambda text: b" \n\n", "est vide", "is empty"),
    "huge": (lambda text: b"a" * SIZE, "dépasse 5 Mo", "larger than 5 MB"),
    "another text": (lambda text: b"Un autre rapport.\n" * 900, "n’est pas le texte", "is not the text"),
    "other lines": (lambda text: b"\n" + text.encode(), "n’est pas le texte", "is not the text"),
    "pointer": (lambda text: b"version https://git-lfs.github.com/spec/v1\n", "Git LFS", "Git LFS"),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_another_file_is_refused_in_words_and_nothing_changes(
    text, folder, tmp_path, monkeypatch, capsys, kind
):
    make, *words = HOSTILE[kind]
    folder.mkdir()
    (folder / f"{YEAR}.txt").write_text("before\n")
    file = tmp_path / "file.txt"
    file.write_bytes(make(text))
    for language, expected in zip(("fr_FR", "en_GB"), words, strict=True):
        status, said = run(monkeypatch, capsys, language, "install", file)
        assert status == 1 and expected in said and "file.txt" in said
    assert read_texts(folder) == {YEAR: ("before",)}
    assert len(list(folder.iterdir())) == 1


def test_a_folder_or_nothing_is_no_text(folder, tmp_path, monkeypatch, capsys):
    for path in (tmp_path, tmp_path / "absent.txt"):
        status, said = run(monkeypatch, capsys, "fr_FR", "install", path)
        assert status == 1 and "n’existe pas" in said and not folder.exists()
