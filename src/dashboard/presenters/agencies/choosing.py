"""What a reader can set side by side, and what of an address does not fit."""

from dash.development.base_component import Component

from dashboard.components.controls import compare_form
from dashboard.presenters.agencies.compare import COMPARABLE, keys_of, left_out
from dashboard.presenters.agencies.overlap import MOST_AGENCIES
from dashboard.presenters.context import Context


def compare_with(context: Context, by: str) -> Component:
    """A list of the others of a kind, which sets one beside that of the page."""
    t, kind = context.t, COMPARABLE[by]
    keys = [key for key in keys_of(context.catalog, by) if key != context.key]
    others = [(key, kind.link(context, key).text) for key in keys]
    kept = [("by", by)] * (by != "axis") + [("a", context.key)]
    return compare_form(context.link("compare"), kept, "a", t("compare.with"), others, t("compare.go"))


def compare_options(context: Context) -> list[tuple[str, str]]:
    """What of the view's kind can be ticked: key and name."""
    kind, keys = COMPARABLE[context.view.by], keys_of(context.catalog, context.view.by)
    return [(key, kind.link(context, key).text) for key in keys]


def unshown(context: Context) -> str:
    """Says which things of the address are left out; nothing where all are shown."""
    links = {key: kind.link for kind in COMPARABLE.values() for key in context.catalog.rows(kind.table)}
    names = [links[key](context, key).text for key in left_out(context)]
    if not names:
        return ""
    return context.t("compare.left_out", n=MOST_AGENCIES, names=context.t.listing(names))
