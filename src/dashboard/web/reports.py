"""Readers' reports of mistakes, kept in a file of the operator if one was named; nothing about who wrote."""

import json
import secrets
import time
from collections import deque
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock

from dash import html
from flask import Flask, Response, abort, make_response, request

from dashboard.components.mistakes import LONGEST_REPORT, REPORT_ADDRESS
from dashboard.i18n import LANGUAGES
from dashboard.presenters.reader import speech
from dashboard.web.shell import Site, error_document

_LARGEST_FORM = 16_000
"""Bytes of a form that are read at all."""
_LONGEST_ADDRESS = 500
_EACH, _ALL, _WHILE = 5, 60, 3600.0
"""Reports that one sender and all together may send while so many seconds pass."""


class Limit:
    """How often something may happen; who did it is remembered for as long as it counts, and nowhere else."""

    def __init__(self) -> None:
        self._times: deque[tuple[float, str]] = deque()
        self._lock = Lock()

    def allows(self, who: str, now: float) -> bool:
        """Whether one more is allowed now, which then counts."""
        with self._lock:
            while self._times and now - self._times[0][0] > _WHILE:
                self._times.popleft()
            own = sum(sender == who for _, sender in self._times)
            if own >= _EACH or len(self._times) >= _ALL:
                return False
            self._times.append((now, who))
            return True


def add_report_route(server: Flask, site: Site, file: Path | None) -> None:
    """Take reports at `REPORT_ADDRESS`, each kept as a line of JSON; none without a file."""
    if file is None:
        return
    limit = Limit()

    @server.post(REPORT_ADDRESS)
    def take() -> Response:
        request.max_content_length = _LARGEST_FORM
        text = _plain(request.form.get("text", ""), LONGEST_REPORT, lines=True)
        elsewhere = request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none")
        if not text or elsewhere or request.form.get("website"):
            abort(400)
        if not limit.allows(request.remote_addr or "", time.monotonic()):
            abort(429)
        receipt = f"{datetime.now(UTC):%Y%m%d}-{secrets.token_hex(3)}"
        about = _plain(request.form.get("about", ""), _LONGEST_ADDRESS)
        _keep(file, {"receipt": receipt, "data": site.catalog.version, "about": about, "text": text})
        asked = request.form.get("language", "")
        return _thanks(site, asked if asked in LANGUAGES else LANGUAGES[0], receipt)


def _plain(text: str, most: int, lines: bool = False) -> str:
    """A text without control signs, cut; line breaks stay where they are meant."""
    kept = "".join(sign for sign in text if sign.isprintable() or (lines and sign == "\n"))
    return kept.strip()[:most]


def _keep(file: Path, report: dict[str, str]) -> None:
    line = json.dumps({"at": datetime.now(UTC).isoformat(timespec="seconds"), **report}, ensure_ascii=False)
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("a", encoding="utf-8") as kept:
        kept.write(f"{line}\n")


def _thanks(site: Site, language: str, receipt: str) -> Response:
    t = speech(site.catalog, language)
    content = [
        html.H1(t("mistake.thanks")),
        html.P(t("mistake.receipt", number=receipt), className="lead"),
    ]
    answer = make_response(error_document(site, t, t("mistake.thanks"), content))
    answer.headers["Cache-Control"] = "no-store"
    return answer
