"""From where to where the axis of an indicator goes: from zero, percentages side by side alike."""

from collections.abc import Iterable

import pandas as pd

from dashboard.presenters.context import Context
from dashboard.presenters.indicators.values import points_of, sexes_shown
from dashboard.presenters.reader import Reader

SCALES = ("zero", "near")
"""From zero, or as near as the values allow."""

_HALF, _WHOLE = 50.0, 100.0
"""A percentage over the half is held against the whole."""
_AIR = 1.15
"""Room over the highest value, for what is written at it."""


def span_of(context: Context, indicator: str, beside: Iterable[str] = ()) -> tuple[float, float] | None:
    """The values at the foot and the top of an indicator's axis; None where it follows the values.

    Args:
        context: of the page; its view says the scale, the sex and whether the public record is shown.
        indicator: whose axis it is.
        beside: the indicators shown beside it: all shares in percent get one scale.
    """
    own = _values(context, indicator)
    if context.view.scale != SCALES[0] or own.empty:
        return None
    low, high = min(float(own.min()), 0.0), max(float(own.max()), 0.0)
    if not _is_share(context, indicator, own):
        return low * _AIR, high * _AIR or (1.0 if not low else 0.0)
    shares = (rows for key in beside if _is_share(context, key, rows := _values(context, key)))
    most = max([high, *(float(rows.max()) for rows in shares)])
    return 0.0, max(_WHOLE if most > _HALF else 0.0, most * _AIR) or 1.0


def _values(context: Context, indicator: str) -> pd.Series:
    sexes = sexes_shown(context.catalog, indicator, context.view.sex)
    values: pd.Series = points_of(context, indicator, sexes, context.view.reference == "on")["value"]
    return values


def _is_share(reader: Reader, indicator: str, values: pd.Series) -> bool:
    """A percentage that never falls below zero; growth does."""
    unit = reader.catalog.indicators[indicator].unit
    return bool(unit == "percent" and len(values) and values.min() >= 0)
