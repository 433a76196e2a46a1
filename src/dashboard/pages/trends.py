"""Trends: indicators over the years, against baseline and target."""

from functools import partial

from dash import html
from dash.development.base_component import Component

from dashboard.components.cards import Card
from dashboard.components.controls import choice_list, choices_form, search_box
from dashboard.components.frame import more_choices, view_head
from dashboard.components.islands import Fragment
from dashboard.components.panels import panel_slot
from dashboard.components.sentences import Piece
from dashboard.domain.view import Choice
from dashboard.figures.slopes import HEIGHT
from dashboard.pages import Cards, Page
from dashboard.presenters.context import Context
from dashboard.presenters.indicators.board import (
    BLOCKS,
    block_heading,
    block_rows,
    block_table,
    board_finding,
)
from dashboard.presenters.indicators.chooser import MOST, NO_AXIS, chosen, indicator_list, matching
from dashboard.presenters.indicators.messages import finding
from dashboard.presenters.indicators.panels import guarded_panel
from dashboard.presenters.indicators.scales import SCALES
from dashboard.presenters.indicators.values import sexes_shown
from dashboard.presenters.names import axis_name
from dashboard.presenters.reader import Reader
from dashboard.store import Catalog

_CARD = "trends-"
"""What the id of a panel's card begins with, before its indicator."""
SLOTS = 2 * MOST
"""Each indicator may bring one of the public record that stands beside it."""


def _choices(catalog: Catalog) -> tuple[Choice, ...]:
    """Words to find, axis, theme, indicators, public record, block, sex, scale, as in the form."""
    themes = tuple(dict.fromkeys(catalog["indicators"]["theme"]))
    return (
        Choice("search"),
        Choice("axis", (*catalog.axes, NO_AXIS)),
        Choice("theme", themes),
        Choice("indicator", tuple(catalog.indicators), many=True),
        Choice("reference", ("off", "on"), "off"),
        Choice("direction", tuple(BLOCKS)),
        Choice("sex", ("all", *catalog.terms("sex")), "all"),
        Choice("scale", SCALES, SCALES[0]),
    )


def _title(reader: Reader) -> tuple[str, str]:
    return reader.t("trends.title"), reader.t("trends.description")


def shown_panels(context: Context) -> list[tuple[str, str]]:
    """The panels of a view: (indicator, the indicator beside which it stands, empty for a chosen one).

    None where the view is of a block of the board.
    """
    picked = [] if context.view.direction else chosen(context)
    pairs: dict[str, str] = {}
    for key in picked:
        pairs.setdefault(key, _beside_of(context, key, picked))
        other = _stand_in(context, key)
        if other and other not in picked:
            pairs.setdefault(other, key)
    return list(pairs.items())


def _beside_of(context: Context, key: str, picked: list[str]) -> str:
    if context.view.reference == "off":
        return ""
    beside = (one for one in context.catalog.comparisons if one.how == "beside")
    found = (one.indicator_id for one in beside if one.reference_indicator_id == key)
    return next((indicator for indicator in found if indicator in picked), "")


def _stand_in(context: Context, key: str) -> str:
    """Where the public record has no series of the same definition, the first one to read beside."""
    if context.view.reference == "off":
        return ""
    own = [one for one in context.catalog.comparisons if one.indicator_id == key]
    if any(one.how == "same" for one in own):
        return ""
    return next((one.reference_indicator_id for one in own if one.how == "beside"), "")


def _cards(context: Context) -> Cards:
    shown = shown_panels(context)
    together = [key for key, _ in shown]

    def card(key: str, beside: str) -> Card:
        return guarded_panel(context, key, beside, together).card

    return {f"{_CARD}{key}": partial(card, key, beside) for key, beside in shown}


def _layout(context: Context) -> list[Component]:
    t, shown = context.t, shown_panels(context)
    together = [key for key, _ in shown]
    panels = [guarded_panel(context, key, beside, together) for key, beside in shown]
    slots = [*panels, *[None] * (SLOTS - len(panels))]
    form = choices_form("trends-choices", context.link(context.page), context.view, _controls(context), t)
    return [
        view_head("trends-finding", _finding(context), _count(context), form),
        Fragment(id="trends-board", children=_board(context)),
        html.Div(
            [panel_slot(f"trends-{n}", panel, HEIGHT, t) for n, panel in enumerate(slots, 1)],
            className="panels",
        ),
    ]


