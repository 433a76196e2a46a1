"""What the operator's tools ask: `/healthz` whether all is well, `/metrics` how much was asked."""

from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from flask import Flask, Response

from dashboard.store import Catalog
from dashboard.web.counters import COUNTERS
from dashboard.web.live import LOADING, Loading
from dashboard.web.version import code_version


def add_health_routes(server: Flask, catalog: Catalog, metrics: bool) -> None:
    """Serve `/healthz`, and `/metrics` where the operator wants it: it tells how busy a site is."""

    @server.get("/healthz")
    def health() -> dict[str, Any]:
        loading: Loading = server.extensions[LOADING]
        age = datetime.now(UTC) - datetime.fromisoformat(loading.loaded)
        return {
            "status": "ok",
            "data": catalog.version,
            "site": code_version(),
            **asdict(loading),
            "age_seconds": round(age.total_seconds()),
            "failed_cards": round(COUNTERS.total("failed_cards")),
        }

    if metrics:

        @server.get("/metrics")
        def counters() -> Response:
            return Response(COUNTERS.text(), mimetype="text/plain", headers={"Cache-Control": "no-store"})
