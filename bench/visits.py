"""What a reader's browser goes through: a first visit, a second one, and changes of a choice."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from playwright.sync_api import Browser, CDPSession, Page

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
        session.send("Network.enable")
        session.on("Network.loadingFinished", self._finished)

    def _finished(self, event: dict[str, float]) -> None:
        self.bytes += int(event["encodedDataLength"])
        self.requests += 1


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
    bytes_before, requests_before = wire.bytes, wire.requests
    page.goto(address, wait_until="commit")
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


def change(page: Page, wire: Wire, act: str, chart: str) -> tuple[float, float]:
    """(ms from a choice to the redrawn chart, kB): `act` changes the choice, `chart` finds the chart."""
    before = wire.bytes
    script = f"""() => new Promise(done => {{
        const plot = document.querySelector('{chart}');
        const start = performance.now();
        plot.once('plotly_afterplot', () => requestAnimationFrame(() => done(performance.now() - start)));
        {act}
    }})"""
    taken = page.evaluate(script)
    time.sleep(0.3)
    page.wait_for_timeout(200)
    return taken, (wire.bytes - before) / 1000
