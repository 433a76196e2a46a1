"""What a report announced for a year beside what that year's report tells; challenges that come back."""

from collections.abc import Hashable

from dash import html
from dash.development.base_component import Component

from dashboard.analysis.cycle import returning
from dashboard.components.cards import Card
from dashboard.components.tables import Column
from dashboard.presenters.context import Context
from dashboard.presenters.cycle.wide import Number, number_cells, number_column, table_card
from dashboard.presenters.guard import guarded
from dashboard.presenters.names import axis_link, outcome_link
from dashboard.presenters.reader import Reader
from dashboard.presenters.results.by_year import count_of_year
from dashboard.presenters.results.priorities import priority_list
from dashboard.presenters.sources import in_words, printed_in_reports
from dashboard.store.catalog import Row, records


@guarded(chart=False)
def announced_card(context: Context, card_id: str) -> Card:
    """Each priority for a year that has a report, beside how many results that report tells of its axis."""
    t = context.t
    rows = [row for row in records(context.catalog["priorities"]) if row["year"] in context.catalog.years]
    lines = [_announced_line(context, row) for row in rows]
    columns = [
        Column("label", t("year.label"), hxl="#date+year"),
        Column("axis", t("axis.one"), link="link", hxl="#sector+name"),
        Column("text", t("cycle.announced.text")),
        number_column(context, "results", t("cycle.announced.told"), t("download.number"), computed=True),
    ]
    said = t("cycle.announced.finding", n=len(rows)) if rows else t("cycle.announced.none")
    words = (t("cycle.announced.title"), t("cycle.announced.subtitle"), said)
    return table_card(context, card_id, words, lines, columns, printed_in_reports(context, "outputs"))


def _announced_line(reader: Reader, row: Row) -> dict[Hashable, object]:
    year, axis = int(row["year"]), str(row["axis_id"])
    value, figure = count_of_year(reader, "results", year, **({"axis": axis} if axis else {}))
    number = Number(reader.t.number(value), value, reader.figure(figure))
    return {
        "label": str(year),
        "axis": axis_link(reader, axis).text if axis else reader.t.of(row, "domain"),
        "link": reader.link("results", axis=axis, year=str(year)),
        "text": reader.t.of(row, "text"),
        **number_cells("results", number),
    }


@guarded(chart=False)
def returning_card(context: Context, card_id: str) -> Card:
    """The challenges of outcomes of which several reports tell some, one below the other."""
    t = context.t
    rows = returning(context.catalog["challenges"])
    lines = [_returning_line(context, row) for row in records(rows)]
    columns = [
        Column("label", t("filter.outcome"), link="link"),
        Column("year", t("year.label"), hxl="#date+year"),
        Column("text", t("cycle.returning.text")),
        Column("place", t("passport.ref")),
    ]
    outcomes = rows["outcome_id"].nunique()
    said = t("cycle.returning.finding", n=outcomes) if outcomes else t("cycle.returning.none")
    words = (t("cycle.returning.title"), t("cycle.returning.subtitle"), said)
    return table_card(context, card_id, words, lines, columns, printed_in_reports(context, "outputs"))


def _returning_line(reader: Reader, row: Row) -> dict[Hashable, object]:
    outcome = outcome_link(reader, str(row["outcome_id"]))
    return {
        "label": outcome.text,
        "link": outcome.href,
        "year": str(row["year"]),
        "text": reader.t.of(row, "text"),
        "place": in_words(reader, str(row["source_ref"])),
    }


def next_year(reader: Reader) -> list[Component]:
    """What the newest report announces for later, which no report can be set beside yet."""
    newest = reader.catalog.year
    rows = [row for row in records(reader.catalog["priorities"]) if row["year"] > newest]
    if not rows:
        return []
    summary = html.Summary(reader.t("priorities.count", n=len(rows), year=min(row["year"] for row in rows)))
    return [html.Details([summary, priority_list(reader, rows)], className="fold")]
