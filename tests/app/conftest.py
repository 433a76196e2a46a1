"""For tests of what an application does with data, whatever the files of the build folder say."""

import pytest

QUICK = {
    "search_index._content": b"{}",
    "search_index.lookalikes": [],
    "quote_index._content": b"{}",
    "dash.exchanges._made": b"[]",
}


@pytest.fixture
def quick_files(monkeypatch: pytest.MonkeyPatch) -> None:
    """New data take no time: a stand-in for what browsers look up and for the list of islands.

    For tests that ask neither; laying out every page takes ten seconds.
    """
    for name, content in QUICK.items():
        monkeypatch.setattr(f"dashboard.web.{name}", lambda *_, content=content: content)
