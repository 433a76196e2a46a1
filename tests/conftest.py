"""What all tests share: the real catalog and the one application of this process."""

import fcntl
import os
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from dash import Dash
from hypothesis import settings as hypothesis_settings
from xdist.scheduler import LoadScopeScheduling

from dashboard.settings import ROOT, Settings, from_environment
from dashboard.store import Catalog, content_hash, load, reading
from dashboard.store.reading import Table
from dashboard.web.app import create_app

# No test leaves the machine.
os.environ["DASHBOARD_FETCH"] = "off"

# A slow machine must not fail a test, nor must the suite outlast a reader's patience.
hypothesis_settings.register_profile("house", deadline=None, max_examples=60)
hypothesis_settings.load_profile("house")


OWN_SERVER = re.compile(r"\b(bordered|served)\b")
"""How a file of browser tests names a server of its own."""


class Dealing(LoadScopeScheduling):
    """Deals the tests to workers that run at the same time.

    A file stays with one worker, which makes what its tests share only once. Browser tests come last and are
    dealt one by one, so that workers end together; but for those of a file that needs a second server.
    """

    def __init__(self, config: pytest.Config, log: Any) -> None:
        config.option.loadscopereorder = False
        super().__init__(config, log)

    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.partition("::")[0]
        return file if in_one_piece(file) else nodeid


def is_browser(file: str) -> bool:
    return file.startswith("tests/browser/")


@cache
def in_one_piece(file: str) -> bool:
    return not is_browser(file) or bool(OWN_SERVER.search((ROOT / file).read_text(encoding="utf-8")))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Dealing:
    return Dealing(config, log)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What is dealt in large pieces is dealt first."""
    files = {item: item.nodeid.partition("::")[0] for item in items}
    items.sort(key=lambda item: (is_browser(files[item]), not in_one_piece(files[item])))


@pytest.fixture(scope="session")
def settings() -> Settings:
    return from_environment()


@pytest.fixture(scope="session")
def catalog(settings: Settings) -> Catalog:
    return load(settings.data)


@pytest.fixture(scope="session")
def app(settings: Settings, catalog: Catalog) -> Dash:
    return create_app(settings, catalog)


@pytest.fixture
def client(app: Dash):
    return app.server.test_client()


@pytest.fixture(scope="session")
def known_tables() -> dict[object, Table]:
    """What was read of each content of a table."""
    return {}


@pytest.fixture
def read_once(known_tables: dict[object, Table], monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the tables that a test changes are read anew; all are checked together."""
    read = reading.read_table

    def remembering(folder: Path, resource: dict[str, Any], codes: reading.Codes) -> Table:
        path = folder / resource["path"]
        key = resource["name"], path.read_bytes() if path.is_file() else folder, repr((resource, codes))
        table = known_tables.get(key) or known_tables.setdefault(key, read(folder, resource, codes))
        return replace(table, problems=list(table.problems), spoilt=set(table.spoilt))

    monkeypatch.setattr(reading, "read_table", remembering)


@pytest.fixture(scope="session")
def known_catalogs() -> dict[str, Catalog]:
    """What was loaded of each version of the data."""
    return {}


@pytest.fixture
def load_once(known_catalogs: dict[str, Catalog], monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """For what a test takes as given: `load_once("operate.fetch_commands")` loads no data twice there."""

    def opened(folder: Path) -> Catalog:
        version = content_hash(folder)
        return known_catalogs.get(version) or known_catalogs.setdefault(version, load(folder))

    return lambda module: monkeypatch.setattr(f"dashboard.{module}.load", opened)


@pytest.fixture
def package(tmp_path: Path, settings: Settings, read_once: None) -> Path:
    """A copy of the data package that a test may break."""
    return Path(shutil.copytree(settings.data, tmp_path / "data"))


@pytest.fixture
def build(app: Dash, settings: Settings, tmp_path: Path) -> Path:
    """A build folder of the test's own that has what takes long to make, as `make test` prepares it."""
    return seeded(settings.build, tmp_path / "build")


def seeded(made: Path, folder: Path) -> Path:
    """A build folder with the compressed files of the front end and what was made of today's data.

    The copies of good data and the files for readers are left out: tests ask what these are made from.
    """
    folder.mkdir()
    for file in made.iterdir():
        if file.suffix not in (".part", ".xlsx", ".zip"):
            with suppress(FileNotFoundError):  # another worker may put a newer one in its place
                os.link(file, folder / file.name)
    return folder


@contextmanager
def build_of_all(factory: pytest.TempPathFactory, made: Path, name: str) -> Iterator[Path]:
    """A build folder that the workers of a run share, for other data than the real ones.

    Two versions of the data in one folder would take away each other's files. One worker at a time is here:
    what the first makes, the next one finds.
    """
    base = factory.getbasetemp()
    folder = (base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base) / name
    with folder.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield folder if folder.exists() else seeded(made, folder)
