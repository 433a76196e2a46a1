"""The year on one screen: money by axis, what got worse and better, where the work was."""

from dataclasses import replace

from dashboard.analysis.finance import money_in_order
from dashboard.analysis.results import Filters
from dashboard.components.cards import Card
from dashboard.components.sentences import plain
from dashboard.figures.picture_board import board_drawing
from dashboard.figures.picture_panes import Pane, PanesDrawing
from dashboard.presenters.context import Context
from dashboard.presenters.guard import guarded
from dashboard.presenters.indicators.moves import moves_in_short
from dashboard.presenters.money.board import cell_text, money_board, total_row
from dashboard.presenters.money.cards import board_of_money
from dashboard.presenters.money.rows import rows_of
from dashboard.presenters.places.scene import region_tiles
from dashboard.presenters.places.view import count_places
from dashboard.presenters.places.words import headline_of

_BOARD = 11.5
"""Lines that the board of money takes: two for each of its rows, the rest for its headings."""
_LEFT = 0.57
"""What money and indicators take of the width."""


@guarded(chart=False)
def year_card(context: Context, card_id: str) -> Card:
    """The card of the year; its table is that of its board, money by axis."""
    t, year = context.t, int(context.view.year)
    rows = money_in_order(rows_of(context, "axis"), "budget")
    board = money_board(context, rows, "axis", "percent", ())
    total = total_row(context, "agency", year)
    counts = count_places(context, Filters(year), context.catalog.levels[0], "results")
    finding = t(
        "meeting.year",
        year=year,
        mobilised=cell_text(context, total, "mobilised_pct"),
        spent=t.percent(total["rate_pct"], 0),
    )
    card = board_of_money(context, rows, "axis", "percent", (), card_id)
    return replace(
        card,
        heading=finding,
        brief=finding,
        said=[finding],
        board=None,
        drawing=PanesDrawing(
            [Pane(board_drawing(board), lines=_BOARD), Pane(moves_in_short(context))],
            [Pane(region_tiles(context, counts), plain(headline_of(context, counts)))],
            _LEFT,
        ),
    )
