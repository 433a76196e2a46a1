"""Who gives money or works along: the donors and partners that the report names."""

from dash import html
from dash.development.base_component import Component

from dashboard.components.cards import section
from dashboard.components.islands import data
from dashboard.presenters.reader import Reader
from dashboard.presenters.sources import in_words
from dashboard.store.catalog import Row, records


def partners_section(reader: Reader) -> list[Component]:
    """The partners by kind, folded, each with its place in the report; nothing where none is named."""
    rows, t = records(reader.catalog["partners"]), reader.t
    if not rows:
        return []
    kinds = [kind for kind in reader.catalog.terms("partner_kind") if any(r["kind"] == kind for r in rows)]
    parts: list[Component] = []
    for kind in kinds:
        own = [_partner(reader, row) for row in rows if row["kind"] == kind]
        parts += [html.H3(f"{reader.term('partner_kind', kind)} ({len(own)})"), html.Ul(own)]
    summary = html.Summary(t("partners.count", n=len(rows)))
    folded = html.Details([summary, *parts], className="fold", **data(paper="open"))
    return [section(t("partners.title"), "funding-partners", [html.P(t("partners.said")), folded])]


def _partner(reader: Reader, row: Row) -> Component:
    place = reader.t("source.place", ref=in_words(reader, row["source_ref"]))
    return html.Li([reader.t.of(row), " ", html.Span(place, className="source")])
