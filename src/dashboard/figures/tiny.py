"""A slope as small as a word, to stand in a line of a table."""

import pandas as pd

from dashboard.figures.slopes import value_range

_WIDTH, _HEIGHT, _MARGIN = 72, 28, 6


def tiny_slope(points: pd.DataFrame) -> str:
    """SVG text of the values of one indicator and sex; empty where there are fewer than two marks.

    Args:
        points: as for `slopes.slope_chart`; reference marks are left out.

    Returns:
        A picture without words, hidden from screen readers: the numbers stand beside it.
    """
    marks = points[points["role"] != "reference"]
    if len(marks) < 2:
        return ""
    low, high = value_range(marks["value"])
    start, end = float(marks["moment"].min()), float(marks["moment"].max())

    def place(row: "pd.Series") -> tuple[float, float]:
        across = (row["moment"] - start) / ((end - start) or 1)
        down = (high - row["value"]) / (high - low)
        return _MARGIN + across * (_WIDTH - 2 * _MARGIN), _MARGIN + down * (_HEIGHT - 2 * _MARGIN)

    drawn = []
    for (role, _), line in marks.groupby(["role", "line"], sort=False):
        spots = [place(row) for _, row in line.iterrows()]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in spots)
        if role == "value" and len(spots) > 1:
            drawn.append(f'<polyline points="{path}"/>')
        drawn += [f'<circle class="{role}" cx="{x:.1f}" cy="{y:.1f}" r="3"/>' for x, y in spots]
    return (
        f'<svg class="tiny" width="{_WIDTH}" height="{_HEIGHT}" viewBox="0 0 {_WIDTH} {_HEIGHT}"'
        f' aria-hidden="true" focusable="false">{"".join(drawn)}</svg>'
    )
