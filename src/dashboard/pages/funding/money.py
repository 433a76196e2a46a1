"""The money cards, shared by the Funding page, the Overview and the profiles."""

import pandas as pd
from dash.development.base_component import Component

from dashboard.analysis.finance import MEASURES, in_order
from dashboard.components.cards import Card, Key
from dashboard.components.sentences import Piece, figure_link, sentence
from dashboard.components.tables import Column
from dashboard.components.words import glossary
from dashboard.domain.figure_ids import computed_money_id, money_id
from dashboard.figures.bars import Series, group_bars
from dashboard.figures.still import still
from dashboard.pages.context import Context
from dashboard.pages.guard import guarded
from dashboard.pages.names import agency_link, axis_link
from dashboard.pages.notes import SEVERITIES, notes_about
from dashboard.pages.passports.origins import report_source
from dashboard.store.catalog import records

TABLES = {"agency": "finance_agencies", "axis": "finance_axes"}
PRINTED_TABLES = {"agency": "2.6, Tab1", "axis": "2.6, Tab2"}
TOTALS = {"agency": "agencies", "axis": "axes"}
"""Name of each table in figure ids and in the table of printed totals."""
ENTITIES = {"agency": agency_link, "axis": axis_link}
"""Whose a row is, by its short name."""
SHOWN = ("budget", "mobilised", "spent")
"""The three amounts drawn together; the gap is what lies between the first two."""
SMALL_SHARE = 0.05
"""In percent: what one decimal would write as 0,0."""


def labelled(context: Context, rows: pd.DataFrame, by: str) -> pd.DataFrame:
    """Rows of `with_rates_and_shares` with what readers see.

    Returns:
        The rows with `label`, `name`, `link`; for each number its text and the address of its passport:
        `<measure>_text` (millions), `<measure>_exact`, `<measure>_share_text`, `rate_text`,
        `mobilised_rate_text`, `printed_rate_text`, and `<same>_figure`.
    """
    t = context.t
    entities = [ENTITIES[by](context, str(key)) for key in rows[f"{by}_id"]]
    texts: dict[str, list[str]] = {}
    for m in MEASURES:
        texts[f"{m}_text"] = [t.millions(value) for value in rows[f"{m}_usd"]]
        texts[f"{m}_exact"] = [t.dollars(value) for value in rows[f"{m}_usd"]]
        texts[f"{m}_share_text"] = [share_text(context, value) for value in rows[f"{m}_share"]]
        texts[f"{m}_figure"] = _passports(context, rows, by, m, printed=True)
        texts[f"{m}_share_figure"] = _passports(context, rows, by, f"{m}_share")
    return rows.assign(
        label=[entity.text for entity in entities],
        name=[entity.title for entity in entities],
        link=[entity.href for entity in entities],
        rate_text=[rate_text(context, value) for value in rows["rate_pct"]],
        rate_figure=_passports(context, rows, by, "rate"),
        mobilised_rate_text=[rate_text(context, value) for value in rows["mobilised_pct"]],
        mobilised_rate_figure=_passports(context, rows, by, "mobilised_rate"),
        printed_rate_text=[rate_text(context, value) for value in rows["execution_rate_pct"]],
        printed_rate_figure=_passports(context, rows, by, "execution_rate", printed=True),
        **texts,
    )


def share_text(context: Context, value: float) -> str:
    """A share with one decimal, or with the two that keep a small one from being read as none."""
    return context.t.percent(value, 2 if 0 < abs(value) < SMALL_SHARE else 1)


def rate_text(context: Context, value: float) -> str:
    """A rate in whole percent; in words where it can't be computed or is not printed."""
    return context.t.percent(value, 0) if pd.notna(value) else context.t("finance.no_rate")


def _passports(context: Context, rows: pd.DataFrame, by: str, what: str, printed: bool = False) -> list[str]:
    make = money_id if printed else computed_money_id
    pairs = zip(rows["year"], rows[f"{by}_id"], strict=True)
    return [context.figure(make(TOTALS[by], int(year), str(key), what)) for year, key in pairs]


def finance_words(context: Context) -> Component:
    """What budget, mobilised, spent, gap and execution rate mean, in a line each."""
    terms = context.catalog.terms("finance_measure").values()
    words = [(context.t.of(term), context.t.of(term, "description")) for term in terms]
    return glossary(context.t("finance.words"), words)


@guarded()
def money_card(
    context: Context, rows: pd.DataFrame, by: str, unit: str, card_id: str, said: list[Piece]
) -> Card:
    """Budget, mobilised and spent as grouped bars, with all printed numbers in the table.

    Args:
        context: of the page.
        rows: `labelled` rows in the order to draw.
        by: `agency` or `axis`.
        unit: `amount` (US dollars) or `share` (percent of the sum of the rows).
        card_id: id of the card.
        said: the sentence above the chart.
    """
    t, share = context.t, unit == "share"
    column, text = ("share", "share_text") if share else ("usd", "text")
    series = [Series(f"{m}_{column}", f"{m}_{text}", t(f"finance.{m}"), m) for m in SHOWN]
    figure = group_bars(rows, series, t.percent if share else lambda value: tick_millions(context, value))
    return Card(
        id=card_id,
        heading=t(f"funding.money.{by}"),
        subtitle=t(f"funding.unit.{unit}", year=context.view["year"]),
        said=said,
        figure=figure,
        picture=still(figure),
        rows=rows,
        columns=[name_column(context, by), *_amounts(context, share), *_rates(context)],
        source=report_source(context, PRINTED_TABLES[by]),
        csv=context.csv(card_id),
        legend=[Key(t(f"finance.{m}"), m) for m in SHOWN],
        notes=[
            *notes_about(context, TABLES[by], rows[f"{by}_id"]),
            *notes_about(context, "finance_totals", [TOTALS[by]], severities=SEVERITIES[:1]),
        ],
    )


