"""Results as rows of a table and of a file."""

from typing import Any

import pandas as pd

from dashboard.analysis.people import people_of
from dashboard.components.links import Link, links_in_line
from dashboard.components.tables import Column
from dashboard.domain.figure_ids import result_id
from dashboard.domain.records import Result
from dashboard.presenters.names import agency_link, place_link
from dashboard.presenters.reader import Reader
from dashboard.presenters.results.items import (
    agencies_of,
    figure_text,
    figure_value,
    figures_of,
    places_of,
    result_path,
)
from dashboard.presenters.sources import in_words
from dashboard.store import Catalog
from dashboard.store.derived import derived

COLUMNS_SHOWN = ("output", "summary", "headline_text", "place_links", "agency_links", "source")
"""What of the file fits on a screen."""


def result_rows(reader: Reader, rows: pd.DataFrame) -> pd.DataFrame:
    """The rows of `chosen_results` with the columns of `result_columns`, one row per result."""
    return pd.DataFrame(
        [_told(reader, reader.catalog.results[key]) for key in rows["result_id"]],
        columns=FIELDS,
        dtype=object,
    )


def _told(reader: Reader, result: Result) -> tuple[Any, ...]:
    t, catalog, key = reader.t, reader.catalog, result.result_id
    path, figures, places = (
        result_path(reader, result.output_id),
        figures_of(catalog, key),
        places_of(catalog, key),
    )
    head = next((figure for figure in figures if figure.headline), None)
    named = [place_link(reader, place) for place in places]
    cited = agencies_of(catalog, result.output_id, result.year)
    agencies = [agency_link(reader, agency) for agency in cited]
    scope = reader.term("scope", result.scope)
    return (
        key,
        reader.figure(result_id(key)),
        path[0].text,
        path[-1].text,
        path[-1].href,
        t.of(result, "summary"),
        head.value if head else float("nan"),
        reader.term("unit", head.unit) if head else "",
        reader.term("qualifier", head.qualifier) if head else "",
        float("nan") if result.duplicate_of else _people(catalog).get(key, float("nan")),
        figure_value(reader, head) if head else "",
        reader.figure(result_id(key, head.seq)) if head else "",
        " ; ".join(figure_text(reader, figure) for figure in figures),
        _names(named) or scope,
        links_in_line(named) or scope,
        " ".join(places),
        reader.term("beneficiary", result.beneficiary),
        _names(agencies),
        links_in_line(agencies),
        in_words(reader, result.source_ref),
        result.year,
    )


@derived(bare=True)
def _people(catalog: Catalog) -> dict[str, float]:
    """The people that each result counts; what repeats another result counts them a second time."""
    return {str(key): float(value) for key, value in people_of(catalog["result_figures"]).items()}


def _names(links: list[Link]) -> str:
    return ", ".join(link.text for link in links)


FIELDS = [
    "id", "passport", "axis", "output", "output_link", "summary", "headline", "unit", "qualifier",
    "people", "headline_text", "headline_figure", "figures", "places", "place_links", "codes", "beneficiary",
    "agencies", "agency_links", "source", "year",
]  # fmt: skip


def result_columns(reader: Reader) -> list[Column]:
    """The columns of the file; `COLUMNS_SHOWN` names those of the table."""
    t = reader.t
    return [
        Column("id", t("result.id"), hxl="#activity+code"),
        Column("year", t("year.label"), hxl="#date+year"),
        Column("axis", t("filter.axis"), hxl="#sector+axis"),
        Column("output", t("filter.output"), link="output_link", hxl="#sector+output"),
        Column("summary", t("result.summary"), hxl="#activity+description"),
        Column(
            "headline_text",
            t("result.headline"),
            True,
            "headline",
            figure="headline_figure",
            hxl="#indicator+value+num",
        ),
        Column("qualifier", t("download.qualifier"), hxl="#meta+qualifier", fact="qualifier"),
        Column("unit", t("result.unit"), hxl="#meta+unit", fact="unit"),
        Column(
            "people",
            t("map.measure.people"),
            True,
            hxl="#reached+num",
            unit=reader.term("unit", "people"),
            computed=True,
        ),
        Column("figures", t("result.figures"), hxl="#indicator+text"),
        Column("place_links", t("result.places"), raw="places", hxl="#loc+name"),
        Column("codes", t("result.codes"), hxl="#loc+code"),
        Column("beneficiary", t("filter.beneficiary"), hxl="#beneficiary+type"),
        Column("agency_links", t("result.agencies"), raw="agencies", hxl="#org+name"),
        Column("source", t("result.source"), link="passport", hxl="#meta+reference"),
    ]
