"""The choice of a report year, which appears by itself when the data hold a second one."""

from dash.development.base_component import Component

from dashboard.components.controls import choice_list
from dashboard.pages.context import Context


def year_choice(context: Context) -> list[Component]:
    """The control for the year, newest first; none while there is only one."""
    years = [str(year) for year in reversed(context.catalog.years)]
    if len(years) < 2:
        return []
    return [
        choice_list("year", context.t("year.label"), [(year, year) for year in years], context.view["year"])
    ]
