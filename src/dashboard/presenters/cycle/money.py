"""Money over the years of the reports: each year, its change, and all of them together."""

from collections.abc import Hashable

import pandas as pd

from dashboard.components.cards import Card
from dashboard.components.sentences import Piece, figure_link, sentence
from dashboard.components.tables import Column
from dashboard.domain.figure_ids import FINANCE_TABLES, money_id, over_years_id
from dashboard.domain.picture import Key
from dashboard.figures.bars import Series, group_bars
from dashboard.figures.picture_bars import bars_drawing
from dashboard.figures.still import still
from dashboard.presenters.context import Context
from dashboard.presenters.cycle.wide import (
    Number,
    number_cells,
    number_column,
    number_or_nothing,
    table_card,
    year_cells,
    year_columns,
)
from dashboard.presenters.findings import remarks_about
from dashboard.presenters.guard import guarded
from dashboard.presenters.money.cards import name_column
from dashboard.presenters.money.over_years import CHANGE, CUMULATED, amounts_over_years
from dashboard.presenters.money.passports import KEYS
from dashboard.presenters.money.rows import ENTITIES, MONEY_TABLES, TOTALS
from dashboard.presenters.reader import Reader
from dashboard.presenters.sources import printed_in_reports
from dashboard.store.catalog import Row, records

YEARLY = ("budget", "mobilised", "spent")
"""The amounts that years are compared by."""
_WHOLE = TOTALS["agency"]
"""The printed total that stands for a year."""


@guarded()
def total_card(context: Context, card_id: str) -> Card:
    """The printed totals of each report: as bars, with the change beside the year before, and summed up."""
    t = context.t
    rows = _total_rows(context)
    series = [Series(m, f"{m}_short", t(f"finance.{m}"), m) for m in YEARLY]
    figure = group_bars(rows, series, t.scaled)
    return Card(
        id=card_id,
        heading=t("cycle.money.title"),
        subtitle=t("cycle.money.subtitle"),
        said=_so_far(context),
        figure=figure,
        picture=still(figure),
        rows=rows,
        columns=_total_columns(context),
        source=printed_in_reports(context, _WHOLE),
        csv=context.csv(card_id),
        legend=[Key(one.name, one.colour) for one in series],
        drawing=bars_drawing(rows, series, t.scaled),
        image=context.image(card_id),
        notes=remarks_about(context, FINANCE_TABLES["totals"], [_WHOLE]),
    )


def _total_rows(reader: Reader) -> pd.DataFrame:
    """A row per report: `label`, `link` (its page of money) and the numbers of each amount."""
    totals = {m: _totals(reader, m) for m in YEARLY}
    lines = []
    for year in reader.catalog.years:
        line: dict[Hashable, object] = {"label": str(year), "link": reader.link("funding", year=str(year))}
        for m, rows in totals.items():
            row = rows[year]
            line |= number_cells(m, _printed(reader, "totals", m, row))
            line |= number_cells(f"{m}_{CUMULATED}", _so_far_number(reader, "totals", m, row))
            line |= number_cells(f"{m}_{CHANGE}", _changed(reader, "totals", m, row))
            line[f"{m}_short"] = reader.t.scaled(row["value"]) if pd.notna(row["value"]) else ""
        lines.append(line)
    return pd.DataFrame(lines)


def _total_columns(reader: Reader) -> list[Column]:
    t, usd = reader.t, reader.t.currency
    columns = [Column("label", t("year.label"), link="link", hxl="#date+year")]
    for m in YEARLY:
        name = t(f"finance.{m}")
        columns += [
            number_column(reader, m, name, usd, tag=f"#value+{m}+{usd}"),
            number_column(
                reader, f"{m}_{CHANGE}", t("cycle.change", what=name), "percent", computed=True,
                tag=f"#value+{m}+change+pct",
            ),
            number_column(
                reader, f"{m}_{CUMULATED}", t("cycle.cumulated", what=name), usd, computed=True,
                tag=f"#value+{m}+cumulated+{usd}",
            ),
        ]  # fmt: skip
    return columns


