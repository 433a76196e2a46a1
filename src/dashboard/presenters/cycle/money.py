"""Money over the years of the reports: each year, its change, and all of them together."""

from collections.abc import Hashable

import pandas as pd

from dashboard.analysis.cycle import over_years
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
    lines = []
    for year in reader.catalog.years:
        line: dict[Hashable, object] = {"label": str(year), "link": reader.link("funding", year=str(year))}
        for m in YEARLY:
            row = _of_year(_total(reader, m), year)
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
    rows = {m: _of_year(_total(reader, m), years[-1]) for m in YEARLY}
    said = {
        m: figure_link(t.scaled(row[CUMULATED]), _passport(reader, "totals", m, row, CUMULATED))
        for m, row in rows.items()
    }
    return sentence(t.template("cycle.money.finding"), first=str(years[0]), last=str(years[-1]), **said)


def _total(reader: Reader, measure: str) -> list[Row]:
    rows = amounts_over_years(reader.catalog, "totals", measure)
    return records(rows[rows[KEYS["totals"]] == _WHOLE])


def _of_year(rows: list[Row], year: int) -> Row:
    return next(row for row in rows if row["year"] == year)


@guarded(chart=False)
def rows_card(context: Context, by: str, measure: str, card_id: str) -> Card:
    """One amount of each agency or axis by year, its change and its sum."""
    t, table, usd = context.t, TOTALS[by], context.t.currency
    name = t(f"finance.{measure}")
    rows = _entity_rows(context, by, measure)
    return Card(
        id=card_id,
        heading=t(f"cycle.money.{by}", what=name),
        subtitle=t("cycle.money.rows", currency=context.term("unit", usd)),
        said=[t("cycle.money.read")],
        figure=None,
        picture="",
        rows=rows,
        columns=[
            name_column(context, by),
            *year_columns(context, usd, f"#value+{measure}+{usd}"),
            number_column(
                context,
                CHANGE,
                t("cycle.change.of", year=context.catalog.years[-2]),
                "percent",
                computed=True,
            ),
            number_column(context, CUMULATED, t("cycle.sum"), usd, computed=True),
        ],
        source=printed_in_reports(context, table),
        csv=context.csv(card_id),
        notes=remarks_about(context, MONEY_TABLES[by], rows[f"{by}_id"]),
    )


def _entity_rows(reader: Reader, by: str, measure: str) -> pd.DataFrame:
    """A row per agency or axis, largest sum first."""
    table, key = TOTALS[by], f"{by}_id"
    amounts = over_years(reader.catalog.money(MONEY_TABLES[by]), key, measure)
    lines = []
    for entity, own in amounts.groupby(key, sort=False):
        told = records(own)
        link = ENTITIES[by](reader, str(entity))
        last = next(row for row in reversed(told) if pd.notna(row["value"]))
        lines.append(
            {
                key: entity, "label": link.text, "link": link.href,
                **year_cells({row["year"]: _printed(reader, table, measure, row) for row in told}),
                **number_cells(CHANGE, _changed(reader, table, measure, told[-1])),
                **number_cells(CUMULATED, _so_far_number(reader, table, measure, last)),
            }
        )  # fmt: skip
    return pd.DataFrame(lines).sort_values(CUMULATED, ascending=False, kind="stable", ignore_index=True)


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
