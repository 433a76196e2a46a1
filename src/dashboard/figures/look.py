"""What all charts share; sent once with the page, not inside each figure."""

from typing import Any

from dashboard.figures.palette import COLOURS

FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', sans-serif"

_AXIS: dict[str, Any] = {
    "gridcolor": COLOURS["grid"],
    "linecolor": COLOURS["grid"],
    "zerolinecolor": COLOURS["muted"],
    "tickfont": {"color": COLOURS["ink"]},
    "fixedrange": True,
    "automargin": False,
}

_MAP: dict[str, Any] = {
    "scope": "africa",
    "resolution": 50,
    "projection": {"type": "mercator"},
    "showland": False,
    "showcoastlines": False,
    "showframe": False,
    "showcountries": True,
    "countrycolor": COLOURS["muted"],
    "countrywidth": 1,
    "showrivers": True,
    "rivercolor": COLOURS["mobilised"],
    "riverwidth": 1,
    "showlakes": False,
    "bgcolor": COLOURS["paper"],
}
"""Scope and resolution name the outlines that the browser gives to plotly.js (assets/outlines.json)."""

LOOK: dict[str, Any] = {
    "font": {"family": FONT, "size": 14, "color": COLOURS["ink"]},
    "paper_bgcolor": COLOURS["paper"],
    "plot_bgcolor": COLOURS["paper"],
    "hoverlabel": {"bgcolor": COLOURS["paper"], "bordercolor": COLOURS["muted"], "align": "left"},
    "dragmode": False,
    "showlegend": False,
    "autosize": True,
    "xaxis": _AXIS,
    "yaxis": _AXIS,
    "geo": _MAP,
    "legend": {"orientation": "h", "x": 0, "xanchor": "left", "y": 1, "yanchor": "bottom"},
}
"""Layout defaults. No zoom by drag or wheel: a swipe that starts on a chart scrolls the page."""

CONFIG: dict[str, Any] = {
    "displayModeBar": False,
    "responsive": True,
    "scrollZoom": False,
    "doubleClick": False,
    "showTips": False,
}
"""plotly.js options: our own buttons around the chart take the place of its mode bar."""
