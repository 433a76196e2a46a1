"""Which agencies are cited under which outputs, and where two or three of them meet."""

from dataclasses import dataclass

import pandas as pd
from dash import html
from dash.development.base_component import Component

from dashboard.analysis.agencies import common_and_own, outputs_of_agencies
from dashboard.analysis.results import Filters
from dashboard.components.links import link_to
from dashboard.components.sentences import sentence
from dashboard.domain.matrix import Matrix, MatrixColumn, MatrixGroup, MatrixRow
from dashboard.presenters.context import Context
from dashboard.presenters.names import agency_link, axis_link, output_link
from dashboard.presenters.reader import Reader
from dashboard.presenters.results.items import axis_colour, chosen_results
from dashboard.store import Catalog
from dashboard.store.derived import derived

MOST_AGENCIES = 3
"""How many agencies can be set side by side."""


@dataclass(frozen=True)
class Overlap:
    """What a view of the matrix is about.

    Attributes:
        outputs: of each agency, most outputs first.
        chosen: the agencies set side by side, three at most.
        common: outputs that all of them have.
        own: outputs that only one of them has, by agency.
        counts: results by output.
        here: outputs with a result in the chosen region; None where none is chosen.
    """

    outputs: dict[str, set[str]]
    chosen: tuple[str, ...]
    common: set[str]
    own: dict[str, set[str]]
    counts: dict[str, int]
    here: set[str] | None

    def results(self, outputs: set[str]) -> int:
        """How many results these outputs have."""
        return sum(self.counts.get(output, 0) for output in outputs)


def overlap_of(context: Context) -> Overlap:
    """The matrix of the view: its `a` (agencies) and its `region`; made once for all parts of a page."""
    view = context.view
    return _overlap(context.catalog, int(view.year), view.items("a"), view.region)


@derived(most=64, bare=True)
def _overlap(catalog: Catalog, year: int, asked: tuple[str, ...], region: str) -> Overlap:
    outputs = outputs_of_agencies(catalog["output_agencies"], year)
    chosen = tuple(agency for agency in asked if agency in outputs)[:MOST_AGENCIES]
    common, own = common_and_own(outputs, chosen)
    here = set(chosen_results(catalog, Filters(year, place=region))["output_id"]) if region else None
    counts = chosen_results(catalog, Filters(year))["output_id"].value_counts()
    return Overlap(outputs, chosen, common, own, {str(key): int(n) for key, n in counts.items()}, here)


def overlap_headline(reader: Reader, overlap: Overlap) -> str:
    """The finding of the view: what the chosen agencies share, or who is cited most."""
    t = reader.t
    names = t.listing([agency_link(reader, agency).text for agency in overlap.chosen])
    if len(overlap.chosen) > 1:
        union = set.union(*(overlap.outputs[agency] for agency in overlap.chosen))
        shared = t("count.outputs", n=len(overlap.common))
        results = t("count.results", n=overlap.results(overlap.common))
        return t("agencies.finding.shared", names=names, outputs=shared, of=len(union), results=results)
    if overlap.chosen:
        own = overlap.outputs[overlap.chosen[0]]
        outputs, results = t("count.outputs", n=len(own)), t("count.results", n=overlap.results(own))
        return t("agencies.finding.one", name=names, outputs=outputs, results=results)
    if not overlap.outputs:
        return t("agencies.finding.none")
    first = [agency_link(reader, agency).text for agency in list(overlap.outputs)[:2]]
    whole = len({output for own in overlap.outputs.values() for output in own})
    return t("agencies.finding.all", agencies=len(overlap.outputs), outputs=whole, first=t.listing(first))


def matrix_of(context: Context, overlap: Overlap) -> Matrix:
    """Agencies by outputs, outputs grouped by axis; what the chosen share stands out."""
    t, catalog = context.t, context.catalog
    columns = [(axis, output) for axis in catalog.axes for output in _outputs_of(context, axis)]
    return Matrix(
        who=t("agency.one"),
        total=t("agencies.outputs"),
        foot=t("agencies.results"),
        groups=tuple(_group(context, axis, columns) for axis in catalog.axes),
        columns=tuple(_column(context, overlap, axis, output) for axis, output in columns),
        rows=tuple(
            _row(context, agency, own, [output for _, output in columns], agency in overlap.chosen)
            for agency, own in overlap.outputs.items()
        ),
    )


