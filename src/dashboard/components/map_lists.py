"""Lists beside a map: every place with its value, places found by name, what to read first."""

from dataclasses import dataclass, field
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.components.islands import aria, data
from dashboard.components.links import Link, link_to, skippable
from dashboard.components.results import ResultItem, brief_words
from dashboard.i18n import Translator


def found_places(found: list[tuple[Link, str, str]], none: str) -> Component | None:
    """Places found by name: (link, what it is, form values); says so in words when there are none."""
    if not found:
        return html.P(none, className="empty") if none else None
    items = [
        html.Li([html.A(link.text, href=link.href, **_choosing(choose)), " ", html.Span(kind)])
        for link, kind, choose in found
    ]
    return html.Ul(items, className="found-places")


def _choosing(choose: str) -> dict[str, Any]:
    return data(set=choose) if choose else {}


@dataclass(frozen=True)
class PlaceValue:
    """A place in the list beside the map: its name and value, its view, and the places in it."""

    link: Link
    choose: str
    value: str
    state: str
    within: "list[PlaceValue]" = field(default_factory=list)


def place_index(regions: list[PlaceValue], heading: str, t: Translator) -> Component:
    """Every place of the map by name, with its value: what small pictures have no room for."""
    places: list[Component] = [html.Ul([_indexed(region) for region in regions])]
    return html.Section([html.H3(heading), *skippable(places, "places", t)], className="place-index")


def _indexed(place: PlaceValue) -> Component:
    within = [html.Ul([_indexed(part) for part in place.within])] if place.within else []
    name = html.A(place.link.text, href=place.link.href, **_choosing(place.choose))
    return html.Li([name, " ", html.Span(place.value, className=f"value is-{place.state}"), *within])


def largest_results(title: str, items: list[ResultItem], whole: Link) -> Component:
    """The first things to read beside the map: what was done and where, in two lines each."""
    return html.Section(
        [
            html.H3(title),
            html.Ol([_brief(item) for item in items], className="brief-results"),
            html.P(link_to(whole)),
        ],
        className="place-panel is-idle",
    )


def _brief(item: ResultItem) -> Component:
    where = ", ".join(place.text for place in item.places)
    return html.Li([html.P(brief_words(item.summary)), html.P(where, className="subtitle")])


def neediest_places(title: str, places: list[tuple[Link, str, Link, str]]) -> Component:
    """Places with a number each and what the report says of them: (place, form values, number, words)."""
    items = [
        html.Li(
            [
                html.P(
                    [
                        html.A(place.text, href=place.href, **_choosing(choose)),
                        " ",
                        html.A(number.text, href=number.href, className="figure value"),
                    ]
                ),
                html.P(said, className="subtitle"),
            ]
        )
        for place, choose, number, said in places
    ]
    return html.Section(
        [html.H3(title), html.Ol(items, className="brief-results")], className="place-panel is-idle"
    )


@dataclass(frozen=True)
class YearBar:
    """A year of a series of a place.

    Attributes:
        year: its label.
        part: length of the bar, of a hundred; the longest of all years is whole.
        value: the number in words, with its passport.
        more: what is said beside it.
        is_other: whether the year is of another kind than the rest.
        on: whether it is the year that the page is about.
    """

    year: str
    part: float
    value: Link
    more: str
    is_other: bool
    on: bool


def year_bars(bars: list[YearBar], label: str) -> Component:
    """One bar per year, each with its number: read at any width, on paper and without colours."""
    items = [
        html.Li(
            [
                html.Span(bar.year, className="year"),
                html.Span(className="bar", style={"--part": f"{bar.part:.1f}%"}),
                html.A(
                    bar.value.text, href=bar.value.href, title=bar.value.title or None, className="figure"
                ),
                html.Span(bar.more, className="more-said"),
            ],
            className=" ".join(name for name, is_so in (("is-other", bar.is_other), ("on", bar.on)) if is_so)
            or None,
        )
        for bar in bars
    ]
    return html.Ol(items, className="year-bars", **aria(label=label))


def fold(summary: str | Component, content: list[Component], name: str = "fold") -> Component:
    """What most readers skip, folded under one line; paper shows it."""
    return html.Details([html.Summary(summary), *content], className=name, **data(paper="open"))
