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
    shown = _rows(lines) if kind in ("added", "gone") else _cells(reader, title, lines)
    return html.Details([html.Summary(title), shown], open=len(lines) <= _OPEN, className="twin")


def _rows(lines: Sequence[ChangeLine]) -> Component:
    return html.Ul(
        [html.Li([_what(line), html.Small(f" {line.table}", className="source")]) for line in lines]
    )


def _cells(reader: Reader, title: str, lines: Sequence[ChangeLine]) -> Component:
    heads = [reader.t(f"changes.head.{name}") for name in ("what", "before", "after")]
    head = html.Tr([html.Th(name, scope="col") for name in heads])
    caption = html.Caption(title, className="visually-hidden")
    table = dbc.Table([caption, html.Thead(head), html.Tbody([_cell(reader, line) for line in lines])])
    return html.Div(table, className="table-frame changes", tabIndex=0, role="group", **aria(label=title))


def _cell(reader: Reader, line: ChangeLine) -> Component:
    where = html.Div(f"{line.table} · {line.column}", className="source")
    empty = reader.t("changes.empty")
    broken = [html.Div(reader.t("changes.broken"), className="source")] if line.broken else []
    return html.Tr(
        [
            html.Th([_what(line), where], scope="row"),
            html.Td(line.before or empty),
            html.Td([line.after or empty, *broken]),
        ]
    )


def _what(line: ChangeLine) -> Component | str:
    return link_to(line.what) if isinstance(line.what, Link) else line.what


PAGE = Page("changes", title=_title, layout=_layout, assets=("data.css",))
