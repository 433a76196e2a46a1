"""Corrigendum: what changes a number of the report, on a page that prints, for its authors."""

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component

from dashboard.components.islands import aria
from dashboard.components.links import Link, link_to
from dashboard.pages import Page
from dashboard.presenters.context import Context
from dashboard.presenters.corrigendum import correction_heads, corrections, corrigendum_address
from dashboard.presenters.reader import Reader


def _title(reader: Reader) -> tuple[str, str]:
    year = reader.catalog.year
    return reader.t("corrigendum.title", year=year), reader.t("corrigendum.description")


def _layout(context: Context) -> list[Component]:
    t = context.t
    title, lead = _title(context)
    heads = html.Tr([html.Th(head, scope="col") for head in correction_heads(context)])
    rows = [
        html.Tr([html.Td(link_to(cell) if isinstance(cell, Link) else cell) for cell in correction.cells])
        for correction in corrections(context)
    ]
    table = dbc.Table([html.Caption(title), html.Thead(heads), html.Tbody(rows)])
    files = [
        html.A(
            t(f"corrigendum.{ending}"),
            href=corrigendum_address(context, ending),
            className="button",
            download="",
        )
        for ending in ("docx", "pdf")
    ]
    others = html.A(t("corrigendum.all"), href=f"{context.link('data')}#findings")
    return [
        html.H1(title),
        html.P(lead, className="lead"),
        html.P([files[0], " ", files[1], " ", others]),
        html.Div(table, className="table-frame", tabIndex=0, role="group", **aria(label=title)),
        html.P(t("passport.version.data", version=context.catalog.version), className="source"),
    ]


PAGE = Page("corrigendum", title=_title, layout=_layout, assets=("data.css",))
