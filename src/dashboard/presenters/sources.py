"""Where a figure comes from: the report, or a public series."""

import re

from dashboard.components.passports import Whereabouts
from dashboard.presenters.reader import Reader

DRAWN = {"table": re.compile(r"\bTab(\d+)"), "graph": re.compile(r"\bGraph(\d+)")}
"""Tables and charts of the report as our tables name them."""
_LINES = re.compile(r"\bL\d+(?:-\d+)?(?:, L\d+(?:-\d+)?)*")
SECTIONS = re.compile(r"\d+(\.\d+)?(, \d+(\.\d+)?)+")


def report_place(reader: Reader, ref: str, year: int) -> Whereabouts:
    """A place in the report of a year: that of the year's results, or of the only report."""
    results = reader.catalog["results"]
    of_year = results.loc[results["year"] == year, "source_id"]
    if not of_year.empty:
        return place_of(reader, str(of_year.iloc[0]), ref)
    sources = reader.catalog["sources"]
    return place_of(reader, str(sources.loc[sources["kind"] == "report", "source_id"].iloc[0]), ref)


def place_of(reader: Reader, source_id: str, ref: str) -> Whereabouts:
    """A place in a document or dataset."""
    source = reader.catalog.row("sources", source_id)
    in_report = source["kind"] == "report"
    return Whereabouts(
        ref=in_words(reader, ref) if in_report else ref,
        title=reader.t.of(source, "title"),
        publisher=reader.t.of(source, "publisher"),
        published=reader.t.of(source, "vintage"),
        licence=reader.t.of(source, "licence"),
        attribution=reader.t.of(source, "attribution"),
        url=source["url"],
        terms=source["licence"],
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
    return t("passport.section", ref=lines) if ref[:1].isdigit() else lines


def lines_in_words(reader: Reader, text: str) -> str:
    """A text with `lignes 785 et 787` for `L785, L787`, as the tables name lines of the report."""
    t = reader.t

    def said(found: re.Match[str]) -> str:
        lines = [line.removeprefix("L") for line in found[0].split(", ")]
        return t("passport.lines", list=t.listing(lines)) if lines[1:] else t("passport.line", line=lines[0])

    return _LINES.sub(said, text)


def report_source(reader: Reader, ref: str) -> str:
    """The source line of a card: `Source : rapport annuel 2021, section 2.1, ligne 173`."""
    return reader.t("source.report", ref=in_words(reader, ref))
