"""Passports of indicators: the values that a report or a public series prints."""

from dashboard.analysis.trends import CHANGE_KINDS
from dashboard.components.links import Link
from dashboard.components.passports import Passport
from dashboard.domain.measured import Observation
from dashboard.presenters.findings import findings_about
from dashboard.presenters.indicators.revised import other_tellings
from dashboard.presenters.indicators.words import dated, printed_change, sex_word, value_text
from dashboard.presenters.names import axis_link, indicator_link
from dashboard.presenters.reader import Reader
from dashboard.presenters.sources import place_of


def observation_passport(reader: Reader, figure_id: str, parts: tuple[str, ...]) -> Passport | None:
    """A printed value of an indicator: `o~<observation_id>`."""
    if len(parts) != 1:
        return None
    row = reader.catalog.observations[parts[0]]
    t, catalog, key = reader.t, reader.catalog, row.indicator_id
    indicator = catalog.indicators[key]
    kind = catalog.terms("observation_kind")[row.kind]
    changed, retold = row.kind in CHANGE_KINDS, other_tellings(reader, parts[0])
    return Passport(
        id=figure_id,
        name=t(
            "passport.observation",
            indicator=t.of(indicator),
            kind=t.of(kind).lower(),
            sex=sex_word(reader, indicator, row.sex).lower(),
            year=row.year,
        ),
        value=observation_text(reader, row),
        number=row.value,
        unit=reader.term("indicator_unit", row.unit, "description") if changed else unit_text(reader, key),
        definition=t.of(indicator, "definition"),
        origin="printed",
        about=[
            *about_indicator(reader, key, row.sex),
            (t("passport.about.kind"), [Link(t.of(kind), "", t.of(kind, "description"))]),
            (t("passport.about.period"), [Link(_period(reader, row), "")]),
            (t("passport.about.series"), [Link(_series(reader, row), "")]),
            *([(t("passport.about.retold"), retold)] if retold else []),
            *([(t("passport.about.comparable"), [_grade(reader, row)])] if row.comparable else []),
        ],
        place=place_of(reader, row.source_id, source_ref(row)),
        findings=findings_about(reader, "indicators", [key])
        + findings_about(reader, "observations", [parts[0]]),
        shown=shown_in(reader, key),
        note=t.of(row, "note"),
    )


def _period(reader: Reader, row: Observation) -> str:
    """When a value was taken; with the publisher's own word for it where that is no date."""
    said, printed = dated(reader.t, row), row.period
    return f"{said} ({printed})" if any(letter.isalpha() for letter in printed) else said


def observation_text(reader: Reader, row: Observation) -> str:
    """A value with its unit and, where it is no exact one, its qualifier: `moins de 10 %`."""
    t, catalog = reader.t, reader.catalog
    indicator = catalog.indicators[row.indicator_id]
    if row.kind in CHANGE_KINDS:
        return reader.qualified(printed_change(t, row), row.qualifier)
    return value_text(reader, indicator, row.value, row.qualifier)


def unit_text(reader: Reader, indicator: str) -> str:
    """The unit of an indicator in a few words."""
    unit = reader.catalog.indicators[indicator].unit
    return reader.term("indicator_unit", unit, "description")


def about_indicator(reader: Reader, indicator: str, sex: str) -> list[tuple[str, list[Link]]]:
    """Indicator and sex, for the facts of a passport."""
    t, row = reader.t, reader.catalog.indicators[indicator]
    links = [(t("passport.about.indicator"), shown_in(reader, indicator))]
    if row.axis_id:
        links.append((t("axis.one"), [axis_link(reader, row.axis_id)]))
    return [*links, (t("passport.about.sex"), [Link(sex_word(reader, row, sex), "")])]


def shown_in(reader: Reader, indicator: str) -> list[Link]:
    """The view of Trends that shows an indicator."""
    return [indicator_link(reader, indicator)]


def _series(reader: Reader, row: Observation) -> str:
    series = reader.catalog.terms("series")[row.series]
    return f"{reader.t.of(series)}. {reader.t.of(series, 'description')}"


def _grade(reader: Reader, row: Observation) -> Link:
    """How far a value compares with the one before in its series, with the evidence."""
    grade = reader.term("comparable", row.comparable)
    return Link(
        f"{grade}. {reader.t.of(row, 'comparable_note')}",
        "",
        reader.term("comparable", row.comparable, "description"),
    )


def row_unit(reader: Reader, row: Observation) -> str:
    """The unit of one value in a word or sign: its own where it has one, else that of its indicator."""
    return reader.term("indicator_unit", row.unit or reader.catalog.indicators[row.indicator_id].unit)


def source_ref(row: Observation) -> str:
    """Place in the report; for a public series the publisher's code, where it has one."""
    ref, code = row.source_ref, row.publisher_code
    return " · ".join(part for part in (ref, "" if code in ref else code) if part)
