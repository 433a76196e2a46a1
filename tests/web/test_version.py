"""What pages were made from: files that were kept of them are not served with other pages."""

import pytest

from dashboard.web.version import hash_of_files


@pytest.fixture
def files(tmp_path):
    """A module, a note that no page is made from, and a script that pages name by its content."""
    for name in ("page.py", "note.json", "app.js"):
        (tmp_path / name).write_text(name)
    return tmp_path


@pytest.mark.parametrize(("changed", "another"), [("page.py", True), ("app.js", True), ("note.json", False)])
def test_what_pages_are_made_from_or_name_makes_another_version(files, changed, another):
    source, assets = [files / "page.py", files / "note.json"], [files / "app.js"]
    before = hash_of_files(source, assets)
    (files / changed).write_text("other")
    assert (hash_of_files(source, assets) != before) is another
