"""Lists of what can be taken away: files, tables with their columns, sources, acronyms."""

from dataclasses import dataclass

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component

from dashboard.components.islands import aria
from dashboard.components.links import Link
from dashboard.i18n import Translator


@dataclass(frozen=True)
class File:
    """A file to download: its name in words, what it holds, its size in words, its address."""

    name: str
    content: str
    size: str
    href: str


@dataclass(frozen=True)
class ColumnEntry:
    """A column in the dictionary: heading, technical name, type in words, meaning."""

    title: str
    name: str
    kind: str
    meaning: str


@dataclass(frozen=True)
class TableEntry:
    """A table in the dictionary.

    Attributes:
        id: its technical name.
        title: its name in words.
        size: number of rows, in words.
        description: what a row is.
        files: its files.
        columns: its columns.
    """

    id: str
    title: str
    size: str
    description: str
    files: list[Link]
    columns: list[ColumnEntry]


@dataclass(frozen=True)
class SourceEntry:
    """A source: its title, and (name, text) facts: publisher, edition, licence, attribution."""

    id: str
    title: Link
    facts: list[tuple[str, str]]


def file_list(files: list[File]) -> Component:
    """Files with what they hold and how large they are."""
    items = [
        html.Li(
            [html.A(f.name, href=f.href, download="", className="button"), html.Span(f"{f.content} {f.size}")]
        )
        for f in files
    ]
    return html.Ul(items, className="file-list")


def table_dictionary(tables: list[TableEntry], t: Translator) -> Component:
    """Every table folded to a line: its files, and its columns on tap."""
    return html.Div([_table(table, t) for table in tables], className="dictionary")


def _table(table: TableEntry, t: Translator) -> Component:
    heads = [html.Th(t(f"dictionary.{key}"), scope="col") for key in ("column", "name", "type", "meaning")]
    rows = [
        html.Tr(
            [html.Th(c.title, scope="row"), html.Td(html.Code(c.name)), html.Td(c.kind), html.Td(c.meaning)]
        )
        for c in table.columns
    ]
    columns = dbc.Table([html.Caption(table.title), html.Thead(html.Tr(heads)), html.Tbody(rows)])
    files = [html.A(link.text, href=link.href, title=link.title, className="tool") for link in table.files]
    return html.Details(
        [
            html.Summary([html.Strong(table.title), f" · {table.size}"]),
            html.P(table.description),
            html.Div(files, className="tools"),
            html.Div(columns, className="table-frame", tabIndex=0),
        ],
        id=f"table-{table.id}",
    )


def source_list(sources: list[SourceEntry]) -> Component:
    """Sources with publisher, edition, licence and the line that names them."""
    items = [
        html.Li(
            [
                html.H3(
                    html.A(s.title.text, href=s.title.href, rel="external") if s.title.href else s.title.text
                ),
                html.Dl(
                    [html.Div([html.Dt(name), html.Dd(text)]) for name, text in s.facts if text],
                    className="facts",
                ),
            ],
            id=f"source-{s.id}",
        )
        for s in sources
    ]
    return html.Ul(items, className="source-list")


def word_list(words: list[tuple[str, str, str]], name: str) -> Component:
    """Words with their meaning, folded under a name: (anchor, word, meaning)."""
    meanings = html.Dl(
        [html.Div([html.Dt(word), html.Dd(meaning)], id=anchor) for anchor, word, meaning in words],
        className="word-list",
    )
    return html.Details([html.Summary(name), meanings], className="fold")


def contents(links: list[tuple[str, str]], label: str) -> Component:
    """Links to the parts of a page: (anchor, text)."""
    items = [html.Li(html.A(text, href=f"#{anchor}")) for anchor, text in links]
    return html.Nav(html.Ul(items), className="contents", **aria(label=label))
