"""The panel of one indicator: its chart, what can be said of it, its numbers and where they come from."""

from collections.abc import Sequence

import pandas as pd

from dashboard.analysis.trends import CHANGE_KINDS
from dashboard.components.cards import Card
from dashboard.components.panels import Panel
from dashboard.components.sentences import plain
from dashboard.components.tables import Column
from dashboard.domain.figure import Figure
from dashboard.domain.figure_ids import observation_id
from dashboard.domain.measured import Indicator
from dashboard.domain.picture import Box, Drawing, Key
from dashboard.figures.picture_slopes import slopes_drawing
from dashboard.figures.slopes import slope_chart
from dashboard.figures.still import still
from dashboard.presenters.context import Context
from dashboard.presenters.findings import findings_about, remarks_about
from dashboard.presenters.guard import built_or, notice_card
from dashboard.presenters.indicators.messages import message
from dashboard.presenters.indicators.observations import row_unit, source_ref
from dashboard.presenters.indicators.record import (
    beside_list,
    break_list,
    break_reasons,
    remarks_of,
    shown_breaks,
    source_lines,
)
from dashboard.presenters.indicators.scales import span_of
from dashboard.presenters.indicators.told import paces_of, rules_of, said_of
from dashboard.presenters.indicators.values import (
    REFERENCE,
    own_kind,
    points_of,
    sexes_shown,
    values_of,
)
from dashboard.presenters.indicators.words import (
    dated,
    printed_change,
    sex_word,
    tick_texts,
)
from dashboard.presenters.reader import Reader
from dashboard.presenters.sources import cited, in_words, place_of, told_by_reports

LEGEND_SHAPES = {"female": "dot", "male": "diamond", "total": "bar"}


def guarded_panel(
    context: Context, indicator: str, beside_of: str = "", together: Sequence[str] = ()
) -> Panel:
    """The panel of an indicator; a notice in its place when it fails, so that the others live."""

    def notice() -> Panel:
        card = notice_card(context, f"trends-{indicator}", chart=False)
        return Panel(card=card, said=[card.said], rules=[], definition="")

    name = f"panel of {indicator}"
    return built_or(context, lambda: indicator_panel(context, indicator, beside_of, together), notice, name)


def indicator_panel(
    context: Context, indicator: str, beside_of: str = "", together: Sequence[str] = ()
) -> Panel:
    """The panel of an indicator in this view.

    Args:
        context: of the page; its view says the sex and whether the public record is shown.
        indicator: what is shown.
        beside_of: the indicator beside which it is shown, to say why it is not drawn into that one's panel.
        together: all indicators of the view, whose shares in percent have one scale.
    """
    t, catalog = context.t, context.catalog
    about = catalog.indicators[indicator]
    sexes = sexes_shown(catalog, indicator, context.view.sex)
    points = points_of(context, indicator, sexes, context.view.reference == "on")
    rows = _rows(context, indicator, sexes, points)
    said, paces = said_of(context, indicator, sexes), paces_of(context, indicator, sexes)
    card_id, short = f"trends-{indicator}", message(context, indicator, sexes)
    span = span_of(context, indicator, together)
    figure = _figure(context, about, points, span)
    card = Card(
        id=card_id,
        heading=t.of(about),
        subtitle=_subtitle(context, about, rows),
        said=[" ".join(plain(pieces) for pieces in (*said, *paces))],
        figure=figure,
        picture=still(figure) if figure else "",
        rows=rows.assign(**_texts(context, rows)),
        columns=_columns(context),
        source=told_by_reports(context, _refs(rows)),
        csv=context.csv(card_id),
        legend=_legend(context, points),
        notes=remarks_about(context, "indicators", [indicator], named=False),
        findings=findings_about(context, "indicators", [indicator]),
        drawing=_drawing(context, about, points, span) if figure else None,
        image=context.image(card_id) if figure else "",
        brief=short or " ".join(map(plain, said)),
        cited=source_lines(context, rows),
    )
    return Panel(
        card=card,
        said=said,
        rules=rules_of(context, indicator, sexes),
        paces=paces,
        message=short,
        definition=" ".join(filter(None, (t.of(about, "definition"), t.of(about, "kind_note")))),
        remarks=remarks_of(context, indicator, sexes, beside_of),
        sources=card.cited,
        breaks=break_list(context, points),
        more=beside_list(context, indicator),
    )


def _rows(reader: Reader, indicator: str, sexes: Sequence[str], points: pd.DataFrame) -> pd.DataFrame:
    """The lines of the table: the marks of the chart, and the printed changes, which have none."""
    shown = pd.concat([points, _printed_changes(reader, indicator, sexes)], ignore_index=True)
    return shown.sort_values(["role", "sex", "series", "moment"], kind="stable", ignore_index=True)


_Span = tuple[float, float] | None


