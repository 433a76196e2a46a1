"""What comes over the wire for a page: bytes do not depend on the machine that counts them."""

from dataclasses import dataclass


@dataclass
class Wire:
    """Bytes received so far by a page, and how many requests for plotly.js were among them."""

    bytes: int = 0
    charts: int = 0


def wire_of(page):
    wire, session = Wire(), page.context.new_cdp_session(page)
    session.send("Network.enable")

    def finished(event):
        wire.bytes += int(event["encodedDataLength"])

    session.on("Network.loadingFinished", finished)
    page.on("request", lambda request: setattr(wire, "charts", wire.charts + ("plotly" in request.url)))
    return wire


def settle(page):
    """Wait until all is there that the page fetches by itself."""
    if page.locator("form.choices").count():
        page.wait_for_function("() => Boolean(window.dashboard)")
    page.wait_for_load_state("networkidle")
