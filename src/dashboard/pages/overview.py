"""Overview: what the report says on one screen, then what was done for people, questions, every indicator."""

from dataclasses import replace

import pandas as pd
from dash import html
from dash.development.base_component import Component

from dashboard.analysis.finance import money_in_order
from dashboard.analysis.places import MAP_MEASURES
from dashboard.analysis.results import Filters
from dashboard.components.cards import Card, board_card, section
from dashboard.components.controls import search_box
from dashboard.components.frame import view_head
from dashboard.components.links import link_to
from dashboard.components.results import ResultItem
from dashboard.components.sentences import figure_link, plain, sentence
from dashboard.domain.figure_ids import computed_money_id, count_id, money_id
from dashboard.domain.view import Choice
from dashboard.pages import Cards, Page
from dashboard.presenters.context import Context
from dashboard.presenters.indicators.board import (
    block_heading,
    block_rows,
    first_lines,
    status_section,
)
from dashboard.presenters.indicators.moves import whole_board
from dashboard.presenters.money.board import IN_SHORT, total_row
from dashboard.presenters.money.cards import board_of_money
from dashboard.presenters.money.rows import reconciled, rows_of
from dashboard.presenters.places.small import small_map
from dashboard.presenters.places.view import count_places
from dashboard.presenters.places.words import headline_of
from dashboard.presenters.questions import question_address
from dashboard.presenters.reader import Reader
from dashboard.presenters.results.axes import axes_told, with_results
from dashboard.presenters.results.essentials import essentials
from dashboard.presenters.results.items import chosen_results
from dashboard.presenters.results.priorities import years_covered
from dashboard.presenters.summaries import summary_line
from dashboard.presenters.years import report_year, year_links
from dashboard.store import Catalog

_MONEY, STATUS = "overview-money", "overview-status"
"""Ids of the cards."""
_WAYS = ("questions", "home")
"""Parts that stand some screens below on a phone."""


def _choices(catalog: Catalog) -> tuple[Choice, ...]:
    """Nothing to choose here but the year."""
    return (report_year(catalog),)


def _title(context: Context) -> tuple[str, str]:
    return context.t("overview.title"), context.t("overview.description", year=context.view.year)


def _cards(context: Context) -> Cards:
    return {
        _MONEY: lambda: _money_card(context),
        STATUS: lambda: whole_board(context, STATUS),
    }


def _money_card(context: Context) -> Card:
    rows = money_in_order(rows_of(context, "axis"), "budget")
    card = board_of_money(context, rows, "axis", IN_SHORT, (), _MONEY)
    return replace(card, notes=[], board=card.board and with_results(context, card.board))


def _layout(context: Context) -> list[Component]:
    t = context.t
    return [
        view_head("overview-finding", _finding(context), _told(context)),
        *year_links(context),
        *summary_line(context),
        html.P(
            [html.A(t(f"overview.{part}"), href=f"#overview-{part}") for part in _WAYS], className="ways-down"
        ),
        html.Div(
            [
                html.Div(
                    [board_card(_money_card(context), t), _moves(context)],
                    className="overview-left",
                ),
                _where(context),
            ],
            className="overview-first",
        ),
        _essentials(context),
        _my_home(context),
        _questions(context),
        axes_told(context),
        status_section(context, whole_board(context, STATUS)),
        html.P(_reconciled(context), className="reconciliation"),
        years_covered(context),
    ]


def _finding(context: Context) -> list[str | Component]:
    """How much of the budget was mobilised, and how much of that was spent, by the printed totals."""
    t, year = context.t, int(context.view.year)
    total = total_row(context, "agency", year)
    rates = {"mobilised": "mobilised_rate", "spent": "rate"}
    columns = {"mobilised": "mobilised_pct", "spent": "rate_pct"}
    if any(pd.isna(total[column]) for column in columns.values()):
        return [t("overview.title")]
    shares = {
        name: figure_link(
            t.percent(total[columns[name]], 0),
            context.figure(computed_money_id("totals", year, "agencies", what)),
        )
        for name, what in rates.items()
    }
    return sentence(t("overview.finding"), year=str(year), **shares)


_FIRST_LINES = 5
"""Of each block: a first screen that asks for more decisions helps with none."""


