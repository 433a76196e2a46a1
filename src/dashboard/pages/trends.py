"""Trends: indicators over the years, against baseline and target."""

from functools import partial

from dash import html
from dash.development.base_component import Component

from dashboard.components.cards import Card
from dashboard.components.controls import choice_buttons, choice_list, choices_form, search_box
from dashboard.components.islands import Fragment
from dashboard.components.panels import panel_slot
from dashboard.domain.view import Choice
from dashboard.figures.slopes import HEIGHT
from dashboard.pages import Cards, Page
from dashboard.presenters.context import Context
from dashboard.presenters.indicators.chooser import MOST, NO_AXIS, chosen, indicator_list, matching
from dashboard.presenters.indicators.panels import guarded_panel
from dashboard.presenters.names import axis_name
from dashboard.presenters.reader import Reader
from dashboard.store import Catalog

SLOTS = 2 * MOST
"""Each indicator may bring one of the public record that stands beside it."""


def _choices(catalog: Catalog) -> tuple[Choice, ...]:
    """Words to find, axis, theme, sex, whether the public record is shown, indicators: as in the form."""
    themes = tuple(dict.fromkeys(catalog["indicators"]["theme"]))
    return (
        Choice("search"),
        Choice("axis", (*catalog.rows("axes"), NO_AXIS)),
        Choice("theme", themes),
        Choice("sex", ("all", *catalog.terms("sex")), "all"),
        Choice("reference", ("off", "on"), "off"),
        Choice("indicator", tuple(catalog.rows("indicators")), many=True),
    )


def _title(reader: Reader) -> tuple[str, str]:
    return reader.t("trends.title"), reader.t("trends.description")


def shown_panels(context: Context) -> list[tuple[str, str]]:
    """The panels of a view: (indicator, the indicator beside which it stands, empty for a chosen one)."""
    picked = chosen(context)
    pairs: dict[str, str] = {}
    for key in picked:
        pairs.setdefault(key, _beside_of(context, key, picked))
        other = _stand_in(context, key)
        if other and other not in picked:
            pairs.setdefault(other, key)
    return list(pairs.items())


def _beside_of(context: Context, key: str, picked: list[str]) -> str:
    rows = context.catalog["comparisons"]
    found = rows[
        (rows["reference_indicator_id"] == key)
        & (rows["how"] == "beside")
        & rows["indicator_id"].isin(picked)
    ]
    return "" if found.empty or context.view["reference"] == "off" else str(found["indicator_id"].iloc[0])


def _stand_in(context: Context, key: str) -> str:
    """Where the public record has no series of the same definition, the first one to read beside."""
    if context.view["reference"] == "off":
        return ""
    rows = context.catalog["comparisons"]
    own = rows[rows["indicator_id"] == key]
    beside = own[own["how"] == "beside"]
    return (
        "" if (own["how"] == "same").any() or beside.empty else str(beside["reference_indicator_id"].iloc[0])
    )


def _cards(context: Context) -> Cards:
    def card(key: str, beside: str) -> Card:
        return guarded_panel(context, key, beside).card

    return {f"trends-{key}": partial(card, key, beside) for key, beside in shown_panels(context)}


def _layout(context: Context) -> list[Component]:
    t = context.t
    panels = [guarded_panel(context, key, beside) for key, beside in shown_panels(context)]
    slots = [*panels, *[None] * (SLOTS - len(panels))]
    heading, description = _title(context)
    return [
        html.H1(heading),
        html.P(description, className="lead"),
        choices_form("trends-choices", context.link(context.page), context.view, _controls(context), t),
        Fragment(id="trends-count", children=_count(context), live=True, className="trends-count"),
        html.Div(
            [panel_slot(f"trends-{n}", panel, HEIGHT, t) for n, panel in enumerate(slots, 1)],
            className="panels",
        ),
    ]


def _controls(context: Context) -> list[Component]:
    t, catalog, view = context.t, context.catalog, context.view
    axes = [(key, axis_name(context, key)) for key in catalog.rows("axes")]
    terms = catalog.terms("theme")
    themes = [(theme, t.of(terms[theme])) for theme in dict.fromkeys(catalog["indicators"]["theme"])]
    sexes = [("all", t("trends.sex.all")), *((key, t.of(row)) for key, row in catalog.terms("sex").items())]
    switch = [(value, t(f"trends.reference.{value}")) for value in ("off", "on")]
    picker = html.Details(
        [
            html.Summary(t("trends.pick", n=len(catalog.rows("indicators")))),
            Fragment(id="trends-list", children=indicator_list(context), className="pick-list"),
        ],
        className="picker",
    )
    every_axis = [("", t("trends.axis.all")), *axes, (NO_AXIS, t("trends.axis.context"))]
    every_theme = [("", t("trends.theme.all")), *sorted(themes, key=lambda pair: pair[1])]
    return [
        search_box("search", t("trends.search"), view["search"], t("trends.search.hint")),
        choice_list("axis", t("axis.one"), every_axis, view["axis"]),
        choice_list("theme", t("trends.theme"), every_theme, view["theme"]),
        choice_list("sex", t("trends.column.sex"), sexes, view["sex"]),
        choice_buttons("reference", t("trends.reference"), switch, view["reference"]),
        picker,
    ]


def _count(context: Context) -> list[Component]:
    """How many indicators match and which are shown."""
    t, asked = context.t, context.view.items("indicator")
    found = matching(context)
    said = [t("trends.count", n=len(found)) if found else t("trends.none")]
    if asked:
        said.append(t("trends.chosen", n=min(len(asked), MOST)))
    elif len(found) > MOST:
        said.append(t("trends.automatic", n=MOST))
    if len(asked) > MOST:
        said.append(t("trends.too_many", n=MOST))
    parts: list[Component | str] = [" ".join(said)]
    if asked or not found:
        parts += [" ", html.A(t("trends.reset"), href=context.link(context.page))]
    return [html.P(parts, className="subtitle" if found else "notice")]


PAGE = Page(
    "trends",
    title=_title,
    layout=_layout,
    choices=_choices,
    cards=_cards,
    in_menu=True,
)
