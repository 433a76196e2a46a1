"""Findings where they matter: notes under a card, a mark beside a figure, the list on Data and method."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from dash.development.base_component import Component

from dashboard.analysis.results import SPOTLIGHT
from dashboard.components.findings import Finding, finding_mark, finding_note, remark
from dashboard.components.links import Link
from dashboard.i18n.translator import spaced
from dashboard.presenters.names import agency_link, axis_link, indicator_link, outcome_link, output_link
from dashboard.presenters.reader import Reader
from dashboard.presenters.sources import in_words, lines_in_words
from dashboard.store import Catalog
from dashboard.store.catalog import Row, records
from dashboard.store.derived import derived

SEVERITIES = ("error", "conflict", "note")
"""The gravest first."""

GRAVE = SEVERITIES[:2]
"""Those that put a printed number in doubt."""

PLAIN_NUMBER = re.compile(r"-?\d+(?:\.(\d+))?")
LONG_NUMBER = re.compile(r"(?<![\d.,-])\d{5,}(?![\d.])")


def remarks_about(
    reader: Reader,
    table: str,
    keys: Iterable[str],
    named: bool = True,
    severities: Sequence[str] = SEVERITIES,
    year: int = 0,
) -> list[Component]:
    """The findings about rows of a table, each said whole; for `Card.notes`, which folds them to one line.

    Args:
        reader: data, words and addresses.
        table: a table's name, as in the column `table` of findings.
        keys: keys of its rows; findings come in the order of `gravity`.
        named: whether each says what it is about; False where it stands beside just that.
        severities: those to show.
        year: the report year in question; 0 for all.
    """
    found = findings_about(reader, table, keys, year=year)
    return [remark(finding, reader.t, named) for finding in found if finding.severity in severities]


def notes_about(
    reader: Reader, table: str, keys: Iterable[str], named: bool = True, year: int = 0
) -> list[Component]:
    """The same, each folded to a line of its own; for a result, or where they are what a part is about."""
    found = findings_about(reader, table, keys, year=year)
    return [finding_note(finding, reader.t, named) for finding in found]


def mark_about(
    reader: Reader, table: str, key: str, severities: Sequence[str] = SEVERITIES
) -> Component | None:
    """A sign for a cell or a label, leading to the gravest finding about a row; None without one."""
    found = [finding for finding in findings_about(reader, table, [key]) if finding.severity in severities]
    return finding_mark(found[0], reader.t) if found else None


def findings_about(
    reader: Reader, table: str, keys: Iterable[str], measure: str = "", year: int = 0
) -> list[Finding]:
    """The findings about rows of a table, in the order of `gravity`.

    Args:
        reader: data, words and addresses.
        table: a table's name, as in the column `table` of findings.
        keys: keys of its rows.
        measure: the column in question; findings about another column are left out. Empty for all columns.
        year: the report year in question; 0 for all.
    """
    index = _by_subject(reader.catalog)
    rows = [
        row
        for key in dict.fromkeys(keys)
        for row in index.get((table, str(key)), ())
        if (not year or row["year"] == year) and (not measure or row["measure"] in ("", measure))
    ]
    return [finding_of(reader, row) for row in sorted(rows, key=gravity)]


def gravity(row: Row) -> tuple[int, int]:
    """What a reader must know first: what changes a number, then the gravest."""
    return int(row["weight"]), SEVERITIES.index(row["severity"])


@derived(bare=True)
def _by_subject(catalog: Catalog) -> dict[tuple[str, str], list[Row]]:
    """The rows of findings by table and key; made once per version of the data."""
    index: dict[tuple[str, str], list[Row]] = {}
    for row in records(catalog["findings"]):
        index.setdefault((row["table"], row["key"]), []).append(row)
    return index


def finding_of(reader: Reader, row: dict[Any, Any]) -> Finding:
    """A row of the table of findings as readers see it."""
    t = reader.t
    return Finding(
        id=row["finding_id"],
        severity=row["severity"],
        word=reader.term("severity", row["severity"]),
        subject=subject_of(reader, row["table"], row["key"]),
        sentence=lines_in_words(reader, t.of(row, "explanation")),
        printed=written(reader, row, "printed"),
        computed=written(reader, row, "computed"),
        place=t("source.place", ref=in_words(reader, row["source_ref"])),
        href=f"{reader.link('data')}#finding-{row['finding_id']}",
    )


def written(reader: Reader, row: dict[Any, Any], column: str) -> str:
    """`printed` or `computed` as the reader's language writes it: bare numbers and long ones are grouped."""
    t = reader.t
    text = t.of(row, column)
    if plain := PLAIN_NUMBER.fullmatch(text):
        return t.number(float(text), len(plain[1] or ""))
    grouped = LONG_NUMBER.sub(lambda number: t.number(int(number[0])), text)
    return spaced(lines_in_words(reader, grouped), t.language)


def subject_of(reader: Reader, table: str, key: str) -> Link:
    """What a row of a table is called, and the view that shows it."""
    name = _SUBJECTS.get(table)
    return name(reader, key) if name else Link(key, "")


def _total(reader: Reader, key: str) -> Link:
    by = "axis" if key == "axes" else ""
    return Link(reader.t(f"funding.total.{key}"), reader.link("funding", by=by))


def _result(reader: Reader, key: str) -> Link:
    row = reader.catalog.results[key]
    if row.output_id:
        return output_link(reader, row.output_id)
    return axis_link(reader, SPOTLIGHT)


def _named(table: str, column: str = "name") -> Any:
    def name(reader: Reader, key: str) -> Link:
        text = reader.t.of(reader.catalog.row(table, key), column)
        return Link(text if len(text) <= LONGEST_NAME else f"{text[:LONGEST_NAME].rsplit(' ', 1)[0]} …", "")

    return name


LONGEST_NAME = 90

_SUBJECTS = {
    "agencies": agency_link,
    "finance_agencies": agency_link,
    "finance_axes": axis_link,
    "axes": axis_link,
    "finance_totals": _total,
    "indicators": indicator_link,
    "outputs": output_link,
    "outcomes": outcome_link,
    "results": _result,
    "result_figures": _result,
    "partners": _named("partners"),
    "challenges": _named("challenges", "text"),
    "priorities": _named("priorities", "text"),
}
"""Table of a finding -> the name of its row; any other table shows the key as it is."""
