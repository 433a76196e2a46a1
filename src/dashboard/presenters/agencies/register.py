"""The register of agencies with three numbers, and the axes by region as counts."""

from typing import Any

import pandas as pd

from dashboard.analysis.results import SPOTLIGHT, Filters
from dashboard.components.cards import Card
from dashboard.components.tables import Column
from dashboard.domain.figure_ids import count_id, money_id
from dashboard.presenters.agencies.overlap import Overlap
from dashboard.presenters.context import Context
from dashboard.presenters.guard import guarded
from dashboard.presenters.names import agency_link, axis_link
from dashboard.presenters.reader import Reader
from dashboard.presenters.results.items import counted_facets, results_source
from dashboard.presenters.sources import printed_in


@guarded(chart=False)
def register_card(context: Context, overlap: Overlap, card_id: str) -> Card:
    """Every agency that the report lists under outputs: outputs, results of these, budget."""
    t = context.t
    rows = pd.DataFrame([_line(context, agency, own, overlap) for agency, own in overlap.outputs.items()])
    return Card(
        id=card_id,
        heading=t("agencies.register"),
        subtitle=t("agencies.register.subtitle", year=context.view.year),
        said=[],
        figure=None,
        picture="",
        rows=rows,
        columns=[
            Column("label", t("agency.one"), link="link", hxl="#org+name"),
            _count_column(context, "outputs", t("agencies.outputs")),
            _count_column(context, "results", t("agencies.results")),
            Column(
                "budget_text",
                t("finance.budget"),
                True,
                "budget",
                figure="budget_figure",
                hxl=f"#value+budget+{context.t.currency}",
                unit=context.term("unit", context.t.currency),
            ),
        ],
        source=printed_in(context, "outputs", "agencies"),
        csv=context.csv(card_id),
    )


def _count_column(reader: Reader, name: str, heading: str, hxl: str = "", link: str = "") -> Column:
    """A count that leads to its passport, or, with `link`, to what it counts."""
    return Column(
        f"{name}_text",
        heading,
        True,
        name,
        link=link,
        figure="" if link else f"{name}_figure",
        hxl=hxl,
        unit=reader.t("download.number"),
        computed=True,
    )


def _line(context: Context, agency: str, own: set[str], overlap: Overlap) -> dict[str, Any]:
    t, year = context.t, context.view.year
    link, results = agency_link(context, agency), overlap.results(own)
    budget = _budget(context, agency, int(year))
    return {
        "label": link.text,
        "link": link.href,
        "outputs": len(own),
        "outputs_text": t.number(len(own)),
        "outputs_figure": context.figure(count_id("outputs", year=year, agency=agency)),
        "results": results,
        "results_text": t.number(results),
        "results_figure": context.figure(count_id("results", year=year, agency=agency)),
        "budget": budget,
        "budget_text": t("agencies.no_money") if budget is None else t.scaled(budget),
        "budget_figure": ""
        if budget is None
        else context.figure(money_id("agencies", int(year), agency, "budget")),
    }


def _budget(reader: Reader, agency: str, year: int) -> float | None:
    money = reader.catalog.money("finance_agencies")
    own = money.loc[(money["year"] == year) & (money["agency_id"] == agency), "budget_usd"]
    return None if own.empty else float(own.iloc[0])


@guarded(chart=False)
def regions_card(context: Context, card_id: str) -> Card:
    """How many results of each axis name a region or a place in it; a count leads to the list of them."""
    t, year = context.t, context.view.year
    axes = [*context.catalog.axes, SPOTLIGHT]
    counts = {
        axis: counted_facets(context.catalog, Filters(int(year), axis=axis), ("place",))["place"]
        for axis in axes
    }
    places = context.catalog.places.items()
    regions = [(key, row.name_fr) for key, row in places if row.level == context.catalog.levels[0]]
    names = {axis: axis_link(context, axis).text for axis in axes}
    heads = [
        _count_column(context, axis, name, link=f"{axis}_link", hxl=f"#value+results+axis_{axis}")
        for axis, name in names.items()
    ]
    return Card(
        id=card_id,
        heading=t("agencies.regions"),
        subtitle=t("agencies.regions.subtitle", year=year),
        said=[],
        figure=None,
        picture="",
        rows=pd.DataFrame([_region(context, key, name, counts) for key, name in regions]),
        columns=[Column("label", t("map.level.one.upper"), link="link", hxl="#adm1+name"), *heads],
        source=results_source(context),
        csv=context.csv(card_id),
    )


def _region(reader: Reader, key: str, name: str, counts: dict[str, dict[str, int]]) -> dict[str, Any]:
    line: dict[str, Any] = {"label": name, "link": reader.link("place", key)}
    for axis, by_place in counts.items():
        count = by_place.get(key, 0)
        line |= {
            axis: count,
            f"{axis}_text": reader.t.number(count),
            f"{axis}_link": reader.link("results", axis=axis, place=key) if count else "",
        }
    return line
