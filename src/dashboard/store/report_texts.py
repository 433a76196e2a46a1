"""The texts of the reports that the operator has installed, if any."""

import hashlib
from collections.abc import Mapping
from pathlib import Path

ReportTexts = Mapping[int, tuple[str, ...]]
"""Lines of a report by its year."""


def text_file(folder: Path, year: int) -> Path:
    """Where the text of a year's report lies."""
    return folder / f"{year}.txt"


def read_texts(folder: Path) -> ReportTexts:
    """What `dashboard report install` has written to a folder; nothing when there is nothing."""
    files = sorted(folder.glob("[0-9]*.txt")) if folder.is_dir() else []
    return {int(path.stem): lines_in(path.read_text(encoding="utf-8")) for path in files}


def lines_in(text: str) -> tuple[str, ...]:
    """The lines as editors count them; other signs that end a line in some places stay in theirs."""
    return tuple(text.replace("\r\n", "\n").removesuffix("\n").split("\n"))


def texts_sum(texts: ReportTexts) -> str:
    """A short sum of all texts, for what is made from them; empty without any."""
    told = "\n".join(line for year in sorted(texts) for line in (str(year), *texts[year]))
    return hashlib.sha256(told.encode()).hexdigest()[:8] if texts else ""
