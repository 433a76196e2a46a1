"""Results over the years of the reports: counts, outputs and places by year, and one word in all of them."""

from collections.abc import Hashable, Mapping

import pandas as pd

from dashboard.analysis.cycle import STATES_OVER_YEARS, state_over_years, told_by_year
from dashboard.analysis.places import homes
from dashboard.components.cards import Card
from dashboard.components.links import Link
from dashboard.components.tables import Column
from dashboard.domain.figure_ids import count_id
from dashboard.domain.text import words_of
from dashboard.presenters.context import Context
from dashboard.presenters.cycle.wide import (
    Number,
    number_cells,
    number_column,
    table_card,
    year_cells,
    year_columns,
)
from dashboard.presenters.guard import guarded
from dashboard.presenters.names import output_link, place_link
from dashboard.presenters.reader import Reader
from dashboard.presenters.results.by_year import COUNTS_OF_A_YEAR, change_of_count, count_of_year
from dashboard.presenters.results.found import results_saying
from dashboard.presenters.sources import printed_in_reports

_TAG = "#indicator+results+num"


@guarded(chart=False)
def figures_card(context: Context, card_id: str) -> Card:
    """How many results, outputs, agencies and places each report tells of, and the change at each."""
    t = context.t
    words = (t("cycle.figures.title"), t("cycle.figures.subtitle"), t("cycle.figures.read"))
    lines = [_figure_line(context, measure) for measure in COUNTS_OF_A_YEAR]
    columns = [Column("label", t("cycle.figures.one")), *_with_changes(context)]
    return table_card(context, card_id, words, lines, columns, printed_in_reports(context, "outputs"))


def _figure_line(reader: Reader, measure: str) -> dict[Hashable, object]:
    line: dict[Hashable, object] = {"label": reader.t(f"cycle.count.{measure}")}
    for year in reader.catalog.years:
        value, figure = count_of_year(reader, measure, year)
        line |= number_cells(f"y{year}", Number(reader.t.number(value), value, reader.figure(figure)))
        change = change_of_count(reader, measure, year)
        said = Number(reader.t.change(change[0]), change[0], reader.figure(change[1])) if change else Number()
        line |= number_cells(f"change{year}", said)
    return line


def _with_changes(reader: Reader) -> list[Column]:
    """Each year followed by its change; the first has none."""
    columns = list(year_columns(reader, reader.t("download.number"), "#indicator+num", computed=True))
    years = reader.catalog.years
    for place, year in reversed(list(enumerate(years[1:], start=1))):
        heading = reader.t("cycle.change.of", year=years[place - 1])
        columns.insert(place + 1, number_column(reader, f"change{year}", heading, "percent", computed=True))
    return columns


@guarded(chart=False)
def outputs_card(context: Context, card_id: str) -> Card:
    """How many results each report tells under each output: new, continued, silent."""
    t, keys = context.t, list(context.catalog.outputs)
    told = context.catalog["results"].rename(columns={"output_id": "key"})[["key", "year", "result_id"]]
    counts = told_by_year(keys, told, context.catalog.years)
    by_key = _by_key(counts)
    states = {key: state_over_years(list(by_key[key].values())) for key in keys}
    tally = {state: list(states.values()).count(state) for state in STATES_OVER_YEARS}
    said = [t(f"cycle.state.{state}.count", n=number) for state, number in tally.items() if number]
    lines = [
        {
            **_named(output_link(context, key)),
            **_counts(context, by_key[key], "output", key),
            "state": t(f"cycle.state.{states[key]}"),
        }
        for key in keys
    ]
    words = (
        t("cycle.outputs.title"),
        t("cycle.outputs.subtitle", year=context.catalog.years[-1]),
        t("cycle.outputs.finding", said=t.listing(said)),
    )
    columns = [
        Column("label", t("filter.output"), link="link", hxl="#activity+name"),
        *_count_columns(context),
        Column("state", t("cycle.state", year=context.catalog.years[-1])),
    ]
    return table_card(context, card_id, words, lines, columns, printed_in_reports(context, "outputs"))


