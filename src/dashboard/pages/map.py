"""Map: where the work was, by region and cercle."""

from urllib.parse import urlencode

from dash import html
from dash.development.base_component import Component

from dashboard.analysis.need import NEED_MEASURES
from dashboard.analysis.places import MAP_MEASURES, STATES
from dashboard.analysis.results import SPOTLIGHT
from dashboard.components.controls import (
    choice_buttons,
    choice_list,
    choices_form,
    hidden_field,
    search_box,
)
from dashboard.components.frame import more_choices, view_head
from dashboard.components.islands import Chart, Fragment
from dashboard.components.links import Link
from dashboard.components.map_lists import found_places
from dashboard.components.maps import MapParts, map_card
from dashboard.domain.view import Choice
from dashboard.figures.map_chart import map_figure
from dashboard.figures.map_marks import MapPlace
from dashboard.pages import Cards, Page
from dashboard.presenters.context import Context
from dashboard.presenters.names import axis_name, place_link
from dashboard.presenters.places.need import season_choice, seasons
from dashboard.presenters.places.need_beside import beside_card, beside_section, season_line
from dashboard.presenters.places.panel import counted, index_of, map_panel
from dashboard.presenters.places.table import map_card_of
from dashboard.presenters.places.view import (
    PlaceCounts,
    drawn_places,
    picture_of,
    sheet_of,
    within_borders,
)
from dashboard.presenters.places.words import below_map, headline_of, legend_of
from dashboard.presenters.results.prepared import result_themes
from dashboard.presenters.search.places import places_meant
from dashboard.presenters.years import report_year, year_choice
from dashboard.store import Catalog
from dashboard.store.catalog import records
from dashboard.store.codes import spellings

_CARD, _BESIDE = "map-places", "map-need"
VIEWS = ("tiles", "points")
BORDERS = "borders"
MOST_CLASSES = 4


def _choices(catalog: Catalog) -> tuple[Choice, ...]:
    """Year, way to see, level, measure, filters, a name to find, the chosen place, what the legend keeps."""
    views = (BORDERS, *VIEWS) if catalog.maps.card else VIEWS
    places = catalog["places"]
    keys = (*(f"k{k}" for k in range(1, MOST_CLASSES + 1)), *STATES[1:])
    return (
        report_year(catalog),
        Choice("view", views, views[0]),
        Choice("level", catalog.levels, catalog.levels[-1]),
        Choice("measure", measures(catalog), MAP_MEASURES[0]),
        season_choice(catalog),
        Choice("axis", (*catalog.axes, SPOTLIGHT)),
        Choice("outcome", tuple(catalog.outcomes)),
        Choice("agency", tuple(catalog.agencies), spellings=spellings(catalog, "agencies")),
        Choice("theme", result_themes(catalog)),
        Choice("find"),
        Choice("place", tuple(places.loc[places["level"].isin(catalog.levels), "place_id"])),
        Choice("keys", keys),
    )


def measures(catalog: Catalog) -> tuple[str, ...]:
    """What the map can show: counts of results, and need where the data tell it."""
    return (*MAP_MEASURES, *(NEED_MEASURES if seasons(catalog) else ()))


def _title(context: Context) -> tuple[str, str]:
    return context.t("map.title"), context.t("map.description", year=context.view.year)


def counts_of(context: Context) -> PlaceCounts:
    """What the view counts."""
    return counted(context, context.view.level)


def _cards(context: Context) -> Cards:
    need: Cards = {_BESIDE: lambda: beside_card(context, _BESIDE)} if seasons(context.catalog) else {}
    return {_CARD: lambda: map_card_of(context, counts_of(context), _CARD), **need}


def _layout(context: Context) -> list[Component]:
    t, view = context.t, context.view
    counts = counts_of(context)
    card = map_card_of(context, counts, _CARD)
    places = drawn_places(context, counts, view.place, view.keys)
    sheet = sheet_of(context.catalog, "map", f"{card.heading}. {card.finding}", bool(counts.season))
    parts = MapParts(
        picture=picture_of(context, counts, places, sheet, view.view),
        legend=legend_of(context, counts),
        years=season_line(context, counts),
        panel=map_panel(context, counts),
        index=index_of(context, counts),
        below=below_map(context, counts),
        chart=_interactive(context, counts, places),
    )
    form = choices_form("map-choices", context.link(context.page), view, _controls(context), t)
    return [
        view_head("map-head", headline_of(context, counts), [_subtitle(context)], form),
        map_card(card, parts, t),
        *([beside_section(context, _BESIDE)] if seasons(context.catalog) else []),
    ]


