"""The site as readers meet it: gunicorn as in production, Chromium, and an ear for every complaint."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Request,
    Route,
    expect,
    sync_playwright,
)
from tests.conftest import build_of_all
from tests.invented_borders import fitted, squares

ROOT = Path(__file__).resolve().parents[2]
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
         "--disable-sync", "--no-first-run", "--disable-dev-shm-usage"]  # fmt: skip
expect.set_options(timeout=20_000)  # a state may take its time on a busy machine
LOG = pytest.StashKey[Path]()
BORDERED_LOG = pytest.StashKey[Path]()
OWN_LOG = pytest.StashKey[Path]()
PATIENCE = 30
"""Seconds that a state may take on a slow machine; a page that nobody has asked for before, twice that."""
START = 240
"""Seconds that the first start of a server may take there, when it makes all files that it keeps."""
NO_WORKER = "Service Worker registration blocked"
"""What a browser says where `open_page` lets no service worker in."""
LISTENS = re.compile(r"Listening at: (http://[\d.]+:\d+)")
expect.set_options(timeout=1000 * PATIENCE)


@pytest.fixture(scope="session")
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The base address of the application, served as in production for this session."""
    folder = tmp_path_factory.mktemp("site")
    log = request.config.stash[LOG] = folder / "stderr"
    yield from _served(log, {"DASHBOARD_BOUNDARIES": str(folder / "none")})


@pytest.fixture(scope="session")
def bordered(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The same with borders: squares of the tiles, installed by the command that operators use."""
    folder = tmp_path_factory.mktemp("bordered")
    data = fitted(ROOT / "data", folder / "data")
    environment = {"DASHBOARD_BOUNDARIES": str(folder / "boundaries"), "DASHBOARD_DATA": str(data)}
    file = folder / "invented_admin2.geojson"
    squares(data).to_file(file)
    subprocess.run(
        [sys.executable, "-m", "dashboard", "boundaries", "install", str(file)],
        cwd=ROOT, env={**os.environ, "PYTHONPATH": "src", **environment}, check=True, capture_output=True,
    )  # fmt: skip
    log = request.config.stash[BORDERED_LOG] = folder / "stderr"
    with build_of_all(tmp_path_factory, ROOT / "build", "bordered-build") as build:
        server = _served(log, {**environment, "DASHBOARD_BUILD": str(build)})
        address = next(server)
    yield address
    yield from server


@pytest.fixture(scope="session")
def served(request: pytest.FixtureRequest) -> Callable[[Path, dict[str, str]], Iterator[str]]:
    """For a module with a server of its own: `yield from served(folder, environment)`, its base address."""

    def start(folder: Path, environment: dict[str, str]) -> Iterator[str]:
        log = request.config.stash[OWN_LOG] = folder / "stderr"
        yield from _served(log, environment)

    return start


def _served(log: Path, environment: dict[str, str]) -> Iterator[str]:
    """A server of the code as it is; what it made at its first start it finds in the build folder later."""
    command = [sys.executable, "-m", "gunicorn", "--config", "gunicorn.conf.py", "--bind", "127.0.0.1:0"]
    environment = {
        **os.environ, "PYTHONPATH": "src", "DASHBOARD_WARM": "off", **environment,
    }  # fmt: skip
    with (
        log.open("w") as stderr,
        subprocess.Popen(
            [*command, "--workers", "1", "app:server"], cwd=ROOT, env=environment, stderr=stderr
        ) as server,
    ):
        try:
            yield _base_address(server, log)
        finally:
            server.send_signal(signal.SIGTERM)
            status = server.wait(timeout=20)
    assert status == 0, log.read_text()


def _base_address(server: "subprocess.Popen[bytes]", log: Path) -> str:
    """Where the server listens, once it answers."""
    limit = time.monotonic() + START
    while time.monotonic() < limit and server.poll() is None:
        if found := LISTENS.search(log.read_text()):
            with urllib.request.urlopen(f"{found[1]}/healthz", timeout=60) as answer:
                assert answer.status == 200
            return found[1]
        time.sleep(0.05)
    raise RuntimeError(f"the server did not start:\n{log.read_text()}")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Any:
    """A failing browser test shows what the server said."""
    report = yield
    logs = [item.config.stash.get(key, None) for key in (LOG, BORDERED_LOG, OWN_LOG)]
    for log in logs:
        if report.failed and log and log.is_file():
            report.sections.append((f"stderr of the server ({log.parent.name})", log.read_text()[-4000:]))
    return report


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for the session: the system's, else Playwright's own.

    The one without a window comes first: it opens a page in half the time.
    """
    names = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
    path = next((found for name in names if (found := shutil.which(name))), None)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=QUIET)
        yield chromium
        chromium.close()


