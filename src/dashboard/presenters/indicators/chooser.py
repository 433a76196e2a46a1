"""The list of all indicators, by axis and theme, to choose from."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.analysis.trends import CHANGE_KINDS
from dashboard.components.markup import Raw
from dashboard.components.native import Native
from dashboard.domain.text import folded
from dashboard.presenters.context import Context
from dashboard.presenters.indicators.values import (
    REFERENCE,
    REPORT,
    headline_rank,
    own_kind,
    sexes_shown,
    tiny_picture,
    trend_and_progress,
    values_of,
)
from dashboard.presenters.names import axis_name
from dashboard.presenters.reader import Reader
from dashboard.store import Catalog
from dashboard.store.derived import derived

NO_AXIS = "context"
"""Value of the axis filter for indicators that belong to no axis."""

MOST = 4
"""How many indicators a reader may set side by side."""


def axis_of(catalog: Catalog, indicator: str) -> str:
    """The axis of an indicator, as the filter names it."""
    return catalog.indicators[indicator].axis_id or NO_AXIS


def matching(context: Context) -> list[str]:
    """The indicators that pass the filters of the view, in the order of the register."""
    catalog, view = context.catalog, context.view
    words = folded(view.search).split()
    return [
        key
        for key, row in catalog.indicators.items()
        if view.axis in ("", axis_of(catalog, key))
        and view.theme in ("", row.theme)
        and (view.sex == "all" or view.sex in sexes_shown(catalog, key, view.sex))
        and all(word in _searched(catalog, key) for word in words)
    ]


@derived(bare=True)
def _searched(catalog: Catalog, indicator: str) -> str:
    """All that a search looks at: names, definitions and theme in every language."""
    row = catalog.indicators[indicator]
    theme = catalog.terms("theme").get(row.theme)
    told = [text for name, text in row.texts.items() if name.startswith(("name_", "definition_"))]
    themes = [text for name, text in theme.texts.items() if name.startswith("name_")] if theme else []
    return folded(" ".join([*told, *themes]))


def chosen(context: Context) -> list[str]:
    """The indicators to show: those that the reader chose, else the first of those that match.

    First: those that the tables put first, in the order of `headline`, then those with the most values and
    targets in the report, the public record breaking ties.
    """
    asked = list(context.view.items("indicator"))
    if asked:
        return asked[:MOST]
    catalog = context.catalog

    def weight(key: str) -> tuple[float, int, int]:
        own = values_of(catalog, key, REPORT)
        values = -int((~own["kind"].isin(CHANGE_KINDS)).sum()), -len(values_of(catalog, key, REFERENCE))
        return headline_rank(catalog, key), *values

    return sorted(matching(context), key=weight)[:MOST]


def indicator_list(context: Context) -> list[Component]:
    """Matching indicators by axis and theme, each with a box to tick; says so when there are none."""
    t, catalog = context.t, context.catalog
    found = matching(context)
    asked = set(context.view.items("indicator"))
    away = [key for key in catalog.indicators if key in asked - set(found)]
    axes = {key: axis_name(context, key) for key in catalog.axes}
    groups = [(t("trends.list.chosen"), away)] if away else []
    for axis, name in axes.items():
        groups.append((name, [key for key in found if axis_of(catalog, key) == axis]))
    outside = [key for key in found if axis_of(catalog, key) == NO_AXIS]
    for group in catalog.terms("indicator_group"):
        own = [key for key in outside if catalog.indicators[key].group == group]
        groups.append((context.term("indicator_group", group), own))
    empty = html.P(
        [t("trends.none"), " ", html.A(t("trends.all"), href=context.link("trends"))], className="empty"
    )
    shown = [_group(context, name, keys, asked) for name, keys in groups if keys]
    return shown if found else [empty, *shown]


def _group(context: Context, name: str, keys: list[str], asked: set[str]) -> Component:
    catalog = context.catalog
    themes = dict.fromkeys(catalog.indicators[key].theme for key in keys)
    parts: list[Component] = []
    for theme in themes:
        own = [key for key in keys if catalog.indicators[key].theme == theme]
        parts.append(html.P(f"{context.term('theme', theme)} ({len(own)})", className="theme"))
        parts.append(html.Ul([_item(context, key, key in asked) for key in own], className="picks"))
    return html.Div([html.H2(f"{name} ({len(keys)})"), *parts], className="pick-group")


def _item(context: Context, key: str, ticked: bool) -> Component:
    t, catalog = context.t, context.catalog
    sexes = sexes_shown(catalog, key, context.view.sex)
    words = dict.fromkeys(t(f"trend.word.{trend_and_progress(catalog, key, sex)[0].word}") for sex in sexes)
    tag = t("trends.list.public") if own_kind(catalog, key) == REFERENCE else ""
    said = " · ".join(filter(None, [" / ".join(words), tag]))
    box: dict[str, Any] = {"type": "checkbox", "name": "indicator", "value": key, "checked": ticked}
    return html.Li(
        html.Label(
            [
                Native("input", box),
                html.Span(t.of(catalog.indicators[key]), className="pick-name"),
                Raw(_picture(context, key, sexes)),
                html.Span(said, className="pick-word"),
            ],
            className="pick",
        )
    )


def _picture(reader: Reader, key: str, sexes: tuple[str, ...]) -> str:
    return "" if own_kind(reader.catalog, key) == REFERENCE else tiny_picture(reader, key, sexes)
