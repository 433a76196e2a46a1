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
    chosen = choice_list("year", context.t("year.label"), [(year, year) for year in years], context.view.year)
    return [chosen, html.A(context.t("year.all"), href=all_years(context), className="way all-years")]


ALL_YEARS = "all"
"""What the year of an address is where a reader asks for all of them."""
_PARTS = {
    "funding": "money", "agency": "agencies", "agencies": "agencies", "axis": "axes", "results": "outputs",
    "map": "places", "place": "places", "search": "words", "trends": "revised",
}  # fmt: skip
"""Page -> the card of all years that tells the same."""


def all_years(context: Context, words: str = "") -> str:
    """The address of what a page shows in all years: the card of that subject, or of some words."""
    part = "words" if words else _PARTS.get(context.page, "")
    return context.link("cycle", q=words) + (f"#cycle-{part}" if part else "")


def words_in_all_years(context: Context, words: str) -> list[Component]:
    """The way from what one report says of some words to all of them; none while there is only one."""
    if len(context.catalog.years) < 2:
        return []
    return [html.P(html.A(context.t("cycle.words.label"), href=all_years(context, words)))]


def year_carried(catalog: Catalog) -> Choice:
    """The year on a page that shows all reports: it only leads on to the pages that show one."""
    return Choice("year", tuple(map(str, catalog.years)), str(catalog.year))


def older_year(context: Context) -> list[Component]:
    """What a page says that shows another year than the newest, with the way there."""
    shown, newest = context.view.values.get("year"), context.view.moving.get("year")
    if newest is None or shown == newest:
        return []
    t = context.t
    there = html.A(t("year.newest", year=newest), href=_at(context, newest))
    return [html.P([t("year.older", year=shown), " ", there], className="notice older-year")]


def _at(context: Context, year: str) -> str:
    """The address of the view in another year, which it names even where it is the newest."""
    view = context.view
    chosen = {name: view[name] for name in view.defaults if view[name] != view.defaults[name]}
    return context.link(context.page, context.key, **{**chosen, "year": year})


def year_links(context: Context) -> list[Component]:
    """The same page in the other report years; nothing while there is only one."""
    years = [str(year) for year in reversed(context.catalog.years)]
    if len(years) < 2:
        return []
    links = [
        html.Li(
            html.A(
                year,
                href=_at(context, year),
                **(aria(current="true") if year == context.view.year else {}),
            )
        )
        for year in years
    ]
    links.append(html.Li(html.A(context.t("year.all"), href=all_years(context))))
    label = context.t("year.label")
    listed = [html.Span(label, className="subtitle"), html.Ul(links, className="inline-list")]
    return [html.Nav(listed, className="years", **aria(label=label))]
