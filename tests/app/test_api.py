"""JSON for programs keeps its promises: the description says what is answered, errors are JSON."""

import json
import re

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from dashboard.domain.figure_ids import money_id, result_id
from dashboard.i18n import LANGUAGES
from dashboard.presenters.results.paging import MOST_ON_A_PAGE


@pytest.fixture(scope="module")
def api(app):
    description = app.server.test_client().get("/api/v1/openapi.json").json
    resource = Resource.from_contents(
        {"$schema": "https://json-schema.org/draft/2020-12/schema", **description}
    )
    return description, Registry().with_resource("urn:api", resource)


def answer_schema(description, path, status="200"):
    return description["paths"][path]["get"]["responses"][status]["content"]["application/json"]["schema"]


def faults(api, path, content, status="200"):
    description, registry = api
    schema = json.loads(json.dumps(answer_schema(description, path, status)).replace('"#/', '"urn:api#/'))
    return [error.message for error in Draft202012Validator(schema, registry=registry).iter_errors(content)]


def test_the_description_is_openapi_3_1(api):
    description, _ = api
    assert description["openapi"] == "3.1.0"
    assert set(description) >= {"info", "servers", "paths", "components"}
    references = set(re.findall(r'"\$ref": "#/components/schemas/([^"]+)"', json.dumps(description)))
    assert references <= set(description["components"]["schemas"])
    for schema in description["components"]["schemas"].values():
        Draft202012Validator.check_schema(schema)
    for operation in description["paths"].values():
        for parameter in operation["get"].get("parameters", []):
            assert {"name", "in", "schema"} <= set(parameter)


def test_the_description_says_which_filters_take_several_values_and_they_do(client, api, catalog):
    description, _ = api
    filters = {one["name"]: one for one in description["paths"]["/results.json"]["get"]["parameters"]}
    several = {name for name, one in filters.items() if one["schema"]["type"] == "array"}
    assert several == set(filters) - {"year", "text", "page"}
    one, other = filters["axis"]["schema"]["items"]["enum"][:2]
    asked = ("axis={one}", "axis={other}", "axis={one}&axis={other}", "axis={one},{other}")
    found = [
        len(client.get("/api/v1/results.json?" + query.format(one=one, other=other)).json["results"])
        for query in asked
    ]
    assert found[2] == found[3] == found[0] + found[1] > max(found[:2])


def test_every_described_address_answers_what_it_says(client, api, catalog):
    description, _ = api
    key = result_id(catalog["results"]["result_id"].iloc[0])
    for path in description["paths"]:
        answer = client.get("/api/v1" + path.replace("{id}", key))
        assert answer.status_code == 200, path
        assert answer.mimetype == "application/json"
        assert path == "/openapi.json" or answer.json["version"] == catalog.version
        assert faults(api, path, answer.json) == [], path


def test_a_schema_refuses_a_broken_row(api, client):
    content = client.get("/api/v1/tables/results.json").json
    content["rows"][0]["year"] = "last year"
    assert faults(api, "/tables/results.json", content) != []


def test_tables_hold_every_row_with_null_for_nothing(client, catalog):
    rows = client.get("/api/v1/tables/finance_totals.json").json["rows"]
    assert len(rows) == len(catalog["finance_totals"])
    assert next(row for row in rows if row["table"] == "text")["budget_usd"] is None


def test_results_follow_the_filters(client, catalog):
    axis = catalog["axes"]["axis_id"].iloc[-1]
    rows = client.get(f"/api/v1/results.json?axis={axis}").json["results"]
    assert rows
    assert all(row["output_id"].startswith(f"{axis}.") for row in rows)
    assert all(set(row) >= {"figures", "places", "agencies", "passport"} for row in rows)
    everything = client.get("/api/v1/results.json").json["results"]
    assert {row["result_id"] for row in everything} == set(catalog["results"]["result_id"])


def test_figures_are_told_in_both_languages(client, catalog):
    row = catalog["finance_agencies"].iloc[0]
    figure = client.get(
        f"/api/v1/figures/{money_id('agencies', row['year'], row['agency_id'], 'spent')}.json"
    ).json
    assert figure["value"] == row["spent_usd"]
    assert set(figure["citation"]) == set(figure["text"]) == {"fr", "en"}
    report = catalog["sources"].query("kind == 'report'").iloc[0]
    for language in LANGUAGES:
        assert figure["source"]["publisher"][language] == report[f"publisher_{language}"]
        assert figure["source"]["attribution"][language] == report[f"attribution_{language}"]
        assert report[f"attribution_{language}"] in figure["citation"][language]


@pytest.mark.parametrize("path", ["tables/nothing.json", "figures/o~nothing.json", "nothing"])
def test_what_does_not_exist_is_a_json_error(client, path):
    answer = client.get(f"/api/v1/{path}")
    assert (answer.status_code, answer.json["status"]) == (404, 404)
    assert answer.json["detail"]


@pytest.mark.parametrize("query", ["axis=99", "what=1", "year=nineteen"])
def test_a_filter_that_does_not_exist_is_refused_in_words(client, query):
    answer = client.get(f"/api/v1/results.json?{query}")
    assert (answer.status_code, answer.json["status"]) == (400, 400)
    assert query.split("=")[0] in answer.json["detail"]


def test_a_figure_keeps_its_reserve(client):
    """`plus de 350 000` is no 350 000 for programs either; nor is a result's first figure."""
    figures = {
        "o~idp-people-total-2022-report": ">",
        "r~2021-spotlight-08": ">=",
        "r~2021-spotlight-10~1": "~",
    }
    figures["m~agencies~2021~pam~spent"] = "="
    for figure, qualifier in figures.items():
        assert client.get(f"/api/v1/figures/{figure}.json").json["qualifier"] == qualifier


def test_places_carry_p_codes_and_how_many_results_name_them(client, catalog):
    places = client.get("/api/v1/places.json").json["places"]
    named = catalog["result_places"]["place_id"].value_counts()
    assert {
        place["place_id"]: place["results_naming_it"] for place in places if place["results_naming_it"]
    } == dict(named)


def test_a_refused_method_is_a_json_error_too(client):
    answer = client.post("/api/v1/results.json")
    assert (answer.status_code, answer.json["status"]) == (405, 405)


def test_every_figure_and_table_comes_with_the_licence_of_its_source(client, catalog):
    """What the report prints is not ours to license; a public value has its publisher's terms."""
    licence = catalog["sources"].set_index("source_id")["licence"]
    printed = client.get("/api/v1/figures/m~agencies~2021~pam~spent.json").get_json()
    assert printed["licence"] == licence["un-mali-2021"] != catalog.package["licenses"][0]["name"]
    public = catalog["observations"].query("source_id == 'uis'").iloc[0]
    figure = client.get(f"/api/v1/figures/o~{public['observation_id']}.json").get_json()
    assert figure["licence"] == licence[public["source_id"]]
    assert all(figure["source"]["licence"].values())
    rows = client.get("/api/v1/tables/observations.json").get_json()
    assert licence["un-mali-2021"] in rows["licence"].split("; ")


def test_results_come_in_pages_to_who_asks_for_them(client):
    whole = client.get("/api/v1/results.json").json
    assert whole["count"] == len(whole["results"])
    assert client.get("/api/v1/results.json?page=1").json["results"] == whole["results"][:MOST_ON_A_PAGE]
    beyond = client.get("/api/v1/results.json?page=999").json
    assert (beyond["count"], beyond["results"]) == (whole["count"], [])
    assert client.get("/api/v1/results.json?page=0").status_code == 400
