"""Profile of an agency: money, outputs, results, places, and what to know."""

from functools import partial

from dash import html
from dash.development.base_component import Component

from dashboard.analysis.results import Filters
from dashboard.components.cards import section
from dashboard.components.links import link_to
from dashboard.components.sentences import sentence
from dashboard.domain.view import Choice
from dashboard.pages import Cards, Page
from dashboard.presenters.context import Context
from dashboard.presenters.findings import notes_about
from dashboard.presenters.money.profile import money_section, rates_card
from dashboard.presenters.names import agency_link
from dashboard.presenters.reader import Reader
from dashboard.presenters.results.items import chosen_results
from dashboard.presenters.results.profile import count_link, output_lines, places_list
from dashboard.presenters.years import report_year, year_links
from dashboard.store import Catalog


def _exists(catalog: Catalog, key: str) -> bool:
    """Whether the data knows the agency."""
    return key in catalog.rows("agencies")


def _choices(catalog: Catalog) -> tuple[Choice, ...]:
    """The report year."""
    return (report_year(catalog),)


def _title(context: Context) -> tuple[str, str]:
    t, row = context.t, context.catalog.row("agencies", context.key)
    name, acronym = t.of(row), t.of(row, "acronym")
    heading = name if name == acronym else f"{name} ({acronym})"
    return heading, t("agency.description", year=context.view["year"])


def _cards(context: Context) -> Cards:
    return {f"{context.page}-rates": partial(rates_card, context, context.page)}


def _layout(context: Context) -> list[Component]:
    t, year = context.t, int(context.view["year"])
    rows = chosen_results(context.catalog, Filters(year, agency=context.key))
    content = [
        html.H1(_title(context)[0]),
        html.P(_who(context), className="lead"),
        *year_links(context),
        section(t("profile.money"), "agency-money", money_section(context, "agency")),
        section(t("profile.outputs"), "agency-outputs", _outputs(context, len(rows))),
        section(t("profile.places"), "agency-places", [places_list(context, agency=context.key)]),
        *_known(context),
        section(t("agency.all"), "agency-all", [_others(context)]),
    ]
    return [html.Div(content, className="brief")]


def _who(context: Context) -> str:
    """The kind of entity and its other names."""
    t, row = context.t, context.catalog.row("agencies", context.key)
    kind = context.term("agency_kind", row["kind"])
    own = (t.of(row), t.of(row, "acronym"))
    aliases = [alias for alias in str(row["aliases"]).split(";") if alias and alias not in own]
    return " ".join([f"{kind}.", *([t("agency.aliases", names=", ".join(aliases))] if aliases else [])])


def _outputs(context: Context, n: int) -> list[Component]:
    """The outputs under which the report lists the agency, said to be just that."""
    t, catalog, year = context.t, context.catalog, int(context.view["year"])
    listed = catalog["output_agencies"]
    own = set(listed.loc[(listed["agency_id"] == context.key) & (listed["year"] == year), "output_id"])
    if not own:
        return [html.P(t("agency.no_output"))]
    outputs = [output for output in catalog.rows("outputs") if output in own]
    rows = chosen_results(catalog, Filters(year, agency=context.key))
    said = sentence(
        t("agency.outputs"),
        outputs=t("count.outputs", n=len(outputs)),
        results=count_link(context, n, agency=context.key),
    )
    details = listed[
        (listed["agency_id"] == context.key) & (listed["year"] == year) & (listed["detail"] != "")
    ]
    named = "; ".join(f"{row['output_id']} {row['detail']}" for row in details.to_dict("records"))
    return [
        html.P(said),
        html.P(html.A(t("profile.list"), href=context.link("results", agency=context.key)), className="way"),
        *([html.P(t("agency.detail", names=named), className="subtitle")] if named else []),
        output_lines(context, outputs, rows, agencies=False),
    ]


def _known(context: Context) -> list[Component]:
    notes = notes_about(context, "agencies", [context.key], named=False, year=int(context.view["year"]))
    return [section(context.t("profile.known"), "agency-known", notes)] if notes else []


def _others(reader: Reader) -> Component:
    links = [agency_link(reader, agency) for agency in reader.catalog.rows("agencies")]
    items = [html.Li(link_to(link)) for link in sorted(links, key=lambda link: link.text)]
    return html.Ul(items, className="inline-list")


PAGE = Page(
    "agency",
    title=_title,
    layout=_layout,
    choices=_choices,
    cards=_cards,
    exists=_exists,
)
