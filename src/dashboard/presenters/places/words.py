"""What is said around the map: its heading, its finding, its legend, and what it can't show."""

from itertools import pairwise

from dash import html
from dash.development.base_component import Component

from dashboard.analysis.places import STATES
from dashboard.components.maps import LegendKey
from dashboard.components.sentences import Piece, figure_link, sentence
from dashboard.domain.figure_ids import count_id
from dashboard.presenters.context import Context
from dashboard.presenters.names import place_name
from dashboard.presenters.places.view import FILTERS, MAP_LEVELS, PlaceCounts, state_words
from dashboard.presenters.reader import Reader

MOST_NAMES = 3
UNPLACED = ("national", "unspecified")


def named_of(reader: Reader, counts: PlaceCounts) -> str:
    """How many of the results name a place at all: what the map can show, and what it can't."""
    named = int((counts.results["scope"] == "places").sum())
    return reader.t("map.named", n=named, all=reader.t.number(len(counts.results)))


def map_finding(context: Context, counts: PlaceCounts) -> list[Piece]:
    """Where most is, and how many places have any; says so when there are none."""
    t, rows = context.t, counts.places
    some = rows[rows["state"] == "some"]
    if some.empty:
        return [t("map.finding.none")]
    most = some[some["value"] == some["value"].max()]
    coverage = t("map.finding.some", n=len(some), all=t.number(len(rows)))
    if len(most) > MOST_NAMES:
        return [coverage]
    rest = [" ", coverage] if len(some) < len(rows) else []
    value: Piece = t(f"map.value.{counts.measure}", n=float(most["value"].iloc[0]))
    if len(most) == 1:  # several places share a value, but no passport
        value = figure_link(str(value), passport(context, counts.measure, str(most["place_id"].iloc[0])))
    names = t.listing([place_name(context, str(place)) for place in most["place_id"]])
    said = sentence(t.template("map.finding.most", len(most)), names=names, value=value)
    return [*said, *rest]


def class_names(reader: Reader, bounds: list[float]) -> list[str]:
    """The classes in words: `1`, `2 à 4`, `5 et plus`."""
    t = reader.t
    names = [
        t.number(low, 0)
        if next_low - low == 1
        else t("map.class.range", low=t.number(low, 0), high=t.number(next_low - 1, 0))
        for low, next_low in pairwise(bounds)
    ]
    return [*names, t("map.class.open", low=t.number(bounds[-1], 0))] if bounds else []


def legend_names(reader: Reader, counts: PlaceCounts) -> dict[str, str]:
    """The classes and the states in words, by the key of `PlaceCounts.places`."""
    values, bounds = counts.places["value"], counts.bounds
    # The classes come from all results: under a filter the lowest also holds what is less than it began with.
    if bounds and values.between(0, bounds[0], inclusive="neither").any():
        bounds = [1, *bounds[1:]]
    names = {f"k{number}": name for number, name in enumerate(class_names(reader, bounds), start=1)}
    is_cercle = counts.level == MAP_LEVELS[-1]
    return names | {state: state_words(reader, counts.measure, state, is_cercle) for state in STATES[1:]}


def swatch_of(key: str) -> str:
    """CSS classes of the swatch of a class or state."""
    return f"is-some {key}" if key.startswith("k") else f"is-{key}"


def legend_of(context: Context, counts: PlaceCounts) -> list[LegendKey]:
    """The classes, then the states that occur, each with its number of places."""
    kept, number = context.view["keys"], counts.places["key"].value_counts()
    return [
        LegendKey(
            name=name,
            count=int(number.get(key, 0)),
            mark=swatch_of(key),
            href=f"{context.link('map')}?{context.view.query(keys='' if kept == key else key)}",
            choose=f"keys={'' if kept == key else key}",
            on=kept == key,
        )
        for key, name in legend_names(context, counts).items()
        if key in number.index or key.startswith("k") or kept == key
    ]


def asked_filters(context: Context) -> dict[str, str]:
    """The filters that are on, by name."""
    offered = [name for name in FILTERS if name in context.view.defaults]
    return {name: context.view[name] for name in offered if context.view[name]}


def below_map(context: Context, counts: PlaceCounts) -> list[Component]:
    """Results that name no place, how counting works, the disclaimer and the division of the country."""
    t = context.t
    return [
        _unplaced(context, counts),
        html.P(t(f"map.counting.{counts.measure}")),
        html.P(t("map.disclaimer"), className="disclaimer"),
        html.P(t.of(context.catalog.package["country"], "division")),
        html.P(credit_line(context), className="credit"),
    ]


def _unplaced(context: Context, counts: PlaceCounts) -> Component:
    """How many results name no place, each number opening their list."""
    t, results, asked = context.t, counts.results, asked_filters(context)
    by_scope = {scope: int((results["scope"] == scope).sum()) for scope in UNPLACED}
    if not any(by_scope.values()):
        return html.P(t("map.unplaced.all"), className="unplaced")
    words = t("map.unplaced", n=sum(by_scope.values()), all=t.number(len(results)))
    links: list[Component | str] = []
    for scope, number in by_scope.items():
        link = html.A(
            t(f"map.unplaced.{scope}", n=number), href=context.link("results", scope=scope, **asked)
        )
        links += [", " if links else " ", link] if number else []
    return html.P([words, *links, "."], className="unplaced")


def credit_line(reader: Reader) -> str:
    """The credit line of what is drawn; pictures to take away carry it too."""
    card = reader.catalog.maps.card
    if not card:
        return reader.t("map.outlines")
    source = reader.catalog.rows("sources").get(card.get("source_id", ""), {})
    told = ", ".join(filter(None, (card[key] for key in ("title", "publisher", "date"))))
    file = reader.t.of(source, "attribution") or told
    licence = card["licence"] or reader.t("map.borders.unknown")
    return reader.t("map.borders.source", file=file, licence=licence)


def passport(context: Context, measure: str, place: str) -> str:
    """The address of the passport of a place's count under the filters of the view."""
    year = context.view["year"]
    other_year = {"year": year} if year != str(context.catalog.year) else {}
    return context.figure(count_id(measure, place=place, **other_year, **asked_filters(context)))
