"""What is published changes as a whole, is shown before, and goes back with one word."""

import logging

import pytest

from dashboard.domain.publication import CellChange, TableChange
from dashboard.operate import releases
from dashboard.operate.commands import main
from dashboard.operate.last_good import DataSource
from dashboard.operate.releases import Releases, replace_folder, staged
from dashboard.store import content_hash, load
from dashboard.store.publications import publications
from store.packages import set_cell


@pytest.fixture
def published(package, tmp_path, monkeypatch):
    """The folder that is served, as the commands know it."""
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")
    monkeypatch.setenv("DASHBOARD_DATA", str(package))
    monkeypatch.setenv("DASHBOARD_RELEASES", str(tmp_path / "releases"))
    monkeypatch.setattr("dashboard.operate.publish_commands.open_data", load)  # without laying out pages
    return package


@pytest.fixture
def draft(package, tmp_path):
    """Other tables, ready to be published; a file that is open in a spreadsheet lies between them."""
    with staged(package, tmp_path / "draft") as copy:
        folder = copy.rename(tmp_path / "draft")
    set_cell(folder, "agencies", {"agency_id": "oim"}, name_fr="Un autre nom")
    (folder / "~$agencies.xlsx").write_text("lock", encoding="utf-8")
    return folder


def test_publishing_shows_what_changes_and_rollback_undoes_it(published, draft, tmp_path, capsys):
    old, new = content_hash(published), content_hash(draft)
    assert main(["publish", str(draft)]) == 1
    assert content_hash(published) == old, "nobody said yes"
    assert main(["publish", "--yes", str(draft)]) == 0
    assert "→ Un autre nom" in capsys.readouterr().out
    assert content_hash(published) == content_hash(draft) == new
    assert not list(published.glob("~*"))
    assert list(Releases(published, tmp_path / "releases").kept()) == [old]
    assert main(["rollback", "--yes"]) == 0
    assert content_hash(published) == old
    assert Releases(published, tmp_path / "releases").before() == new, "which undoes it in its turn"
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")], "nothing is left lying"


def test_each_publication_is_noted_with_exactly_what_changed(published, draft, tmp_path):
    old, new = content_hash(published), content_hash(draft)
    before = str(load(published).row("agencies", "oim")["name_fr"])
    assert main(["publish", "--yes", str(draft)]) == 0
    assert main(["publish", "--yes", str(draft)]) == 0, "nothing is other"
    with (tmp_path / "releases" / "journal.jsonl").open("a", encoding="utf-8") as journal:
        journal.write('{"time": "2021-0')  # the disk was full
        journal.write("\n")
    assert main(["rollback", "--yes"]) == 0
    back, first = sorted(publications(tmp_path / "releases"), key=lambda one: one.before == old)
    assert [(one.before, one.after) for one in (first, back)] == [(old, new), (new, old)]
    for one, cell in ((first, (before, "Un autre nom")), (back, ("Un autre nom", before))):
        change = TableChange("agencies", (), (), (CellChange("oim", "name_fr", *cell),))
        assert one.changes == (change,)


def test_what_is_wrong_is_never_published(published, draft, capsys):
    old = content_hash(published)
    (draft / "axes.csv").write_text("broken\n", encoding="utf-8")
    assert main(["publish", "--yes", str(draft)]) == 1
    assert "axes" in capsys.readouterr().out
    assert content_hash(published) == old


def test_a_version_that_is_not_kept_is_told(published, capsys):
    assert main(["rollback", "--yes"]) == 1
    assert "Aucune version" in capsys.readouterr().out


@pytest.mark.parametrize("able", [True, False])
def test_a_folder_takes_the_place_of_another(able, tmp_path, monkeypatch):
    """Also where the system can't exchange two names."""
    if not able:
        monkeypatch.setattr(releases, "_exchanged", lambda one, other: False)
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "table.csv").write_text(name, encoding="utf-8")
    replace_folder(tmp_path / "one", tmp_path / "other")
    assert (tmp_path / "one" / "table.csv").read_text(encoding="utf-8") == "other"
    assert (tmp_path / "other" / "table.csv").read_text(encoding="utf-8") == "one"
    with pytest.raises(OSError):
        replace_folder(tmp_path / "one", tmp_path / "missing")
    assert (tmp_path / "one" / "table.csv").read_text(encoding="utf-8") == "other"


def test_a_start_over_broken_data_takes_the_release_before(package, tmp_path, caplog, monkeypatch):
    """Where the build folder is gone, too; a release that itself is no good is passed over."""
    store, good = tmp_path / "releases", content_hash(package)
    with staged(package, package) as copy:
        set_cell(copy, "agencies", {"agency_id": "oim"}, name_fr="Un autre nom")
        Releases(package, store).publish(copy)
    (store / "29990101-000000-abc").mkdir()
    (package / "axes.csv").write_text("broken\n", encoding="utf-8")
    monkeypatch.setattr("dashboard.operate.last_good.open_data", load)
    with caplog.at_level(logging.WARNING):
        opened = DataSource(package, tmp_path / "build", store).open_or_last_good()
    assert (opened.catalog.version, opened.problems != []) == (good, True)
    assert "29990101-000000-abc" in caplog.text
