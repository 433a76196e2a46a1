"""Data and method: files to take away, how the numbers were read, what the report gets wrong."""

from dash import html
from dash.development.base_component import Component

from dashboard.components.islands import data
from dashboard.components.library import contents, file_list, source_list, table_dictionary, word_list
from dashboard.components.prose import headings, prose_block
from dashboard.components.sentences import sentence
from dashboard.domain.view import Choice
from dashboard.pages import Page
from dashboard.presenters.context import Context
from dashboard.presenters.finding_list import finding_choices, findings_block, findings_form
from dashboard.presenters.package import API, acronyms, files, sources, tables
from dashboard.presenters.reader import Reader, prose_of
from dashboard.presenters.results.priorities import years_covered
from dashboard.store import Catalog

METHOD = "method"
"""The text that stands on this page; the others have pages of their own."""


def _choices(catalog: Catalog) -> tuple[Choice, ...]:
    """The filters of the findings."""
    return finding_choices(catalog)


def _title(reader: Reader) -> tuple[str, str]:
    return reader.t("data.title"), reader.t("data.description")


def _layout(context: Context) -> list[Component]:
    t = context.t
    method = prose_of(context.catalog, t.language)[METHOD].body
    parts = [
        ("downloads", t("data.downloads"), _downloads(context)),
        ("findings", t("data.findings"), _findings(context)),
        ("report-error", t("data.report"), _report(context)),
        ("sources", t("data.sources"), [source_list(sources(context))]),
        ("dictionary", t("data.dictionary"), _dictionary(context)),
        ("glossary", t("data.glossary"), [_glossary(context)]),
        ("texts", t("data.texts"), [_texts(context)]),
    ]
    first, *rest = [(anchor, heading) for anchor, heading, _ in parts]
    sections = [
        html.Section([html.H2(heading), *content], id=anchor, className="data-part")
        for anchor, heading, content in parts
    ]
    return [
        html.H1(t("data.title")),
        html.P(t("data.description"), className="lead"),
        years_covered(context),
        contents([first, *((end, text) for text, end in headings(method)), *rest], t("data.contents")),
        sections[0],
        prose_block(method, lambda page: context.link(page)),
        *sections[1:],
    ]


def _downloads(reader: Reader) -> list[Component]:
    t = reader.t
    api = html.A("OpenAPI 3.1", href=f"{API}/openapi.json")
    return [
        file_list(files(reader)),
        html.P([t("data.tables"), " ", html.A(t("data.dictionary"), href="#dictionary"), "."]),
        html.P([t("data.cards")]),
        html.P(
            [
                html.A(t("file.corrigendum"), href=reader.link("corrigendum")),
                ". ",
                t("file.corrigendum.content"),
            ]
        ),
        html.P([t("data.api"), " ", api, "."]),
        html.P(
            [
                t("passport.version.data", version=reader.catalog.version),
                " ",
                html.A(t("changes.title"), href=reader.link("changes")),
            ],
            className="source",
        ),
    ]


def _findings(context: Context) -> list[Component]:
    return [
        html.P(context.t("findings.intro")),
        findings_form(context, "data-choices"),
        findings_block(context, "data-findings"),
    ]


def _report(reader: Reader) -> list[Component]:
    """How to report an error; the operator's contact only where one was set."""
    t, contact = reader.t, reader.catalog.contact
    shown = html.A(contact, href=f"mailto:{contact}") if "@" in contact else contact
    text = html.P(html.A(t("passage.whole"), href=reader.link("report")))
    return [
        html.P(t("data.report.text")),
        *([text] if reader.catalog.texts else []),
        *([html.P([t("data.report.contact"), " ", shown])] if contact else []),
    ]


def _dictionary(reader: Reader) -> list[Component]:
    """Every table; on paper, where columns and acronyms stay folded, the address where they are read."""
    t = reader.t
    page = reader.catalog.public_address + reader.link("data")
    where = sentence(t("data.paper"), address=html.Span(page, **data(address="true")))
    return [html.P(where, className="on-paper"), table_dictionary(tables(reader), t)]


def _glossary(reader: Reader) -> Component:
    words = acronyms(reader)
    return word_list(words, reader.t("glossary.all", n=len(words)))


def _texts(reader: Reader) -> Component:
    links = [
        html.Li(
            sentence(
                reader.t("trend.pair"),
                name=html.A(text.title, href=reader.link("text", text.name)),
                text=text.description,
            )
        )
        for text in prose_of(reader.catalog, reader.t.language).values()
        if text.name != METHOD
    ]
    return html.Ul(links)


PAGE = Page(
    "data",
    title=_title,
    layout=_layout,
    choices=_choices,
    in_menu=True,
    assets=("data.css",),
)
