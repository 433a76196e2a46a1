"""What is said around the map: its heading, its finding, its legend, and what it can't show."""

from collections.abc import Mapping
from itertools import pairwise

from dash import html
from dash.development.base_component import Component

from dashboard.analysis.need import IN_CRISIS, NEED_MEASURES, SHARE
from dashboard.analysis.places import STATES
from dashboard.components.maps import LegendKey
from dashboard.components.sentences import Piece, figure_link, sentence
from dashboard.domain.figure_ids import count_id
from dashboard.presenters.context import Context
from dashboard.presenters.names import place_name
from dashboard.presenters.places.need import (
    apart_rows,
    country_key,
    need_of,
    need_passport_address,
    need_words,
    season_words,
    year_note,
)
from dashboard.presenters.places.view import FILTERS, PlaceCounts, state_words, value_words
from dashboard.presenters.reader import Reader
from dashboard.store.catalog import records

MOST_NAMES = 3
UNPLACED = ("national", "unspecified")


def headline_of(reader: Reader, counts: PlaceCounts) -> list[Piece]:
    """How many of the results name a place at all: what the map can show, and what it can't; or the need."""
    if counts.season:
        return need_headline(reader, counts)
    named = int((counts.results["scope"] == "places").sum())
    return [reader.t("map.named", n=named, all=reader.t.number(len(counts.results)))]


def need_headline(reader: Reader, counts: PlaceCounts) -> list[Piece]:
    """The people of the whole country in phases 3 to 5, or their share."""
    country, column = country_key(reader.catalog), NEED_MEASURES[counts.measure]
    row = need_of(reader.catalog, country, counts.season)
    number = need_words(reader, counts.measure, float(row[column])) if row else ""
    address = need_passport_address(reader, country, counts.season, column)
    template = reader.t.template(f"need.headline.{counts.measure}")
    months = season_words(reader, counts.season)
    return sentence(template, value=figure_link(number, address), months=months)


def map_finding(context: Context, counts: PlaceCounts, in_short: bool = False) -> list[Piece]:
    """Where most is, and, but in short, how many places have any; says so when there are none."""
    t, rows = context.t, counts.places
    some = rows[rows["state"] == "some"]
    if some.empty:
        return [t("map.finding.none")]
    most = some[some["value"] == some["value"].max()]
    known = "need.finding.some" if counts.season else "map.finding.some"
    coverage = t(known, n=len(some), all=t.number(len(rows)))
    if len(most) > MOST_NAMES:
        return [coverage]
    rest = [" ", coverage] if len(some) < len(rows) and not in_short else []
    value: Piece = value_words(context, counts.measure, records(most)[0])
    if len(most) == 1:  # several places share a value, but no passport
        value = figure_link(str(value), figure_address(context, counts, str(most["place_id"].iloc[0])))
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
    is_cercle = counts.level == reader.catalog.levels[-1]
    states = {state: state_words(reader, counts.measure, state, is_cercle) for state in STATES[1:]}
    if counts.season:
        return {f"k{n}": name for n, name in enumerate(need_classes(reader, counts), start=1)} | states
    # The classes come from all results: under a filter the lowest also holds what is less than it began with.
    if bounds and values.between(0, bounds[0], inclusive="neither").any():
        bounds = [1, *bounds[1:]]
    names = {f"k{number}": name for number, name in enumerate(class_names(reader, bounds), start=1)}
    return names | states


def need_classes(reader: Reader, counts: PlaceCounts) -> list[str]:
    """The classes of need in words: `moins de 10 000`, `10 000 à 19 999`, `50 000 et plus`."""
    t, is_share = reader.t, NEED_MEASURES[counts.measure] == SHARE
    step = 0.1 if is_share else 1

    def said(value: float) -> str:
        return t.percent(round(value, 1)) if is_share else t.number(value, 0)

    first, *rest = counts.bounds
    if not rest:
        return [t("map.class.open", low=said(first))]
    middle = [t("map.class.range", low=said(low), high=said(high - step)) for low, high in pairwise(rest)]
    return [t("need.class.first", high=said(rest[0])), *middle, t("map.class.open", low=said(rest[-1]))]


def swatch_of(key: str) -> str:
    """CSS classes of the swatch of a class or state."""
    return f"is-some {key}" if key.startswith("k") else f"is-{key}"


def legend_of(context: Context, counts: PlaceCounts) -> list[LegendKey]:
    """The classes, then the states that occur, each with its number of places."""
    kept, number = context.view.keys, counts.places["key"].value_counts()
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
    told = _of_need(context, counts) if counts.season else [_unplaced(context, counts)]
    return [
        *told,
        html.P(t(f"map.counting.{counts.measure}")),
        html.P(t("map.disclaimer"), className="disclaimer"),
        html.P(t.of(context.catalog.package["country"], "division")),
        html.P(credit_line(context), className="credit"),
    ]


def _of_need(context: Context, counts: PlaceCounts) -> list[Component]:
    """What the year has noted, and what is told of places apart from the division."""
    t, season = context.t, counts.season
    note = year_note(context, season)
    apart: list[Component] = []
    for row in apart_rows(context.catalog, season):
        place = str(row["place_id"])
        number = t("map.value.people", n=row[IN_CRISIS])
        link = figure_link(number, need_passport_address(context, place, season, IN_CRISIS))
        name = context.catalog.places[place].name_fr
        apart.append(html.P(sentence(t.template("need.apart"), name=name, value=link), className="unplaced"))
    told = [html.P(note, className="unplaced")] if note else []
    return [*told, *apart, html.P(t("need.months", months=season_words(context, season)))]


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
        known = reader.catalog.package["country"]["iso3"] in reader.catalog.maps.paths
        return reader.t("map.outlines" if known else "map.no_outlines")
    source = reader.catalog.sources.get(card.get("source_id", ""))
    told = ", ".join(filter(None, (card[key] for key in ("title", "publisher", "date"))))
    file = (reader.t.of(source, "attribution") if source else "") or told
    licence = card["licence"] or reader.t("map.borders.unknown")
    return reader.t("map.borders.source", file=file, licence=licence)


def figure_address(context: Context, counts: PlaceCounts, place: str) -> str:
    """The address of the passport of what the map shows of a place."""
    if counts.season:
        return need_passport_address(context, place, counts.season, NEED_MEASURES[counts.measure])
    return _count_address(context, counts.measure, place, counts.asked)


def passport(context: Context, measure: str, place: str) -> str:
    """The address of the passport of a place's count under the filters of the view."""
    return _count_address(context, measure, place, asked_filters(context))


def _count_address(context: Context, measure: str, place: str, asked: Mapping[str, str]) -> str:
    year = context.view.year
    other_year = {"year": year} if year != str(context.catalog.year) else {}
    return context.figure(count_id(measure, place=place, **other_year, **asked))
