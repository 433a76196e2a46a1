"""The Funding page as one would build it without thinking: the same charts, tables and sentences.

Every change of a choice builds all figures with graph_objects and the stock template, and all tables anew.
"""

from pathlib import Path
from typing import Any

import dash_bootstrap_components as dbc
import pandas as pd
import plotly.graph_objects as go
from dash import Dash, Input, Output, dcc, html

DATA = Path(__file__).resolve().parents[1] / "data"
MEASURES = ["budget_usd", "mobilised_usd", "spent_usd"]
AMOUNTS = [*MEASURES, "gap_usd"]
tables = {
    "agency": pd.read_csv(DATA / "finance_agencies.csv").merge(
        pd.read_csv(DATA / "agencies.csv")[["agency_id", "acronym_fr"]], on="agency_id"
    ),
    "axis": pd.read_csv(DATA / "finance_axes.csv", dtype={"axis_id": str}).assign(
        acronym_fr=lambda frame: frame["axis_id"]
    ),
}
totals = pd.read_csv(DATA / "finance_totals.csv")


def bars(rows: pd.DataFrame, columns: list[str]) -> go.Figure:
    """Grouped bars, one group per row."""
    traces = [go.Bar(y=rows["acronym_fr"], x=rows[c], name=c, orientation="h", text=rows[c]) for c in columns]
    height = 120 + 24 * len(rows) * len(columns)
    return go.Figure(traces).update_layout(barmode="group", height=height)


def table(rows: pd.DataFrame, columns: list[str]) -> Any:
    """The same numbers in rows."""
    head = html.Thead(html.Tr([html.Th(c) for c in ["", *columns]]))
    body = [
        html.Tr([html.Th(row["acronym_fr"]), *(html.Td(f"{row[c]:,}") for c in columns)])
        for _, row in rows.iterrows()
    ]
    return html.Table([head, html.Tbody(body)])


def sums() -> Any:
    """Each printed total beside the sum of its rows, and the rows."""
    lines = []
    for name, by in (("agencies", "agency"), ("axes", "axis")):
        printed = totals[totals["table"] == name].iloc[0]
        for c in AMOUNTS:
            parts = [html.Li(f"{row['acronym_fr']} {row[c]:,}") for _, row in tables[by].iterrows()]
            cells = [html.Td(f"{printed[c]:,}"), html.Td(f"{tables[by][c].sum():,}"), html.Td(html.Ul(parts))]
            lines.append(html.Tr([html.Th(f"{name} {c}"), *cells]))
    return html.Table(html.Tbody(lines))


def content(by: str, unit: str, sort: str) -> list[Any]:
    """Three charts, the sentence and the table of each, and the totals."""
    rows = tables[by].sort_values(sort, ascending=False)
    shown = rows.assign(**{c: 100 * rows[c] / rows[c].sum() for c in AMOUNTS}) if unit == "share" else rows
    parts: list[Any] = []
    for columns in (MEASURES, ["gap_usd"], ["execution_rate_pct"]):
        sentence = f"{columns[0]}: {rows[columns[0]].sum():,}"
        parts += [bars(shown, columns), sentence, table(shown, [*AMOUNTS, "execution_rate_pct"])]
    return [*parts, sums()]


app = Dash(__name__)
server = app.server
first = content("agency", "amount", "budget_usd")
names = [
    (f"part-{n}", "figure" if isinstance(part, go.Figure) else "children") for n, part in enumerate(first)
]
app.layout = dbc.Container(
    [
        html.H1("Financement"),
        dcc.Dropdown(list(tables), "agency", id="by"),
        dcc.Dropdown(["amount", "share"], "amount", id="unit"),
        dcc.Dropdown([*AMOUNTS, "execution_rate_pct"], "budget_usd", id="sort"),
        *(
            dcc.Graph(id=name, figure=part) if kind == "figure" else html.Div(part, id=name)
            for (name, kind), part in zip(names, first, strict=True)
        ),
    ]
)


@app.callback(
    [Output(*name) for name in names], Input("by", "value"), Input("unit", "value"), Input("sort", "value")
)
def draw(by: str, unit: str, sort: str) -> list[Any]:
    """The whole page for a choice."""
    return content(by, unit, sort)


server.test_client().get("/")
