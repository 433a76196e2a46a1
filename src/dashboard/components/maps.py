"""The parts around a map: its card, the legend that filters, the panel of a place, places found by name."""

from collections.abc import Callable
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from dashboard.components.cards import Card, card_foot, card_head, card_tools, section
from dashboard.components.findings import remarks
from dashboard.components.islands import Chart, Fragment, aria, data
from dashboard.components.links import Link
from dashboard.components.markup import Raw
from dashboard.components.results import ResultItem, result_list
from dashboard.components.tables import data_table
from dashboard.domain.maps import WIDTH
from dashboard.i18n import Translator


@dataclass(frozen=True)
class LegendKey:
    """An entry of the legend.

    Attributes:
        name: what the colour means.
        count: number of places that look so.
        mark: CSS classes of the swatch: the state and class of the places.
        href: address of the view that keeps only these, or, when it is on, all again.
        choose: the same as form values.
        on: whether the legend keeps only these now.
    """

    name: str
    count: int
    mark: str
    href: str
    choose: str
    on: bool


@dataclass(frozen=True)
class PlacePanel:
    """What the report says of a place.

    Attributes:
        id: place_id.
        name: its name.
        kind: its level and what it lies in.
        facts: its counts in words, each leading to its passport.
        none: what is said of a place that no result names; empty for others.
        groups: (axis, results) pairs.
        wide: results that name the whole region, apart.
        wide_title: heading of those; empty for a region.
        profile: address of the profile.
        close: address of the view without the place.
    """

    id: str
    name: str
    kind: str
    facts: list[Link]
    none: str
    groups: list[tuple[str, list[ResultItem]]]
    wide: list[ResultItem]
    wide_title: str
    profile: Link
    close: Link


@dataclass(frozen=True)
class MapParts:
    """What stands around the numbers of a map card.

    Attributes:
        picture: the map as SVG text.
        legend: what its colours mean.
        years: the years that it can show, where it shows one of several.
        panel: what is said of the chosen place.
        index: every place with its value.
        below: what must be read with the picture.
        chart: the interactive map, fetched only when a reader opens it.
    """

    picture: str
    legend: list[LegendKey]
    years: list[Component]
    panel: Component
    index: Component
    below: list[Component]
    chart: Chart | None = None


def map_card(card: Card, parts: MapParts, t: Translator) -> Component:
    """Heading, finding, legend, picture with the panel beside it, lists, table twin, notes, source, tools."""
    table = Fragment(id=f"{card.id}-table", children=data_table(card.rows, card.columns, card.heading))
    return section(
        card_head(card),
        card.id,
        [
            Fragment(id=f"{card.id}-finding", children=html.P(card.said), live=True, className="finding"),
            html.Div(
                [
                    Fragment(id=f"{card.id}-legend", children=_legend_list(parts.legend, t)),
                    Fragment(id=f"{card.id}-years", children=parts.years),
                    _frame(card, parts, t),
                ],
                className="map-side",
            ),
            Fragment(id=f"{card.id}-panel", children=parts.panel, className="map-panel"),
            Fragment(id=f"{card.id}-index", children=parts.index, className="map-index"),
            Fragment(id=f"{card.id}-below", children=parts.below, className="map-below"),
            *([_interactive(parts.chart, parts.legend, t)] if parts.chart is not None else []),
            html.Details([html.Summary(t("card.table")), table], className="twin"),
            Fragment(id=f"{card.id}-notes", children=remarks(card.notes, t), className="notes"),
            card_foot(card.id, card.source, card_tools(card, t)),
        ],
        "card map-card",
    )


def _frame(card: Card, parts: MapParts, t: Translator) -> Component:
    """The picture in a frame that scrolls sideways once it is enlarged; the page itself is never caught."""
    zoom = [
        html.Button(
            sign,
            type="button",
            className="tool zoom needs-script",
            **data(zoom=step),
            **aria(label=t(f"map.zoom.{name}")),
        )
        for sign, step, name in (("+", "1", "in"), ("−", "-1", "out"))
    ]
    return html.Div(
        [
            html.Div(zoom, className="map-zoom"),
            html.Div(
                Fragment(id=f"{card.id}-picture", children=Raw(parts.picture)),
                className="map-frame",
                tabIndex=0,
                role="group",
                **aria(label=t("map.frame")),
            ),
        ],
        className="map-box",
    )


