"""The plotly.js files hold what our figures need, and are of the version that plotly.py writes for."""

import re
from functools import cache
from importlib.resources import files

import plotly.graph_objects as go
import pytest

from dashboard.components.islands import Chart
from dashboard.components.markup import islands
from dashboard.pages.registry import PAGES, context_of
from dashboard.settings import from_environment
from dashboard.web.addresses import sample_address

MOST_VALUES = 2
"""So many values of a choice are tried: more only repeat the same picture with other numbers."""


@cache
def bundle(name):
    return (from_environment().assets / name).read_text(encoding="utf-8")


@cache
def registered(name):
    return set(re.findall(r'moduleType[:=]"trace",(?:\w+\.)?name[:=]"(\w+)"', bundle(name)))


def views(catalog, page):
    address = sample_address(catalog, "fr", page)
    yield address, ""
    for choice in PAGES[page].choices(catalog):
        for value in (choice.allowed or ())[:MOST_VALUES]:
            yield address, f"{choice.name}={value}"


@cache
def charts(catalog, page):
    contexts = [context_of(catalog, address, query) for address, query in views(catalog, page)]
    return [
        (here, island)
        for here, context in {context.here: context for context in contexts}.items()
        for island in islands(PAGES[page].layout(context))
        if isinstance(island, Chart)
    ]


@pytest.mark.parametrize("page", PAGES)
def test_every_view_draws_with_what_its_bundle_has_and_carries_no_template(catalog, page):
    for view, chart in charts(catalog, page):
        drawn = {trace["type"] for trace in chart.figure["data"]}
        lacking = drawn - registered(getattr(chart, "bundle", "plotly.js"))
        assert not lacking, f"{view} draws {lacking}"
        assert "template" not in chart.figure["layout"], view


@pytest.mark.parametrize("page", PAGES)
def test_every_view_keeps_plotlys_rules(catalog, page):
    """Figures are plain data; here plotly.py reads them, which refuses what plotly.js does not know."""
    for _, chart in charts(catalog, page):
        go.Figure(chart.figure)


@pytest.mark.parametrize("name", ["plotly.js", "plotly-geo.js"])
def test_the_bundles_are_of_the_version_that_plotly_writes_for(name):
    stock = (files("plotly") / "package_data" / "plotly.min.js").read_text(encoding="utf-8")[:500]
    theirs = re.search(r"plotly\.js v(\d+)\.", stock)
    ours = re.match(r"/\* plotly\.js (\d+)\.", bundle(name))
    assert ours[1] == theirs[1]


def test_a_bundle_is_told_from_another():
    assert registered("plotly.js") >= {"scatter", "bar"}
    assert "choropleth" not in registered("plotly.js")
    assert registered("plotly-geo.js") >= {"scatter", "bar", "scattergeo", "choropleth"}
