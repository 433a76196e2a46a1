"""The description of the tables with one entry changed at random: told in words, or every page serves."""

import json
import logging
import random
from dataclasses import replace

import pytest

from dashboard.components.markup import markup
from dashboard.domain.errors import BrokenPackageError
from dashboard.i18n import LANGUAGES, translator
from dashboard.operate.opening import open_data
from dashboard.operate.report import problem_lines
from dashboard.pages.registry import PAGES, context_of
from dashboard.presenters.reader import address
from dashboard.store import reading
from dashboard.web.tables import spreadsheet_csv, table_records
from store.test_slips import JARGON

SEEDS = range(6)
GONE = object()
VALUES = (GONE, None, "", "x", 0, -1, True, [], {}, ["x"], {"x": "x"})
SHOWN = ("data", "funding", "trends")
"""Pages that say most of what the description holds."""


@pytest.fixture(scope="module")
def known_tables():
    return {}


@pytest.fixture(autouse=True)
def read_once(known_tables, monkeypatch):
    """Only the table whose description changes is read anew."""
    read = reading.read_table

    def remembering(folder, resource, codes):
        key = repr((resource, codes))
        table = known_tables.get(key) or known_tables.setdefault(key, read(folder, resource, codes))
        return replace(table, problems=list(table.problems), spoilt=set(table.spoilt))

    monkeypatch.setattr(reading, "read_table", remembering)


def entries(node, path=()):
    """Where anything stands in the description."""
    pairs = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for name, value in pairs:
        yield (*path, name)
        yield from entries(value, (*path, name))


def changed(package, seed):
    """The description with one entry that is another, or gone; (entry, value) says which."""
    chance = random.Random(seed)
    # What stands high concerns all tables: it is tried as often as the thousands of entries of columns.
    places = list(entries(package))
    *way, last = chance.choice([p for p in places if len(p) <= 2] if seed % 2 else places)
    value = chance.choice(VALUES)
    node = package
    for name in way:
        node = node[name]
    if value is GONE:
        del node[last]
    else:
        node[last] = value
    return (*way, last), value


@pytest.mark.parametrize("seed", SEEDS)
def test_a_changed_description_is_told_or_served(package, seed, caplog):
    path = package / "datapackage.json"
    description = json.loads(path.read_text(encoding="utf-8"))
    changed(description, seed)
    path.write_text(json.dumps(description), encoding="utf-8")
    try:
        catalog = open_data(package)
    except BrokenPackageError as broken:
        for language in LANGUAGES:
            lines = problem_lines(broken.problems, translator(language))
            assert lines == list(dict.fromkeys(lines))
            # The place names entries, which are the description's own words.
            assert [line for line in lines if JARGON.search(line.rpartition(":")[2])] == []
        return
    with caplog.at_level(logging.ERROR):
        for page in SHOWN:
            context = context_of(catalog, address(translator("fr"), page), "")
            assert markup(PAGES[page].layout(context)).count("<h1") == 1
        resource = catalog.resource("finance_agencies")
        assert resource
        spreadsheet_csv(resource, table_records(catalog, "finance_agencies"), "fr")
    assert caplog.records == []