def _figure(reader: Reader, about: Indicator, points: pd.DataFrame, span: _Span) -> Figure | None:
    """The chart; none for a value that stands alone."""
    if len(points) < 2:
        return None
    breaks = shown_breaks(reader, points)["year"]
    return slope_chart(points, breaks, lambda ticks: tick_texts(reader.t, about, ticks), span=span)


def _drawing(reader: Reader, about: Indicator, points: pd.DataFrame, span: _Span) -> Drawing:
    """The same chart for a picture."""

    def draw(box: Box) -> str:
        breaks = shown_breaks(reader, points)
        return slopes_drawing(
            points,
            breaks["year"],
            lambda ticks: tick_texts(reader.t, about, ticks),
            _legend(reader, points),
            break_reasons(reader, points),
            span,
        )(box)

    return draw


def _printed_changes(reader: Reader, indicator: str, sexes: Sequence[str]) -> pd.DataFrame:
    t, catalog = reader.t, reader.catalog
    own = values_of(catalog, indicator, own_kind(catalog, indicator))
    rows = own[own["kind"].isin(CHANGE_KINDS) & own["sex"].isin(sexes)]
    told = [catalog.observations[key] for key in rows["observation_id"]]
    return rows.assign(
        role="value",
        moment=rows["year"] + 0.5,
        when=[dated(t, row) for row in told],
        text=[printed_change(t, row) for row in told],
        link=[reader.figure(observation_id(key)) for key in rows["observation_id"]],
    )


def _texts(reader: Reader, rows: pd.DataFrame) -> dict[str, list[str]]:
    catalog = reader.catalog
    told = [catalog.observations[key] for key in rows["observation_id"]]
    places = [place_of(reader, row.source_id, source_ref(row)) for row in told]
    return {
        "said_unit": [row_unit(reader, row) for row in told],
        "said_qualifier": [reader.term("qualifier", row.qualifier) for row in told],
        "said_source": [cited(place) for place in places],
        "said_licence": [place.licence for place in places],
        "sex_text": [sex_word(reader, catalog.indicators[row.indicator_id], row.sex) for row in told],
        "kind_text": [reader.term("observation_kind", row.kind) for row in told],
        "place_text": [
            in_words(reader, ref) if role != REFERENCE else ref
            for ref, role in zip(rows["source_ref"].astype(str), rows["role"], strict=True)
        ],
        "series_text": [reader.term("series", row.series) for row in told],
    }


def _columns(reader: Reader) -> list[Column]:
    t = reader.t
    return [
        Column("when", t("trends.column.when"), hxl="#meta+period"),
        Column("period_start", t("download.from"), hxl="#date+start", filed=True),
        Column("period_end", t("download.to"), hxl="#date+end", filed=True),
        Column("text", t("trends.column.value"), True, "value", figure="link", hxl="#indicator+value+num"),
        Column("kind_text", t("trends.column.kind"), hxl="#meta+kind", fact="kind"),
        Column("sex_text", t("trends.column.sex"), hxl="#meta+sex"),
        Column("series_text", t("trends.column.series"), hxl="#meta+series"),
        Column("place_text", t("trends.column.place"), raw="source_ref", hxl="#meta+reference"),
    ]


def _subtitle(reader: Reader, about: Indicator, rows: pd.DataFrame) -> str:
    t = reader.t
    unit = reader.term("indicator_unit", about.unit)
    first, last = int(rows["year"].min()), int(rows["year"].max())
    years = str(first) if first == last else f"{first}\u2013{last}"
    return t("trends.subtitle", unit=unit, years=years)


def _legend(reader: Reader, points: pd.DataFrame) -> list[Key]:
    t = reader.t
    values, record = points[points["role"] == "value"], points[points["role"] == "reference"]
    alone = values.empty and len(set(record["sex"])) > 1
    keys = [
        Key(sex_word(reader, _about(reader, points), sex), "reference" if alone else sex, LEGEND_SHAPES[sex])
        for sex in LEGEND_SHAPES
        if sex in set((record if alone else values)["sex"])
    ]
    if "target" in set(points["role"]):
        keys.append(Key(t("trends.target"), "total", "ring"))
    for modelled, rows in record.groupby("modelled", sort=True):
        series = ", ".join(dict.fromkeys(reader.term("series", s) for s in rows["series"]))
        said, shape = ("trends.modelled", "small-ring") if modelled else ("trends.record", "small")
        keys.append(Key(t(said, series=series), "reference", shape))
    if len(shown_breaks(reader, points)):
        keys.append(Key(t("trends.break"), "muted", "upright"))
    return keys


def _about(reader: Reader, points: pd.DataFrame) -> Indicator:
    return reader.catalog.indicators[str(points["indicator_id"].iloc[0])]


def _refs(rows: pd.DataFrame) -> list[tuple[str, str]]:
    """Where the reports print the values: (source_id, ref)."""
    printed = rows[rows["role"] != REFERENCE]
    return list(zip(printed["source_id"], printed["source_ref"].astype(str), strict=True))
