"""What got worse and what got better, a row for each indicator: for slides, and in short."""

from dataclasses import replace

from dashboard.components.cards import Card
from dashboard.components.findings import Finding
from dashboard.domain.picture import Drawing
from dashboard.figures.picture_moves import Move, moves_drawing, short_moves
from dashboard.i18n.manners import NO_BREAK
from dashboard.presenters.context import Context
from dashboard.presenters.findings import findings_about
from dashboard.presenters.guard import guarded
from dashboard.presenters.indicators.board import (
    block_heading,
    block_rows,
    status_card,
    statuses,
)
from dashboard.presenters.indicators.board_rows import Status, status_entry
from dashboard.presenters.indicators.words import sex_word
from dashboard.presenters.reader import Reader

MOVED = ("worse", "better")
"""The blocks of the board that went one way or the other."""
_COLOURS = {"worse": "gap", "better": "active"}


@guarded(chart=False)
def moves_card(context: Context, card_id: str, block: str) -> Card:
    """The indicators of a block of the board, each with where it began and where it stands.

    Args:
        context: of the page.
        card_id: id of the card.
        block: one of `MOVED`.
    """
    t, rows = context.t, statuses(context)
    own = block_rows(context, block)
    card = status_card(context, card_id, own)
    headings = (t("status.column.start"), t("status.column.end"), t("status.column.target"))
    finding = t(f"moves.{block}", n=len(own), all=t.number(len(rows)))
    return replace(
        card,
        heading=finding,
        subtitle=t("moves.subtitle"),
        said=[finding],
        drawing=moves_drawing([_move(context, row, block) for row in own], headings),
        image=context.image(card_id),
        findings=_findings(context, own),
    )


def _findings(reader: Reader, rows: list[Status]) -> list[Finding]:
    return findings_about(reader, "indicators", [row.indicator for row in rows])


def moves_in_short(reader: Reader) -> Drawing:
    """As many indicators of both blocks, under their headings, as have room."""
    blocks = []
    for block in MOVED:
        own = block_rows(reader, block)
        moves = [_move(reader, row, block) for row in own]
        blocks.append((block_heading(reader, block, len(own)), moves))
    return short_moves(blocks)


def _move(reader: Reader, row: Status, block: str) -> Move:
    about = reader.catalog.row("indicators", row.indicator)
    name = reader.t.of(about)
    if row.sex != "total":
        name = f"{name} · {sex_word(reader, about, row.sex).lower()}"
    printed = row.trend.word == "printed_change"
    start = None if printed else status_entry(reader, row.trend.first)
    end, target = status_entry(reader, row.trend.last), status_entry(reader, row.progress.target)
    values = [entry.link.text for entry in (start, end) if entry]
    return Move(
        name=name,
        start=start.link.text if start else "",
        start_when=start.when if start else "",
        end=end.link.text if end else "",
        end_when=end.when if end else "",
        target=f"{target.link.text}\n{target.when}" if target else "",
        rise=1.0 if row.trend.change > 0 else -1.0,
        colour=_COLOURS[block],
        short=f"{NO_BREAK}→{NO_BREAK}".join(values),
    )
