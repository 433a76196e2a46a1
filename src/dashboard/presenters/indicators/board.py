"""The status board: every indicator of the report with a target or two values, and which way it went."""

import pandas as pd
from dash import html
from dash.development.base_component import Component

from dashboard.analysis.periods import iso_period
from dashboard.analysis.trends import CHANGE_KINDS
from dashboard.components.cards import Card, card_foot, card_tools, section
from dashboard.components.sentences import Piece
from dashboard.components.status import status_lines, status_table
from dashboard.components.tables import Column
from dashboard.domain.measured import Observation
from dashboard.presenters.context import Context
from dashboard.presenters.guard import guarded
from dashboard.presenters.indicators.board_rows import Status, status_row
from dashboard.presenters.indicators.observations import row_unit
from dashboard.presenters.indicators.values import board, headline_rank
from dashboard.presenters.indicators.words import observed, sex_word
from dashboard.presenters.reader import Reader
from dashboard.presenters.sources import told_by_reports
from dashboard.store.catalog import records

VERDICTS = ("wrong", "right", "unclear", "unknown")
"""What wants attention comes first."""

_COLUMNS = ("name", "start", "end", "target", "share", "verdict")


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
    said = t("trend.pair", name=t("status.finding", n=len(rows)), text=f"{', '.join(parts)}.")
    return Card(
        id=card_id,
        heading=t("status.title"),
        subtitle=t("status.subtitle"),
        said=[said if rows else t("status.nothing")],
        figure=None,
        picture="",
        rows=pd.DataFrame([_record(context, row) for row in rows]),
        columns=[_column(context, name, tag) for name, tag in FILE.items()],
        source=_source(context),
        csv=context.csv(card_id),
    )


def _source(reader: Reader) -> str:
    """Where each report that gives a value prints its indicators."""
    reports, given = reader.catalog.reports.values(), set(reader.catalog["observations"]["source_id"])
    places = [(row.source_id, row.indicators_ref) for row in reports if row.source_id in given]
    return told_by_reports(reader, places)


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


def _short_period(value: Observation) -> str:
    """The time of a value for programs: year, month or day; of a longer period the year it stands for."""
    period = iso_period(value.period_start, value.period_end)
    return str(value.year) if "/" in period else period


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
        "indicator": t.of(catalog.indicators[row.indicator]),
        "axis": row.axis,
        "sex": sex_word(reader, catalog.indicators[row.indicator], row.sex),
        "share": row.progress.share_of_way,
        "verdict": t(f"status.verdict.{row.verdict}"),
        "status": t(f"progress.status.{row.progress.status}") if row.progress.target else "",
    }
    for name, key in (("start", row.trend.first), ("end", row.trend.last), ("target", row.progress.target)):
        value = observed(reader, key) if key else None
        if value and value.kind not in CHANGE_KINDS:
            record |= {
                name: value.value,
                f"{name}_qualifier": reader.term("qualifier", value.qualifier),
                f"{name}_when": _short_period(value),
                "unit": row_unit(reader, value),
            }
    return record


def status_section(context: Context, card: Card) -> Component:
    """The board as readers see it: what got worse, what got better, what can't be told; source, files."""
    t, rows = context.t, statuses(context)
    blocks = [_block(context, card.id, block, _of(rows, block)) for block in BLOCKS]
    return section(
        card.heading,
        card.id,
        [
            html.P(card.subtitle, className="subtitle"),
            html.P(card.said, className="finding"),
            *[block for block in blocks if block],
            card_foot(card.id, card.source, card_tools(card, t)),
        ],
    )


BLOCKS = {"worse": ("wrong",), "better": ("right",), "open": ("unclear", "unknown")}
"""Blocks of the board, in their order -> the verdicts that they hold."""
_COUNTED = {"worse": "wrong", "better": "right", "open": "open"}
"""Block -> the words that count its rows."""


def _of(rows: list[Status], block: str) -> list[Status]:
    return [row for row in rows if row.verdict in BLOCKS[block]]


def block_rows(reader: Reader, block: str) -> list[Status]:
    """The rows of a block."""
    return _of(statuses(reader), block)


def _block(context: Context, card_id: str, block: str, rows: list[Status]) -> Component | None:
    if not rows:
        return None
    heading = html.H3(block_heading(context, block, len(rows)))
    return html.Div([heading, block_table(context, block, rows)], id=f"{card_id}-{block}")


def block_table(reader: Reader, block: str, rows: list[Status]) -> Component:
    """The rows of a block, one line each."""
    headings = {name: reader.t(f"status.column.{name}") for name in _COLUMNS}
    caption = block_heading(reader, block, len(rows))
    return status_table([status_row(reader, row) for row in rows], headings, caption)


def board_finding(reader: Reader) -> list[Piece]:
    """How many rows each block of the whole board holds, each number leading to them."""
    t = reader.t
    return [t("trend.pair", name=t("trends.title"), text=""), *board_counts(reader)]


def board_counts(reader: Reader) -> list[Piece]:
    """The same without saying of what."""
    counts = {block: len(block_rows(reader, block)) for block in BLOCKS}
    said: list[Piece] = []
    for block, count in counts.items():
        if count:
            text = reader.t(f"status.count.{_COUNTED[block]}", n=count)
            said += [", " if said else "", html.A(text, href=reader.link("trends", direction=block))]
    return said


def block_heading(reader: Reader, block: str, n: int) -> str:
    """How many rows a block holds: `7 se dégradent`."""
    return reader.t(f"status.block.{block}", n=n)


def first_lines(reader: Reader, block: str, most: int) -> tuple[int, Component]:
    """How many rows a block holds, and the first of them in a line each, in the order of the headlines."""
    rows = sorted(block_rows(reader, block), key=lambda row: headline_rank(reader.catalog, row.indicator))
    return len(rows), status_lines([status_row(reader, row) for row in rows[:most]])