def _so_far(reader: Reader) -> list[Piece]:
    """What all reports together say was planned, mobilised and spent."""
    t, years = reader.t, reader.catalog.years
    rows = {m: _totals(reader, m)[years[-1]] for m in YEARLY}
    said = {
        m: figure_link(t.scaled(row[CUMULATED]), _passport(reader, "totals", m, row, CUMULATED))
        for m, row in rows.items()
    }
    return sentence(t.template("cycle.money.finding"), first=str(years[0]), last=str(years[-1]), **said)


def _totals(reader: Reader, measure: str) -> dict[int, Row]:
    """The printed total of each report, by year."""
    rows = amounts_over_years(reader.catalog, "totals", measure)
    return {int(row["year"]): row for row in records(rows[rows[KEYS["totals"]] == _WHOLE])}


@guarded(chart=False)
def rows_card(context: Context, by: str, measure: str, card_id: str) -> Card:
    """One amount of each agency or axis by year, its change and its sum."""
    t, table, usd = context.t, TOTALS[by], context.t.currency
    name = t(f"finance.{measure}")
    rows = _entity_rows(context, by, measure)
    words = (
        t(f"cycle.money.{by}", what=name),
        t("cycle.money.rows", currency=context.term("unit", usd)),
        t("cycle.money.read"),
    )
    before = t("cycle.change.of", year=context.catalog.years[-2])
    columns = [
        name_column(context, by),
        *year_columns(context, usd, f"#value+{measure}+{usd}"),
        number_column(context, CHANGE, before, "percent", computed=True),
        number_column(context, CUMULATED, t("cycle.sum"), usd, computed=True),
    ]
    notes = remarks_about(context, MONEY_TABLES[by], [str(row[f"{by}_id"]) for row in rows])
    return table_card(context, card_id, words, rows, columns, printed_in_reports(context, table), notes)


def _entity_rows(reader: Reader, by: str, measure: str) -> list[dict[Hashable, object]]:
    """A row per agency or axis, largest sum first."""
    amounts = amounts_over_years(reader.catalog, TOTALS[by], measure)
    told = [records(own) for _, own in amounts.groupby(f"{by}_id", sort=False)]
    told.sort(key=lambda own: -_last_told(own)[CUMULATED])
    return [_entity_row(reader, by, measure, own) for own in told]


def _entity_row(reader: Reader, by: str, measure: str, told: list[Row]) -> dict[Hashable, object]:
    table, key = TOTALS[by], f"{by}_id"
    link = ENTITIES[by](reader, str(told[0][key]))
    return {
        key: told[0][key], "label": link.text, "link": link.href,
        **year_cells({row["year"]: _printed(reader, table, measure, row) for row in told}),
        **number_cells(CHANGE, _changed(reader, table, measure, told[-1])),
        **number_cells(CUMULATED, _so_far_number(reader, table, measure, _last_told(told))),
    }  # fmt: skip


def _last_told(rows: list[Row]) -> Row:
    """The last year of which a report prints the amount."""
    return next(row for row in reversed(rows) if pd.notna(row["value"]))


def _printed(reader: Reader, table: str, measure: str, row: Row) -> Number:
    figure = money_id(table, row["year"], str(row[KEYS[table]]), measure)
    return number_or_nothing(row["value"], reader.t.dollars, reader.figure(figure))


def _so_far_number(reader: Reader, table: str, measure: str, row: Row) -> Number:
    passport = _passport(reader, table, measure, row, CUMULATED)
    return number_or_nothing(row[CUMULATED], reader.t.dollars, passport)


def _changed(reader: Reader, table: str, measure: str, row: Row) -> Number:
    passport = _passport(reader, table, measure, row, CHANGE)
    return number_or_nothing(row[CHANGE], reader.t.change, passport)


def _passport(reader: Reader, table: str, measure: str, row: Row, what: str) -> str:
    figure = over_years_id(table, row["year"], str(row[KEYS[table]]), f"{measure}_{what}")
    return reader.figure(figure)
