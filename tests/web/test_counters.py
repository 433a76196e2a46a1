"""What workers count apart is told together, and what each request was is one line of JSON."""

import json
import logging
from datetime import timedelta

import pytest

from dashboard.operate.access_log import access_line
from dashboard.presenters import guard
from dashboard.web.counters import COUNTERS, Counters, answer_counted


def test_workers_count_apart_and_are_told_together():
    counters = Counters()
    for worker, much in ((1, 1), (2, 2), (1, 1)):
        counters.row = worker
        counters.add("2xx", much)
    assert counters.total("2xx") == 4
    assert 'dashboard_requests_total{status="2xx"} 4' in counters.text()


@pytest.mark.parametrize(("status", "name"), [("200 OK", "2xx"), ("404 NOT FOUND", "4xx"), ("503 X", "5xx")])
def test_an_answer_is_counted_by_its_status(status, name):
    before = COUNTERS.total(name)

    def application(environ, start_response):
        start_response(status, [])
        return [b"x"]

    assert answer_counted(application, {}, lambda *said: None) == [b"x"]
    assert COUNTERS.total(name) == before + 1


def test_health_tells_of_cards_that_failed(client):
    before = client.get("/healthz").json
    logging.getLogger(guard.__name__).error("a card failed")
    after = client.get("/healthz").json
    assert after["failed_cards"] == before["failed_cards"] + 1
    assert after["age_seconds"] >= 0
    assert client.get("/metrics").status_code == 404, "only where the operator wants it"


def test_a_line_says_what_was_asked_and_no_secret():
    line = json.loads(access_line("GET", "/mali/preview/s3cret/fr/?q=eau", 200, 12, timedelta(seconds=0.25)))
    assert line.pop("time").endswith("+00:00")
    assert line == {
        "method": "GET", "path": "/mali/preview/…/fr/?q=eau", "status": 200, "bytes": 12, "ms": 250,
    }  # fmt: skip