@pytest.fixture
def complaints() -> list[str]:
    """What went wrong in the pages of this test: console errors and warnings, exceptions, foreign requests.

    A page opened by `page` or `open_page` fails its test when this list is not empty at the end; a test that
    provokes a complaint asserts it and clears the list.
    """
    return []


@pytest.fixture
def open_page(browser: Browser, site: str, complaints: list[str]) -> Iterator[Callable[..., Page]]:
    """Opens a page of a new reader: `open_page(width=320, java_script_enabled=False)`.

    Takes width, height and the options of Playwright's `new_context`; addresses may begin with `/`. Without
    `service_workers="allow"` nothing answers but the network.
    """
    contexts: list[BrowserContext] = []

    def opened(width: int = 1366, height: int = 768, **options: Any) -> Page:
        plain = {
            "viewport": {"width": width, "height": height},
            "locale": "fr-FR",
            "service_workers": "block",
        }
        context = browser.new_context(base_url=site, **(plain | options))
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(1000 * PATIENCE)
        page.set_default_navigation_timeout(2000 * PATIENCE)
        _listen(page, site, complaints)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture
def page(open_page: Callable[..., Page], request: pytest.FixtureRequest) -> Page:
    """A page of a new reader at 1366 x 768, or as wide as an indirect parameter says."""
    return open_page(width=getattr(request, "param", 1366))


def _listen(page: Page, site: str, complaints: list[str]) -> None:
    def foreign(request: Request) -> None:
        if not request.url.startswith((site, "data:", "blob:")):
            complaints.append(f"request to another host: {request.url}")

    def said(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and NO_WORKER not in message.text:
            complaints.append(f"console: {message.text} ({message.location['url']})")

    page.on("request", foreign)
    page.on("console", said)
    page.on("pageerror", lambda error: complaints.append(f"exception: {error}"))


@pytest.fixture
def awake() -> Callable[[Page], None]:
    """Walks a page from top to bottom and waits until every chart shown on it is interactive."""

    def wake(page: Page) -> None:
        for chart in page.locator(".chart:visible").all():
            chart.scroll_into_view_if_needed()
            chart.and_(page.locator(".is-live")).wait_for()

    return wake


@pytest.fixture
def eventually() -> Callable[..., None]:
    """Waits until something holds that no selector can say: `eventually(page, lambda: ..., seconds)`."""

    def wait(page: Page, holds: Callable[[], bool], patience: float = PATIENCE) -> None:
        limit = time.monotonic() + patience
        while not holds():
            assert time.monotonic() < limit, "it never came true"
            page.wait_for_timeout(50)

    return wait


PATIENT = """
const timer = window.setTimeout;
window.setTimeout = (act, delay, ...more) => timer(act, delay === 2000 ? 1e9 : delay, ...more);
"""
"""However long a test takes, no later choice overtakes the one that is held (`LATE` of form.js)."""


class HeldAnswers:
    """What the page has asked and waits for: the oldest question, and the way to let the others go."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._asked: list[Route] = []
        self._holds = True
        page.add_init_script(PATIENT)
        page.evaluate(f"() => {{ {PATIENT} }}")
        page.route("**/_dash-update-component", lambda question: self._meet(question))

    def _meet(self, question: Route) -> None:
        if self._holds:
            self._asked.append(question)
        else:
            question.continue_()

    def oldest(self) -> Route:
        limit = time.monotonic() + PATIENCE
        while not self._asked and time.monotonic() < limit:
            self._page.wait_for_timeout(20)
        return self._asked[0]

    def let_go(self) -> None:
        """However many questions the later choices became: the page may ask once for two of them."""
        self._holds = False
        for question in self._asked[1:]:
            question.continue_()


@pytest.fixture
def held_answers(page: Page) -> HeldAnswers:
    """Holds the answers to what the page asks, so that a reader chooses while one is on its way."""
    return HeldAnswers(page)
