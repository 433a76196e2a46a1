"""Whatever is posted to the callbacks, the answer is a figure or a short refusal; never a trace."""

import copy

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard.components.markup import islands
from dashboard.pages.registry import PAGES, context_of
from dashboard.web.dash.contract import page_callback
from dashboard.web.version import page_version

UPDATE = "/dash/_dash-update-component"
VIEW = {"path": "/fr/financement", "query": "sort=gap", "before": ""}


@pytest.fixture(autouse=True)
def of_these_data(catalog):
    VIEW["version"] = page_version(catalog.version)


@pytest.fixture
def exchange(catalog):
    layout = PAGES["funding"].layout(context_of(catalog, VIEW["path"], ""))
    return page_callback("funding", islands(layout))


def changed(question, place, value):
    body = copy.deepcopy(question)
    *way, last = place
    inner = body
    for step in way:
        inner = inner[step]
    inner[last] = value
    return body


def refused(answer):
    assert 400 <= answer.status_code < 500
    assert len(answer.data) < 200
    assert "Traceback" not in answer.text
    return True


def test_the_question_of_a_browser_is_answered(client, exchange):
    answer = client.post(UPDATE, json=exchange.question(VIEW))
    assert answer.status_code == 200
    assert "funding-money-board" in answer.json["response"]


def test_a_remembered_answer_is_the_one_that_dash_gave(client, exchange):
    for encoding in ("", "gzip", "br"):
        headers = {"Accept-Encoding": encoding}
        first = client.post(UPDATE, json=exchange.question(VIEW), headers=headers)
        again = client.post(UPDATE, json=exchange.question(VIEW), headers=headers)
        assert first.data == again.data
        assert (
            first.headers.get("Content-Encoding", "") == again.headers.get("Content-Encoding", "") == encoding
        )


def test_answers_of_different_views_are_kept_apart(client, exchange):
    views = [VIEW, {**VIEW, "query": "sort=spent"}, {**VIEW, "before": "sort=gap"},
             {**VIEW, "path": "/en/funding"}]  # fmt: skip
    answers = [client.post(UPDATE, json=exchange.question(view)).data for view in views * 2]
    assert len(set(answers)) == 4
    assert answers[:4] == answers[4:]


@pytest.mark.parametrize(
    "content, kind",
    [
        (b"", "application/json"),
        (b"{", "application/json"),
        (b"\xff\xfe", "application/json"),
        (b"[]", "application/json"),
        (b"null", "application/json"),
        (b'{"output": 1}', "application/json"),
        (b'{"output": ["x"]}', "application/json"),
        (b'{"output": "..unknown.figure.."}', "application/json"),
        (b"x=1", "application/x-www-form-urlencoded"),
        (b"[" * 5000, "application/json"),
        (b" " * 100_000, "application/json"),
    ],
)
def test_a_body_of_another_shape_is_refused(client, content, kind):
    assert refused(client.post(UPDATE, data=content, content_type=kind))


@pytest.mark.parametrize(
    "place, value",
    [
        (("inputs",), []),
        (("inputs",), "x"),
        (("inputs", 0, "id"), "other"),
        (("inputs", 0, "value"), None),
        (("inputs", 0, "value", "path"), 7),
        (("inputs", 0, "value", "path"), "/fr/rien"),
        (("inputs", 0, "value", "path"), "/fr/"),
        (("inputs", 0, "value", "path"), "../../etc/passwd"),
        (("inputs", 0, "value", "query"), {"sort": "gap"}),
        (("inputs", 0, "value", "more"), "x"),
        (("outputs",), []),
        (("outputs", 0, "id"), "other"),
        (("changedPropIds",), ["x.y"]),
        (("inputs", 0, "value", "version"), None),
    ],
)
def test_a_question_with_one_wrong_part_is_refused(client, exchange, place, value):
    assert refused(client.post(UPDATE, json=changed(exchange.question(VIEW), place, value)))


def test_what_a_newer_dash_may_send_besides_never_reaches_dash(client, exchange):
    question = exchange.question(VIEW)
    plain = client.post(UPDATE, json=question)
    more = {**question, "state": [{"id": "x", "property": "y", "value": 1}], "new": {"a": [1]}}
    for _ in range(2):
        assert client.post(UPDATE, json=more).data == plain.data
    changed_view = {**VIEW, "query": "sort=budget"}
    fresh = client.post(UPDATE, json={**exchange.question(changed_view), "state": "x", "background": 1})
    assert fresh.status_code == 200


@pytest.mark.parametrize(("part", "what"), [(0, "data"), (1, "site")])
def test_a_page_of_another_version_is_told_so(client, exchange, part, what):
    parts = VIEW["version"].split("-")
    parts[part] = "0123456789"
    answer = client.post(UPDATE, json=exchange.question({**VIEW, "version": "-".join(parts)}))
    assert (answer.status_code, answer.json) == (409, {"changed": what})
    assert answer.headers["Cache-Control"] == "no-store"


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(query=st.text(max_size=300), before=st.text(max_size=300))
def test_any_query_is_answered_with_a_view(client, exchange, query, before):
    answer = client.post(UPDATE, json=exchange.question({**VIEW, "query": query, "before": before}))
    assert answer.status_code == 200


def test_other_methods_and_endless_bodies_are_refused(client):
    assert refused(client.put(UPDATE, json={}))
    assert refused(client.post(UPDATE, data=b"{}", headers={"Content-Length": "99999999999"}))
