"""Profile of a strategic axis: money, outcomes, outputs, results, indicators, challenges, priorities."""

from functools import partial

import pandas as pd
from dash import html
from dash.development.base_component import Component

from dashboard.analysis.agencies import outputs_of_agencies
from dashboard.analysis.results import Filters
from dashboard.components.cards import section
from dashboard.components.facets import Option, facet_options
from dashboard.components.frame import print_button, view_head
from dashboard.components.sentences import Piece, sentence
from dashboard.domain.view import Choice
from dashboard.pages import Cards, Page
from dashboard.presenters.agencies.choosing import compare_with
from dashboard.presenters.context import Context
from dashboard.presenters.findings import notes_about
from dashboard.presenters.money.profile import money_words, profile_board, rates_card
from dashboard.presenters.names import agency_link, axis_name
from dashboard.presenters.places.brief import places_and_money
from dashboard.presenters.results.items import chosen_results
from dashboard.presenters.results.plan import challenge_items
from dashboard.presenters.results.priorities import announced, priority_list
from dashboard.presenters.results.profile import STRONGEST, count_link, output_lines
from dashboard.presenters.years import report_year, year_links
from dashboard.store import Catalog
from dashboard.store.catalog import records


def _exists(catalog: Catalog, key: str) -> bool:
    """Whether the data knows the axis."""
    return key in catalog.axes


def _choices(catalog: Catalog) -> tuple[Choice, ...]:
    """The report year."""
    return (report_year(catalog),)


def _title(context: Context) -> tuple[str, str]:
    name = context.t.of(context.catalog.axes[context.key])
    return name, context.t("axis.description", year=context.view.year)


def _cards(context: Context) -> Cards:
    return {f"{context.page}-rates": partial(rates_card, context, context.page)}


def _layout(context: Context) -> list[Component]:
    t, year = context.t, int(context.view.year)
    rows = chosen_results(context.catalog, Filters(year, axis=context.key))
    said = _finding(context, len(rows))
    content = [
        view_head("axis-finding", [said], _who(context), compare_with(context, "axis")),
        *year_links(context),
        *profile_board(context, "axis"),
        section(t("profile.outputs"), "axis-outputs", _outcomes(context, rows)),
        *_agencies(context),
        places_and_money(context, "axis"),
        *_indicators(context),
        *_priorities(context),
        *_known(context),
    ]
    content.append(html.P(print_button(t("print.page"))))
    return [html.Div(content, className="brief")]


def _finding(context: Context, results: int) -> str:
    """The axis, how much of its budget was mobilised, and how much is told under its outputs."""
    t = context.t
    told, listed = t("count.results", n=results), t("count.outputs", n=len(_outputs_of(context)))
    done = t("profile.finding.outputs", results=told, outputs=listed)
    name, money = axis_name(context, context.key), money_words(context, "axis")
    return t("profile.finding", name=name, money=money, done=done)


def _who(context: Context) -> list[Piece]:
    """The axis in full, and the year."""
    return [" · ".join([context.t.of(context.catalog.axes[context.key]), context.view.year])]


def _agencies(context: Context) -> list[Component]:
    """The agencies that the report lists under the outputs of the axis, those under most outputs first."""
    t, own = context.t, set(_outputs_of(context))
    listed = outputs_of_agencies(context.catalog["output_agencies"], int(context.view.year))
    counts = {agency: len(own & outputs) for agency, outputs in listed.items()}
    ranked = sorted((agency for agency in counts if counts[agency]), key=lambda agency: -counts[agency])
    if not ranked:
        return []
    options = [_agency(context, agency, counts[agency]) for agency in ranked]
    content = [
        html.P(t("axis.agencies.said"), className="subtitle"),
        html.Div(facet_options(options, ""), className="places-columns"),
    ]
    return [section(t("axis.agencies", n=len(ranked)), "axis-agencies", content)]


def _agency(context: Context, agency: str, outputs: int) -> Option:
    link = agency_link(context, agency)
    count = context.t("count.outputs", n=outputs)
    return Option(f"axis-agency-{agency}", link.text, count, link.href, link.title)


def outcomes_of(context: Context) -> list[str]:
    """The outcomes of the page's axis."""
    rows = context.catalog.outcomes.values()
    return [row.outcome_id for row in rows if row.axis_id == context.key]


def _outputs_of(context: Context) -> list[str]:
    """The outputs of the page's axis."""
    outcomes = outcomes_of(context)
    rows = context.catalog.outputs.items()
    return [output for output, row in rows if row.outcome_id in outcomes]


def _outcomes(context: Context, rows: pd.DataFrame) -> list[Component]:
    t, catalog = context.t, context.catalog
    outcomes = outcomes_of(context)
    said = sentence(
        t("axis.outcomes"),
        outcomes=t("count.outcomes", n=len(outcomes)),
        results=count_link(context, len(rows), axis=context.key),
    )
    way = html.A(t("profile.list"), href=context.link("results", axis=context.key))
    parts: list[Component] = [
        html.P(said),
        html.P([t("profile.strongest", n=STRONGEST), " ", way], className="subtitle"),
    ]
    for outcome in outcomes:
        row = catalog.outcomes[outcome]
        outputs = [o.output_id for o in catalog.outputs.values() if o.outcome_id == outcome]
        heading = html.A(
            f"{outcome} {t.of(row, 'short')}", href=context.link("results", axis=context.key, outcome=outcome)
        )
        parts += [
            html.H3(heading),
            html.P(t.of(row), className="official"),
            output_lines(context, outputs, rows, agencies=True),
            *_challenges(context, outcome),
        ]
    return parts


def _challenges(context: Context, outcome: str) -> list[Component]:
    items = challenge_items(context, outcome)
    return [html.H4(context.t("challenges.title")), html.Ul(items)] if items else []


def _indicators(context: Context) -> list[Component]:
    """The indicators that the report prints for the axis, each leading to its trend."""
    t, frame = context.t, context.catalog["indicators"]
    links = [
        html.Li(html.A(t.of(row), href=context.link("trends", indicator=str(row["indicator_id"]))))
        for row in records(frame[frame["axis_id"] == context.key])
    ]
    return [section(t("axis.indicators"), "axis-indicators", [html.Ul(links)])] if links else []


def _priorities(context: Context) -> list[Component]:
    """What the report of the year announces for later, by domain."""
    rows = [row for row in announced(context) if row["axis_id"] == context.key]
    if not rows:
        return []
    heading = context.t("axis.priorities", year=min(row["year"] for row in rows))
    return [section(heading, "axis-priorities", [priority_list(context, rows)])]


def _known(context: Context) -> list[Component]:
    """Findings about the axis and what lies in it; those about its money stand beside its money."""
    outcomes, year = outcomes_of(context), int(context.view.year)
    notes = [
        *notes_about(context, "axes", [context.key], named=False, year=year),
        *notes_about(context, "outcomes", outcomes, year=year),
        *notes_about(context, "outputs", _outputs_of(context), year=year),
    ]
    return [section(context.t("profile.known"), "axis-known", notes)] if notes else []


PAGE = Page(
    "axis",
    title=_title,
    layout=_layout,
    choices=_choices,
    cards=_cards,
    exists=_exists,
    assets=("profile.css", "brief.js"),
)
