"""Where a figure comes from: the report, or a public series."""

import re
from collections.abc import Iterable

from dashboard.components.passports import Whereabouts
from dashboard.domain.records import Report
from dashboard.presenters.context import Context
from dashboard.presenters.reader import Reader

DRAWN = {"table": re.compile(r"\bTab(\d+)"), "graph": re.compile(r"\bGraph(\d+)")}
"""Tables and charts of the report as our tables name them."""
_PAGE = re.compile(r"\bp(\d+)\b")
_LINES = re.compile(r"\bL\d+(?:-\d+)?(?:, L\d+(?:-\d+)?)*")
SECTIONS = re.compile(r"\d+(\.\d+)?(, \d+(\.\d+)?)+")


def report_place(reader: Reader, ref: str, year: int) -> Whereabouts:
    """A place in the report of a year."""
    return place_of(reader, report_of(reader, year).source_id, ref)


def report_of(reader: Reader, year: int) -> Report:
    """The row of a year in the table of reports.

    Raises:
        KeyError: when the year has no report.
    """
    return reader.catalog.reports[str(year)]


def report_name(reader: Reader, source_id: str) -> str:
    """What source lines call a report: `rapport annuel 2021`."""
    rows = reader.catalog.reports.values()
    return reader.t.of(next(row for row in rows if row.source_id == source_id))


def report_title(reader: Reader, year: int) -> str:
    """The title of a year's report."""
    return reader.t.of(reader.catalog.sources[report_of(reader, year).source_id], "title")


def place_of(reader: Reader, source_id: str, ref: str) -> Whereabouts:
    """A place in a document or dataset."""
    source = reader.catalog.sources[source_id]
    in_report = source.kind == "report"
    return Whereabouts(
        ref=in_words(reader, ref) if in_report else ref,
        title=reader.t.of(source, "title"),
        publisher=reader.t.of(source, "publisher"),
        published=reader.t.of(source, "vintage"),
        licence=reader.t.of(source, "licence"),
        attribution=reader.t.of(source, "attribution"),
        url=source.url,
        terms=source.licence,
    )


def cited(place: Whereabouts) -> str:
    """A source with the place in it, for the row of a file; a name that the place repeats is said once."""
    publisher, _, title = place.attribution.rpartition(", ")
    begun = publisher if title and place.ref.startswith(title) else place.attribution
    return ", ".join(filter(None, (begun, place.ref)))


UNNUMBERED = {
    "acronyms": "passport.ref.acronyms",
    "country team": "passport.ref.team",
    "foreword": "passport.ref.foreword",
    "partners": "passport.ref.partners",
}
"""Parts of the report that have no number, as the tables name them -> their words."""


def in_words(reader: Reader, ref: str) -> str:
    """`2.6, Tab1, L785` -> `section 2.6, tableau 1, ligne 785`; `2.1, 2.2` -> `sections 2.1 et 2.2`."""
    t = reader.t
    if SECTIONS.fullmatch(ref):
        return t("passport.sections", list=t.listing(ref.split(", ")))
    for part, key in UNNUMBERED.items():
        ref = ref.replace(part, t(key))
    lines = lines_in_words(reader, ref)
    for kind, pattern in DRAWN.items():
        lines = pattern.sub(t(f"passport.{kind}", number=r"\1"), lines)
    lines = _PAGE.sub(t("passport.page", number=r"\1"), lines)
    return t("passport.section", ref=lines) if ref[:1].isdigit() else lines


def lines_in_words(reader: Reader, text: str) -> str:
    """A text with `lignes 785 et 787` for `L785, L787`, as the tables name lines of the report."""
    t = reader.t

    def said(found: re.Match[str]) -> str:
        lines = [line.removeprefix("L") for line in found[0].split(", ")]
        return t("passport.lines", list=t.listing(lines)) if lines[1:] else t("passport.line", line=lines[0])

    return _LINES.sub(said, text)


def report_source(reader: Reader, ref: str, year: int) -> str:
    """The source line of a card: `Source : rapport annuel 2021, section 2.1, ligne 173`."""
    name = reader.t.of(report_of(reader, year))
    return reader.t("source.report", report=name, ref=in_words(reader, ref))


def report_names(reader: Reader) -> str:
    """The reports that the tables hold, with the framework that each accounts for."""
    t, rows = reader.t, reader.catalog.reports.values()
    return t.listing([", ".join(filter(None, (t.of(row), t.of(row, "framework")))) for row in rows])


def printed_in(context: Context, *parts: str) -> str:
    """The source line of a card from where the view's report prints it; parts are columns of `reports`."""
    return report_source(context, _joined(report_of(context, context.year), parts), context.year)


def told_by_reports(reader: Reader, places: Iterable[tuple[str, str]]) -> str:
    """The source line of numbers from several reports, oldest first: (source_id, ref) of each number."""
    refs: dict[str, dict[str, None]] = {}
    for source, ref in places:
        refs.setdefault(source, {})[ref] = None
    reports = {row.source_id: int(year) for year, row in reader.catalog.reports.items()}
    named = sorted(refs.keys() & reports.keys(), key=reports.__getitem__)
    return " · ".join(report_source(reader, ", ".join(refs[source]), reports[source]) for source in named)


def printed_in_reports(reader: Reader, *parts: str) -> str:
    """The same for all reports, oldest first; those that print it in the same place are named together."""
    names: dict[str, list[str]] = {}
    for row in sorted(reader.catalog.reports.values(), key=lambda row: row.year):
        names.setdefault(in_words(reader, _joined(row, parts)), []).append(reader.t.of(row))
    t = reader.t
    return " · ".join(t("source.report", report=t.listing(own), ref=ref) for ref, own in names.items())


def _joined(report: Report, parts: Iterable[str]) -> str:
    """`2.6, Tab1, Tab2`: several places in the report, what they share said once."""
    named = [ref for part in parts for ref in report.texts[f"{part}_ref"].split(", ") if ref]
    return ", ".join(dict.fromkeys(named))
