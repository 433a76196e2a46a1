"""What is written along an axis: round values, or dates that never touch."""

from collections.abc import Callable, Iterable
from itertools import pairwise
from math import ceil, floor, log10
from typing import Any

import pandas as pd

from dashboard.figures.lettering import width

LETTERS = 14
"""Size in px of the words of a chart."""
BETWEEN = 6
"""Px between two words along an axis."""
MOST_STEPS = (4, 3, 2)
PHONE = 328
"""Width in px of a chart on a phone of 360 px."""
_MOST_TICKS = 5


def round_ticks(low: float, high: float, most: int = 4) -> list[float]:
    """Round values within a range, in steps of 1, 2, 2.5 or 5 times a power of ten.

    Args:
        low: start of the range.
        high: end of the range.
        most: into how many steps the range is divided at most.

    Raises:
        ValueError: when there is no range to divide.
    """
    if not high > low:
        raise ValueError(f"no range from {low} to {high}")
    rough = (high - low) / most
    power = 10.0 ** floor(log10(rough))
    step = next(factor * power for factor in (1, 2, 2.5, 5, 10) if factor * power >= rough * 0.999)
    return [step * count for count in range(ceil(low / step), floor(high / step) + 1)]


def axis_ticks(
    low: float, high: float, room: float, tick_text: Callable[[float], str], size: float = LETTERS
) -> tuple[list[float], list[str]]:
    """As many round values as have room beside each other, and what is written there.

    Args:
        low: start of the axis.
        high: its end.
        room: its length.
        tick_text: writes a value in the reader's language.
        size: of the letters.
    """
    for most in MOST_STEPS:
        ticks = round_ticks(low, high, most)
        texts = [tick_text(tick) for tick in ticks]
        widths = [width(text, size) for text in texts]
        needed = max((sum(pair) / 2 for pair in pairwise(widths)), default=0) + BETWEEN
        if len(ticks) < 2 or (ticks[1] - ticks[0]) / (high - low) * room >= needed:
            break
    return ticks, texts


def time_ticks(points: pd.DataFrame, room: float) -> dict[str, Any]:
    """Ticks at the dates of the values; whole years at round steps where the dates are many.

    Args:
        points: `moment` and `when` of each value.
        room: px of the axis on a phone, where no two dates may touch: the first and the last one stay.
    """
    dates = dict(sorted(zip(points["moment"], points["when"], strict=True), key=lambda date: date[0]))
    if len(dates) <= _MOST_TICKS:
        dates = _readable(dates, room)
        return {"tickvals": list(dates), "ticktext": list(dates.values())}
    years = [int(year) for year in round_ticks(int(min(dates)), int(max(dates)), 4) if year == int(year)]
    return {"tickvals": [year + 0.5 for year in years], "ticktext": [str(year) for year in years]}


def _readable(dates: dict[float, str], room: float) -> dict[float, str]:
    """The dates without those between the first and the last whose text would touch another's."""
    moments = list(dates)
    low, high = time_range(moments)
    px = room / (high - low)

    def apart(one: float, other: float) -> bool:
        words = (width(dates[one], LETTERS) + width(dates[other], LETTERS)) / 2
        return (other - one) * px >= words + BETWEEN

    kept = moments[:1]
    for moment in moments[1:-1]:
        if apart(kept[-1], moment) and apart(moment, moments[-1]):
            kept.append(moment)
    return {moment: dates[moment] for moment in dict.fromkeys([*kept, moments[-1]])}


def time_range(moments: Iterable[float]) -> tuple[float, float]:
    """From a little before the first moment to a little after the last."""
    known = [float(moment) for moment in moments]
    low, high = min(known), max(known)
    pad = 0.04 * (high - low) or 0.5
    return low - pad, high + pad
