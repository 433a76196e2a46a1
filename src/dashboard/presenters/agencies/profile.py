"""What an agency's profile says of its outputs: how they are told, and with whom it shares them."""

from dash import html
from dash.development.base_component import Component

from dashboard.analysis.agencies import outputs_of_agencies
from dashboard.components.controls import compare_form
from dashboard.components.facets import Option, facet_options
from dashboard.components.links import link_to
from dashboard.components.sentences import sentence
from dashboard.domain.text import folded
from dashboard.presenters.context import Context
from dashboard.presenters.names import agency_link
from dashboard.presenters.reader import Reader
from dashboard.store.catalog import Row, records
from dashboard.store.codes import spellings

SIDE_BY_SIDE = "a"
"""The choice of the pages that set things side by side."""


def listed_rows(context: Context) -> list[Row]:
    """The lines of the report that list the page's agency, in the order of the outputs."""
    listed = context.catalog["output_agencies"]
    own = listed[(listed["agency_id"] == context.key) & (listed["year"] == int(context.view.year))]
    lines = {str(row["output_id"]): row for row in records(own)}
    return [lines[output] for output in context.catalog.outputs if output in lines]


def how_listed(context: Context, lines: list[Row]) -> list[Component]:
    """What the report adds to its name: another agency that it is named with, or services of its own."""
    notes: dict[str, list[str]] = {}
    for row in lines:
        if row["detail"]:
            notes.setdefault(str(row["detail"]), []).append(str(row["output_id"]))
    return [_detail(context, detail, outputs) for detail, outputs in notes.items()]


def _detail(context: Context, detail: str, outputs: list[str]) -> Component:
    t, other = context.t, spellings(context.catalog, "agencies").get(folded(detail))
    under = t.listing(outputs)
    if other is None:
        return html.P(t("agency.detail", names=detail, outputs=under), className="subtitle")
    link = agency_link(context, other)
    return html.P(sentence(t("agency.named_with"), name=link_to(link), outputs=under), className="subtitle")


def shared_with(context: Context) -> list[Component]:
    """The agencies that the report lists under the same outputs, most outputs first; each opens the two."""
    outputs = outputs_of_agencies(context.catalog["output_agencies"], int(context.view.year))
    own = outputs.get(context.key, set())
    common = {other: len(own & theirs) for other, theirs in outputs.items() if other != context.key}
    ranked = sorted((other for other in common if common[other]), key=lambda other: -common[other])
    if not ranked:
        return []
    options = [_meeting(context, other, common[other]) for other in ranked]
    return [
        html.P(context.t("agency.shared.said"), className="subtitle"),
        html.Div(facet_options(options, ""), className="places-columns"),
    ]


def _meeting(context: Context, other: str, outputs: int) -> Option:
    link = agency_link(context, other)
    return Option(
        id=f"agency-with-{other}",
        text=link.text,
        count=context.t("count.outputs", n=outputs),
        href=context.link("agencies", a=f"{context.key},{other}"),
        title=link.title,
    )


def compare_agency(context: Context) -> Component:
    """A list of the other agencies, which sets one beside that of the page."""
    t = context.t
    others = sorted(
        (agency_link(context, key).text, key) for key in _listed_agencies(context) if key != context.key
    )
    return compare_form(
        context.link("agencies"),
        [(SIDE_BY_SIDE, context.key)],
        SIDE_BY_SIDE,
        t("compare.with"),
        [(key, name) for name, key in others],
        t("compare.go"),
    )


def _listed_agencies(context: Context) -> list[str]:
    return list(outputs_of_agencies(context.catalog["output_agencies"], int(context.view.year)))


def every_agency(reader: Reader) -> Component:
    """All agencies, by name."""
    links = [agency_link(reader, key) for key in reader.catalog.agencies]
    named = sorted(links, key=lambda link: link.text)
    return html.Ul([html.Li(link_to(link)) for link in named], className="inline-list")
