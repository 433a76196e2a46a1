"""What one gets without thinking: the same numbers on a stock Dash page, to compare with.

`BENCH_FIGURES=express` draws with plotly express, `objects` with graph_objects and the stock template.
"""

import os
from pathlib import Path

import dash_bootstrap_components as dbc
import pandas as pd
import plotly.express as px
import plotly.graph_objects as go
from dash import Dash, Input, Output, dash_table, dcc, html

DATA = Path(__file__).resolve().parents[1] / "data"
MEASURES = ["budget_usd", "mobilised_usd", "spent_usd"]
rows = pd.read_csv(DATA / "finance_agencies.csv").merge(pd.read_csv(DATA / "agencies.csv"), on="agency_id")
rows["gap_usd"] = rows["budget_usd"] - rows["mobilised_usd"]


def bars(sort: str, columns: list[str]) -> go.Figure:
    """Grouped bars by agency, in an order."""
    shown = rows.sort_values(sort)
    height = 120 + 24 * len(shown) * len(columns)
    if os.environ.get("BENCH_FIGURES") == "objects":
        traces = [go.Bar(y=shown["acronym_fr"], x=shown[c], name=c, orientation="h") for c in columns]
        return go.Figure(traces).update_layout(barmode="group", height=height)
    long = shown.melt(id_vars="acronym_fr", value_vars=columns, var_name="measure", value_name="usd")
    figure = px.bar(long, x="usd", y="acronym_fr", color="measure", orientation="h", barmode="group")
    return figure.update_layout(height=height)


def figures(sort: str) -> tuple[go.Figure, go.Figure, go.Figure]:
    """The three charts of the page."""
    return bars(sort, MEASURES), bars(sort, ["gap_usd"]), bars(sort, ["execution_rate_pct"])


app = Dash(__name__, external_stylesheets=[])
server = app.server
first = figures("budget_usd")
app.layout = dbc.Container(
    [
        html.H1("Financement"),
        dbc.Row(
            [dbc.Col(html.Div([html.H2(m), html.P(f"{rows[m].sum():,}")])) for m in [*MEASURES, "gap_usd"]]
        ),
        dcc.Dropdown([*MEASURES, "gap_usd"], "budget_usd", id="sort"),
        *(dcc.Graph(id=f"chart-{place}", figure=figure) for place, figure in enumerate(first)),
        dash_table.DataTable(rows[["acronym_fr", *MEASURES]].to_dict("records"), id="table"),
    ]
)


@app.callback([Output(f"chart-{place}", "figure") for place in range(3)], Input("sort", "value"))
def draw(sort: str) -> tuple[go.Figure, go.Figure, go.Figure]:
    """The charts in the chosen order."""
    return figures(sort)


server.test_client().get("/")
