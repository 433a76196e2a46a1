"""The journal of what was published: a line for each time that data took the place of others.

It stands beside the releases that were replaced, as lines of JSON, and is only ever added to.
"""

import json
import logging
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from dashboard.domain.publication import CellChange, Publication, TableChange
from dashboard.store.catalog import Catalog
from dashboard.store.changes import changes_between

_LOG = logging.getLogger(__name__)
_NAME = "journal.jsonl"


def publication_of(before: Catalog, after: Catalog) -> Publication:
    """What becomes other now."""
    now = datetime.now(UTC).isoformat(timespec="seconds")
    return Publication(now, before.version, after.version, tuple(changes_between(before, after)))


def note_publication(store: Path, publication: Publication) -> None:
    """Add a line to the journal in the folder of releases, which is made when missing."""
    store.mkdir(parents=True, exist_ok=True)
    with (store / _NAME).open("a", encoding="utf-8") as journal:
        journal.write(json.dumps(asdict(publication), ensure_ascii=False) + "\n")


def publications(store: Path) -> tuple[Publication, ...]:
    """What the journal holds, the newest first; none where there is none.

    A line that can't be read, cut off by a full disk for instance, is told in the log and passed over.
    """
    try:
        lines = (store / _NAME).read_bytes().splitlines()
    except OSError:
        return ()
    found = (_publication(line, number) for number, line in enumerate(lines, 1))
    return tuple(sorted((one for one in found if one), key=lambda one: one.time, reverse=True))


def _publication(line: bytes, number: int) -> Publication | None:
    try:
        said = json.loads(line)
        datetime.fromisoformat(said["time"])
        return Publication(
            said["time"], said["before"], said["after"], tuple(map(_table_change, said["changes"]))
        )
    except (ValueError, LookupError, TypeError) as fault:
        _LOG.warning("Line %d of the journal of publications can't be read: %r", number, fault)
        return None


def _table_change(said: dict[str, Any]) -> TableChange:
    cells = tuple(CellChange(**cell) for cell in said["cells"])
    return TableChange(said["table"], tuple(said["added"]), tuple(said["gone"]), cells)
