"""The money of the agencies that a reader sets side by side."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from dashboard.components.boards import board_table
from dashboard.components.cards import section
from dashboard.components.links import links_in_line
from dashboard.components.sentences import sentence
from dashboard.presenters.context import Context
from dashboard.presenters.money.board import measure_line, money_board
from dashboard.presenters.money.rows import TOTALS, rows_of
from dashboard.presenters.names import agency_link
from dashboard.presenters.sources import printed_in


def chosen_money(context: Context, chosen: Sequence[str]) -> list[Component]:
    """Their rows below the printed total; those whose money the report does not give are named in words."""
    if not chosen:
        return []
    rows = rows_of(context, "agency").set_index("agency_id", drop=False)
    own = [agency for agency in chosen if agency in rows.index]
    shown: list[Component] = []
    if own:
        said = measure_line(context, "agency", "percent")
        board = board_table(money_board(context, rows.loc[own], "agency", "percent", ()), said)
        source = html.P(printed_in(context, TOTALS["agency"]), className="source")
        shown = [html.P(said, className="subtitle"), html.Div(board, className="board-card"), source]
    missing = [agency_link(context, agency) for agency in chosen if agency not in own]
    if missing:
        names = html.Span(links_in_line(missing))
        shown.append(html.P(sentence(context.t("agencies.money.none"), names=names), className="notice"))
    return [section(context.t("profile.money"), "agencies-money-rows", shown)]
