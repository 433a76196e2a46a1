"""Profile of an agency: money, outputs, results, places, and what to know."""

from functools import partial

import pandas as pd
from dash import html
from dash.development.base_component import Component

from dashboard.analysis.results import Filters
from dashboard.components.cards import section
from dashboard.components.frame import print_button, view_head
from dashboard.components.sentences import Piece, sentence
from dashboard.domain.view import Choice
from dashboard.pages import Cards, Page
from dashboard.presenters.agencies.profile import (
    compare_agency,
    every_agency,
    how_listed,
    listed_rows,
    shared_with,
)
from dashboard.presenters.context import Context
from dashboard.presenters.findings import notes_about
from dashboard.presenters.money.profile import money_words, profile_board, rates_card
from dashboard.presenters.places.brief import places_and_money
from dashboard.presenters.results.items import chosen_results
from dashboard.presenters.results.profile import STRONGEST, count_link, output_lines
from dashboard.presenters.years import report_year, year_links
from dashboard.store import Catalog
from dashboard.store.catalog import Row


def _exists(catalog: Catalog, key: str) -> bool:
    """Whether the data knows the agency."""
    return key in catalog.agencies


def _choices(catalog: Catalog) -> tuple[Choice, ...]:
    """The report year."""
    return (report_year(catalog),)


def _title(context: Context) -> tuple[str, str]:
    t, row = context.t, context.catalog.agencies[context.key]
    name, acronym = t.of(row), t.of(row, "acronym")
    heading = name if name == acronym else f"{name} ({acronym})"
    return heading, t("agency.description", year=context.view.year)


def _cards(context: Context) -> Cards:
    return {f"{context.page}-rates": partial(rates_card, context, context.page)}


def _layout(context: Context) -> list[Component]:
    t, year = context.t, int(context.view.year)
    rows = chosen_results(context.catalog, Filters(year, agency=context.key))
    lines = listed_rows(context)
    shared = shared_with(context)
    said = _finding(context, len(rows), len(lines))
    content = [
        view_head("agency-finding", [said], _who(context), compare_agency(context)),
        *year_links(context),
        *profile_board(context, "agency"),
        section(t("profile.outputs"), "agency-outputs", _outputs(context, rows, lines)),
        *([section(t("agency.shared"), "agency-shared", shared)] if shared else []),
        places_and_money(context, "agency"),
        *_known(context),
        section(t("agency.all"), "agency-all", [every_agency(context)]),
        html.P(print_button(t("print.page"))),
    ]
    return [html.Div(content, className="brief")]


def _finding(context: Context, results: int, outputs: int) -> str:
    """The agency, how much of its budget was mobilised, and how much is told under its outputs."""
    t = context.t
    told, listed = t("count.results", n=results), t("count.outputs", n=outputs)
    done = t("profile.finding.outputs", results=told, outputs=listed)
    return t(
        "profile.finding",
        name=t.of(context.catalog.agencies[context.key], "acronym"),
        money=money_words(context, "agency"),
        done=done if outputs else t("profile.finding.nothing"),
    )


def _who(context: Context) -> list[Piece]:
    """Name and kind of the entity, its other names, the year."""
    t, row = context.t, context.catalog.agencies[context.key]
    own = (t.of(row), t.of(row, "acronym"))
    aliases = [alias for alias in row.aliases.split(";") if alias and alias not in own]
    kind = [context.term("agency_kind", row.kind)] if row.kind else []
    known = [own[0], *kind, context.view.year]
    named = [t("agency.aliases", names=", ".join(aliases))] if aliases else []
    return [" · ".join([*known, *named])]


def _outputs(context: Context, rows: pd.DataFrame, lines: list[Row]) -> list[Component]:
    """The outputs under which the report lists the agency, said to be just that."""
    t = context.t
    if not lines:
        return [html.P(t("agency.no_output"))]
    outputs = [str(row["output_id"]) for row in lines]
    said = sentence(
        t("agency.outputs"),
        outputs=t("count.outputs", n=len(outputs)),
        results=count_link(context, len(rows), agency=context.key),
    )
    way = html.A(t("profile.list"), href=context.link("results", agency=context.key))
    return [
        html.P(said),
        *how_listed(context, lines),
        html.P([t("profile.strongest", n=STRONGEST), " ", way], className="subtitle"),
        output_lines(context, outputs, rows, agencies=False),
    ]


def _known(context: Context) -> list[Component]:
    notes = notes_about(context, "agencies", [context.key], named=False, year=int(context.view.year))
    return [section(context.t("profile.known"), "agency-known", notes)] if notes else []


PAGE = Page(
    "agency",
    title=_title,
    layout=_layout,
    choices=_choices,
    cards=_cards,
    exists=_exists,
    assets=("profile.css", "brief.js"),
)
