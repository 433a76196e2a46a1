"""From result rows to what readers see of them; shared by Results, Map and the profiles."""

from typing import Any

import pandas as pd

from dashboard.analysis.results import SPOTLIGHT, Filters, select_results, with_ancestry
from dashboard.components.results import Link, ResultItem
from dashboard.domain.figure_ids import result_id
from dashboard.pages.context import Context
from dashboard.store import Catalog


def chosen_results(catalog: Catalog, filters: Filters) -> pd.DataFrame:
    """The results that pass the filters, with the ids of their axis, outcome and theme."""
    results = with_ancestry(catalog["results"], catalog["outputs"], catalog["outcomes"])
    return select_results(
        results, filters, catalog["output_agencies"], catalog["result_places"], catalog["places"]
    )


def result_items(context: Context, rows: pd.DataFrame) -> list[ResultItem]:
    """The rows of `chosen_results` as readers see them."""
    agencies = _by_key(context.catalog["output_agencies"], "output_id")
    figures = _by_key(context.catalog["result_figures"], "result_id")
    places = _by_key(context.catalog["result_places"], "result_id")
    return [_item(context, row, agencies, figures, places) for row in rows.to_dict("records")]


Grouped = dict[str, list[dict[Any, Any]]]


def _by_key(frame: pd.DataFrame, column: str) -> Grouped:
    return {str(key): rows.to_dict("records") for key, rows in frame.groupby(column, sort=False)}


def _item(
    context: Context, row: dict[Any, Any], agencies: Grouped, figures: Grouped, places: Grouped
) -> ResultItem:
    t, key = context.t, str(row["result_id"])
    repeated = str(row["duplicate_of"])
    listed = [
        listing["agency_id"]
        for listing in agencies.get(row["output_id"], [])
        if listing["year"] == row["year"]
    ]
    return ResultItem(
        id=key,
        summary=t.of(row, "summary"),
        passport=context.figure(result_id(key)),
        axis="none" if row["axis_id"] == SPOTLIGHT else f"axis-{row['axis_id']}",
        path=result_path(context, row),
        figures=[
            Link(figure_text(context, figure), context.figure(result_id(key, int(figure["seq"]))))
            for figure in figures.get(key, [])
        ],
        agencies=[agency_link(context, agency) for agency in listed],
        places=[place_link(context, place["place_id"]) for place in places.get(key, [])],
        scope="" if row["scope"] == "places" else t.of(context.catalog.terms("scope")[row["scope"]]),
        repeats=Link(t("result.repeated"), context.figure(result_id(repeated))) if repeated else None,
        source=t("source.place", ref=row["source_ref"]),
    )


def result_path(context: Context, row: dict[Any, Any]) -> list[Link]:
    """Axis, outcome and output of a result; for Spotlight, its section."""
    t, catalog = context.t, context.catalog
    if row["axis_id"] == SPOTLIGHT:
        return [Link(t("spotlight.short"), context.link("results", axis=SPOTLIGHT), t("spotlight.name"))]
    axis, outcome = catalog.row("axes", row["axis_id"]), catalog.row("outcomes", row["outcome_id"])
    output = catalog.row("outputs", row["output_id"])
    return [
        Link(t.of(axis, "short"), context.link("axis", row["axis_id"]), t.of(axis)),
        Link(
            f"{row['outcome_id']} {t.of(outcome, 'short')}",
            context.link("results", outcome=row["outcome_id"]),
            t.of(outcome),
        ),
        Link(f"{row['output_id']} {t.of(output, 'label')}", context.link("results", output=row["output_id"])),
    ]


def figure_text(context: Context, figure: dict[Any, Any]) -> str:
    """A quantity in words: `plus de 2 000 personnes (femmes membres des groupements)`."""
    t = context.t
    who = t.of(figure, "who")
    value = t.number(figure["value"])
    if figure["unit"] == "percent":
        value = t.percent(figure["value"])
    elif figure["unit"] not in ("people", "items", "households"):
        value = f"{value} {t.of(context.catalog.terms('unit')[figure['unit']])}"
    if figure["qualifier"] != "=":
        value = f"{t.of(context.catalog.terms('qualifier')[figure['qualifier']])} {value}"
    return f"{value} {who}"


def agency_link(context: Context, agency: str) -> Link:
    """An agency's acronym, leading to its profile."""
    row = context.catalog.row("agencies", agency)
    return Link(context.t.of(row, "acronym"), context.link("agency", agency), context.t.of(row))


def place_link(context: Context, place: str) -> Link:
    """A place's name with its level, leading to its profile (a locality's is that of its cercle)."""
    row = context.catalog.row("places", place)
    level = context.t.of(context.catalog.terms("place_level")[row["level"]])
    home = str(row["parent_id"]) if row["level"] == "locality" else place
    return Link(f"{row['name_fr']} ({level.lower()})", context.link("place", home))
