"""What the report announces for later: its priorities, by domain."""

from collections.abc import Iterable

from dash import html
from dash.development.base_component import Component

from dashboard.components.cards import section
from dashboard.components.islands import data
from dashboard.presenters.context import Context
from dashboard.presenters.reader import Reader
from dashboard.presenters.sources import in_words
from dashboard.store.catalog import Row, records


def announced(context: Context) -> list[Row]:
    """The priorities that come after the report year of the view, those of no axis among them."""
    frame = context.catalog["priorities"]
    return records(frame[frame["year"] > int(context.view.year)])


def years_covered(reader: Reader) -> Component:
    """Which report years there are, and what the newest announces for the next."""
    t, catalog = reader.t, reader.catalog
    said = t("years.covered", n=len(catalog.years), years=t.listing([str(year) for year in catalog.years]))
    later = catalog["priorities"].query("year > @catalog.year")
    if later.empty:
        return html.P(said, className="source")
    text = t("priorities.count", n=len(later), year=int(later["year"].min()))
    link = html.A(text, href=f"{reader.link('results')}#results-priorities")
    return html.P([said, " · ", link], className="source")


def priority_list(reader: Reader, rows: Iterable[Row]) -> Component:
    """Priorities one below the other, each with its place in the report."""
    t = reader.t
    items = []
    for row in rows:
        place = t("source.place", ref=in_words(reader, row["source_ref"]))
        items.append(html.Li([t.of(row, "text"), " ", html.Span(place, className="source")]))
    return html.Ul(items)


def priorities_section(context: Context) -> list[Component]:
    """All of them under their domains, folded; nothing where none is announced."""
    rows, t = announced(context), context.t
    if not rows:
        return []
    domains = dict.fromkeys(t.of(row, "domain") for row in rows)
    parts: list[Component] = []
    for domain in domains:
        own = [row for row in rows if t.of(row, "domain") == domain]
        parts += [html.H3(domain), priority_list(context, own)]
    summary = html.Summary(t("priorities.count", n=len(rows), year=min(row["year"] for row in rows)))
    folded = html.Details([summary, *parts], className="fold", **data(paper="open"))
    return [section(t("priorities.title"), "results-priorities", [folded])]
