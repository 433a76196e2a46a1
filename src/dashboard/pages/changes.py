"""What changed in the data each time that they were published: a reader who quoted a figure finds it here."""

from collections.abc import Sequence

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component

from dashboard.components.islands import aria
from dashboard.components.links import Link, link_to
from dashboard.pages import Page
from dashboard.presenters.changes import ChangeLine, ChangeList, change_lists, feed_address
from dashboard.presenters.context import Context
from dashboard.presenters.reader import Reader

_OPEN = 20
"""A kind with more lines than this is folded."""


def _title(reader: Reader) -> tuple[str, str]:
    return reader.t("changes.title"), reader.t("changes.description")


def _layout(context: Context) -> list[Component]:
    t = context.t
    lists = change_lists(context)
    return [
        html.H1(t("changes.title")),
        html.P(t("changes.description"), className="lead"),
        html.P(t("passport.version.data", version=context.catalog.version), className="source"),
        html.P(html.A(t("changes.feed"), href=feed_address(context))),
        *([] if lists else [html.P(t("changes.none"))]),
        *(_publication(context, one) for one in lists),
    ]


def _publication(reader: Reader, changed: ChangeList) -> Component:
    t = reader.t
    heading = t("changes.heading", day=changed.day)
    versions = t("changes.versions", before=changed.before, after=changed.after)
    parts = [_kind(reader, kind, lines) for kind, lines in changed.kinds.items()]
    return html.Section(
        [html.H2(heading), html.P(versions, className="source"), *parts],
        id=f"v-{changed.after}",
        className="data-part",
    )


def _kind(reader: Reader, kind: str, lines: Sequence[ChangeLine]) -> Component:
    title = reader.t(f"changes.{kind}", n=len(lines))
    whole = kind in ("added", "gone")
    heads = ["table", "what"] if whole else ["table", "what", "column", "before", "after"]
    head = html.Tr([html.Th(reader.t(f"changes.head.{name}"), scope="col") for name in heads])
    rows = [_row(reader, line, whole) for line in lines]
    table = dbc.Table([html.Caption(title), html.Thead(head), html.Tbody(rows)])
    framed = html.Div(table, className="table-frame", tabIndex=0, role="group", **aria(label=title))
    return html.Details([html.Summary(title), framed], open=len(lines) <= _OPEN, className="twin")


def _row(reader: Reader, line: ChangeLine, whole: bool) -> Component:
    what = link_to(line.what) if isinstance(line.what, Link) else line.what
    cells = [html.Td(line.table), html.Th(what, scope="row")]
    if not whole:
        empty = reader.t("changes.empty")
        broken = [html.Br(), html.Small(reader.t("changes.broken"))] if line.broken else []
        cells += [
            html.Td(line.column),
            html.Td(line.before or empty),
            html.Td([line.after or empty, *broken]),
        ]
    return html.Tr(cells)


PAGE = Page("changes", title=_title, layout=_layout)
