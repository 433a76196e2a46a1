"""What we lean on in Dash is still there: whatever is asked of its wire is asked here, and only of the
installed Dash."""

import re

import pytest
from dash import html
from dash.development.base_component import Component
from flask import Flask

from dashboard.components.islands import Chart, Choices, Fragment
from dashboard.components.markup import markup
from dashboard.web.dash.contract import (
    OURS,
    PREFIX,
    PREPARED,
    RENDERER_KEYS,
    UPDATE,
    VIEW,
    dash_app,
    page_callback,
    renderer_config,
    scripts,
    view_in,
)
from dashboard.web.version import page_version

CALLBACK = page_callback(
    "x",
    [
        Choices(id="x-form", children=[], action="", presets={}, label=""),
        Chart(id="x-chart", figure={}, still="", label="", heading="", height=1),
        Fragment(id="x-text", children="a"),
    ],
)
VIEW_ASKED = dict.fromkeys(VIEW, "")


@pytest.fixture(scope="module")
def renderer():
    return scripts()[-1].read_text(encoding="utf-8")


@pytest.fixture
def stock(tmp_path):
    return dash_app(Flask("stock", static_folder=None), tmp_path)


def test_dash_has_every_setting_that_we_hand_on_with_the_types_that_we_know(stock):
    own, kinds = stock._config(), {str: ("update_title", "url_base_pathname", "requests_pathname_prefix")}
    for key in RENDERER_KEYS:
        assert isinstance(own[key], str if key in kinds[str] else bool), key
    for key, value in OURS.items():
        assert isinstance(own[key], type(value)), key


def test_no_page_tells_of_the_server_or_differs_by_visit(stock, tmp_path):
    again = dash_app(Flask("again", static_folder=None), tmp_path)
    assert renderer_config(stock) == renderer_config(again)
    assert set(renderer_config(stock)) == {*RENDERER_KEYS, *OURS}


def test_the_environment_switches_nothing_on(monkeypatch, tmp_path, stock):
    for name in ("DASH_DEBUG", "DASH_UI", "DASH_PROPS_CHECK", "DASH_HOT_RELOAD"):
        monkeypatch.setenv(name, "true")
    other = dash_app(Flask("other", static_folder=None), tmp_path)
    assert renderer_config(other) == renderer_config(stock)


def test_dash_s_own_scripts_are_where_it_says(renderer):
    names = [path.name for path in scripts()]
    assert all(path.is_file() for path in scripts())
    assert [re.match(r"[a-z]+([-_][a-z]+)*", name)[0] for name in names] == [
        "react",
        "react-dom",
        "prop-types",
        "dash_renderer",
    ]
    assert "DashRenderer" in renderer


@pytest.mark.parametrize("address", [*PREPARED, UPDATE])
def test_the_renderer_asks_at_the_addresses_that_we_answer(renderer, address):
    assert address in renderer


@pytest.mark.parametrize("key", [*CALLBACK.question(VIEW_ASKED), "react-entry-point", "_dash-config"])
def test_the_renderer_speaks_of_every_part_of_a_question(renderer, key):
    assert key in renderer


@pytest.mark.parametrize("key", CALLBACK.dependency)
def test_the_renderer_reads_every_part_of_a_dependency(renderer, key):
    assert key in renderer


def test_dash_describes_the_callback_as_we_do(stock):
    from dash import Input, Output

    outputs = [Output(*output) for output in CALLBACK.outputs]
    stock.callback(outputs, Input(CALLBACK.form, "view"), prevent_initial_call=True)(lambda view: None)
    own = stock._callback_list[-1]
    for key, value in CALLBACK.dependency.items():
        assert own[key] == value, key


def test_dash_answers_the_question_that_we_describe(stock):
    from dash import Input, Output

    outputs = [Output(*output) for output in CALLBACK.outputs]
    stock.callback(outputs, Input(CALLBACK.form, "view"), prevent_initial_call=True)(lambda view: [{}, "b"])
    question = CALLBACK.question(VIEW_ASKED)
    answer = stock.server.test_client().post(PREFIX + UPDATE, json=question)
    assert answer.json["response"] == {"x-chart": {"figure": {}}, "x-text": {"html": "b"}}


def test_a_question_is_known_again_with_more_in_it():
    question = CALLBACK.question(VIEW_ASKED)
    assert view_in(question) == VIEW_ASKED
    assert CALLBACK.asks({**question, "more": 1}, VIEW_ASKED)
    assert not CALLBACK.asks({**question, "outputs": []}, VIEW_ASKED)
    assert view_in({**question, "inputs": []}) is None


def test_components_keep_what_they_were_given_under_their_names():
    """`markup` reads it with `vars`; the same page has the same bytes at each start."""
    button = html.Button("x", **{"data-b": "1"}, type="button", **{"aria-a": "2"})
    assert markup(button) == '<button aria-a="2" data-b="1" type="button">x</button>'


def test_islands_are_components_without_a_build():
    for kind in (Chart, Choices, Fragment):
        assert issubclass(kind, Component)
        assert (kind._namespace, kind._prop_names[0]) == ("dashboard", "id")


def test_every_page_carries_its_version(client, catalog):
    assert f'"version":"{page_version(catalog.version)}"' in client.get("/fr/financement").text
