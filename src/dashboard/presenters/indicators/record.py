"""The public record beside the report: what may be compared, where series break, on what terms."""

from collections.abc import Sequence

import pandas as pd
from dash import html
from dash.development.base_component import Component

from dashboard.analysis.trends import breaks_of
from dashboard.components.sentences import sentence
from dashboard.presenters.context import Context
from dashboard.presenters.indicators.values import REFERENCE, own_kind
from dashboard.presenters.reader import Reader
from dashboard.store.catalog import Row, records


def shown_breaks(reader: Reader, points: pd.DataFrame) -> pd.DataFrame:
    """The breaks that lie between two values of a series that is shown, in order of time."""
    found = []
    for series, rows in points[points["role"] != "target"].groupby("series", sort=False):
        own = breaks_of(reader.catalog["breaks"], str(rows["indicator_id"].iloc[0]), str(series))
        found.append(own[(own["year"] > rows["year"].min()) & (own["year"] <= rows["year"].max())])
    shown = pd.concat(found) if found else reader.catalog["breaks"].iloc[:0]
    return shown.sort_values("year", kind="stable", ignore_index=True)


def break_list(reader: Reader, points: pd.DataFrame) -> list[Component]:
    """The breaks that the chart marks, each with its number there and its reason; nothing for none."""
    t = reader.t
    reasons = [reason for _, reason in break_reasons(reader, points)] if len(points) > 1 else []
    if not reasons:
        return []
    if len(reasons) > 1:
        reasons = [f"{n}. {reason}" for n, reason in enumerate(reasons, 1)]
    listed = html.Ul([html.Li(reason) for reason in reasons])
    summary = html.Summary(t("trends.breaks", n=len(reasons)))
    return [html.Details([summary, listed], className="twin breaks", open=True)]


def break_reasons(reader: Reader, points: pd.DataFrame) -> list[tuple[str, str]]:
    """The year of each break that the chart marks, and the year with its reason."""
    rows = records(shown_breaks(reader, points))
    return [(str(row["year"]), _dated_reason(reader, row)) for row in rows]


def _dated_reason(reader: Reader, row: Row) -> str:
    t, series = reader.t, reader.catalog.terms("series")
    return t("trend.pair", name=f"{row['year']}, {t.of(series[row['series']])}", text=t.of(row, "reason"))


def remarks_of(context: Context, indicator: str, sexes: Sequence[str], beside_of: str) -> list[str]:
    """What must be read before the chart: why it stands where it does, what it lacks, how series relate."""
    t, catalog = context.t, context.catalog
    remarks = []
    if beside_of:
        pairs = comparisons_of(context, beside_of, "beside")
        reasons = records(pairs[pairs["reference_indicator_id"] == indicator])
        name = t.of(catalog.indicators[beside_of])
        remarks += [t("trends.beside_of", name=name, reason=t.of(row, "reason")) for row in reasons]
    elif own_kind(catalog, indicator) == REFERENCE:
        remarks.append(t("trends.record_only"))
    wanted = context.view.sex
    if wanted not in ("all", *sexes):
        remarks.append(t("trends.no_such_sex", sex=context.term("sex", wanted).lower()))
    if context.view.reference == "on" and not beside_of:
        same = comparisons_of(context, indicator, "same")
        remarks += [t.of(row, "reason") for row in records(same)]
        if same.empty and own_kind(catalog, indicator) != REFERENCE:
            remarks.append(t("trends.no_record"))
    return remarks


def comparisons_of(reader: Reader, indicator: str, how: str) -> pd.DataFrame:
    """What the public record has for an indicator: the `same` measure, or one to read `beside` it."""
    rows = reader.catalog["comparisons"]
    return rows[(rows["indicator_id"] == indicator) & (rows["how"] == how)]


def beside_list(context: Context, indicator: str) -> list[Component]:
    """The series of other definition that may be read beside, each with its reason and a way to add it."""
    t, catalog = context.t, context.catalog
    rows = records(comparisons_of(context, indicator, "beside"))
    if context.view.reference != "on" or not rows:
        return []
    items = []
    for row in rows:
        other = str(row["reference_indicator_id"])
        href = context.link("trends", indicator=f"{indicator},{other}", reference="on")
        name = t.of(catalog.indicators[other])
        items.append(
            html.Li(sentence(t("trend.pair"), name=html.A(name, href=href), text=t.of(row, "reason")))
        )
    return [html.Details([html.Summary(t("trends.beside", n=len(rows))), html.Ul(items)], className="twin")]


def source_lines(reader: Reader, rows: pd.DataFrame) -> list[str]:
    """Attribution, edition and licence of each public source that is shown."""
    t, catalog = reader.t, reader.catalog
    used = dict.fromkeys(rows.loc[rows["role"] == REFERENCE, "source_id"])
    return [
        t(
            "trends.source",
            attribution=t.of(catalog.sources[str(key)], "attribution"),
            vintage=t.of(catalog.sources[str(key)], "vintage").rstrip("."),
            licence=t.of(catalog.sources[str(key)], "licence"),
        )
        for key in used
    ]
