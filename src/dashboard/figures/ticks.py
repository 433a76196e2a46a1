"""Round values for an axis."""

from math import ceil, floor, log10


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
