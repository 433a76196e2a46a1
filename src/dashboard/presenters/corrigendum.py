"""The corrigendum: what in the report changes a number that a reader would quote, for its authors."""

from dataclasses import dataclass

from dashboard.components.links import Link
from dashboard.presenters.finding_list import FIRST
from dashboard.presenters.findings import finding_of, gravity
from dashboard.presenters.reader import Reader
from dashboard.store.catalog import records


@dataclass(frozen=True)
class Correction:
    """One entry: its number, what it is about, where it stands, as printed, as computed, and why."""

    number: int
    subject: Link
    place: str
    printed: str
    computed: str
    why: str

    @property
    def cells(self) -> tuple[str | Link, ...]:
        """What stands below the headings."""
        return str(self.number), self.subject, self.place, self.printed, self.computed, self.why


def corrections(reader: Reader) -> list[Correction]:
    """The findings of the newest report that change a number, the gravest first."""
    rows = [
        row
        for row in records(reader.catalog["findings"])
        if row["weight"] == FIRST and row["year"] == reader.catalog.year
    ]
    found = [finding_of(reader, row) for row in sorted(rows, key=gravity)]
    return [
        Correction(n, one.subject, one.place, one.printed, one.computed, one.sentence)
        for n, one in enumerate(found, 1)
    ]


def correction_heads(reader: Reader) -> list[str]:
    """The headings of the table of corrections, in the order of `Correction`."""
    return [reader.t(f"corrigendum.{name}") for name in Correction.__dataclass_fields__]


def corrigendum_address(reader: Reader, ending: str) -> str:
    """Where the corrigendum is a file: `docx` for word processors, `pdf` to pass on."""
    return f"/data/corrigendum-{reader.t.language}.{ending}"
