"""`dashboard report`: the text of a report from the operator's file to what the server shows."""

import tempfile
from dataclasses import dataclass
from pathlib import Path

from dashboard.operate.boundary_forms import POINTER, refused
from dashboard.presenters.passages import best_year
from dashboard.store import Catalog
from dashboard.store.report_texts import lines_in, read_texts, text_file

_MOST = 5_000_000
"""Bytes of the largest text: fifty times a report of a hundred pages."""
FITTING = 0.9
"""Share of the numbers that must stand in the lines that the tables name: another edition has other lines."""


@dataclass(frozen=True)
class Installed:
    """What was installed: the year of the report, its lines, and how many of how many numbers were found."""

    year: int
    lines: int
    found: int
    numbers: int


def install_text(catalog: Catalog, source: Path, folder: Path) -> Installed:
    """Check a text and put it in its place at once; what was there stays where it is refused.

    Args:
        catalog: whose tables were read from the report.
        source: plain text in UTF-8, with the lines that the tables name.
        folder: where the server looks for texts.

    Raises:
        RefusedError: with the reason why the file can't be used.
    """
    lines = lines_in(_text(source))
    year, found, numbers = best_year(catalog, lines)
    if found < FITTING * numbers:
        raise refused("report.other", source, found=str(found), numbers=str(numbers), year=str(year))
    _write(text_file(folder, year), "\n".join(lines) + "\n")
    return Installed(year, len(lines), found, numbers)


def check_texts(catalog: Catalog, folder: Path) -> list[Installed]:
    """What is installed, and how well it fits the tables."""
    found = ((year, lines, best_year(catalog, lines)) for year, lines in read_texts(folder).items())
    return [Installed(year, len(lines), placed, numbers) for year, lines, (_, placed, numbers) in found]


def remove_texts(folder: Path) -> bool:
    """Remove what `install_text` has written, and nothing else; whether there was anything."""
    found = [text_file(folder, year) for year in read_texts(folder)]
    for path in found:
        path.unlink()
    return bool(found)


def _text(path: Path) -> str:
    """What a file says; refused where it is none, empty, too large or no plain text."""
    if not path.is_file():
        raise refused("boundaries.absent", path)
    if path.stat().st_size > _MOST:
        raise refused("report.huge", path, megabytes=str(_MOST // 1_000_000))
    content = path.read_bytes()
    if not content.strip():
        raise refused("boundaries.empty", path)
    if content.startswith(POINTER):
        raise refused("boundaries.pointer", path)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise refused("report.binary", path) from fault
    if "\0" in text:
        raise refused("report.binary", path)
    return text


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=path.parent, prefix=".new-") as aside:
        written = Path(aside) / path.name
        written.write_text(text, encoding="utf-8", newline="\n")
        written.replace(path)
