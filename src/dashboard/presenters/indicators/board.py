"""The status board: every indicator of the report with a target or two values, and which way it went."""

from dataclasses import dataclass

import pandas as pd
from dash import html
from dash.development.base_component import Component

from dashboard.analysis.periods import iso_period
from dashboard.analysis.progress import Progress
from dashboard.analysis.trends import CHANGE_KINDS, Trend
from dashboard.components.cards import Card, card_foot, card_tools, section
from dashboard.components.links import Link
from dashboard.components.status import StatusEntry, StatusRow, status_lines, status_table
from dashboard.components.tables import Column
from dashboard.domain.figure_ids import indicator_id, observation_id
from dashboard.presenters.context import Context
from dashboard.presenters.findings import GRAVE, mark_about
from dashboard.presenters.guard import guarded
from dashboard.presenters.indicators.observations import row_unit
from dashboard.presenters.indicators.progress import share_text
from dashboard.presenters.indicators.values import board, tiny_picture
from dashboard.presenters.indicators.words import (
    Cells,
    dated,
    number_text,
    observed,
    printed_change,
    sex_word,
)
from dashboard.presenters.names import axis_link, indicator_link
from dashboard.presenters.reader import Reader
from dashboard.presenters.results.items import axis_colour
from dashboard.presenters.sources import report_source
from dashboard.store.catalog import records

VERDICTS = ("wrong", "right", "unclear", "unknown")
"""What wants attention comes first."""

_COLUMNS = ("name", "start", "end", "target", "share", "verdict")


@dataclass(frozen=True)
class Status:
    """One row of the board before it is put into words."""

    indicator: str
    sex: str
    axis: str
    trend: Trend
    progress: Progress

    @property
    def verdict(self) -> str:
        """`wrong` or `right` way, `unclear` (no clear change or better way), `unknown` (not comparable)."""
        if self.trend.moved:
            return self.trend.moved
        return "unclear" if self.trend.compared else "unknown"


def statuses(reader: Reader) -> list[Status]:
    """The rows of the board: what went the wrong way first; in each block axes first, context last."""
    rows = [
        Status(row["indicator_id"], row["sex"], row["axis_id"], row["trend"], row["progress"])
        for row in records(board(reader.catalog))
    ]
    return sorted(rows, key=lambda row: (VERDICTS.index(row.verdict), row.axis == "", row.axis))


@guarded(chart=False)
def status_card(context: Context, card_id: str, rows: list[Status]) -> Card:
    """The board as a card without chart; its rows are also served as a file."""
    t = context.t
    counts = {verdict: sum(row.verdict == verdict for row in rows) for verdict in VERDICTS}
    parts = [t(f"status.count.{verdict}", n=count) for verdict, count in counts.items() if count]
    return Card(
        id=card_id,
        heading=t("status.title"),
        subtitle=t("status.subtitle"),
        said=[t("trend.pair", name=t("status.finding", n=len(rows)), text=f"{', '.join(parts)}.")],
        figure=None,
        picture="",
        rows=pd.DataFrame([_record(context, row) for row in rows]),
        columns=[_column(context, name, tag) for name, tag in FILE.items()],
        source=report_source(context, "1, 2.1"),
        csv=context.csv(card_id),
    )


FILE = {
    "indicator": "#indicator+name",
    "axis": "#sector+axis",
    "sex": "#meta+sex",
    "unit": "#meta+unit",
    "start": "#indicator+value+start+num",
    "start_qualifier": "#meta+qualifier+start",
    "start_when": "#date+start",
    "end": "#indicator+value+end+num",
    "end_qualifier": "#meta+qualifier+end",
    "end_when": "#date+end",
    "target": "#indicator+value+target+num",
    "target_qualifier": "#meta+qualifier+target",
    "target_when": "#date+target",
    "share": "#indicator+share+pct+num",
    "verdict": "#status+direction",
    "status": "#status+progress",
}
"""Columns of the file and their HXL hashtags."""

_NUMBERS = ("start", "end", "target", "share")
_SHARE = "share"
_FACTS = {"unit": "unit", "end_qualifier": "qualifier"}
"""Columns that say what a file says of each row."""


def _short_period(value: Cells) -> str:
    """The time of a value for programs: year, month or day; of a longer period the year it stands for."""
    period = iso_period(value["period_start"], value["period_end"])
    return str(value["year"]) if "/" in period else period


def _column(reader: Reader, name: str, tag: str) -> Column:
    return Column(
        name,
        reader.t(f"status.file.{name}"),
        name in _NUMBERS,
        hxl=tag,
        unit=reader.term("unit", "percent") if name == _SHARE else "",
        computed=name == _SHARE,
        fact=_FACTS.get(name, ""),
    )


