"""What a reader's browser goes through: a first visit, a second one, and changes of a choice."""

import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
PHONE = {"width": 360, "height": 740}


@dataclass(frozen=True)
class Link:
    """A network and a processor: kbit/s, round trip in ms, how many times slower than this machine."""

    kilobits: float
    latency: float
    slower: float


FAST = Link(0, 0, 1)
FAST_3G = Link(1600, 150, 4)
SLOW_3G = Link(400, 400, 4)

OBSERVE = """
window.seen = {lcp: 0, blocked: 0, shift: 0, chart: 0};
const watch = (type, act) => new PerformanceObserver(list => list.getEntries().forEach(act))
  .observe({type, buffered: true});
watch("largest-contentful-paint", entry => { seen.lcp = entry.startTime; });
watch("longtask", entry => { seen.blocked += Math.max(0, entry.duration - 50); });
watch("layout-shift", entry => { seen.shift += entry.hadRecentInput ? 0 : entry.value; });
// A reader who wants the first chart scrolls to it; the page has been readable for long by then.
document.addEventListener("DOMContentLoaded", () => {
  const first = document.querySelector(".chart");
  if (first) { first.scrollIntoView({block: "center"}); }
});
(function look() {
  if (!seen.chart && document.querySelector(".js-plotly-plot .main-svg")) { seen.chart = performance.now(); }
  if (!seen.chart) { requestAnimationFrame(look); }
})();
"""


@dataclass(frozen=True)
class Visit:
    """Milliseconds until the largest paint and the first chart, and blocked; shift; kB; requests."""

    readable: float
    chart: float
    blocked: float
    shift: float
    kilobytes: float
    requests: int


class Wire:
    """Counts what comes over the wire of a page."""

    def __init__(self, session: CDPSession) -> None:
        self.bytes = 0
        self.requests = 0
        self.open: set[str] = set()
        session.send("Network.enable")
        session.on("Network.requestWillBeSent", lambda event: self.open.add(event["requestId"]))
        session.on("Network.loadingFailed", lambda event: self.open.discard(event["requestId"]))
        session.on("Network.loadingFinished", self._finished)

    def _finished(self, event: dict[str, Any]) -> None:
        self.open.discard(event["requestId"])
        self.bytes += int(event["encodedDataLength"])
        self.requests += 1


@contextmanager
def browser() -> Iterator[Browser]:
    """A Chromium that talks to nobody by itself."""
    path = next((found for name in NAMES if (found := shutil.which(name))), None)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=QUIET)
        yield chromium
        chromium.close()


@contextmanager
def reader(browser: Browser, link: Link) -> Iterator[tuple[Page, Wire]]:
    """A new reader with an empty cache on a phone behind a link."""
    context = browser.new_context(viewport=PHONE, is_mobile=True, has_touch=True, device_scale_factor=2)
    page = context.new_page()
    page.set_default_timeout(120_000)
    session = context.new_cdp_session(page)
    wire = Wire(session)
    if link.kilobits:
        rate = link.kilobits * 1000 / 8
        session.send(
            "Network.emulateNetworkConditions",
            {"offline": False, "latency": link.latency, "downloadThroughput": rate, "uploadThroughput": rate},
        )
    if link.slower > 1:
        session.send("Emulation.setCPUThrottlingRate", {"rate": link.slower})
    page.add_init_script(OBSERVE)
    yield page, wire
    context.close()


def visit(page: Page, wire: Wire, address: str) -> Visit:
    """Open an address and wait for the first interactive chart and a second of quiet after it."""
    return _seen(page, wire, lambda: page.goto(address, wait_until="commit"))


def visit_again(page: Page, wire: Wire) -> Visit:
    """Come back to the page: the browser has its files, and asks whether the page itself is still good."""
    return _seen(page, wire, lambda: page.reload(wait_until="commit"))


def _seen(page: Page, wire: Wire, act: Callable[[], object]) -> Visit:
    bytes_before, requests_before = wire.bytes, wire.requests
    act()
    page.wait_for_function("() => window.seen && window.seen.chart > 0", polling=50)
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(1000)
    seen = page.evaluate("window.seen")
    return Visit(
        seen["lcp"],
        seen["chart"],
        seen["blocked"],
        seen["shift"],
        (wire.bytes - bytes_before) / 1000,
        wire.requests - requests_before,
    )


@dataclass(frozen=True)
class Changes:
    """Milliseconds from each choice to the redrawn chart, and the kB that each took."""

    times: list[float]
    kilobytes: list[float]


@dataclass(frozen=True)
class Form:
    """How the order of a page is chosen: the chart that follows, the orders, a script that sets `{value}`."""

    chart: str
    orders: tuple[str, ...]
    script: str
    wakes: bool = False

    def choose(self, page: Page, wire: Wire, order: str) -> tuple[float, float]:
        """(ms from the choice to the redrawn chart, kB)."""
        return change(page, wire, self.script.format(value=order), f"{self.chart} .js-plotly-plot")

    def touch(self, page: Page) -> None:
        """Reach for the form, which makes ours load Dash; the stock pages have done so before they drew."""
        if self.wakes:
            page.locator("select[name=sort]").focus()
            page.wait_for_function("() => Boolean(window.dashboard)")
            page.wait_for_timeout(1500)


OUR_FORM = Form(
    "#funding-money-chart",
    ("gap", "spent", "budget", "mobilised", "execution_rate"),
    """
  const list = document.querySelector('select[name=sort]');
  list.value = '{value}';
  list.dispatchEvent(new Event('change', {{bubbles: true}}));
""",
    wakes=True,
)
STOCK_ORDERS = ("gap_usd", "spent_usd", "execution_rate_pct", "mobilised_usd", "budget_usd")
STOCK_SCRIPT = "dash_clientside.set_props('sort', {{value: '{value}'}});"
STOCK_FORM = Form("#chart-0", STOCK_ORDERS, STOCK_SCRIPT)
NAIVE_FORM = Form("#part-0", STOCK_ORDERS, STOCK_SCRIPT)


def every_change(values: Sequence[str]) -> list[str]:
    """The values in an order that goes once from each of them to each other one, beginning at the first."""
    pairs = [(one, other) for place, one in enumerate(values) for other in values[place + 1 :]]
    return [*(value for pair in pairs for value in pair), values[0]]


def changes_of(page: Page, wire: Wire, form: Form) -> tuple[Changes, Changes]:
    """Every change from one order to another, the first with nothing remembered yet; then all once more.

    The second time ours has the answers in the browser and asks no server.
    """
    form.touch(page)
    first, *others = every_change(form.orders)
    rounds = []
    for orders in ([first, *others], others):
        taken = [form.choose(page, wire, order) for order in orders]
        rounds.append(Changes([time for time, _ in taken], [size for _, size in taken]))
    return rounds[0], rounds[1]


def change(page: Page, wire: Wire, act: str, chart: str) -> tuple[float, float]:
    """(ms from a choice to the redrawn chart, kB): `act` changes the choice, `chart` finds the chart."""
    before = wire.bytes
    script = f"""() => new Promise(done => {{
        const plot = document.querySelector('{chart}');
        const start = performance.now();
        const drawn = () => requestAnimationFrame(() => done(performance.now() - start));
        plot.once('plotly_afterplot', drawn);
        setTimeout(drawn, 20000);
        {act}
    }})"""
    taken = page.evaluate(script)
    # A chart may be drawn twice for one answer; the next choice waits until all is quiet.
    page.wait_for_timeout(500)
    while wire.open:
        page.wait_for_timeout(100)
    return taken, (wire.bytes - before) / 1000
