"""An error in one card stays in that card: readers get a notice there, the log gets the trace."""

import logging
from collections.abc import Callable
from functools import wraps
from inspect import signature
from typing import Concatenate, ParamSpec, TypeVar

import pandas as pd

from dashboard.components.cards import Card
from dashboard.components.tables import Column
from dashboard.presenters.context import Context

_LOG = logging.getLogger(__name__)
_Rest = ParamSpec("_Rest")
Built = TypeVar("Built")
Builder = Callable[Concatenate[Context, _Rest], Card]

_EMPTY = {
    "height": 40,
    "margin": dict.fromkeys("lrtb", 0),
    "xaxis": {"visible": False},
    "yaxis": {"visible": False},
}


def guarded(card_id: str = "", chart: bool = True) -> Callable[[Builder[_Rest]], Builder[_Rest]]:
    """Makes a function that builds a card give a notice in its place when it fails.

    Args:
        card_id: id of the card, where the function has no argument of that name.
        chart: whether the card has a chart; the notice then has an empty one: a page keeps its islands.
    """

    def guard(build: Builder[_Rest]) -> Builder[_Rest]:
        @wraps(build)
        def built(context: Context, /, *args: _Rest.args, **kwargs: _Rest.kwargs) -> Card:
            def notice() -> Card:
                given = signature(build).bind(context, *args, **kwargs).arguments
                return notice_card(context, str(given.get("card_id", card_id)), chart)

            return built_or(context, lambda: build(context, *args, **kwargs), notice, build.__name__)

        return built

    return guard


def built_or(context: Context, build: Callable[[], Built], notice: Callable[[], Built], name: str) -> Built:
    """What `build` makes; when it fails, the log gets the trace and the reader what `notice` makes."""
    try:
        return build()
    except Exception:
        _LOG.exception("%s failed at %s", name, context.here)
        return notice()


def notice_card(context: Context, card_id: str, chart: bool) -> Card:
    """A card that says that it can't be shown."""
    t = context.t
    return Card(
        id=card_id,
        heading=t("card.failed.title"),
        subtitle="",
        said=[t("card.failed.text")],
        figure={"data": [], "layout": _EMPTY} if chart else None,
        picture="",
        rows=pd.DataFrame({"none": []}),
        columns=[Column("none", t("card.failed.title"))],
        source="",
        csv=context.csv(card_id),
    )
