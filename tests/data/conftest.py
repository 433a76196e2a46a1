"""The report's text, where the operator has it: what the tables say is read against what it prints."""

import re
from pathlib import Path

import pytest

SHARED = next((above / "shared" for above in Path(__file__).parents if (above / "shared").is_dir()), Path())
REPORT = SHARED / "report" / "rapport-annuel-2021.txt"
LINES = re.compile(r"\bL(\d+)(?:-(\d+))?")


class Report:
    """The lines of the report, found by the references of the tables."""

    def __init__(self, path: Path) -> None:
        self.lines = path.read_text(encoding="utf-8").splitlines()

    def at(self, source_ref: str) -> str:
        """What the lines of a reference print: `2.2, L574, L591`, `L609-612`."""
        return "\n".join(self.lines[line - 1] for line in lines_of(source_ref))


def lines_of(source_ref: str) -> list[int]:
    """The numbers of the lines that a reference names."""
    spans = [(int(first), int(last or first)) for first, last in LINES.findall(source_ref)]
    return [line for first, last in spans for line in range(first, last + 1)]


@pytest.fixture(scope="session")
def report() -> Report:
    if not REPORT.is_file():
        pytest.skip("the text of the report is not here")
    return Report(REPORT)
