"""From result rows to what readers see of them; shared by Results, Map and the profiles."""

import re
from collections.abc import Callable, Collection
from functools import partial

import pandas as pd

from dashboard.analysis.facets import FACETS, facet_counts, memberships
from dashboard.analysis.results import SPOTLIGHT, Filters, select_results
from dashboard.components.links import Link
from dashboard.components.results import ResultGroup, ResultItem
from dashboard.domain.figure_ids import result_id
from dashboard.domain.records import Part, Quantity, Result, ResultPlace
from dashboard.figures.palette import COLOURS
from dashboard.presenters.context import Context
from dashboard.presenters.findings import notes_about
from dashboard.presenters.names import agency_link, axis_link, outcome_link, output_link, place_link
from dashboard.presenters.reader import Reader
from dashboard.presenters.results.found import results_saying
from dashboard.presenters.results.prepared import prepared_results
from dashboard.presenters.sources import in_words, report_source
from dashboard.store import Catalog
from dashboard.store.derived import derived
from dashboard.store.subjects import records_by


@derived(most=64, bare=True)
def chosen_results(catalog: Catalog, filters: Filters) -> pd.DataFrame:
    """The results that pass the filters, as `prepared_results` gives them; never changed."""
    return select_results(prepared_results(catalog), filters, *result_tables(catalog))


def result_tables(
    catalog: Catalog,
) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame, Callable[[str], Collection[str]]]:
    """What the filters read: agencies of the outputs, places of the results, all places, words."""
    return (
        catalog["output_agencies"],
        catalog["result_places"],
        catalog["places"],
        partial(results_saying, catalog),
    )


@derived(bare=True)
def _memberships(catalog: Catalog) -> pd.DataFrame:
    output_agencies, result_places, places, _ = result_tables(catalog)
    return memberships(prepared_results(catalog), output_agencies, result_places, places)


@derived(most=64, bare=True)
def counted_facets(
    catalog: Catalog, filters: Filters, facets: tuple[str, ...] = FACETS
) -> dict[str, dict[str, int]]:
    """How many results each choice would leave, by facet and value, for the facets that are shown."""
    tables = result_tables(catalog)
    return facet_counts(_memberships(catalog), prepared_results(catalog), filters, *tables, facets)


def result_items(reader: Reader, rows: pd.DataFrame) -> list[ResultItem]:
    """The rows of `chosen_results` as readers see them."""
    return [_item(reader, reader.catalog.results[key]) for key in rows["result_id"]]


@derived(bare=True)
def _figures(catalog: Catalog) -> dict[str, list[Quantity]]:
    return records_by(catalog.result_figures, lambda figure: figure.result_id)


@derived(bare=True)
def _places(catalog: Catalog) -> dict[str, list[ResultPlace]]:
    return records_by(catalog.result_places, lambda named: named.result_id)


@derived(bare=True)
def _parts(catalog: Catalog) -> dict[str, list[Part]]:
    return records_by(catalog.output_agencies, lambda part: part.output_id)


def figures_of(catalog: Catalog, result: str) -> list[Quantity]:
    """The quantities of a result."""
    return _figures(catalog).get(result, [])


def places_of(catalog: Catalog, result: str) -> list[str]:
    """The places that a result names."""
    return [named.place_id for named in _places(catalog).get(result, [])]


def agencies_of(catalog: Catalog, output: str, year: int) -> list[str]:
    """The agencies listed under an output in the report of a year."""
    return [part.agency_id for part in _parts(catalog).get(output, []) if part.year == year]


def _item(reader: Reader, result: Result) -> ResultItem:
    t, catalog, key = reader.t, reader.catalog, result.result_id
    repeated = result.duplicate_of
    summary, others = linked_summary(reader, result, figures_of(catalog, key))
    agencies = agencies_of(catalog, result.output_id, result.year)
    return ResultItem(
        id=key,
        summary=summary,
        passport=reader.figure(result_id(key)),
        axis=axis_colour(catalog, axis_of_output(catalog, result.output_id)),
        path=result_path(reader, result.output_id),
        figures=others,
        agencies=[agency_link(reader, agency) for agency in agencies],
        places=[place_link(reader, place) for place in places_of(catalog, key)],
        scope="" if result.scope == "places" else reader.term("scope", result.scope),
        repeats=Link(t("result.repeated"), reader.figure(result_id(repeated))) if repeated else None,
        source=t("source.place", ref=in_words(reader, result.source_ref)),
        notes=[
            note
            for table in ("results", "result_figures")
            for note in notes_about(reader, table, [key], named=False)
        ],
    )


