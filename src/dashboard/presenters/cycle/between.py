"""What changed between a report and the one before: values, definitions, new, gone, restated, no more."""

from collections.abc import Callable, Hashable, Iterator

import pandas as pd

from dashboard.analysis.cycle import between, values_between
from dashboard.analysis.trends import LEVEL_KINDS
from dashboard.components.cards import Card
from dashboard.components.links import Link
from dashboard.components.tables import Column
from dashboard.presenters.context import Context
from dashboard.presenters.cycle.values import told_number
from dashboard.presenters.cycle.wide import Number, number_cells, number_column, table_card
from dashboard.presenters.guard import guarded
from dashboard.presenters.indicators.values import revisions
from dashboard.presenters.indicators.words import observed, sex_word
from dashboard.presenters.names import agency_link, indicator_link, output_link
from dashboard.presenters.reader import Reader
from dashboard.presenters.sources import printed_in_reports
from dashboard.store import Catalog
from dashboard.store.catalog import records

_NAMED: dict[str, Callable[[Reader, str], Link]] = {
    "agency": agency_link,
    "output": output_link,
    "indicator": indicator_link,
}
_Line = dict[Hashable, object]


@guarded(chart=False)
def between_card(context: Context, card_id: str) -> Card:
    """The differences between the report of the view's year and the one before it (of the first: after)."""
    t, years = context.t, context.catalog.years
    at = max(years.index(context.year), 1)
    older, newer = years[at - 1], years[at]
    lines = [
        *_values(context, older, newer),
        *_restated(context, newer),
        *_new_and_gone(context, older, newer),
    ]
    columns = [
        Column("kind", t("cycle.between.kind")),
        Column("label", t("cycle.between.what"), link="link"),
        number_column(context, "before", t("cycle.between.report", year=older), ""),
        number_column(context, "after", t("cycle.between.report", year=newer), ""),
    ]
    words = (
        t("cycle.between.title", older=older, newer=newer),
        t("cycle.between.subtitle"),
        t("cycle.between.finding", n=len(lines)),
    )
    source = printed_in_reports(context, "agencies", "outputs", "indicators")
    return table_card(context, card_id, words, lines, columns, source)


def _line(reader: Reader, change: str, link: Link, before: Number, after: Number) -> _Line:
    told = reader.t(f"cycle.between.{change}")
    numbers = {**number_cells("before", before), **number_cells("after", after)}
    return {"kind": told, "label": link.text, "link": link.href, **numbers}


def _values(reader: Reader, older: int, newer: int) -> Iterator[_Line]:
    """The last value that each report tells of an indicator and sex."""
    pairs = values_between(_levels(reader.catalog), reader.catalog["breaks"], older, newer)
    for pair in records(pairs):
        yield _pair(reader, str(pair["change"]), str(pair["before"]), str(pair["after"]))


def _restated(reader: Reader, newer: int) -> Iterator[_Line]:
    """The values of older reports that the newer one tells otherwise."""
    report = reader.catalog.reports[str(newer)].source_id
    for old, new in revisions(reader.catalog).items():
        before, after = observed(reader, old), observed(reader, new)
        if after.source_id == report and before.value != after.value:
            yield _pair(reader, "restated", old, new)


def _pair(reader: Reader, change: str, before: str, after: str) -> _Line:
    old, new = observed(reader, before), observed(reader, after)
    about = reader.catalog.indicators[new.indicator_id]
    link = indicator_link(reader, new.indicator_id)
    named = Link(f"{link.text}, {sex_word(reader, about, new.sex)}", link.href)
    return _line(reader, change, named, told_number(reader, old), told_number(reader, new))


def _new_and_gone(reader: Reader, older: int, newer: int) -> Iterator[_Line]:
    for row in records(between(_told(reader.catalog), older, newer)):
        link = _NAMED[row["kind"]](reader, str(row["key"]))
        yield _line(reader, f"{row['change']}.{row['kind']}", link, Number(), Number())


def _levels(catalog: Catalog) -> pd.DataFrame:
    """The levels that reports tell, with the year of the report."""
    year_of = {row.source_id: int(year) for year, row in catalog.reports.items()}
    values = catalog["observations"]
    told = values.assign(told=values["source_id"].map(year_of))
    told = told[told["told"].notna() & told["kind"].isin(LEVEL_KINDS)]
    return told[~told["observation_id"].isin(revisions(catalog).keys())]


def _told(catalog: Catalog) -> pd.DataFrame:
    """What each report tells of: agencies with money, outputs with a result, indicators with a value."""
    results = catalog["results"]
    parts = {
        "agency": catalog["finance_agencies"][["agency_id", "year"]],
        "output": results.loc[results["output_id"] != "", ["output_id", "year"]],
        "indicator": _levels(catalog)[["indicator_id", "told"]],
    }
    rows = [part.set_axis(["key", "year"], axis=1).assign(kind=kind) for kind, part in parts.items()]
    return pd.concat(rows, ignore_index=True)
