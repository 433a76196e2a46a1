"""What all tests share: the real catalog and the one application of this process."""

import os
import shutil
from pathlib import Path

import pytest
from dash import Dash
from hypothesis import settings as hypothesis_settings

from dashboard.settings import Settings, from_environment
from dashboard.store import Catalog, load
from dashboard.web.app import create_app

# No test leaves the machine.
os.environ["DASHBOARD_FETCH"] = "off"

# A slow machine must not fail a test, nor must the suite outlast a reader's patience.
hypothesis_settings.register_profile("house", deadline=None, max_examples=60)
hypothesis_settings.load_profile("house")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Deals the tests to workers that run at the same time.

    A file stays with one worker, which makes what its tests share only once. Browser tests are dealt one by
    one, but for those that need a second server.
    """
    for item in items:
        alone = item.get_closest_marker("browser") and "bordered" not in getattr(item, "fixturenames", ())
        if not alone:
            item.add_marker(pytest.mark.xdist_group(item.path.stem))


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


@pytest.fixture
def package(tmp_path: Path, settings: Settings) -> Path:
    """A copy of the data package that a test may break."""
    return Path(shutil.copytree(settings.data, tmp_path / "data"))
