"""What a page was made from: another version of data or code must not answer its questions."""

import hashlib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from dashboard.settings import ROOT

_SOURCE = Path(__file__).resolve().parents[1]
_WRITTEN = (".py", ".po", ".md", ".txt")
"""The files of ours that pages are made from, beside those that they send for."""

VERSION_HEADER = "Site-Version"
"""The header that says it of a page, for what keeps pages."""


def page_version(data: str) -> str:
    """The version of pages made from a version of the data: `db2c389118-1f9ec7a2b0`."""
    return f"{data}-{code_version()}"


@cache
def code_version() -> str:
    """Short hash of the code and the words that this process runs, and of the files that its pages name."""
    return hash_of_files([*_SOURCE.rglob("*")], [*(ROOT / "assets").iterdir()])


def hash_of_files(source: Iterable[Path], assets: Iterable[Path]) -> str:
    """Of what is written in a folder of source, and of all assets: pages name these by their content."""
    digest = hashlib.sha256()
    written = (path for path in source if path.suffix in _WRITTEN)
    for path in (*sorted(written), *sorted(assets)):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:10]
