"""A cache that many readers share: what it may keep is the same for everybody, and goes with the data."""

import threading
from http.client import HTTPConnection

import pytest
from bench.cache import program, varnish
from werkzeug.serving import make_server

from dashboard.web.caching import KEY_HEADER
from dashboard.web.version import page_version

KEPT = (
    "/fr/financement",
    "/en/funding?sort=gap",
    "/fr/csv/funding-money.csv",
    "/api/v1/places.json",
    "/data/places.csv",
    "/fr/picture/funding-money.svg",
    "/f/n~results",
)
READERS = (
    {"Accept-Language": "en", "User-Agent": "one", "Cookie": "other=1", "Referer": "https://news.example/"},
    {"Accept-Language": "fr", "User-Agent": "two", "X-Forwarded-For": "192.0.2.1"},
)


@pytest.mark.parametrize("address", KEPT)
def test_what_may_be_kept_names_its_version_and_is_the_same_for_every_reader(client, catalog, address):
    answers = [client.get(address, headers={"Accept-Encoding": "br", **reader}) for reader in READERS]
    for answer in answers:
        assert answer.cache_control.public
        assert answer.headers[KEY_HEADER] == page_version(catalog.version)
    if "Accept-Language" not in answers[0].headers["Vary"]:
        assert answers[0].get_data() == answers[1].get_data()
        assert answers[0].headers.get("ETag") == answers[1].headers.get("ETag")


def test_what_says_nothing_of_its_life_is_kept_by_nobody(client):
    assert client.get("/healthz").headers["Cache-Control"] == "no-cache"
    assert client.get("/api/v1/figures/none.json").headers["Cache-Control"] == "no-cache"
    assert client.get("/fr/rien").headers["Cache-Control"] == "no-store"


def test_a_file_whose_name_holds_a_hash_has_no_key(client, app):
    name = app.server.extensions["dashboard-files"].address("app.css")
    assert KEY_HEADER not in client.get(name).headers


class Origin:
    """The application, which counts what it is asked."""

    def __init__(self, wsgi):
        self.wsgi, self.asked = wsgi, []

    def __call__(self, environ, start_response):
        self.asked.append(environ["PATH_INFO"])
        return self.wsgi(environ, start_response)


@pytest.fixture
def origin(app):
    origin = Origin(app.server.wsgi_app)
    server = make_server("127.0.0.1", 0, origin, threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    origin.port = server.server_port
    yield origin
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def cache(origin):
    """The port of a Varnish with our file before the application."""
    if not program():
        pytest.skip("varnish, a package of Debian, is not installed")
    with varnish(origin.port) as port:
        yield port


def ask(port, method, path, **headers):
    connection = HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request(method, path, headers=headers)
    answer = connection.getresponse()
    content = answer.read()
    connection.close()
    return answer, content


def test_varnish_keeps_a_page_for_all_and_lets_it_go_with_the_data(cache, origin, catalog):
    page, brotli = "/fr/financement", {"Accept-Encoding": "gzip, deflate, br, zstd"}
    first, content = ask(cache, "GET", page, **brotli)
    assert (first.status, first.getheader("Content-Encoding")) == (200, "br")
    again, same = ask(cache, "GET", page, Cookie="tracker=1", **brotli)
    assert same == content
    assert KEY_HEADER not in again.headers
    assert origin.asked.count(page) == 1, "the second reader cost the server nothing"
    now = {KEY_HEADER: page_version(catalog.version)}
    ask(cache, "BAN", page, **now)
    ask(cache, "GET", page, **brotli)
    assert origin.asked.count(page) == 1, "what is of this version stays"
    ask(cache, "BAN", page, **{KEY_HEADER: "another-version"})
    ask(cache, "GET", page, **brotli)
    assert origin.asked.count(page) == 2, "what another version made went"
    ask(cache, "GET", "/healthz")
    ask(cache, "GET", "/healthz")
    assert origin.asked.count("/healthz") == 2
