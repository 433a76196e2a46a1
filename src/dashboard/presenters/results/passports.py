"""Passports of results: what was done, and each quantity in it."""

from dashboard.analysis.results import SPOTLIGHT
from dashboard.components.links import Link
from dashboard.components.passports import Passport
from dashboard.domain.figure_ids import result_id
from dashboard.presenters.context import Context
from dashboard.presenters.findings import findings_about
from dashboard.presenters.names import agency_link, place_link
from dashboard.presenters.results.items import agencies_of, figure_text, figures_of, places_of, result_path
from dashboard.presenters.sources import place_of
from dashboard.store.catalog import Row


def result_passport(context: Context, figure_id: str, parts: tuple[str, ...]) -> Passport | None:
    """A result (`r~2021-2.1.1-01`), or one quantity in it (`r~2021-2.1.1-01~1`)."""
    key, *rest = parts
    result = _result(context, key)
    figures = {int(figure["seq"]): figure for figure in figures_of(context.catalog, key)}
    if not rest:
        return _passport(context, figure_id, result, None, list(figures.values()))
    figure = figures.get(int(rest[0]))
    return None if figure is None or len(rest) > 1 else _passport(context, figure_id, result, figure, [])


def _result(context: Context, key: str) -> Row:
    """A result with the ids of its output's outcome and axis."""
    row = dict(context.catalog.row("results", key))
    if not row["output_id"]:
        return {**row, "outcome_id": "", "axis_id": SPOTLIGHT}
    outcome = context.catalog.row("outputs", row["output_id"])["outcome_id"]
    return {**row, "outcome_id": outcome, "axis_id": context.catalog.row("outcomes", outcome)["axis_id"]}


def _passport(
    context: Context, figure_id: str, result: Row, figure: Row | None, quantities: list[Row]
) -> Passport:
    t, key = context.t, str(result["result_id"])
    notes = [t.of(row, "note") for row in (result, figure) if row and row["note"]]
    return Passport(
        id=figure_id,
        name=t("passport.result.quantity", who=t.of(figure, "who")) if figure else t("passport.result"),
        value=figure_text(context, figure) if figure else t.of(result, "summary"),
        number=float(figure["value"]) if figure else None,
        unit=context.term("unit", figure["unit"], "description") if figure else "",
        definition=t.of(result, "summary") if figure else t("passport.result.definition"),
        origin="printed",
        about=[
            *([(t("result.figures"), _quantity_links(context, key, quantities))] if quantities else []),
            (t("passport.about.path"), result_path(context, result)),
            (t("result.places"), _places(context, result)),
            (t("result.agencies"), _agencies(context, result)),
            (t("passport.about.year"), [Link(str(result["year"]), "")]),
            *([(t("passport.about.whole"), [Link(t("passport.result"), context.figure(result_id(key)))])]
              if figure else []),
        ],
        place=place_of(context, str(result["source_id"]), str(result["source_ref"])),
        findings=[
            finding
            for table in ("results", "result_figures")
            for finding in findings_about(context, table, [key])
        ],
        shown=[Link(t("passport.shown.output"), _list(context, result))],
        note=" ".join(notes),
    )  # fmt: skip


def _quantity_links(context: Context, key: str, quantities: list[Row]) -> list[Link]:
    return [
        Link(figure_text(context, figure), context.figure(result_id(key, int(figure["seq"]))))
        for figure in quantities
    ]


def _list(context: Context, result: Row) -> str:
    if result["axis_id"] == SPOTLIGHT:
        return f"{context.link('results', axis=SPOTLIGHT)}#{result['result_id']}"
    return f"{context.link('results', output=str(result['output_id']))}#{result['result_id']}"


def _places(context: Context, result: Row) -> list[Link]:
    places = places_of(context.catalog, str(result["result_id"]))
    if not places:
        scope = context.catalog.terms("scope")[result["scope"]]
        return [Link(context.t.of(scope), "", context.t.of(scope, "description"))]
    return [place_link(context, place) for place in places]


def _agencies(context: Context, result: Row) -> list[Link]:
    listed = agencies_of(context.catalog, str(result["output_id"]), int(result["year"]))
    return [agency_link(context, agency) for agency in listed]
