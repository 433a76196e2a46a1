"""What is wrong with the essentials in a further language is told by file, before readers meet it."""

import pytest

from dashboard.i18n import LANGUAGES, translator
from dashboard.operate.report import problem_lines
from dashboard.store.summaries import HEAVIEST, read_summaries

HEAD = "---\nlanguage: Lala\ntitle: Lala lo\nsource: Équipe, 2022\n---\n"
GOOD = {"bm.md": f"{HEAD}La li lo.\n", "bm.ogg": "voice"}

FAULTS = [
    ("summary_code", {"bambara.md": GOOD["bm.md"], "bambara.ogg": "voice"}),
    ("summary_head", {"bm.md": "La li lo.\n"}),
    ("summary_head", {"bm.md": GOOD["bm.md"].replace("language: Lala\n", "")}),
    ("summary_empty", {"bm.md": HEAD}),
    ("summary_voiceless", {"bm.ogg": None}),
    ("summary_wordless", {"ff.mp3": "voice"}),
    ("summary_heavy", {"bm.ogg": "v" * (HEAVIEST + 1)}),
]


def read(folder, files):
    (folder / "summaries").mkdir()
    for name, text in files.items():
        if text is not None:
            (folder / "summaries" / name).write_text(text, encoding="utf-8")
    return read_summaries(folder)


def test_no_folder_is_no_fault(tmp_path):
    assert read_summaries(tmp_path) == ({}, [])


def test_a_sound_one_is_read_whole(tmp_path):
    found, problems = read(tmp_path, GOOD)
    one = found["bm"]
    assert not problems
    assert (one.language, one.title, one.source, one.body) == ("Lala", "Lala lo", "Équipe, 2022", "La li lo.")
    assert (one.voice, one.suffix) == (b"voice", ".ogg")


@pytest.mark.parametrize(("rule", "files"), FAULTS)
def test_each_fault_is_told(tmp_path, rule, files):
    own = {} if "bambara.md" in files else GOOD
    found, problems = read(tmp_path, own | files)
    assert [one.rule for one in problems] == [rule]
    assert rule == "summary_wordless" or not found
    for language in LANGUAGES:
        (line,) = problem_lines(problems, translator(language))
        assert line.startswith("summaries/") and "{" not in line
