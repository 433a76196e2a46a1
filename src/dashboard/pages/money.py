"""The money cards, shared by the Funding page, the Overview and the profiles."""

import pandas as pd

from dashboard.analysis.finance import MEASURES, reconciliation
from dashboard.components.cards import Card, Key
from dashboard.components.tables import Column
from dashboard.figures.bars import Series, group_bars
from dashboard.figures.still import still
from dashboard.pages.context import Context
from dashboard.pages.notes import notes_about

TABLES = {"agency": "finance_agencies", "axis": "finance_axes"}
PRINTED_TABLES = {"agency": "2.6, Tab1", "axis": "2.6, Tab2"}
SHOWN = ("budget", "mobilised", "spent")
"""The three amounts drawn together; the gap is what lies between the first two."""


def labelled(context: Context, rows: pd.DataFrame, by: str) -> pd.DataFrame:
    """Rows of Tab1 or Tab2 with what readers see: `label`, `name`, `link` and a text for each number."""
    t = context.t
    table, column = ("agencies", "acronym") if by == "agency" else ("axes", "short")
    entities = [context.catalog.row(table, key) for key in rows[f"{by}_id"]]
    texts = {f"{m}_text": [t.millions(value) for value in rows[f"{m}_usd"]] for m in MEASURES}
    exact = {f"{m}_exact": [t.dollars(value) for value in rows[f"{m}_usd"]] for m in MEASURES}
    shares = {f"{m}_share_text": [t.percent(value, 1) for value in rows[f"{m}_share"]] for m in MEASURES}
    return rows.assign(
        label=[t.of(entity, column) for entity in entities],
        name=[t.of(entity) for entity in entities],
        link=[context.link(by, str(key)) for key in rows[f"{by}_id"]],
        rate_text=[
            t.percent(value, 0) if value == value else t("finance.no_rate") for value in rows["rate_pct"]
        ],
        printed_rate_text=[t.percent(value, 0) for value in rows["execution_rate_pct"]],
        **texts,
        **exact,
        **shares,
    )


def money_card(context: Context, rows: pd.DataFrame, by: str, unit: str, card_id: str, finding: str) -> Card:
    """Budget, mobilised and spent as grouped bars, with all printed numbers in the table.

    Args:
        context: of the page.
        rows: `labelled` rows in the order to draw.
        by: `agency` or `axis`.
        unit: `amount` (US dollars) or `share` (percent of the sum of the rows).
        card_id: id of the card.
        finding: the sentence above the chart.
    """
    t = context.t
    column, text = ("share", "share_text") if unit == "share" else ("usd", "text")
    series = [Series(f"{m}_{column}", f"{m}_{text}", t(f"finance.{m}"), m) for m in SHOWN]
    figure = group_bars(
        rows, series, lambda value: t.percent(value) if unit == "share" else t.millions(value)
    )
    return Card(
        id=card_id,
        heading=t(f"funding.money.{by}"),
        subtitle=t(f"funding.unit.{unit}", year=context.view["year"]),
        finding=finding,
        figure=figure,
        picture=still(figure),
        rows=rows,
        columns=[
            Column(
                "label", t(f"{by}.one"), link="link", hxl="#org+name" if by == "agency" else "#sector+name"
            ),
            *(
                Column(f"{m}_exact", t(f"finance.{m}"), True, f"{m}_usd", hxl=f"#value+{m}+usd")
                for m in MEASURES
            ),
            Column("rate_text", t("finance.rate.computed"), True, "rate_pct", hxl="#value+rate+pct"),
            Column("printed_rate_text", t("finance.rate.printed"), True, "execution_rate_pct"),
        ],
        source=t("source.report", ref=PRINTED_TABLES[by]),
        csv=context.csv(card_id),
        legend=[Key(t(f"finance.{m}"), m) for m in SHOWN],
        notes=notes_about(context, TABLES[by], rows[f"{by}_id"]),
    )


