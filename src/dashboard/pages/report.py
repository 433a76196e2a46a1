"""The text of the report, where the operator has it: what was read from each line, and what was not."""

from dash import html
from dash.development.base_component import Component

from dashboard.components.passages import text_list
from dashboard.domain.view import Choice
from dashboard.i18n import LANGUAGES
from dashboard.pages import Page
from dashboard.presenters.context import Context
from dashboard.presenters.report_text import coverage, read_lines
from dashboard.presenters.sources import place_of, report_of
from dashboard.presenters.years import report_year, year_links
from dashboard.store import Catalog


def _choices(catalog: Catalog) -> tuple[Choice, ...]:
    return (report_year(catalog),)


def _title(context: Context) -> tuple[str, str]:
    return context.t("passage.title", year=context.year), context.t("passage.description")


def _layout(context: Context) -> list[Component]:
    title, lead = _title(context)
    return [html.H1(title), html.P(lead, className="lead"), *year_links(context), *_text(context)]


def _text(context: Context) -> list[Component]:
    t, year = context.t, context.year
    place = place_of(context, report_of(context, year).source_id, "")
    source = html.P(
        [place.title, ". ", html.A(place.publisher, href=place.url, rel="external"), ". ", place.licence]
    )
    if year not in context.catalog.texts:
        return [html.P(t("passage.none")), source]
    counts = {name: t.number(n) for name, n in coverage(context, year).items()}
    return [
        html.P(t("passage.coverage", None, **counts)),
        source,
        text_list(read_lines(context, year), LANGUAGES[0], t),
    ]


PAGE = Page("report", title=_title, layout=_layout, choices=_choices, assets=("data.css",))
