"""The build folder keeps the newest of each file, whoever else writes there, and may be missing."""

import logging
import os
from concurrent.futures import ThreadPoolExecutor

from dashboard.store.build import ABANDONED, kept, why_unwritable

OLD, NEW = "a" * 10, "b" * 10


def test_a_content_is_made_once_and_older_makings_go(tmp_path):
    made = []
    for stamp in (OLD, OLD, NEW):
        kept(tmp_path, "report-{}.zip", stamp, lambda stamp=stamp: made.append(stamp) or stamp.encode())
    assert made == [OLD, NEW]
    assert [file.name for file in tmp_path.iterdir()] == [f"report-{NEW}.zip"]


def test_files_of_other_names_stay(tmp_path):
    names = ["report-fr-{}.zip", "report-{}.xlsx", "other-{}.zip"]
    for name in names:
        kept(tmp_path, name, OLD, lambda: b"")
    (tmp_path / "report-notes.zip").touch()
    kept(tmp_path, "report-{}.zip", NEW, lambda: b"")
    left = {file.name for file in tmp_path.iterdir()}
    assert left == {*(name.format(OLD) for name in names), "report-notes.zip", f"report-{NEW}.zip"}


def test_what_a_killed_process_left_goes_when_it_is_old(tmp_path):
    for name, age in (("old.part", 2 * ABANDONED), ("young.part", 0)):
        (tmp_path / name).touch()
        past = (tmp_path / name).stat().st_mtime - age
        os.utime(tmp_path / name, (past, past))
    kept(tmp_path, "report-{}.zip", NEW, lambda: b"")
    assert {file.name for file in tmp_path.iterdir()} == {"young.part", f"report-{NEW}.zip"}


def test_many_at_once_each_get_their_own(tmp_path):
    stamps = [f"{number % 3:010x}" for number in range(60)]
    with ThreadPoolExecutor(12) as pool:
        contents = pool.map(lambda s: kept(tmp_path, "report-{}.zip", s, lambda: s.encode() * 1000), stamps)
        assert list(contents) == [stamp.encode() * 1000 for stamp in stamps]
    assert not list(tmp_path.glob("*.part"))


def test_a_folder_that_cannot_be_written_costs_one_warning(tmp_path, caplog):
    (tmp_path / "build").touch()
    with caplog.at_level(logging.WARNING):
        for name in ("report-{}.zip", "other-{}.zip"):
            assert kept(tmp_path / "build", name, NEW, lambda: b"made") == b"made"
    assert caplog.text.count("not kept") == 1


def test_why_a_folder_cannot_be_written_is_asked_beforehand(tmp_path, caplog):
    assert why_unwritable(tmp_path / "new") == ""
    assert list((tmp_path / "new").iterdir()) == []
    (tmp_path / "build").touch()
    assert why_unwritable(tmp_path / "build")
    with caplog.at_level(logging.WARNING):
        kept(tmp_path / "build", "report-{}.zip", NEW, lambda: b"made")
    assert caplog.text == ""
