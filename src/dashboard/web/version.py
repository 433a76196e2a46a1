"""What a page was made from: another version of data or code must not answer its questions."""

import hashlib
from functools import cache
from pathlib import Path

_SOURCE = Path(__file__).resolve().parents[1]
_WRITTEN = (".py", ".po", ".md", ".txt")
"""The files of ours that pages are made from."""

VERSION_HEADER = "Site-Version"
"""The header that says it of a page, for what keeps pages."""


def page_version(data: str) -> str:
    """The version of pages made from a version of the data: `db2c389118-1f9ec7a2b0`."""
    return f"{data}-{code_version()}"


@cache
def code_version() -> str:
    """Short hash of the code and the words that this process runs."""
    digest = hashlib.sha256()
    for path in sorted(path for path in _SOURCE.rglob("*") if path.suffix in _WRITTEN):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:10]
