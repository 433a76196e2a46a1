"""What got worse and what got better, a row for each indicator: for slides, and in short."""

from collections.abc import Iterable
from dataclasses import replace

from dashboard.components.cards import Card
from dashboard.components.findings import Finding
from dashboard.components.sentences import plain
from dashboard.domain.picture import Drawing
from dashboard.figures.picture_moves import Move, moves_drawing, short_moves
from dashboard.i18n.manners import NO_BREAK
from dashboard.presenters.context import Context
from dashboard.presenters.findings import findings_about
from dashboard.presenters.guard import guarded
from dashboard.presenters.indicators.board import (
    BLOCKS,
    block_heading,
    block_rows,
    board_counts,
    status_card,
    statuses,
)
from dashboard.presenters.indicators.board_rows import Status, status_entry
from dashboard.presenters.indicators.words import sex_word
from dashboard.presenters.reader import Reader

MOVED = ("worse", "better")
"""The blocks of the board that went one way or the other."""
_COLOURS = {"worse": "gap", "better": "active", "open": "muted"}


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
    moves = [_move(context, row, block) for row in own]
    return replace(
        card,
        heading=finding,
        subtitle=t("moves.subtitle"),
        said=[finding],
        rows=card.rows.assign(**_shown(moves)),
        drawing=moves_drawing(moves, headings),
        image=context.image(card_id),
        findings=_findings(context, own),
    )


@guarded(chart=False)
def whole_board(context: Context, card_id: str) -> Card:
    """The whole board as a card with a picture: every indicator under the heading of its block."""
    rows = statuses(context)
    card, verdicts = (
        status_card(context, card_id, rows),
        {v: block for block in BLOCKS for v in BLOCKS[block]},
    )
    moves = [_move(context, row, verdicts[row.verdict]) for row in rows]
    return replace(
        card,
        rows=card.rows.assign(**_shown(moves)),
        drawing=short_moves(_blocks(context, BLOCKS)),
        image=context.image(card_id),
        brief=plain(board_counts(context)),
        findings=_findings(context, rows),
    )


def _shown(moves: list[Move]) -> dict[str, list[str]]:
    """What slides write in a table, which files do not hold: names and values, each over its year."""
    return {
        "shown_name": [move.name for move in moves],
        "shown_start": [_dated(move.start, move.start_when) for move in moves],
        "shown_end": [_dated(move.end, move.end_when) for move in moves],
        "shown_target": [_dated(*move.target.partition("\n")[::2]) for move in moves],
        "shown_colour": [move.colour for move in moves],
    }


def _dated(value: str, when: str) -> str:
    return f"{value}\n{when}" if when else value


def _findings(reader: Reader, rows: list[Status]) -> list[Finding]:
    return findings_about(reader, "indicators", [row.indicator for row in rows])


def moves_in_short(reader: Reader) -> Drawing:
    """As many indicators of both blocks, under their headings, as have room."""
    return short_moves(_blocks(reader, MOVED))


def _blocks(reader: Reader, blocks: Iterable[str]) -> list[tuple[str, list[Move]]]:
    """Blocks of the board under their headings, those without rows left out."""
    rows = {block: block_rows(reader, block) for block in blocks}
    return [
        (block_heading(reader, block, len(own)), [_move(reader, row, block) for row in own])
        for block, own in rows.items()
        if own
    ]


def _move(reader: Reader, row: Status, block: str) -> Move:
    about = reader.catalog.indicators[row.indicator]
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
