"""A list of results that is longer than a page bears, in pages; nothing of it shows while lists are short."""

from math import ceil

import pandas as pd
from dash import html
from dash.development.base_component import Component

from dashboard.components.islands import aria
from dashboard.domain.view import Choice
from dashboard.presenters.context import Context
from dashboard.presenters.results.plan import view_address
from dashboard.store import Catalog

MOST_ON_A_PAGE = 300
_PAGE, _FIRST = "page", "1"


def page_choice(catalog: Catalog) -> tuple[Choice, ...]:
    """The page of the list, where a year has more results than one page shows; a form leads to the first."""
    most = int(catalog["results"]["year"].value_counts().max()) if len(catalog["results"]) else 0
    pages = ceil(most / MOST_ON_A_PAGE)
    return (Choice(_PAGE, tuple(str(n + 1) for n in range(pages)), _FIRST),) if pages > 1 else ()


def page_shown(context: Context, rows: pd.DataFrame) -> pd.DataFrame:
    """The rows of the page of a view; of the first where the list has no such page."""
    start = _start(context, rows)
    return rows.iloc[start : start + MOST_ON_A_PAGE]


def page_links(context: Context, rows: pd.DataFrame) -> list[Component]:
    """Which rows are shown, and the ways to the others; nothing where one page shows all."""
    if len(rows) <= MOST_ON_A_PAGE:
        return []
    t, start = context.t, _start(context, rows)
    last = min(start + MOST_ON_A_PAGE, len(rows))
    said = t("results.pages", first=t.number(start + 1), last=t.number(last), all=t.number(len(rows)))
    pages = range(ceil(len(rows) / MOST_ON_A_PAGE))
    items = [html.Li(_link(context, page, page * MOST_ON_A_PAGE == start)) for page in pages]
    label = t("results.pages.label")
    return [
        html.Nav(
            [html.P(said), html.Ul(items, className="inline-list")], className="years", **aria(label=label)
        )
    ]


def _link(context: Context, page: int, here: bool) -> Component:
    number = str(page + 1)
    href = f"{view_address(context, page=number)}#results-list"
    return html.A(number, href=href, **(aria(current="page") if here else {}))


def _start(context: Context, rows: pd.DataFrame) -> int:
    page = context.view[_PAGE] if _PAGE in context.view.defaults else _FIRST
    start = (int(page) - 1) * MOST_ON_A_PAGE
    return start if start < len(rows) else 0
