"""Data change under readers: nothing is lost, nothing is mixed, and broken data change nothing."""

import gc
import logging
import pickle
import re
import sys
import threading
import weakref
from dataclasses import replace
from types import SimpleNamespace
from urllib.request import Request, urlopen

import pytest
from werkzeug.serving import make_server
from werkzeug.test import Client

from dashboard.operate.last_good import DataSource
from dashboard.store.build import kept
from dashboard.web.app import create_app
from dashboard.web.live import Live

OLD, NEW = "Programme alimentaire mondial,", "Programme alimentaire mondial (nouveau),"
CLIENTS = 20
ROUNDS = 3
PAUSE = 0.2
"""Seconds between two looks of a reader: twenty who never pause leave the swap no time."""


def renamed(package):
    """One name of the data becomes another: a page shows it, a file holds it."""
    table = package / "agencies.csv"
    text = table.read_text(encoding="utf-8")
    table.write_text(text.replace(OLD, NEW), encoding="utf-8")


def broken(package):
    (package / "axes.csv").write_text("broken\n", encoding="utf-8")


@pytest.fixture
def live(package, settings, build):
    own = replace(settings, data=package, build=build)
    source = DataSource(package, own.build)
    return Live(
        source,
        lambda catalog, before: create_app(own, catalog, before).server,
        lambda problems: [problem.rule for problem in problems],
        source.open(),
    )


def seen(text):
    """(data version that the page carries, whether the new name stands in it)"""
    return re.search(r'"version":"(\w+)-', text)[1], "(nouveau)" in text


def test_changed_data_are_served_and_open_pages_keep_their_files(live, package, quick_files):
    client = Client(live)
    first = client.get("/fr/agence/pam").text
    words = re.search(r"/static/acronyms-fr\.\w+\.json", first)[0]
    old = live.version
    assert seen(first) == (old, False)
    renamed(package)
    assert live.refresh()
    assert seen(client.get("/fr/agence/pam").text) == (live.version, True)
    assert live.version != old
    assert client.get(words).status_code == 200
    assert live.version in client.get("/data/mali-results.zip").headers["Content-Disposition"]
    assert NEW in client.get("/data/agencies.csv").text
    assert client.get("/healthz").json["data"] == live.version
    assert not live.refresh()


def test_broken_data_change_nothing_and_the_operator_hears_of_it(live, package, caplog):
    client, before = Client(live), live.version
    table = package / "axes.csv"
    good, served = table.read_bytes(), client.get("/data/axes.csv").data
    broken(package)
    with caplog.at_level(logging.ERROR):
        assert not live.refresh()
        assert not live.refresh()
    assert caplog.text.count("refused") == 1
    health = client.get("/healthz").json
    assert (health["status"], health["data"]) == ("ok", before)
    assert health["failure"]["problems"] > 0
    assert health["failure"]["first"]
    assert client.get("/data/axes.csv").data == served
    table.write_bytes(good)
    assert not live.refresh()
    assert client.get("/healthz").json["failure"] == {}


def test_many_readers_during_a_swap_lose_nothing_and_see_no_mixture(live, package, quick_files):
    server = make_server("127.0.0.1", 0, live, threaded=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    versions, faults, swapped = set(), [], threading.Event()

    def fetch(path):
        address = f"http://127.0.0.1:{server.server_port}{path}"
        with urlopen(Request(address), timeout=60) as answer:
            return answer.read().decode()

    def read():
        try:
            left = ROUNDS
            while left:
                left -= swapped.is_set()
                version, new = seen(fetch("/fr/agence/pam"))
                versions.add((version, new))
                fetch("/data/agencies.csv")
                swapped.wait(PAUSE)
        except Exception as fault:
            faults.append(fault)

    readers = [threading.Thread(target=read) for _ in range(CLIENTS)]
    for reader in readers:
        reader.start()
    old = live.version
    renamed(package)
    live.refresh()
    swapped.set()
    for reader in readers:
        reader.join(timeout=120)
    server.shutdown()
    assert faults == []
    assert versions == {(old, False), (live.version, True)}


def test_a_dozen_reloads_leave_two_versions_in_memory(catalog, settings, monkeypatch, build, tmp_path):
    """The one that is served, and what the last request to the one before may still hold."""
    made = {}

    def kept_once(folder, name, stamp, make):
        """As if the build folder had every file of every version: making them is not what is measured."""
        key = (name, stamp if name.endswith((".br", ".gz")) else "")
        return made[key] if key in made else made.setdefault(key, kept(folder, name, stamp, make))

    for name, module in list(sys.modules.items()):
        if name.startswith("dashboard.web.") and hasattr(module, "kept"):
            monkeypatch.setattr(module, "kept", kept_once)
    folder, written = {"version": "0"}, pickle.dumps(dict(catalog.frames))
    monkeypatch.setattr("dashboard.web.live.content_hash", lambda _: folder["version"])
    own, alive, sizes = replace(settings, build=build), weakref.WeakSet(), []

    def make(data, before):
        alive.add(data)
        return create_app(own, data, before).server

    def loaded():
        # Frames and indexes of their own: pandas notes in them who was made of them.
        frames = pickle.loads(written)
        return replace(catalog, frames=frames, version=folder["version"])

    live = Live(SimpleNamespace(folder=tmp_path, open=loaded), make, list, catalog)
    for number in range(1, 13):
        folder["version"] = f"{number:010x}"
        assert live.refresh()
        assert Client(live).get("/fr/agence/pam").status_code == 200
        gc.collect()
        sizes.append(len(gc.get_objects()))
    assert len(alive) <= 2
    assert sizes[-1] < 1.01 * sizes[5]
