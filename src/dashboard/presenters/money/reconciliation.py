"""The printed totals of the money tables beside the sums of their rows."""

from typing import Any

import pandas as pd
from dash import html
from dash.development.base_component import Component

from dashboard.components.cards import Card
from dashboard.components.links import link_to
from dashboard.components.tables import Column
from dashboard.domain.figure_ids import computed_money_id, money_id
from dashboard.presenters.context import Context
from dashboard.presenters.findings import remarks_about
from dashboard.presenters.guard import guarded
from dashboard.presenters.money.rows import ENTITIES, MONEY_TABLES, TOTALS, reconciled
from dashboard.presenters.reader import Reader
from dashboard.presenters.sources import printed_in


@guarded(chart=False)
def reconciliation_card(context: Context, card_id: str) -> Card:
    """Every printed total beside the sum of its rows, with the rows."""
    t, catalog, year = context.t, context.catalog, int(context.view.year)
    rows = reconciled(catalog, year)
    differing = int((rows["difference"] != 0).sum())
    return Card(
        id=card_id,
        heading=t("funding.reconciliation.title"),
        subtitle=t("funding.reconciliation.subtitle", year=year),
        said=[t("funding.reconciliation.finding", n=differing, all=len(rows))],
        figure=None,
        picture="",
        rows=_in_words(context, rows, year),
        columns=_columns(context),
        source=printed_in(context, *TOTALS.values(), "text"),
        csv=context.csv(card_id),
        notes=remarks_about(context, "finance_totals", rows["table"], year=year),
    )


def _in_words(reader: Reader, rows: pd.DataFrame, year: int) -> pd.DataFrame:
    """The lines of the reconciliation with the text and the passport of each number."""
    t, pairs = reader.t, list(zip(rows["table"], rows["measure"], strict=True))
    addends: list[Any] = [_addends(reader, year, *pair) for pair in pairs]
    differences = [computed_money_id("totals", year, table, f"{m}_difference") for table, m in pairs]
    return rows.assign(
        table_text=[t(f"funding.total.{table}") for table in rows["table"]],
        measure_text=[t(f"finance.{measure}") for measure in rows["measure"]],
        printed_text=[t.dollars(value) for value in rows["printed"]],
        printed_figure=[reader.figure(money_id("totals", year, *pair)) for pair in pairs],
        computed_text=[t.dollars(value) for value in rows["computed"]],
        computed_figure=[_sum_passport(reader, year, *pair) for pair in pairs],
        difference_text=[
            t.dollars(value) if value else t("funding.total.agrees") for value in rows["difference"]
        ],
        difference_figure=[reader.figure(figure) for figure in differences],
        addends_text=addends,
    )


def _columns(reader: Reader) -> list[Column]:
    t, usd = reader.t, reader.term("unit", reader.t.currency)
    difference, computed = t("finance.difference"), t("finance.computed")
    return [
        Column("table_text", t("funding.total.one"), hxl="#meta+table"),
        Column("measure_text", t("finance.measure"), hxl="#indicator+name"),
        Column("printed_text", t("finance.printed"), True, "printed", figure="printed_figure", unit=usd),
        Column(
            "computed_text", computed, True, "computed", figure="computed_figure", unit=usd, computed=True
        ),
        Column(
            "difference_text",
            difference,
            True,
            "difference",
            figure="difference_figure",
            unit=usd,
            computed=True,
        ),
        Column("addends_text", t("funding.addends"), raw="addends"),
    ]


def _sum_passport(reader: Reader, year: int, table: str, measure: str) -> str:
    """The text of section 2.6 has no rows of its own: it is compared with the printed total of Tab1."""
    if table not in TOTALS.values():
        return reader.figure(money_id("totals", year, "agencies", measure))
    return reader.figure(computed_money_id("totals", year, table, f"{measure}_sum"))


def _addends(reader: Reader, year: int, table: str, measure: str) -> Component:
    """The amounts that were summed, folded, each leading to its passport."""
    t, by = reader.t, next((by for by, name in TOTALS.items() if name == table), "")
    if not by:
        return html.Span(t("funding.addends.none"))
    items = []
    rows = reader.catalog.money(MONEY_TABLES[by])
    for row in rows[rows["year"] == year].to_dict("records"):
        key = str(row[f"{by}_id"])
        passport = reader.figure(money_id(table, year, key, measure))
        amount = html.A(t.dollars(row[f"{measure}_usd"]), href=passport, className="figure")
        items.append(html.Li([link_to(ENTITIES[by](reader, key)), " ", amount]))
    return html.Details([html.Summary(t("funding.addends.count", n=len(items))), html.Ul(items)])
