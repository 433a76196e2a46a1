"""Passports of results: what was done, and each quantity in it."""

from dashboard.analysis.results import SPOTLIGHT
from dashboard.components.links import Link
from dashboard.components.passports import Passport
from dashboard.domain.figure_ids import result_id
from dashboard.domain.records import Quantity, Result
from dashboard.presenters.findings import findings_about
from dashboard.presenters.names import agency_link, place_link
from dashboard.presenters.reader import Reader
from dashboard.presenters.results.items import (
    agencies_of,
    figure_text,
    figure_value,
    figures_of,
    places_of,
    result_path,
)
from dashboard.presenters.sources import place_of


def result_passport(reader: Reader, figure_id: str, parts: tuple[str, ...]) -> Passport | None:
    """A result (`r~2021-2.1.1-01`), or one quantity in it (`r~2021-2.1.1-01~1`)."""
    key, *rest = parts
    result = reader.catalog.results[key]
    figures = {figure.seq: figure for figure in figures_of(reader.catalog, key)}
    if not rest:
        return _passport(reader, figure_id, result, None, list(figures.values()))
    figure = figures.get(int(rest[0]))
    return None if figure is None or len(rest) > 1 else _passport(reader, figure_id, result, figure, [])


def _passport(
    reader: Reader, figure_id: str, result: Result, figure: Quantity | None, quantities: list[Quantity]
) -> Passport:
    t, key = reader.t, result.result_id
    notes = [t.of(row, "note") for row in (result, figure) if row and row.note]
    return Passport(
        id=figure_id,
        name=figure_text(reader, figure) if figure else t("passport.result"),
        value=figure_value(reader, figure) if figure else t.of(result, "summary"),
        number=figure.value if figure else None,
        unit=reader.term("unit", figure.unit, "description") if figure else "",
        definition=t.of(result, "summary") if figure else t("passport.result.definition"),
        origin="printed",
        about=[
            *([(t("result.figures"), _quantity_links(reader, key, quantities))] if quantities else []),
            *([(t("passport.about.role"), [_role(reader, figure)])] if figure else []),
            (t("passport.about.path"), result_path(reader, result.output_id)),
            (t("result.places"), _places(reader, result)),
            (t("result.agencies"), _agencies(reader, result)),
            (t("passport.about.year"), [Link(str(result.year), "")]),
            *([(t("passport.about.whole"), [Link(t("passport.result"), reader.figure(result_id(key)))])]
              if figure else []),
        ],
        place=place_of(reader, result.source_id, result.source_ref),
        year=result.year,
        findings=[
            finding
            for table in ("results", "result_figures")
            for finding in findings_about(reader, table, [key])
        ],
        shown=[Link(t("passport.shown.output"), _list(reader, result))],
        note=" ".join(notes),
    )  # fmt: skip


def _role(reader: Reader, figure: Quantity) -> Link:
    """What a quantity is to the others of its result, leading to the one that it belongs to."""
    whole, key = figure.part_of, figure.result_id
    href = "" if whole is None else reader.figure(result_id(key, whole))
    return Link(
        reader.term("figure_role", figure.role), href, reader.term("figure_role", figure.role, "description")
    )


def _quantity_links(reader: Reader, key: str, quantities: list[Quantity]) -> list[Link]:
    return [
        Link(figure_text(reader, figure), reader.figure(result_id(key, figure.seq))) for figure in quantities
    ]


def _list(reader: Reader, result: Result) -> str:
    asked = {"output": result.output_id} if result.output_id else {"axis": SPOTLIGHT}
    return f"{reader.link('results', **asked)}#{result.result_id}"


def _places(reader: Reader, result: Result) -> list[Link]:
    places = places_of(reader.catalog, result.result_id)
    if not places:
        scope = reader.catalog.terms("scope")[result.scope]
        return [Link(reader.t.of(scope), "", reader.t.of(scope, "description"))]
    return [place_link(reader, place) for place in places]


def _agencies(reader: Reader, result: Result) -> list[Link]:
    listed = agencies_of(reader.catalog, result.output_id, result.year)
    return [agency_link(reader, agency) for agency in listed]
