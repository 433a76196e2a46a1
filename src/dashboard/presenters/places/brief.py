"""The end of a profile, which on paper is a brief: where and with what money, the map, the address; and how
large its letters are there."""

import sys

import pandas as pd
from dash import html
from dash.development.base_component import Component

from dashboard.analysis.results import Filters, strongest_results
from dashboard.components.cards import section
from dashboard.presenters.context import Context
from dashboard.presenters.money.profile import money_section
from dashboard.presenters.places.profile import qr_code
from dashboard.presenters.places.small import small_map
from dashboard.presenters.reader import Reader
from dashboard.presenters.results.profile import STRONGEST, places_list
from dashboard.store.catalog import records

_TYPES = {
    700: "10.5pt", 1100: "9pt", 1700: "8pt",
    2310: "11pt", 3600: "10pt", 5100: "8pt",
    sys.maxsize: "9.5pt",
}  # fmt: skip
"""Most letters that the results of a brief have -> how large they are on one sheet, on two and on three: from
11 points, which fill it, down to 8, which all can read; what these cannot hold takes another sheet."""


def places_and_money(context: Context, by: str) -> Component:
    """The places of the results of an agency or axis, as a list and as a map that leads to the whole one, and
    its money; `by` is `agency` or `axis`."""
    t, of = context.t, {by: context.key}
    filters = Filters(int(context.view["year"]), **of)
    return html.Div(
        [
            section(t("profile.places"), f"{by}-places", [places_list(context, **of)]),
            small_map(context, filters, by, context.catalog.levels[-1], whole=context.link("map", **of)),
            section(t("profile.money"), f"{by}-money", money_section(context, by)),
            qr_code(context),
        ],
        className="places-and-money",
    )


def sheet_type(reader: Reader, results: pd.DataFrame, more: int = 0) -> str:
    """The size of the letters of a brief that tells the strongest of these results, as CSS writes it; `more`
    letters are told beside them."""
    told = strongest_results(results, reader.catalog["result_figures"], STRONGEST)
    letters = sum(len(reader.t.of(row, "summary")) for row in records(told)) + more
    return next(size for most, size in _TYPES.items() if letters <= most)