def _group(reader: Reader, axis: str, columns: list[tuple[str, str]]) -> MatrixGroup:
    link = axis_link(reader, axis)
    colour, own = axis_colour(reader.catalog, axis), sum(own == axis for own, _ in columns)
    return MatrixGroup(link.text, link.href, colour, own)


def _column(reader: Reader, overlap: Overlap, axis: str, output: str) -> MatrixColumn:
    dim = overlap.here is not None and output not in overlap.here
    shared = len(overlap.chosen) > 1 and output in overlap.common
    return MatrixColumn(
        code=output.removeprefix(f"{axis}."),
        title=output_link(reader, output).text,
        colour=axis_colour(reader.catalog, axis),
        count=str(overlap.counts.get(output, 0)),
        state="dim" if dim else "shared" if shared else "",
    )


def _row(reader: Reader, agency: str, own: set[str], outputs: list[str], chosen: bool) -> MatrixRow:
    link = agency_link(reader, agency)
    dots = tuple(output in own for output in outputs)
    return MatrixRow(link.text, link.href, link.title, dots, str(sum(dots)), chosen, agency)


def outputs_with_agencies(reader: Reader, overlap: Overlap) -> list[Component]:
    """The matrix as a list for narrow screens: each output with its agencies, those chosen in bold."""
    found: list[Component] = []
    for axis in reader.catalog.axes:
        items = [_cited(reader, overlap, output) for output in _outputs_of(reader, axis)]
        colour = {"--key": f"var(--{axis_colour(reader.catalog, axis)})"}
        heading = html.H2(link_to(axis_link(reader, axis)), style=colour)
        found += [heading, html.Ul(items, className="together")]
    return found


def _cited(reader: Reader, overlap: Overlap, output: str) -> Component:
    cited = [agency for agency, own in overlap.outputs.items() if output in own]
    names: list[Component | str] = []
    for agency in cited:
        link = link_to(agency_link(reader, agency))
        name = html.Span(link, className="chosen") if agency in overlap.chosen else link
        names += [", ", name] if names else [name]
    return html.Li([html.Div(link_to(output_link(reader, output))), html.Div(names)])


def _outputs_of(reader: Reader, axis: str) -> list[str]:
    """The outputs of an axis, in the order of their table."""
    outcomes = reader.catalog.outcomes
    outputs = reader.catalog.outputs.items()
    return [output for output, row in outputs if outcomes[row.outcome_id].axis_id == axis]


def together(context: Context, overlap: Overlap) -> list[Component]:
    """What the chosen agencies share, output by output with its results, and what each has alone."""
    t = context.t
    if not overlap.chosen:
        return [html.P(t("agencies.choose"), className="subtitle")]
    lists = [output_list(context, sorted(overlap.common))]
    if len(overlap.chosen) == 1:
        return [html.H2(t("agencies.own")), *lists]
    alone = [_alone(context, agency, own) for agency, own in overlap.own.items()]
    nothing = [html.P(t("agencies.nothing"))] if not overlap.common else []
    return [html.H2(t("agencies.together")), *nothing, *lists, *alone]


def _alone(context: Context, agency: str, own: set[str]) -> Component:
    """An agency's outputs without the others, folded under their number."""
    t = context.t
    outputs, name = t("count.outputs", n=len(own)), html.Strong(agency_link(context, agency).text)
    said = sentence(t("agencies.alone"), name=name, outputs=outputs)
    if not own:
        return html.P(said)
    return html.Details([html.Summary(said), output_list(context, sorted(own))])


def output_list(context: Context, outputs: list[str]) -> Component:
    """Outputs in the colours of their axes, each leading to its results with their number."""
    counts = chosen_results(context.catalog, Filters(int(context.view.year)))["output_id"].value_counts()
    return html.Ul(
        [_with_count(context, output, int(counts.get(output, 0))) for output in outputs], className="together"
    )


def _with_count(reader: Reader, output: str, results: int) -> Component:
    catalog = reader.catalog
    axis = catalog.outcomes[catalog.outputs[output].outcome_id].axis_id
    count = html.Span(reader.t("count.results", n=results), className="count-of")
    style = {"--key": f"var(--{axis_colour(reader.catalog, axis)})"}
    return html.Li([link_to(output_link(reader, output)), count], style=style)


def shared_results(context: Context, overlap: Overlap) -> pd.DataFrame:
    """The results of the outputs that all chosen agencies have; none for fewer than two agencies."""
    rows = chosen_results(context.catalog, Filters(int(context.view.year)))
    common = overlap.common if len(overlap.chosen) > 1 else set()
    return rows[rows["output_id"].isin(common)]
