"""The data that passed the checks last outlive the process that opened them."""

import logging
import shutil
from dataclasses import asdict

import pytest
from flask import Flask

from dashboard.domain.errors import BrokenPackageError
from dashboard.operate.commands import main
from dashboard.operate.last_good import DataSource
from dashboard.store import content_hash, load
from dashboard.web.live import LOADING, Live
from store.packages import set_cell

WITH_NOTE = {"note": "Other data.", "note_fr": "D'autres données."}


def serving(source, opened):
    """A server over data; what it shows does not matter here."""
    rules = lambda problems: [problem.rule for problem in problems]  # noqa: E731
    return Live(source, lambda data, before: Flask(data.version), rules, opened.catalog, opened.problems)


def failure(live):
    return asdict(live.server.extensions[LOADING])["failure"]


def broken(package):
    (package / "axes.csv").write_text("broken\n", encoding="utf-8")


def test_a_restart_over_broken_data_serves_the_last_good_ones(package, tmp_path, caplog):
    source = DataSource(package, tmp_path / "build")
    good, table = source.open().version, (package / "axes.csv").read_bytes()
    broken(package)
    opened = source.open_or_last_good()
    assert (opened.catalog.version, opened.problems != []) == (good, True)
    assert len(opened.catalog["axes"]) == len(table.splitlines()) - 1
    with caplog.at_level(logging.ERROR):
        live = serving(source, opened)
    assert f"{content_hash(package)} are refused, {good} are served on" in caplog.text
    assert failure(live)["version"] == content_hash(package)
    (package / "axes.csv").write_bytes(table)
    assert not live.refresh()
    assert failure(live) == {}


def test_a_new_worker_of_an_old_master_serves_the_last_good_data(package, tmp_path):
    """The master began before the swap; a worker that it makes later must not go back to that."""
    source = DataSource(package, tmp_path / "build")
    start = source.open_or_last_good()
    set_cell(package, "places", {"place_id": "ML0703"}, **WITH_NOTE)
    swapped = source.open().version
    broken(package)
    late = serving(source, start)
    assert late.refresh()
    assert late.version == swapped != start.catalog.version
    assert failure(late)["problems"] > 0
    assert not late.refresh()


def test_a_broken_folder_is_refused_where_nothing_of_it_was_good(package, tmp_path):
    """What another folder left in the same build folder is nobody else's."""
    other = shutil.copytree(package, tmp_path / "other")
    DataSource(other, tmp_path / "build").open()
    broken(package)
    with pytest.raises(BrokenPackageError):
        DataSource(package, tmp_path / "build").open_or_last_good()
    broken(other)
    (copy,) = (tmp_path / "build").glob("*.zip")
    copy.write_bytes(b"half a file")
    with pytest.raises(BrokenPackageError):
        DataSource(other, tmp_path / "build").open_or_last_good()


def test_what_passed_the_checks_is_not_checked_again_by_the_same_code(package, tmp_path, monkeypatch):
    """However many years a folder holds, a start over known data opens one file; other code asks anew."""
    asked = []
    monkeypatch.setattr(
        "dashboard.operate.last_good.open_data", lambda folder: asked.append(folder) or load(folder)
    )
    source = DataSource(package, tmp_path / "build")
    first, again = source.open(), DataSource(package, tmp_path / "build").open()
    assert len(asked) == 1
    assert (again.version, again.package, again.lines) == (first.version, first.package, first.lines)
    assert all(again[name].equals(first[name]) for name in first.frames)
    assert [str(frame.dtypes) for frame in again.frames.values()] == [
        str(frame.dtypes) for frame in first.frames.values()
    ]
    set_cell(package, "places", {"place_id": "ML0703"}, **WITH_NOTE)
    other = source.open()
    assert (len(asked), other.version == first.version) == (2, False)
    (kept,) = (tmp_path / "build").glob("checked-*")
    kept.write_bytes(kept.read_bytes()[:1000])
    assert source.open().version == other.version
    monkeypatch.setattr("dashboard.operate.last_good.page_version", lambda version: f"{version}-0123456789")
    assert source.open().version == other.version
    assert len(asked) == 4


def test_a_reload_asks_what_the_start_asks(package, tmp_path):
    """A question that leads nowhere is a fault that only the pages can see."""
    source = DataSource(package, tmp_path / "build")
    live = serving(source, source.open_or_last_good())
    before = live.version
    set_cell(package, "questions", {}, page="nowhere")
    assert not live.refresh()
    assert (live.version, failure(live)["first"]) == (before, "question_page")


@pytest.mark.parametrize(("language", "word"), [("fr", "dernières bonnes données"), ("en", "last good data")])
def test_the_files_are_prepared_for_the_last_good_data(
    package, tmp_path, language, word, capsys, monkeypatch
):
    monkeypatch.setenv("LC_ALL", f"{language}_XX.UTF-8")
    monkeypatch.setenv("DASHBOARD_DATA", str(package))
    monkeypatch.setenv("DASHBOARD_BUILD", str(tmp_path / "build"))
    prepared = []
    monkeypatch.setattr("dashboard.web.app.create_app", lambda settings, catalog: prepared.append(catalog))
    monkeypatch.setattr("dashboard.web.exports.Exports.make", lambda files: None)
    monkeypatch.setattr("compileall.compile_dir", lambda *folder, quiet: True)
    good = DataSource(package, tmp_path / "build").open().version
    broken(package)
    assert main(["prepare"]) == 0
    assert word in capsys.readouterr().out
    assert [catalog.version for catalog in prepared] == [good]
