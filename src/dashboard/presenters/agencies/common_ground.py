"""What things side by side have in common and alone, the money of axes, and what each says most of."""

import pandas as pd
from dash import html
from dash.development.base_component import Component

from dashboard.analysis.agencies import who_holds
from dashboard.analysis.people import people_of
from dashboard.components.boards import board_table
from dashboard.components.cards import section
from dashboard.components.links import link_to, skippable
from dashboard.components.map_lists import fold
from dashboard.components.results import grouped_results, strong_results
from dashboard.presenters.agencies.compare import COMPARABLE, HEADINGS, Side, capital, chosen_keys, in_common
from dashboard.presenters.context import Context
from dashboard.presenters.money.board import measure_line, money_board
from dashboard.presenters.money.rows import rows_of
from dashboard.presenters.names import agency_link, output_link, place_link
from dashboard.presenters.reader import Reader
from dashboard.presenters.results.items import result_groups, result_items

_LINKS = {"agencies": agency_link, "places": place_link, "outputs": output_link}
_FOLDED = "places"
"""What is folded unless all share it: long lists would hide the rest of the page."""
_STRONGEST = 5
"""How many results of each stand side by side."""


def compared_money(context: Context) -> list[Component]:
    """The money of the axes side by side, below the printed total; other kinds have no money of their own."""
    if context.view.by != "axis":
        return []
    rows = rows_of(context, "axis")
    own = rows[rows["axis_id"].isin(chosen_keys(context))]
    if own.empty:
        return []
    board = money_board(context, own, "axis", "percent", ())
    said = measure_line(context, "axis", "percent")
    content = [html.P(said, className="subtitle"), html.Div(board_table(board, said), className="board-card")]
    return [section(context.t("profile.money"), "compare-money-rows", content)]


def compared_members(context: Context, sides: list[Side]) -> list[Component]:
    """What all share, what some share, what each has alone: agencies, places, outputs, results."""
    kind = COMPARABLE[context.view.by]
    return [part for what in kind.shared for part in _shared(context, sides, what)]


def _shared(context: Context, sides: list[Side], what: str) -> list[Component]:
    t = context.t
    if what == "results":
        return _results_in_common(context, sides)
    held = who_holds({side.key: side.members[what] for side in sides})
    names = {side.key: side.short for side in sides}
    groups = [
        _group(context, [names[key] for key in keys], len(keys) == len(sides), what, members)
        for keys, members in held.items()
    ]
    return [section(t(HEADINGS[what]), f"compare-{what}", [html.Div(groups, className="compare-groups")])]


def _group(context: Context, names: list[str], every: bool, what: str, members: list[str]) -> Component:
    t, whose = context.t, capital(context.t.listing(names))
    heading = t("compare.every", n=len(members)) if every else t("compare.some", names=whose, n=len(members))
    items = [html.Li(link_to(_LINKS[what](context, key))) for key in members]
    listed = html.Ul(items, className="inline-list")
    if what == _FOLDED and not every:
        return fold(html.H3(heading), [listed])
    return html.Div([html.H3(heading), listed])


def _results_in_common(context: Context, sides: list[Side]) -> list[Component]:
    common = in_common(sides, "results") if len(sides) > 1 else []
    rows = sides[0].rows[sides[0].rows["result_id"].isin(common)]
    if rows.empty:
        return []
    heading = context.t("agencies.in_common", n=len(rows))
    groups = result_groups(context, rows, shown=False)
    return [section(heading, "compare-results", [grouped_results(groups, context.t)])]


def compared_results(context: Context, sides: list[Side]) -> list[Component]:
    """The results of each that count most people, side by side."""
    t = context.t
    columns = html.Div([_told(context, side) for side in sides], className="compare-columns")
    content = [
        html.P(t("compare.strongest.said", n=_STRONGEST), className="subtitle"),
        *skippable([columns], "strong", t),
    ]
    return [section(t("compare.strongest"), "compare-strongest", content)]


def _told(context: Context, side: Side) -> Component:
    items = result_items(context, _strongest(context, side.rows))
    everything = context.link("results", **{context.view.by: side.key})
    more = html.A(context.t("compare.all", n=len(side.rows)), href=everything)
    return html.Div([html.H3(link_to(side.link)), strong_results(items, named=False), html.P(more)])


def _strongest(reader: Reader, rows: pd.DataFrame) -> pd.DataFrame:
    """The results that count most people, repeats left out."""
    told = rows[rows["duplicate_of"] == ""]
    people = told["result_id"].map(people_of(reader.catalog["result_figures"]))
    return told.loc[people.sort_values(ascending=False, kind="stable").index].head(_STRONGEST)
