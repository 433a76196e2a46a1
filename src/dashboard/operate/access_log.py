"""One line of JSON for each request, where the operator asks for it (`DASHBOARD_LOG=json`).

It says what was asked and how that went, nothing about who asked, and never the secret of a preview.
"""

import json
import re
from datetime import UTC, datetime, timedelta

_SECRET = re.compile(r"(?<=/preview/)[^/?]+")


def access_line(method: str, address: str, status: int, size: int, took: timedelta) -> str:
    """`{"time": "2026-11-28T06:00:00.120+00:00", "method": "GET", "path": "/fr/", "status": 200, ...}`.

    Args:
        method: of the request.
        address: path and query as they were asked.
        status: of the answer.
        size: bytes of its content.
        took: from the request to the end of the answer.
    """
    said = {
        "time": datetime.now(UTC).isoformat(timespec="milliseconds"),
        "method": method,
        "path": _SECRET.sub("…", address),
        "status": status,
        "bytes": size,
        "ms": round(took.total_seconds() * 1000),
    }
    return json.dumps(said, ensure_ascii=False)