def gap_card(context: Context, rows: pd.DataFrame, by: str, card_id: str) -> Card:
    """Who carries the gap: budget less mobilised, largest first; a negative gap is a surplus."""
    t = context.t
    figure = group_bars(rows, [Series("gap_usd", "gap_text", t("finance.gap"), "gap")], t.millions)
    top = rows.iloc[0]
    total = rows["gap_usd"].sum()
    surplus = int((rows["gap_usd"] < 0).sum())
    return Card(
        id=card_id,
        heading=t(f"funding.gap.{by}"),
        subtitle=t("funding.unit.amount", year=context.view["year"]),
        finding=" ".join(
            [
                t(
                    "funding.gap.finding",
                    total=t.millions(total),
                    name=top["label"],
                    top=t.millions(top["gap_usd"]),
                ),
                t("funding.gap.surplus", n=surplus) if surplus else "",
            ]
        ).strip(),
        figure=figure,
        picture=still(figure),
        rows=rows,
        columns=[
            Column("label", t(f"{by}.one"), link="link"),
            Column("gap_exact", t("finance.gap"), True, "gap_usd", hxl="#value+gap+usd"),
            Column("gap_share_text", t("funding.gap.share"), True, "gap_share"),
        ],
        source=t("source.report", ref=PRINTED_TABLES[by]),
        csv=context.csv(card_id),
        legend=[Key(t("finance.gap"), "gap")],
    )


def rate_card(context: Context, rows: pd.DataFrame, by: str, card_id: str) -> Card:
    """Execution rate: spent over mobilised, computed beside printed."""
    t = context.t
    figure = group_bars(
        rows, [Series("rate_pct", "rate_text", t("finance.execution_rate"), "spent")], t.percent
    )
    above = rows[rows["rate_pct"].round() > 100]
    finding = t("funding.rate.finding", n=int((rows["rate_pct"] >= 99.5).sum()), all=len(rows))
    if not above.empty:
        finding += " " + t("funding.rate.above", names=", ".join(above["label"]))
    return Card(
        id=card_id,
        heading=t(f"funding.rate.{by}"),
        subtitle=t("funding.rate.subtitle", year=context.view["year"]),
        finding=finding,
        figure=figure,
        picture=still(figure),
        rows=rows,
        columns=[
            Column("label", t(f"{by}.one"), link="link"),
            Column("rate_text", t("finance.rate.computed"), True, "rate_pct", hxl="#value+rate+pct"),
            Column("printed_rate_text", t("finance.rate.printed"), True, "execution_rate_pct"),
        ],
        source=t("source.report", ref=PRINTED_TABLES[by]),
        csv=context.csv(card_id),
        legend=[Key(t("finance.execution_rate"), "spent")],
    )


def reconciliation_card(context: Context, card_id: str) -> Card:
    """Every printed total beside the sum of its rows."""
    t, catalog = context.t, context.catalog
    frames = (catalog["finance_agencies"], catalog["finance_axes"], catalog["finance_totals"])
    rows = reconciliation(*frames, int(context.view["year"]))
    shown = rows.assign(
        table_text=[t(f"funding.total.{table}") for table in rows["table"]],
        measure_text=[t(f"finance.{measure}") for measure in rows["measure"]],
        printed_text=[t.dollars(value) for value in rows["printed"]],
        computed_text=[t.dollars(value) for value in rows["computed"]],
        difference_text=[
            t.dollars(value) if value else t("funding.total.agrees") for value in rows["difference"]
        ],
    )
    differing = int((rows["difference"] != 0).sum())
    return Card(
        id=card_id,
        heading=t("funding.reconciliation.title"),
        subtitle=t("funding.reconciliation.subtitle", year=context.view["year"]),
        finding=t("funding.reconciliation.finding", n=differing, all=len(rows)),
        figure=None,
        picture="",
        rows=shown,
        columns=[
            Column("table_text", t("funding.total.one")),
            Column("measure_text", t("finance.measure")),
            Column("printed_text", t("finance.printed"), True, "printed"),
            Column("computed_text", t("finance.computed"), True, "computed"),
            Column("difference_text", t("finance.difference"), True, "difference"),
        ],
        source=t("source.report", ref="2.6, Tab1, Tab2, L767"),
        csv=context.csv(card_id),
        notes=notes_about(context, "finance_totals", rows["table"]),
    )
