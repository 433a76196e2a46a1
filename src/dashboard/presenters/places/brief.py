"""The end of a profile, which on paper is a brief: where and with what money, the map, the address."""

from dash import html
from dash.development.base_component import Component

from dashboard.analysis.results import Filters
from dashboard.components.cards import section
from dashboard.presenters.context import Context
from dashboard.presenters.money.profile import money_section
from dashboard.presenters.places.profile import qr_code
from dashboard.presenters.places.small import small_map
from dashboard.presenters.results.profile import places_list


def places_and_money(context: Context, by: str) -> Component:
    """The places of the results of an agency or axis, as a list and as a map that leads to the whole one, and
    its money; `by` is `agency` or `axis`."""
    t, of = context.t, {by: context.key}
    filters = Filters(int(context.view.year), **of)
    return html.Div(
        [
            section(t("profile.places"), f"{by}-places", [places_list(context, **of)]),
            small_map(context, filters, by, context.catalog.levels[-1], whole=context.link("map", **of)),
            section(t("profile.money"), f"{by}-money", money_section(context, by)),
            qr_code(context),
        ],
        className="places-and-money",
    )
