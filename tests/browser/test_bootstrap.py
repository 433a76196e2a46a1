"""The part of Bootstrap that the server draws is what dash-bootstrap-components draws by its scripts."""

import threading

import dash_bootstrap_components as dbc
import pytest
from dash import Dash, html
from werkzeug.serving import make_server

from dashboard.components.markup import markup

pytestmark = pytest.mark.browser
CHOICES = [{"label": "Entité", "value": "agency"}, {"label": "Axe", "value": "axis"}]
SPOKEN = {
    "select": dbc.Select(options=CHOICES, value="axis", name="by", className="wide"),
    "input": dbc.Input(type="search", name="q", value="eau", placeholder="Bankass", maxlength=100),
    "textarea": dbc.Textarea(name="text", rows=3, required=True),
    "table": dbc.Table([html.Caption("Argent"), html.Tbody(html.Tr(html.Td("1")))], className="sortable"),
}
TOLD = """(tag) => {
  const element = document.querySelector(tag);
  const options = [...element.querySelectorAll("option")].map(option => [option.value, option.text]);
  const chosen = options.filter(([value]) => value);
  const names = [...element.classList].sort();
  return [names, element.getAttribute("name"), element.value, chosen, element.rows?.length];
}"""
"""An element in short; without the empty option that the library keeps for "nothing chosen yet"."""


@pytest.fixture(scope="module")
def stock():
    """The address of a Dash page that lets the library draw."""
    app = Dash(__name__)
    app.layout = html.Div(list(SPOKEN.values()))
    server = make_server("127.0.0.1", 0, app.server, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    thread.join()
    server.server_close()


def test_what_the_server_draws_is_what_the_library_draws(browser, stock):
    theirs, ours = browser.new_page(), browser.new_page()
    theirs.goto(stock)
    theirs.locator("table").wait_for()
    ours.set_content("".join(map(markup, SPOKEN.values())))
    for tag in SPOKEN:
        assert ours.evaluate(TOLD, tag) == theirs.evaluate(TOLD, tag), tag
    theirs.close()
    ours.close()


def test_a_component_that_needs_scripts_is_refused():
    with pytest.raises(TypeError, match="Tooltip"):
        markup(dbc.Tooltip("…", target="by"))