def _interactive(chart: Chart, legend: list[LegendKey], t: Translator) -> Component:
    """The map to zoom and move, with what its colours and strokes mean right above it.

    Its box has the shape of the picture, whatever its width; the height of the chart is in the same units.
    """
    keys = plain_legend([(key.mark, key.name) for key in legend], t)
    shape = {"aspect-ratio": f"{WIDTH} / {chart.height}", "--ratio": f"{WIDTH / chart.height:.3f}"}
    stage = html.Div(chart, className="map-stage", style=shape)
    return html.Details(
        [html.Summary(t("map.interactive")), Fragment(id=f"{chart.id}-legend", children=keys), stage],
        className="map-interactive needs-script",
    )


def plain_legend(keys: list[tuple[str, str]], t: Translator) -> Component:
    """What the swatches, given by their CSS classes, mean; nothing to choose."""
    return html.Ul(
        [html.Li([html.Span(className=f"swatch {mark}"), html.Span(name)]) for mark, name in keys],
        className="map-legend is-plain",
        **aria(label=t("map.legend.plain")),
    )


def _legend_list(keys: list[LegendKey], t: Translator) -> Component:
    """The legend; each entry keeps only its places when it is chosen, and all again when it is on."""
    return html.Ul(
        [html.Li(_legend_key(key, t)) for key in keys], className="map-legend", **aria(label=t("map.legend"))
    )


def _legend_key(key: LegendKey, t: Translator) -> Component:
    return html.A(
        [
            html.Span(className=f"swatch {key.mark}"),
            html.Span(key.name),
            _count(key.count, t),
        ],
        href=key.href,
        className="on" if key.on else None,
        **aria(current="true") if key.on else {},
        **data(set=key.choose),
    )


def _count(number: int, t: Translator) -> Component:
    """The number of places: in words for those who listen, a bare number for the eye."""
    words = html.Span(t("map.legend.count", n=number))
    return html.Span([words, " ", html.Span(t.number(number), **aria(hidden="true"))], className="count")


def place_panel(panel: PlacePanel, t: Translator) -> Component:
    """The results of a place beside the map; on a phone a sheet from below."""
    heading_id = "map-panel-heading"
    return html.Section(
        [
            html.A(panel.close.text, href=panel.close.href, className="close", **data(set="place=")),
            html.H3(panel.name, id=heading_id, tabIndex=-1, **data(place=panel.id)),
            html.P(panel.kind, className="subtitle"),
            fact_line(panel.facts),
            *([html.P(panel.none, className="empty")] if panel.none else []),
            html.P(html.A(panel.profile.text, href=panel.profile.href)),
            *results_by_axis(panel.groups, t),
            *wide_results(panel.wide_title, panel.wide, t),
        ],
        className="place-panel",
        **aria(labelledby=heading_id),
    )


def fact_line(facts: list[Link]) -> Component:
    """Counts in words, side by side."""
    return html.Ul(
        [
            html.Li(html.A(fact.text, href=fact.href, className="figure") if fact.href else fact.text)
            for fact in facts
        ],
        className="place-facts",
    )


_Heading = Callable[..., Component]


def results_by_axis(
    groups: list[tuple[str, list[ResultItem]]], t: Translator, heading: _Heading = html.H4
) -> list[Component]:
    """Results under the name of their axis, with their number."""
    shown: list[Component] = []
    for name, items in groups:
        title = t("map.group", name=name, number=t.number(len(items)))
        shown += [heading(title), result_list(items, t)]
    return shown


def wide_results(
    title: str, items: list[ResultItem], t: Translator, heading: _Heading = html.H4
) -> list[Component]:
    """The results that name the whole region, visibly apart from the place's own."""
    if not title or not items:
        return []
    return [html.Div([heading(title), result_list(items, t)], className="region-wide")]
