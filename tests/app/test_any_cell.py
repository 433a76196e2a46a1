"""What the check accepts, every page serves: one cell is changed at random, then the pages are asked."""

import csv
import io
import json
import logging
import re
from dataclasses import replace
from types import MappingProxyType

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard.components.markup import markup
from dashboard.i18n import LANGUAGES, translator
from dashboard.operate.opening import view_problems
from dashboard.pages.registry import PAGES, context_of
from dashboard.presenters.reader import address
from dashboard.settings import from_environment
from dashboard.store.catalog import Catalog
from dashboard.store.package import faults_of_tables
from dashboard.store.reading import read_table, read_tables
from dashboard.store.vocabularies import codes_of
from dashboard.web.tables import spreadsheet_csv, table_records

SOURCE = from_environment().data
PACKAGE = json.loads((SOURCE / "datapackage.json").read_text(encoding="utf-8"))
RESOURCES = {resource["name"]: resource for resource in PACKAGE["resources"]}
MENU = [page.name for page in PAGES.values() if page.in_menu]
EXAMPLES = 12
FIGURES = 3
"""Numbers of the pages that are followed to their passports."""

STRANGE = ["", "0", "1", "-1", "2", "0.5", "2022", "9999999999", "x", "true", "=", "total", "Été, œuf & <b>"]
OF_A_ROW = {"agencies": "agency", "axes": "axis", "places": "place"}
"""Table -> the page that each of its rows has."""


def cells_of(table):
    text = (SOURCE / RESOURCES[table]["path"]).read_text(encoding="utf-8")
    return list(csv.reader(io.StringIO(text, newline="")))


@st.composite
def changes(draw):
    """(table, row, column, value): a value of the same column or row, or a strange one."""
    table = draw(st.sampled_from(sorted(RESOURCES)))
    rows = cells_of(table)
    row = draw(st.integers(1, len(rows) - 1))
    column = draw(st.integers(0, len(rows[0]) - 1))
    others = sorted({cells[column] for cells in rows[1:]} | set(rows[row]))
    return table, row, column, draw(st.sampled_from(others) | st.sampled_from(STRANGE))


@pytest.fixture(scope="module")
def sound():
    return read_tables(SOURCE, PACKAGE["resources"])


def opened(change, sound, folder):
    """The data with a changed cell; None where the check refuses them."""
    table, row, column, value = change
    rows = cells_of(table)
    rows[row][column] = value
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    resource = RESOURCES[table]
    (folder / resource["path"]).write_text(text.getvalue(), encoding="utf-8")
    changed = read_table(folder, resource, codes_of(sound["terms"].frame))
    tables = {name: replace(known, spoilt=set()) for name, known in sound.items()} | {table: changed}
    if table == "terms":
        codes = codes_of(changed.frame)
        tables |= {name: read_table(SOURCE, RESOURCES[name], codes) for name in tables if name != "terms"}
    if faults_of_tables(PACKAGE, tables):
        return None
    frames = {name: known.frame.reset_index(drop=True) for name, known in tables.items()}
    lines = {name: known.frame.index.tolist() for name, known in tables.items()}
    catalog = Catalog(PACKAGE, MappingProxyType(frames), "random", lines=lines)
    return None if list(view_problems(catalog)) else catalog


def asked(catalog, change, t, pages):
    """Addresses of pages of the menu, and of those about the row: (path, query)."""
    table, row, _, _ = change
    key = str(catalog[table].iloc[row - 1, 0])
    yield from ((address(t, page), "") for page in pages)
    if table in OF_A_ROW:
        yield address(t, OF_A_ROW[table], key), ""
    if table in ("indicators", "observations"):
        indicator = str(catalog[table].iloc[row - 1]["indicator_id"])
        yield address(t, "trends"), f"indicator={indicator}"
    if table in ("results", "result_figures", "result_places", "result_themes"):
        yield address(t, "results"), f"q={key}"


def html_of(catalog, path, query):
    context = context_of(catalog, path, query)
    if context is None:
        return ""
    page = PAGES[context.page]
    page.every_card(context)
    return markup(page.layout(context))


@settings(max_examples=EXAMPLES, suppress_health_check=list(HealthCheck))
@given(
    change=changes(),
    language=st.sampled_from(LANGUAGES),
    pages=st.lists(st.sampled_from(MENU), max_size=2, unique=True),
)
def test_what_is_accepted_is_served(change, language, pages, sound, tmp_path, caplog):
    catalog = opened(change, sound, tmp_path)
    if catalog is None:
        return
    caplog.clear()
    with caplog.at_level(logging.ERROR):
        html = "".join(
            html_of(catalog, path, query)
            for path, query in asked(catalog, change, translator(language), pages)
        )
        key = re.escape(str(catalog[change[0]].iloc[change[1] - 1, 0]))
        figures = dict.fromkeys(re.findall(rf'"(/[a-z]+/[a-z]+/[a-z]~[^"]*{key}[^"]*)"', html))
        for figure in list(figures)[:FIGURES]:
            html_of(catalog, figure, "")
        resource = catalog.resource(change[0])
        assert resource
        spreadsheet_csv(resource, table_records(catalog, change[0]), language)
    assert not caplog.records, caplog.text[:2000]
