"""What each slide says of an agency that a meeting has marked."""

from itertools import combinations
from urllib.parse import urlencode

from dashboard.analysis.agencies import common_and_own, outputs_of_agencies
from dashboard.analysis.results import Filters
from dashboard.i18n import LANGUAGES
from dashboard.presenters.context import Context
from dashboard.presenters.meeting.deck import SlideRef
from dashboard.presenters.money.board import cell_text
from dashboard.presenters.money.rows import rows_of
from dashboard.presenters.names import agency_link
from dashboard.presenters.places.view import count_places
from dashboard.presenters.reader import Reader, speech
from dashboard.presenters.results.items import chosen_results
from dashboard.store import Catalog
from dashboard.store.catalog import records
from dashboard.store.derived import derived

MOST_MARKED = 3
"""Agencies that a room compares at once."""
_MARKED_BY = ("hi", "a")
"""Choices of pages that mark agencies: those of a board, those set side by side."""


def marks_query(marks: tuple[str, ...]) -> str:
    """What marks agencies on whatever page can; a page ignores what it has no choice for."""
    return urlencode({name: ",".join(marks[:MOST_MARKED]) for name in _MARKED_BY if marks}, safe=",")


def marked_lines(context: Context, ref: SlideRef) -> dict[str, str]:
    """A line for each agency, by its key, and for some slides one for two of them (`pam unicef`)."""
    page = ref.card.partition("-")[0]
    if page == "funding" and context.view.by == "axis":
        return _axes(context)
    if page == "funding" or ref.card == "meeting-year":
        return _money(context)
    if page == "agencies":
        return _cited(context)
    if page == "map":
        return _placed(context)
    if page in ("meeting", "trends"):
        return {agency: context.t("meeting.marked.indicators") for agency in marked_agencies(context)}
    return {}


def marked_agencies(reader: Reader) -> list[str]:
    """The agencies that can be marked, by their acronyms."""
    agencies = reader.catalog.agencies
    return sorted(agencies, key=lambda agency: _name(reader, agency).casefold())


def _name(reader: Reader, agency: str) -> str:
    return agency_link(reader, agency).text


def _outputs(context: Context) -> dict[str, set[str]]:
    return outputs_of_agencies(context.catalog["output_agencies"], context.year)


def _money(context: Context) -> dict[str, str]:
    """Budget, and what of it was mobilised and spent; or that the report's table has no row."""
    t = context.t
    rows = {str(row["agency_id"]): row for row in records(rows_of(context, "agency"))}
    lines = {}
    for agency in marked_agencies(context):
        row, name = rows.get(agency), _name(context, agency)
        lines[agency] = t("meeting.marked.no_money", name=name)
        if row:
            lines[agency] = t(
                "meeting.marked.money",
                name=name,
                budget=t.scaled(row["budget_usd"]),
                mobilised=cell_text(context, row, "mobilised_pct"),
                spent=cell_text(context, row, "spent_pct"),
            )
    return lines


def _axes(context: Context) -> dict[str, str]:
    """Under how many outputs of each axis an agency is cited."""
    t, catalog = context.t, context.catalog
    outcomes, outputs = catalog.outcomes, catalog.outputs
    lines = {}
    for agency, own in _outputs(context).items():
        axes = [outcomes[outputs[output].outcome_id].axis_id for output in own]
        parts = [
            t("trend.pair", name=t("axis.number", number=axis), text=t.number(axes.count(axis)))
            for axis in catalog.axes
        ]
        lines[agency] = t(
            "meeting.marked.axes", name=_name(context, agency),
            outputs=t("count.outputs", n=len(own)), axes=", ".join(parts),
        )  # fmt: skip
    return lines


def _cited(context: Context) -> dict[str, str]:
    """Under how many outputs one agency is cited, under how many two of them together."""
    t, outputs = context.t, _outputs(context)
    per_output = chosen_results(context.catalog, Filters(context.year))["output_id"].value_counts()

    def said(key: str, found: set[str], **facts: object) -> str:
        results = t("count.results", n=sum(int(per_output.get(output, 0)) for output in found))
        return t(key, outputs=t("count.outputs", n=len(found)), results=results, **facts)  # type: ignore[arg-type]

    lines = {
        agency: said("agencies.finding.one", own, name=_name(context, agency))
        for agency, own in outputs.items()
    }
    for pair in combinations(sorted(outputs), 2):
        common, _ = common_and_own(outputs, pair)
        names = t.listing([_name(context, agency) for agency in pair])
        union = len(outputs[pair[0]] | outputs[pair[1]])
        lines[" ".join(pair)] = said("agencies.finding.shared", common, names=names, of=union)
    return lines


def _placed(context: Context) -> dict[str, str]:
    """How many places are named by results of the outputs under which an agency is cited."""
    t, level = context.t, context.view.level
    places = places_of_agencies(context.catalog, context.year, level)
    return {
        agency: t(f"meeting.marked.{context.role(level)}", n=len(places[agency]), name=_name(context, agency))
        for agency in _outputs(context)
    }


@derived(bare=True)
def places_of_agencies(catalog: Catalog, year: int, level: str) -> dict[str, list[str]]:
    """The places of a level that results under each agency's outputs name, by agency."""
    reader = Reader(catalog, speech(catalog, LANGUAGES[0]))
    found = {}
    for agency in catalog.agencies:
        places = count_places(reader, Filters(year, agency=agency), level, "results").places
        found[agency] = [str(key) for key in places.loc[places["state"] == "some", "place_id"]]
    return found