def results_source(context: Context) -> str:
    """The source line of a list of results: the sections of the report that tell those of the year."""
    results = context.catalog["results"]
    of_year = results[results["year"] == int(context.view.year)]
    return report_source(context, ", ".join(sorted(set(of_year["section"]))), context.year)


def axis_colour(catalog: Catalog, axis: str) -> str:
    """The colour token of an axis by its place among the axes, whatever its code.

    That of nothing for Spotlight, and for an axis beyond our colours.
    """
    places = {key: f"axis-{place}" for place, key in enumerate(catalog.axes, 1)}
    token = places.get(axis, "")
    return token if token in COLOURS else "muted"


def result_groups(reader: Reader, rows: pd.DataFrame, shown: bool = True) -> list[ResultGroup]:
    """The rows of `chosen_results` by output, in their order; neighbours of one output make one group.

    Their results are shown at first, or folded where not `shown`.
    """
    groups: list[ResultGroup] = []
    for item in result_items(reader, rows):
        heading = item.path[-1]
        if groups and groups[-1].heading.text == heading.text:
            groups[-1].items.append(item)
        else:
            groups.append(ResultGroup(heading, item.axis, item.agencies, [item], shown))
    return groups


def linked_summary(
    reader: Reader, result: Result, figures: list[Quantity]
) -> tuple[list[str | Link], list[Link]]:
    """The summary with its numbers as links to their passports, and the quantities not found in it."""
    text, key = reader.t.of(result, "summary"), result.result_id
    spans: list[tuple[int, int, Link]] = []
    others: list[Link] = []
    for figure in figures:
        passport = reader.figure(result_id(key, figure.seq))
        free = (
            match
            for match in re.finditer(numeral(figure.value), text)
            if all(match.end() <= start or match.start() >= end for start, end, _ in spans)
        )
        match = next(free, None)
        if match:
            named = Link(match[0], passport, name=_named(match[0], reader, figure))
            spans.append((match.start(), match.end(), named))
        else:
            others.append(Link(figure_text(reader, figure), passport))
    return _cut(text, sorted(spans, key=lambda span: span[0])), others


def _named(numeral: str, reader: Reader, figure: Quantity) -> str:
    """A numeral of a summary with what it counts; as it is written there, for voices say what is seen."""
    text = figure_text(reader, figure)
    return text if numeral in text else f"{numeral} {reader.t.of(figure, 'who')}"


def _cut(text: str, spans: list[tuple[int, int, Link]]) -> list[str | Link]:
    parts: list[str | Link] = []
    position = 0
    for start, end, link in spans:
        parts += [text[position:start], link]
        position = end
    return [part for part in (*parts, text[position:]) if part]


_SPACES = "[ \\u00a0\\u202f]"


def numeral(value: float) -> str:
    """A pattern that finds a number as either language writes it, and not inside a longer one."""
    whole, _, decimals = f"{value:.10f}".rstrip("0").partition(".")
    groups = f"{int(whole):,}".split(",")
    digits = rf"(?:{_SPACES}|[,.])?".join(groups) + (rf"[.,]{decimals}" if decimals else "")
    return rf"(?<![\d.,])(?<!\d{_SPACES}){digits}(?![.,]?\d)(?!{_SPACES}\d{{3}})"


def result_path(reader: Reader, output: str) -> list[Link]:
    """Axis, outcome and output of a result; of one without an output, Spotlight."""
    axis = axis_link(reader, axis_of_output(reader.catalog, output))
    if not output:
        return [axis]
    return [
        axis,
        outcome_link(reader, reader.catalog.outputs[output].outcome_id),
        output_link(reader, output),
    ]


def axis_of_output(catalog: Catalog, output: str) -> str:
    """The axis of an output; Spotlight where a result has none."""
    return catalog.outcomes[catalog.outputs[output].outcome_id].axis_id if output else SPOTLIGHT


def figure_text(reader: Reader, figure: Quantity) -> str:
    """A quantity in words: `plus de 2 000 personnes (femmes membres des groupements)`."""
    return f"{figure_value(reader, figure)} {reader.t.of(figure, 'who')}"


def figure_value(reader: Reader, figure: Quantity) -> str:
    """A quantity without what is counted: `plus de 2 000`, `48 %`, `57 450 000 FCFA`."""
    t = reader.t
    value = t.number(figure.value)
    if figure.unit == "percent":
        value = t.percent(figure.value)
    elif figure.unit not in ("people", "items", "households"):
        value = f"{value} {reader.term('unit', figure.unit)}"
    return reader.qualified(value, figure.qualifier)