def _record(reader: Reader, row: Status) -> dict[str, object]:
    t, catalog = reader.t, reader.catalog
    record: dict[str, object] = dict.fromkeys(FILE, "")
    record |= {name: float("nan") for name in _NUMBERS}
    record |= {
        "indicator": t.of(catalog.row("indicators", row.indicator)),
        "axis": row.axis,
        "sex": sex_word(reader, catalog.row("indicators", row.indicator), row.sex),
        "share": row.progress.share_of_way,
        "verdict": t(f"status.verdict.{row.verdict}"),
        "status": t(f"progress.status.{row.progress.status}") if row.progress.target else "",
    }
    for name, key in (("start", row.trend.first), ("end", row.trend.last), ("target", row.progress.target)):
        value = reader.catalog.row("observations", key) if key else {}
        if value and value["kind"] not in CHANGE_KINDS:
            record |= {
                name: value["value"],
                f"{name}_qualifier": reader.term("qualifier", str(value["qualifier"])),
                f"{name}_when": _short_period(value),
                "unit": row_unit(reader, value),
            }
    return record


def status_section(context: Context, card_id: str) -> Component:
    """The board as readers see it: what got worse, what got better, what can't be told; source, file."""
    t, rows = context.t, statuses(context)
    card = status_card(context, card_id, rows)
    blocks = [_block(context, card_id, block, _of(rows, block)) for block in BLOCKS]
    return section(
        card.heading,
        card_id,
        [
            html.P(card.subtitle, className="subtitle"),
            html.P(card.said, className="finding"),
            *[block for block in blocks if block],
            card_foot(card_id, card.source, card_tools(card, t)),
        ],
    )


BLOCKS = {"worse": ("wrong",), "better": ("right",), "open": ("unclear", "unknown")}
"""Blocks of the board, in their order -> the verdicts that they hold."""


def _of(rows: list[Status], block: str) -> list[Status]:
    return [row for row in rows if row.verdict in BLOCKS[block]]


def _block(context: Context, card_id: str, block: str, rows: list[Status]) -> Component | None:
    if not rows:
        return None
    heading = block_heading(context, block, len(rows))
    headings = {name: context.t(f"status.column.{name}") for name in _COLUMNS}
    table = status_table([_row(context, row) for row in rows], headings, heading)
    return html.Div([html.H3(heading), table], id=f"{card_id}-{block}")


def block_heading(reader: Reader, block: str, n: int) -> str:
    """How many rows a block holds: `7 se dégradent`."""
    return reader.t(f"status.block.{block}", n=n)


def first_lines(reader: Reader, block: str, most: int) -> tuple[int, Component]:
    """How many rows a block holds, and the first of them in a line each."""
    rows = _of(statuses(reader), block)
    return len(rows), status_lines([_row(reader, row) for row in rows[:most]])


def _row(reader: Reader, row: Status) -> StatusRow:
    t = reader.t
    printed = row.trend.word == "printed_change"
    return StatusRow(
        name=indicator_link(reader, row.indicator),
        who=sex_word(reader, reader.catalog.row("indicators", row.indicator), row.sex).lower()
        if row.sex != "total"
        else "",
        axis=axis_link(reader, row.axis) if row.axis else None,
        colour=axis_colour(row.axis) if row.axis else "grid",
        picture=tiny_picture(reader, row.indicator, (row.sex,)),
        start=None if printed else _entry(reader, row.trend.first),
        end=_entry(reader, row.trend.last),
        target=_entry(reader, row.progress.target),
        share=_share(reader, row),
        verdict=row.verdict,
        said=t(f"status.verdict.{row.verdict}"),
        why=_why(reader, row),
        mark=mark_about(reader, "indicators", row.indicator, GRAVE),
    )


def _entry(reader: Reader, key: str) -> StatusEntry | None:
    if not key:
        return None
    t, row = reader.t, observed(reader, key)
    about = reader.catalog.row("indicators", row["indicator_id"])
    changed = row["kind"] in CHANGE_KINDS
    printed = t("status.change", value=printed_change(t, row)) if changed else ""
    text = printed or reader.qualified(number_text(t, about, row["value"]), row["qualifier"])
    return StatusEntry(
        Link(text, reader.figure(observation_id(key))), dated(t, row), float(row["value"]), changed
    )


def _share(reader: Reader, row: Status) -> StatusEntry | None:
    share = row.progress.share_of_way
    if share != share:
        return None
    href = reader.figure(indicator_id(row.indicator, row.sex, "share_of_way"))
    return StatusEntry(Link(share_text(reader, share), href), "", share)


def _why(reader: Reader, row: Status) -> str:
    """What the verdict alone doesn't say: progress to the target, or why there is none to say."""
    t = reader.t
    if row.trend.word == "printed_change":
        return t("progress.reason.printed_change")
    if row.verdict == "unknown":
        return t(f"progress.reason.{row.trend.rule}")
    if row.trend.rule in ("same", "small"):
        return t(f"status.why.{row.trend.rule}")
    return t(f"progress.status.{row.progress.status}") if row.progress.target else ""
