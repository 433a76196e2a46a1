"""The watch over a folder: each look is a step of the test, no clock decides."""

import logging

import pytest
from flask import Flask

from dashboard.domain.errors import BrokenPackageError, Problem
from dashboard.store import content_hash
from dashboard.web.live import LOADING, Live

TABLE = "table.csv"


class Data:
    """What stands for a catalog: the version of a folder."""

    def __init__(self, folder):
        self.version = content_hash(folder)


class Folder:
    """Data are good but where the word "broken" stands in them."""

    def __init__(self, folder):
        self.folder = folder

    def open(self):
        if "broken" in (self.folder / TABLE).read_text():
            raise BrokenPackageError([Problem("table", 2, "", "", "quotes")])
        return Data(self.folder)

    def last_good(self):
        return None


class Looks:
    """Time as a watch sees it: before each look, what somebody does in the folder."""

    def __init__(self, *deeds):
        self._deeds = iter(deeds)

    def wait(self, _):
        """Whether the watch ends: when all is done."""
        deed = next(self._deeds, None)
        if deed:
            deed()
        return deed is None


def nothing():
    """Nobody does anything."""


@pytest.fixture
def write(tmp_path):
    """`write("text")` is a deed."""
    return lambda text: lambda: (tmp_path / TABLE).write_text(text)


@pytest.fixture
def live(tmp_path, write):
    write("good")()
    return Live(
        Folder(tmp_path),
        lambda data, before: Flask(data.version),
        lambda problems: [problem.rule for problem in problems],
        Data(tmp_path),
    )


def test_a_change_is_taken_up_when_it_has_come_to_rest(live, write, tmp_path):
    old, seen, taken = live.version, [], []

    def looked():
        seen.append(live.version)

    live.watch(taken.append, Looks(nothing, write("half"), write("half and half"), looked, looked)).join()
    assert seen == [old, live.version]
    assert live.version == content_hash(tmp_path) != old
    assert taken == [live.server]


def test_a_change_before_the_first_look_is_seen(live, write, tmp_path):
    write("changed while the server started")()
    live.watch(lambda server: None, Looks(nothing)).join()
    assert live.version == content_hash(tmp_path)


def test_a_fault_of_the_warm_up_ends_no_watch(live, write, tmp_path, caplog):
    def failing(server):
        raise OSError("no memory left")

    looks = Looks(write("second"), nothing, write("third"), nothing, nothing)
    live.watch(failing, looks).join()
    assert live.version == content_hash(tmp_path)
    assert "no memory left" in caplog.text


def test_broken_data_are_told_once_and_the_mended_ones_served(live, write, tmp_path, caplog):
    old, taken = live.version, []
    with caplog.at_level(logging.ERROR):
        live.watch(taken.append, Looks(write("broken"), nothing, nothing, nothing)).join()
        assert live.server.extensions[LOADING].failure["first"] == "quotes"
        assert (live.version, taken) == (old, [])
        live.watch(taken.append, Looks(write("mended"), nothing, nothing)).join()
    assert caplog.text.count("are refused") == 1
    assert live.version == content_hash(tmp_path)
    assert taken == [live.server]
    assert live.server.extensions[LOADING].failure == {}