def _interactive(context: Context, counts: PlaceCounts, places: list[MapPlace]) -> Chart:
    """The plotly map with its outlines or borders by address; fetched only when a reader opens it."""
    files, frame = context.catalog.maps.files, context.catalog.frame
    borders = "" if context.view.view == VIEWS[-1] else files.get(f"{context.role(counts.level)}.json", "")
    if borders:
        places = within_borders(context.catalog, places)
    figure = map_figure(
        places, frame, context.role(counts.level), float(counts.places["full"].max()), borders
    )
    return Chart(
        id="map-chart",
        figure=figure,
        still='<svg class="still" aria-hidden="true"></svg>',
        label=context.t("chart.alternative"),
        heading=f"{_CARD}-heading",
        height=frame.height,
        bundle="plotly-geo.js",
    )


def _controls(context: Context) -> list[Component]:
    t, view = context.t, context.view
    views = (BORDERS, *VIEWS) if context.catalog.maps.card else VIEWS
    levels = [(name, t(f"map.level.{context.role(name)}")) for name in context.catalog.levels[::-1]]
    find = html.Div(
        [
            search_box("find", t("map.find"), view.find, t("map.find.hint")),
            Fragment(id="map-found", children=_found(context), live=True),
        ],
        className="find-place",
    )
    return [
        choice_list("level", t("map.level"), levels, view.level),
        choice_list(
            "measure",
            t("map.measure"),
            [(m, t(f"map.measure.{m}")) for m in measures(context.catalog)],
            view.measure,
        ),
        _place_list(context),
        more_choices(
            t("choices.more"),
            [
                *year_choice(context),
                *_season_list(context),
                choice_buttons(
                    "view", t("map.view"), [(name, t(f"map.view.{name}")) for name in views], view.view
                ),
                find,
                *_filters(context),
            ],
            is_open=bool(view.find),
        ),
        hidden_field("keys", view.keys),
    ]


def _season_list(context: Context) -> list[Component]:
    """The year of need; nothing where the data tell none."""
    years = [(year, year) for year in seasons(context.catalog)]
    label = context.t("need.season")
    return [choice_list("season", label, years, context.view.season)] if years else []


def _offered(context: Context) -> dict[str, list[tuple[str, str]]]:
    """What each filter offers: (value, text) pairs."""
    t, catalog = context.t, context.catalog
    agencies = [(key, t.of(row, "acronym")) for key, row in catalog.agencies.items()]
    themes = [(key, context.term("theme", key)) for key in result_themes(catalog)]
    return {
        "axis": [
            *((key, axis_name(context, key)) for key in catalog.axes),
            (SPOTLIGHT, t("cross_cutting.short")),
        ],
        "outcome": [(key, f"{key} {t.of(row, 'short')}") for key, row in catalog.outcomes.items()],
        "agency": sorted(agencies, key=lambda pair: pair[1]),
        "theme": sorted(themes, key=lambda pair: pair[1]),
    }


def _filters(context: Context) -> list[Component]:
    everything = ("", context.t("filter.all"))
    return [
        choice_list(name, context.t(f"filter.{name}"), [everything, *offered], context.view[name])
        for name, offered in _offered(context).items()
    ]


def _subtitle(context: Context) -> str:
    """The filters that are on, since they are folded away; else what the page shows."""
    on = [dict(offered).get(context.view[name], "") for name, offered in _offered(context).items()]
    names = [name for name in on if name]
    if context.view.measure in NEED_MEASURES:
        return context.t("need.about")
    return context.t("map.only", names=context.t.listing(names)) if names else _title(context)[1]


def _place_list(context: Context) -> Component:
    """All regions and cercles in one list: the map by keyboard and thumb."""
    t, places = context.t, context.catalog["places"]
    chosen = context.view.place
    groups = [
        html.Optgroup(
            [
                html.Option(name, value=place["place_id"], selected=place["place_id"] == chosen)
                for place, name in [
                    (region, place_link(context, region["place_id"]).text),
                    *(
                        (cercle, cercle["name_fr"])
                        for cercle in records(places[places["parent_id"] == region["place_id"]])
                    ),
                ]
            ],
            label=region["name_fr"],
        )
        for region in records(places[places["level"] == context.catalog.levels[0]])
    ]
    everywhere = html.Option(t("map.everywhere"), value="", selected=not chosen)
    listed = html.Select([everywhere, *groups], name="place", className="form-select")
    return html.Label([html.Span(t("map.place")), listed], className="control")


def _found(context: Context) -> Component | None:
    """The places meant, each at its own level of the map."""
    t, asked = context.t, context.view.find
    rows = []
    # To read nothing takes a second at the first view: every name there is would be learnt for it.
    for place in places_meant(context, asked, context.catalog.levels) if asked else ():
        chosen = {"level": place.level, "place": place.home, "find": ""}
        href = f"{context.link(context.page)}?{context.view.query(**chosen)}"
        rows.append((Link(place.name, href), place.note, urlencode(chosen)))
    return found_places(rows, t("map.find.none") if asked else "")


PAGE = Page(
    "map",
    title=_title,
    layout=_layout,
    choices=_choices,
    cards=_cards,
    in_menu=True,
    assets=("map.css",),
)