def _moves(context: Context) -> Component:
    """What got worse and what got better, in a few lines; the whole board is below."""
    t = context.t
    blocks = []
    for block in ("worse", "better"):
        n, lines = first_lines(context, block, _FIRST_LINES)
        blocks.append(html.Div([html.H2(block_heading(context, block, n)), lines]))
    unjudged = len(block_rows(context, "open"))
    open_ones = [html.Strong(block_heading(context, "open", unjudged))] if unjudged else []
    more = html.A(t("overview.indicators.more"), href=f"#{STATUS}")
    return html.Div([*blocks, html.P([*open_ones, more], className="moves-more")], className="moves")


def _essentials(context: Context) -> Component:
    """What was done for people, in one sentence each."""
    t = context.t
    facts = [_fact(item) for item in essentials(context, int(context.view.year))]
    return section(t("overview.essentials"), "overview-essentials", [html.Ol(facts, className="essentials")])


def _fact(item: ResultItem) -> Component:
    said = [part if isinstance(part, str) else link_to(part) for part in item.summary]
    where = html.Span([link_to(item.path[-1])], className="subtitle")
    return html.Li([html.P(said), where], style={"--key": f"var(--{item.axis})"})


def _my_home(reader: Reader) -> Component:
    """A reader's own place, found by any spelling; the page of answers works without scripts."""
    t = reader.t
    field = search_box("q", t("overview.home.label"), "", t("overview.home.hint"))
    button = html.Button(t("overview.home.find"), type="submit", className="button")
    form = html.Form([field, button], action=reader.link("search"), method="get", className="find-home")
    return section(t("overview.home"), "overview-home", [form])


def _where(context: Context) -> Component:
    """A small map of the results, with a way to the large one."""
    t, filters, lower = context.t, Filters(int(context.view.year)), context.catalog.levels[1]
    counts = count_places(context, filters, lower, MAP_MEASURES[0])
    return section(
        plain(headline_of(context, counts)),
        "overview-where",
        [
            small_map(context, filters, "overview-map", lower, whole=context.link("map")),
            html.P(html.A(t("overview.where.more"), href=context.link("map"), className="button")),
        ],
    )


def _told(context: Context) -> list[str | Component]:
    """How much the report tells, in one sentence."""
    t, year = context.t, int(context.view.year)
    results = chosen_results(context.catalog, Filters(year))
    listed = context.catalog["output_agencies"]
    counts = {
        "results": len(results),
        "outputs": results["output_id"].replace("", pd.NA).nunique(),
        "agencies": listed.loc[listed["year"] == year, "agency_id"].nunique(),
    }
    links = {
        measure: figure_link(
            t(f"count.{measure}", n=value), context.figure(count_id(measure, year=str(year)))
        )
        for measure, value in counts.items()
    }
    repeats = int((results["duplicate_of"] != "").sum())
    again = t("overview.repeats", n=repeats) if repeats else ""
    return sentence(t("overview.told"), year=str(year), repeats=again, **links)


def _reconciled(context: Context) -> list[str | Component]:
    """The printed total that differs most from the sum of its rows, and where to read why."""
    t, year, catalog = context.t, int(context.view.year), context.catalog
    checked = reconciled(catalog, year)
    rows = checked[checked["table"] == "agencies"].to_dict("records")
    row = max(rows, key=lambda row: abs(row["difference"]))
    measure = str(row["measure"])
    if not row["difference"]:
        return [t("overview.reconciled")]
    return sentence(
        t("overview.reconciliation"),
        measure=t(f"finance.{measure}").lower(),
        computed=figure_link(
            t.dollars(row["computed"]),
            context.figure(computed_money_id("totals", year, "agencies", f"{measure}_sum")),
        ),
        printed=figure_link(
            t.dollars(row["printed"]), context.figure(money_id("totals", year, "agencies", measure))
        ),
        why=html.A(t("overview.why"), href=context.link("funding") + "#funding-totals"),
    )


def _questions(reader: Reader) -> Component:
    """The questions of table `questions`, grouped by the kind of reader who asks them."""
    t, readers = reader.t, reader.catalog.terms("reader")
    groups = [_group(reader, kind, t.of(word)) for kind, word in readers.items()]
    return section(t("overview.questions"), "overview-questions", [html.Div(groups, className="columns")])


def _group(reader: Reader, kind: str, heading: str) -> Component:
    asked = [row for row in reader.catalog.questions.values() if row.reader == kind]
    links = [html.Li(html.A(reader.t.of(row, "text"), href=question_address(reader, row))) for row in asked]
    return html.Div([html.H3(heading), html.Ul(links, className="questions")])


PAGE = Page(
    "overview",
    title=_title,
    layout=_layout,
    choices=_choices,
    cards=_cards,
    in_menu=True,
    assets=("overview.css",),
)