def _finding(context: Context) -> list[Piece]:
    """What the view says: of the whole board where nothing is chosen, else of what is shown."""
    view = context.view
    if view.direction:
        block = view.direction
        return [block_heading(context, block, len(block_rows(context, block)))]
    if not any(view[name] for name in ("search", "axis", "theme", "indicator")):
        return board_finding(context)
    keys = chosen(context)
    if not keys:
        return [context.t("trends.none")]
    return finding(context, [(key, sexes_shown(context.catalog, key, view.sex)) for key in keys])


def _board(context: Context) -> list[Component]:
    """A block of the status board, where that is what the view shows."""
    block = context.view.direction
    return [block_table(context, block, block_rows(context, block))] if block else []


def _controls(context: Context) -> list[Component]:
    t, view = context.t, context.view
    switch = [(value, t(f"trends.reference.{value}")) for value in ("off", "on")]
    sexes = [
        ("all", t("trends.sex.all")),
        *((key, t.of(row)) for key, row in context.catalog.terms("sex").items()),
    ]
    scales = [(scale, t(f"trends.scale.{scale}")) for scale in SCALES]
    blocks = [
        ("", t("trends.direction.none")),
        *((block, t(f"trends.direction.{block}")) for block in BLOCKS),
    ]
    return [
        _picker(context),
        choice_list("reference", t("trends.reference"), switch, view.reference),
        more_choices(
            t("choices.more"),
            [
                choice_list("direction", t("trends.direction"), blocks, view.direction),
                choice_list("sex", t("trends.column.sex"), sexes, view.sex),
                choice_list("scale", t("trends.scale"), scales, view.scale),
            ],
        ),
    ]


def _picker(context: Context) -> Component:
    """All indicators, to find by words, axis and theme, each with a box to tick."""
    t, catalog, view = context.t, context.catalog, context.view
    axes = [(key, axis_name(context, key)) for key in catalog.axes]
    terms = catalog.terms("theme")
    themes = [(theme, t.of(terms[theme])) for theme in dict.fromkeys(catalog["indicators"]["theme"])]
    every_axis = [("", t("trends.axis.all")), *axes, (NO_AXIS, t("trends.axis.context"))]
    every_theme = [("", t("trends.theme.all")), *sorted(themes, key=lambda pair: pair[1])]
    ways = [
        search_box("search", t("trends.search"), view.search, t("trends.search.hint")),
        choice_list("axis", t("axis.one"), every_axis, view.axis),
        choice_list("theme", t("trends.theme"), every_theme, view.theme),
    ]
    return html.Details(
        [
            html.Summary(t("trends.pick", n=len(catalog.indicators)), className="button"),
            html.Div(
                [
                    html.Div(ways, className="pick-ways"),
                    Fragment(id="trends-list", children=indicator_list(context), className="pick-list"),
                ],
                className="more-choices pick-choices",
            ),
        ],
        className="more picker",
    )


def _count(context: Context) -> list[Piece]:
    """How many indicators match and which are shown."""
    t, asked = context.t, context.view.items("indicator")
    if context.view.direction:
        return [f"{t('status.subtitle')}. ", html.A(t("trends.reset"), href=context.link(context.page))]
    found = matching(context)
    said = [t("trends.count", n=len(found)) if found else t("trends.none")]
    if asked:
        said.append(t("trends.chosen", n=min(len(asked), MOST)))
    elif len(found) > MOST:
        said.append(t("trends.automatic", n=MOST))
    if len(asked) > MOST:
        said.append(t("trends.too_many", n=MOST))
    parts: list[Piece] = [" ".join(said)]
    if asked or not found:
        parts += [" ", html.A(t("trends.reset"), href=context.link(context.page))]
    return parts


PAGE = Page(
    "trends",
    title=_title,
    layout=_layout,
    choices=_choices,
    cards=_cards,
    showing=lambda card_id: f"indicator={card_id.removeprefix(_CARD)}",
    in_menu=True,
    assets=("trends.css",),
)
