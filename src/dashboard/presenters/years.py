"""The choice of a report year, which appears by itself when the data hold a second one."""

from dash import html
from dash.development.base_component import Component

from dashboard.components.controls import choice_list
from dashboard.components.islands import aria
from dashboard.domain.view import Choice
from dashboard.presenters.context import Context
from dashboard.store import Catalog


def report_year(catalog: Catalog) -> Choice:
    """The choice of a report year; a page opens on the newest."""
    return Choice("year", tuple(map(str, catalog.years)), str(catalog.year), moves=True)


def year_choice(context: Context) -> list[Component]:
    """The control for the year, newest first; none while there is only one."""
    years = [str(year) for year in reversed(context.catalog.years)]
    if len(years) < 2:
        return []
    return [
        choice_list("year", context.t("year.label"), [(year, year) for year in years], context.view["year"])
    ]


def year_links(context: Context) -> list[Component]:
    """The same profile in the other report years; nothing while there is only one."""
    years = [str(year) for year in reversed(context.catalog.years)]
    if len(years) < 2:
        return []
    links = [
        html.Li(
            html.A(
                year,
                href=context.link(context.page, context.key, year=year),
                **(aria(current="true") if year == context.view["year"] else {}),
            )
        )
        for year in years
    ]
    return [html.Nav(html.Ul(links, className="inline-list"), **aria(label=context.t("year.label")))]