@guarded(chart=False)
def places_card(context: Context, card_id: str) -> Card:
    """How many results each report tells of each region and cercle, and the difference."""
    t, catalog = context.t, context.catalog
    places = catalog["places"]
    keys = [str(key) for key in places.loc[places["level"].isin(catalog.levels), "place_id"]]
    at_home = homes(catalog["result_places"], places).rename(columns={"place_id": "key"})
    told = at_home.merge(catalog["results"][["result_id", "year"]], on="result_id")
    counts = told_by_year(keys, told[["key", "year", "result_id"]], catalog.years)
    by_key = _by_key(counts[counts.sum(axis=1) > 0])
    first, last = catalog.years[0], catalog.years[-1]
    more = {key: by_key[key][last] - by_key[key][first] for key in by_key}
    lines = [
        {
            **_named(place_link(context, key)),
            **_counts(context, by_key[key], "place", key),
            "listed": context.link("results", place=key, year=str(last)),
            "difference": more[key],
            "difference_text": t.signed(more[key]) or "0",
        }
        for key in sorted(by_key, key=lambda key: -more[key])
    ]
    signs = [(number > 0) - (number < 0) for number in more.values()]
    tally = {name: signs.count(sign) for name, sign in (("more", 1), ("less", -1), ("same", 0))}
    words = (
        t("cycle.places.title"),
        t("cycle.places.subtitle"),
        t("cycle.places.finding", first=first, last=last, **tally),
    )
    columns = [
        Column("label", t("filter.place"), link="link", hxl="#loc+name"),
        *_count_columns(context),
        Column("difference_text", t("cycle.difference", first=first, last=last), True, "difference",
               link="listed", computed=True),
    ]  # fmt: skip
    return table_card(context, card_id, words, lines, columns, printed_in_reports(context, "outputs"))


@guarded(chart=False)
def words_card(context: Context, card_id: str) -> Card:
    """How many results of each report say the reader's words, each leading to the list of that year."""
    t, text = context.t, context.view.q
    results = context.catalog["results"]
    found = results[results["result_id"].isin(results_saying(context.catalog, text))] if text else results
    per_year = found.groupby("year").size().to_dict()
    lines = []
    for year in context.catalog.years:
        figure = context.figure(count_id("results", year=str(year), text=words_of(text)))
        number = int(per_year.get(year, 0))
        listed = context.link("results", year=str(year), q=text)
        said = number_cells("results", Number(t.number(number), number, figure))
        lines.append({**_named(Link(str(year), listed)), **said})
    count = t("count.results", n=len(found))
    words = (
        t("cycle.words.title"),
        t("cycle.words.subtitle"),
        t("cycle.words.finding", count=count, text=text) if text else t("cycle.words.none"),
    )
    columns = [
        Column("label", t("year.label"), link="link", hxl="#date+year"),
        number_column(context, "results", t("cycle.count.results"), t("download.number"), computed=True,
                      tag=_TAG),
    ]  # fmt: skip
    return table_card(context, card_id, words, lines, columns, printed_in_reports(context, "outputs"))


def _named(link: Link) -> dict[Hashable, object]:
    """What a row holds of what it is about."""
    return {"label": link.text, "link": link.href}


def _by_key(counts: pd.DataFrame) -> dict[str, dict[int, int]]:
    """The rows of `told_by_year`: results by year, by key."""
    columns = [int(year) for year in counts.columns]
    rows = zip(counts.index, counts.to_numpy().tolist(), strict=True)
    return {str(key): dict(zip(columns, row, strict=True)) for key, row in rows}


def _counts(reader: Reader, counts: Mapping[int, int], filter_name: str, key: str) -> dict[Hashable, object]:
    """The results of one thing by year, each number leading to its passport."""
    numbers = {
        year: Number(
            reader.t.number(count),
            count,
            reader.figure(count_id("results", **{filter_name: key, "year": str(year)})),
        )
        for year, count in counts.items()
    }
    return year_cells(numbers)


def _count_columns(reader: Reader) -> list[Column]:
    return list(year_columns(reader, reader.t("download.number"), _TAG, computed=True))
