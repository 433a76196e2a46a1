"""The money cards, shared by the Funding page, the Overview and the profiles."""

import pandas as pd
from dash.development.base_component import Component

from dashboard.analysis.finance import AMOUNTS, money_in_order, totals
from dashboard.components.cards import Card
from dashboard.components.sentences import Piece, figure_link, sentence
from dashboard.components.tables import Column
from dashboard.components.words import glossary
from dashboard.domain.figure_ids import computed_money_id
from dashboard.figures.picture_board import board_drawing
from dashboard.presenters.context import Context
from dashboard.presenters.findings import SEVERITIES, findings_about, remarks_about
from dashboard.presenters.guard import guarded
from dashboard.presenters.money.board import measure_line, money_board
from dashboard.presenters.money.headlines import headline
from dashboard.presenters.money.rows import MONEY_TABLES, TOTALS
from dashboard.presenters.reader import Reader
from dashboard.presenters.sources import printed_in


def finance_words(reader: Reader) -> Component:
    """What budget, mobilised, spent, gap and execution rate mean, in a line each."""
    terms = reader.catalog.terms("finance_measure").values()
    words = [(reader.t.of(term), reader.t.of(term, "description")) for term in terms]
    return glossary(reader.t("finance.words"), words)


def name_column(reader: Reader, by: str) -> Column:
    """The agency or axis of a row, leading to its profile."""
    tag = "#org+name" if by == "agency" else "#sector+name"
    return Column("label", reader.t(f"{by}.one"), link="link", hxl=tag)


def _amount(reader: Reader, m: str) -> Column:
    name, usd = reader.t(f"finance.{m}"), reader.term("unit", reader.t.currency)
    tag = f"#value+{m}+{reader.t.currency}"
    return Column(f"{m}_exact", name, True, f"{m}_usd", figure=f"{m}_figure", hxl=tag, unit=usd)


def _rates(reader: Reader) -> list[Column]:
    t, percent = reader.t, reader.term("unit", "percent")
    rates = {
        "mobilised_rate": (t("board.mobilised_pct"), "mobilised_pct", "#value+mobilised+pct"),
        "rate": (t("finance.rate.computed"), "rate_pct", "#value+rate+pct"),
        "printed_rate": (t("finance.rate.printed"), "execution_rate_pct", "#value+rate+printed+pct"),
    }
    return [
        Column(
            f"{name}_text",
            heading,
            True,
            raw,
            figure=f"{name}_figure",
            hxl=tag,
            unit=percent,
            computed=name != "printed_rate",
        )
        for name, (heading, raw, tag) in rates.items()
    ]


def _filed(reader: Reader) -> list[Column]:
    """What the bars of some measures show and no column of the screen: who edits a chart finds it filed."""
    percent, usd = reader.term("unit", "percent"), reader.term("unit", reader.t.currency)
    shown = (
        ("spent_pct", reader.t("board.spent_pct"), "#value+spent+pct", percent),
        ("unspent_usd", reader.t("finance.unspent"), f"#value+unspent+{reader.t.currency}", usd),
    )
    return [
        Column(name, heading, True, hxl=tag, unit=unit, computed=True, filed=True)
        for name, heading, tag, unit in shown
    ]


def money_finding(context: Context, rows: pd.DataFrame, by: str) -> list[Piece]:
    """How much of the budget was mobilised and spent by the printed totals, and who holds most of it."""
    t, catalog = context.t, context.catalog
    printed = totals(catalog.money("finance_totals"), int(context.view.year), TOTALS[by])
    budget, mobilised, spent = (printed[f"{m}_usd"] for m in ("budget", "mobilised", "spent"))
    largest = money_in_order(rows, "budget").head(2)
    return sentence(
        t.template("funding.money.finding", len(largest)),
        mobilised=_share(context, mobilised, budget, by, "mobilised_rate"),
        spent=_share(context, spent, mobilised, by, "rate"),
        names=t.listing(largest["label"].tolist()),
        share=t.percent(largest["budget_share"].sum(), 0),
    )


def _share(context: Context, part: float, whole: float, by: str, what: str) -> Piece:
    if not whole:
        return context.t("finance.no_rate")
    figure = computed_money_id("totals", int(context.view.year), TOTALS[by], what)
    return figure_link(context.t.percent(100 * part / whole, 0), context.figure(figure))


@guarded()
def board_of_money(
    context: Context, rows: pd.DataFrame, by: str, unit: str, chosen: tuple[str, ...], card_id: str
) -> Card:
    """The card around the board of money: the same rows as a table of every amount and rate.

    Args:
        context: of the page.
        rows: `labelled` rows in the order to show.
        by: `agency` or `axis`.
        unit: the measure, one of `FACES`.
        chosen: keys of the rows that the reader has marked.
        card_id: id of the card.
    """
    board, year = money_board(context, rows, by, unit, chosen), int(context.view.year)
    return Card(
        id=card_id,
        heading=headline(context, rows, by, unit),
        subtitle=measure_line(context, by, unit),
        said=money_finding(context, rows, by),
        figure=None,
        picture="",
        rows=rows,
        columns=[
            name_column(context, by),
            *(_amount(context, m) for m in AMOUNTS),
            *_rates(context),
            *_filed(context),
        ],
        board=board,
        drawing=board_drawing(board),
        image=context.image(card_id),
        brief=headline(context, rows, by, unit),
        source=printed_in(context, TOTALS[by]),
        csv=context.csv(card_id),
        findings=[
            *findings_about(context, "finance_totals", [TOTALS[by]]),
            *findings_about(context, MONEY_TABLES[by], rows[f"{by}_id"]),
        ],
        notes=[
            *remarks_about(context, MONEY_TABLES[by], rows[f"{by}_id"], year=year),
            *remarks_about(context, "finance_totals", [TOTALS[by]], severities=SEVERITIES[:1], year=year),
        ],
    )
