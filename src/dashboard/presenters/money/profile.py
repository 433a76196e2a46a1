"""Money of one agency or axis: its figures, and its two rates against those of all together."""

from dataclasses import replace
from typing import Any

import pandas as pd
from dash import html
from dash.development.base_component import Component

from dashboard.analysis.finance import AMOUNTS, money_in_order, rates_of, totals, with_rates_and_shares
from dashboard.components.boards import board_table
from dashboard.components.cards import Card, KeyFigure, chart_card, key_figures
from dashboard.components.findings import remarks
from dashboard.components.sentences import figure_link, sentence
from dashboard.components.tables import Column
from dashboard.domain.figure_ids import computed_money_id
from dashboard.domain.picture import Key
from dashboard.figures.bars import Series, group_bars
from dashboard.figures.picture_bars import bars_drawing
from dashboard.figures.still import still
from dashboard.presenters.context import Context
from dashboard.presenters.findings import remarks_about
from dashboard.presenters.money.board import measure_line, money_board, total_row
from dashboard.presenters.money.cards import finance_words
from dashboard.presenters.money.rows import (
    MONEY_TABLES,
    TOTALS,
    money_rows,
    rate_text,
    rows_of,
)
from dashboard.presenters.reader import Reader
from dashboard.presenters.results.items import axis_colour
from dashboard.presenters.sources import printed_in
from dashboard.store.catalog import records

_RATES = ("mobilised_rate", "rate")
"""Mobilised of budget, spent of mobilised; the words of their figure ids."""


def money_of(context: Context, by: str) -> dict[Any, Any] | None:
    """The `money_rows` row of the page's agency or axis; None where the report gives no money of it."""
    table = context.catalog.money(MONEY_TABLES[by])
    rows = money_in_order(with_rates_and_shares(table, int(context.view.year)), "budget")
    shown = money_rows(context, rows, by)
    shown = shown.assign(rank=range(1, len(rows) + 1), rows=len(rows))
    own = shown[shown[f"{by}_id"] == context.key]
    return None if own.empty else own.iloc[0].to_dict()


def profile_board(context: Context, by: str) -> list[Component]:
    """The total and the row of the page's agency on one axis; of an axis, beside the other axes.

    Nothing where the report gives no money of it.
    """
    rows = rows_of(context, by)
    own = rows[f"{by}_id"] == context.key
    if not own.any():
        return []
    board = money_board(context, rows if by == "axis" else rows[own], by, "percent", (context.key,))
    here = tuple(replace(row, href="") if row.kind == "chosen" else row for row in board.rows)
    table = board_table(replace(board, rows=here), measure_line(context, by, "percent"))
    return [html.Div(table, className="board-card", id=f"{by}-board")]


def money_words(context: Context, by: str) -> str:
    """How much of the budget was mobilised, beside that of all together; says where the report is silent."""
    row = money_of(context, by)
    if row is None or pd.isna(row["mobilised_pct"]):
        return context.t("profile.finding.no_money")
    every = total_row(context, by, int(context.view.year))["mobilised_pct"]
    return context.t(
        f"profile.finding.{by}", mobilised=row["mobilised_rate_text"], all=rate_text(context, every)
    )


def rates_card(context: Context, by: str) -> Card | None:
    """The two rates beside those of the printed total; None where they can't be computed."""
    t, row = context.t, money_of(context, by)
    if row is None or pd.isna(row["rate_pct"]) or pd.isna(row["mobilised_pct"]):
        return None
    rows = _rates(context, by, row)
    colour = axis_colour(context.catalog, context.key) if by == "axis" else "active"
    series = [
        Series("own", "own_text", str(row["label"]), colour),
        Series("all", "all_text", t(f"profile.all.{by}"), "muted"),
    ]
    figure = group_bars(rows, series, t.percent)
    card_id = f"{by}-rates"
    mobilised, spent = (
        {whose: figure_link(line[f"{whose}_text"], line[f"{whose}_figure"]) for whose in ("own", "all")}
        for line in records(rows)
    )
    return Card(
        id=card_id,
        heading=t("profile.rates"),
        subtitle=t("profile.rates.subtitle", year=context.view.year),
        said=sentence(
            t("profile.rates.finding"),
            mobilised=mobilised["own"],
            all_mobilised=mobilised["all"],
            spent=spent["own"],
            all_spent=spent["all"],
        ),
        figure=figure,
        picture=still(figure),
        rows=rows,
        columns=[
            Column("label", t("finance.measure")),
            _rate_column(context, "own", str(row["label"])),
            _rate_column(context, "all", t(f"profile.all.{by}")),
        ],
        source=printed_in(context, TOTALS[by]),
        csv=context.csv(card_id),
        legend=[Key(bar.name, bar.colour) for bar in series],
        drawing=bars_drawing(rows, series, t.percent),
        image=context.image(card_id),
        notes=_notes(context, by),
    )


def _rate_column(reader: Reader, whose: str, heading: str) -> Column:
    percent = reader.term("unit", "percent")
    return Column(
        f"{whose}_text", heading, True, whose, figure=f"{whose}_figure", unit=percent, computed=True
    )


def _rates(context: Context, by: str, row: dict[Any, Any]) -> pd.DataFrame:
    year = int(context.view.year)
    printed = totals(context.catalog.money("finance_totals"), year, TOTALS[by])
    whole = rates_of(pd.DataFrame([printed])).iloc[0]
    lines = []
    for what, column in zip(_RATES, ("mobilised_pct", "rate_pct"), strict=True):
        own, every = float(row[column]), float(whole[column])
        lines.append(
            {
                "label": context.t(f"profile.{what}"),
                "link": "",
                "own": own,
                "own_text": rate_text(context, own),
                "own_figure": row[f"{what}_figure"],
                "all": every,
                "all_text": rate_text(context, every),
                "all_figure": context.figure(computed_money_id("totals", year, TOTALS[by], what)),
            }
        )
    return pd.DataFrame(lines)


def money_section(context: Context, by: str) -> list[Component]:
    """Key figures, rank and the rates; says so where the report gives no money, which is not zero."""
    t, row = context.t, money_of(context, by)
    if row is None:
        return [html.P(t("profile.no_money"), className="notice")]
    figures = [
        KeyFigure(t(f"finance.{m}"), row[f"{m}_text"], row[f"{m}_exact"], row[f"{m}_figure"], m)
        for m in AMOUNTS
    ]
    rate = KeyFigure(
        t("finance.execution_rate"), row["rate_text"], row["rate_text"], row["rate_figure"], "spent"
    )
    card = rates_card(context, by)
    share = figure_link(row["budget_share_text"], row["budget_share_figure"])
    said = sentence(t("profile.rank"), rank=t.number(row["rank"]), rows=t.number(row["rows"]), share=share)
    others = html.A(
        t("profile.others"),
        href=context.link("funding", by="axis" if by == "axis" else "", hi=context.key),
        className="way",
    )
    return [
        key_figures([*figures, rate]),
        html.P([*said, " ", others]),
        finance_words(context),
        *([chart_card(card, t)] if card else remarks(_notes(context, by), t)),
    ]


def _notes(context: Context, by: str) -> list[Component]:
    """The findings about the money of the profile, in the year on show."""
    year = int(context.view.year)
    return remarks_about(context, MONEY_TABLES[by], [context.key], named=False, year=year)