def tick_millions(context: Context, value: float) -> str:
    """A round amount on an axis; the shorter the better."""
    return context.t.millions(value, None)


def name_column(context: Context, by: str) -> Column:
    """The agency or axis of a row, leading to its profile."""
    tag = "#org+name" if by == "agency" else "#sector+name"
    return Column("label", context.t(f"{by}.one"), link="link", hxl=tag)


def _amounts(context: Context, share: bool) -> list[Column]:
    if share:
        return [
            Column(
                f"{m}_share_text", context.t(f"finance.{m}"), True, f"{m}_share", figure=f"{m}_share_figure"
            )
            for m in SHOWN
        ]
    return [_amount(context, m) for m in MEASURES]


def _amount(context: Context, m: str) -> Column:
    name = context.t(f"finance.{m}")
    return Column(f"{m}_exact", name, True, f"{m}_usd", figure=f"{m}_figure", hxl=f"#value+{m}+usd")


def _rates(context: Context) -> list[Column]:
    t = context.t
    computed, printed = t("finance.rate.computed"), t("finance.rate.printed")
    return [
        Column("rate_text", computed, True, "rate_pct", figure="rate_figure", hxl="#value+rate+pct"),
        Column("printed_rate_text", printed, True, "execution_rate_pct", figure="printed_rate_figure"),
    ]


@guarded()
def gap_card(context: Context, rows: pd.DataFrame, by: str, card_id: str) -> Card:
    """Who carries the gap: budget less mobilised; a negative gap is a surplus, drawn to the left of zero."""
    t = context.t
    series = [Series("gap_usd", "gap_text", t("finance.gap"), "gap")]
    figure = group_bars(rows, series, lambda value: tick_millions(context, value))
    top, total, surplus = (
        in_order(rows, "gap").iloc[0],
        rows["gap_usd"].sum(),
        int((rows["gap_usd"] < 0).sum()),
    )
    sum_id = computed_money_id("totals", int(context.view["year"]), TOTALS[by], "gap_sum")
    said = sentence(
        t("funding.gap.finding"),
        total=figure_link(t.millions(total), context.figure(sum_id)),
        name=top["label"],
        top=figure_link(top["gap_text"], top["gap_figure"]),
    )
    return Card(
        id=card_id,
        heading=t(f"funding.gap.{by}"),
        subtitle=t("funding.unit.amount", year=context.view["year"]),
        said=[*said, " ", t("funding.gap.surplus", n=surplus)] if surplus else said,
        figure=figure,
        picture=still(figure),
        rows=rows,
        columns=[
            name_column(context, by),
            _amount(context, "gap"),
            Column("gap_share_text", t("funding.gap.share"), True, "gap_share", figure="gap_share_figure"),
        ],
        source=report_source(context, PRINTED_TABLES[by]),
        csv=context.csv(card_id),
        legend=[Key(t("finance.gap"), "gap")],
    )


@guarded()
def rate_card(context: Context, rows: pd.DataFrame, by: str, card_id: str) -> Card:
    """Execution rate: spent over mobilised, computed beside printed."""
    t = context.t
    series = [Series("rate_pct", "rate_text", t("finance.execution_rate"), "spent")]
    figure = group_bars(rows, series, t.percent)
    return Card(
        id=card_id,
        heading=t(f"funding.rate.{by}"),
        subtitle=t("funding.rate.subtitle", year=context.view["year"]),
        said=_rates_said(context, rows),
        figure=figure,
        picture=still(figure),
        rows=rows,
        columns=[name_column(context, by), *_rates(context)],
        source=report_source(context, PRINTED_TABLES[by]),
        csv=context.csv(card_id),
        legend=[Key(t("finance.execution_rate"), "spent")],
    )


def _rates_said(context: Context, rows: pd.DataFrame) -> list[Piece]:
    """The lowest and the highest rate, and who spent more than it mobilised."""
    t, rated = context.t, in_order(rows.dropna(subset="rate_pct"), "execution_rate")
    if len(rated) < 2:
        pairs = [t("trend.pair", name=row["label"], text=f"{row['rate_text']}.") for row in records(rows)]
        return [" ".join(pairs)]
    top, low = rated.iloc[0], rated.iloc[-1]
    said = sentence(
        t("funding.rate.finding"),
        low=figure_link(low["rate_text"], low["rate_figure"]),
        lowest=low["label"],
        high=figure_link(top["rate_text"], top["rate_figure"]),
        highest=top["label"],
    )
    above = rated.loc[rated["rate_pct"].round() > 100, "label"].tolist()
    return [*said, " ", t("funding.rate.above", names=t.listing(above))] if above else said
