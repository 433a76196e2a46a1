"""Passports of results: what was done, and each quantity in it."""

from dashboard.analysis.results import SPOTLIGHT
from dashboard.components.links import Link
from dashboard.components.passports import Passport
from dashboard.domain.figure_ids import result_id
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
from dashboard.store.catalog import Row


def result_passport(reader: Reader, figure_id: str, parts: tuple[str, ...]) -> Passport | None:
    """A result (`r~2021-2.1.1-01`), or one quantity in it (`r~2021-2.1.1-01~1`)."""
    key, *rest = parts
    result = _result(reader, key)
    figures = {int(figure["seq"]): figure for figure in figures_of(reader.catalog, key)}
    if not rest:
        return _passport(reader, figure_id, result, None, list(figures.values()))
    figure = figures.get(int(rest[0]))
    return None if figure is None or len(rest) > 1 else _passport(reader, figure_id, result, figure, [])


def _result(reader: Reader, key: str) -> Row:
    """A result with the ids of its output's outcome and axis."""
    row = dict(reader.catalog.row("results", key))
    if not row["output_id"]:
        return {**row, "outcome_id": "", "axis_id": SPOTLIGHT}
    outcome = reader.catalog.row("outputs", row["output_id"])["outcome_id"]
    return {**row, "outcome_id": outcome, "axis_id": reader.catalog.row("outcomes", outcome)["axis_id"]}


def _passport(
    reader: Reader, figure_id: str, result: Row, figure: Row | None, quantities: list[Row]
) -> Passport:
    t, key = reader.t, str(result["result_id"])
    notes = [t.of(row, "note") for row in (result, figure) if row and row["note"]]
    return Passport(
        id=figure_id,
        name=figure_text(reader, figure) if figure else t("passport.result"),
        value=figure_value(reader, figure) if figure else t.of(result, "summary"),
        number=float(figure["value"]) if figure else None,
        unit=reader.term("unit", figure["unit"], "description") if figure else "",
        definition=t.of(result, "summary") if figure else t("passport.result.definition"),
        origin="printed",
        about=[
            *([(t("result.figures"), _quantity_links(reader, key, quantities))] if quantities else []),
            *([(t("passport.about.role"), [_role(reader, figure)])] if figure else []),
            (t("passport.about.path"), result_path(reader, result)),
            (t("result.places"), _places(reader, result)),
            (t("result.agencies"), _agencies(reader, result)),
            (t("passport.about.year"), [Link(str(result["year"]), "")]),
            *([(t("passport.about.whole"), [Link(t("passport.result"), reader.figure(result_id(key)))])]
              if figure else []),
        ],
        place=place_of(reader, str(result["source_id"]), str(result["source_ref"])),
        year=int(result["year"]),
        findings=[
            finding
            for table in ("results", "result_figures")
            for finding in findings_about(reader, table, [key])
        ],
        shown=[Link(t("passport.shown.output"), _list(reader, result))],
        note=" ".join(notes),
    )  # fmt: skip


def _role(reader: Reader, figure: Row) -> Link:
    """What a quantity is to the others of its result, leading to the one that it belongs to."""
    whole, key = figure["part_of"], str(figure["result_id"])
    href = reader.figure(result_id(key, int(whole))) if whole == whole else ""
    return Link(
        reader.term("figure_role", figure["role"]),
        href,
        reader.term("figure_role", figure["role"], "description"),
    )


def _quantity_links(reader: Reader, key: str, quantities: list[Row]) -> list[Link]:
    return [
        Link(figure_text(reader, figure), reader.figure(result_id(key, int(figure["seq"]))))
        for figure in quantities
    ]


def _list(reader: Reader, result: Row) -> str:
    if result["axis_id"] == SPOTLIGHT:
        return f"{reader.link('results', axis=SPOTLIGHT)}#{result['result_id']}"
    return f"{reader.link('results', output=str(result['output_id']))}#{result['result_id']}"


def _places(reader: Reader, result: Row) -> list[Link]:
    places = places_of(reader.catalog, str(result["result_id"]))
    if not places:
        scope = reader.catalog.terms("scope")[result["scope"]]
        return [Link(reader.t.of(scope), "", reader.t.of(scope, "description"))]
    return [place_link(reader, place) for place in places]


def _agencies(reader: Reader, result: Row) -> list[Link]:
    listed = agencies_of(reader.catalog, str(result["output_id"]), int(result["year"]))
    return [agency_link(reader, agency) for agency in listed]
