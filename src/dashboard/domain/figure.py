"""A chart as plain data, in the words of plotly.js."""

from typing import Any, TypedDict


class Figure(TypedDict):
    """What plotly.js draws: `data`, a list of traces that each name their `type`, and `layout`.

    Plain on purpose: a Figure of graph_objects checks every property again in each view and brings 10 MB of
    rules into each worker. Tests hold our figures to the same rules once.
    """

    data: list[dict[str, Any]]
    layout: dict[str, Any]
