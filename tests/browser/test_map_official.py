"""The map within the official borders where their file is at hand, within invented ones elsewhere."""

import os
import random
import re
import subprocess
import sys

import pytest
from playwright.sync_api import expect
from tests.browser.conftest import ROOT

from dashboard.i18n import translator

pytestmark = pytest.mark.browser

FILE = next(
    (
        file
        for up in ROOT.parents
        if (file := up / "shared" / "geo" / "mli_adm2_codab20211220_full.geojson").is_file()
    ),
    None,
)


@pytest.fixture(scope="module")
def official(served, tmp_path_factory, request):
    """A server with the official borders, installed as operators do; else that with the invented ones."""
    if FILE is None:
        yield request.getfixturevalue("bordered")
        return
    folder = tmp_path_factory.mktemp("official")
    environment = {"DASHBOARD_BOUNDARIES": str(folder / "boundaries")}
    subprocess.run(
        [sys.executable, "-m", "dashboard", "boundaries", "install", str(FILE)],
        cwd=ROOT, env={**os.environ, "PYTHONPATH": "src", **environment}, check=True, capture_output=True,
    )  # fmt: skip
    yield from served(folder, environment)


@pytest.fixture
def site(official):
    return official


def views():
    """Filters by chance, the same at each run, with need and without, at both levels."""
    chance = random.Random(17)
    for level in ("cercle", "region"):
        for measure in ("results", "crisis", "crisis_share"):
            axis, season = chance.choice(["", "1", "2", "3"]), chance.choice(["2015", "2019", "2021", "2022"])
            yield f"level={level}&measure={measure}&axis={axis}&season={season}"


READ = """([code, shown]) => {
  const rows = [...document.querySelectorAll("#map-places-table tbody tr")].map((row) => [...row.cells]);
  const heads = [...document.querySelectorAll("#map-places-table thead th, #map-places-table thead td")];
  const at = (name) => heads.findIndex((head) => head.textContent.trim() === name);
  const text = (row, name) => row[at(name)].textContent.trim();
  const listed = [...document.querySelectorAll("#map-places-index li > [data-set^=place]")];
  const areas = [...document.querySelectorAll(".map-borders .place:not([aria-hidden])")];
  return {
    table: Object.fromEntries(rows.map((row) => [text(row, code), text(row, shown)])),
    map: Object.fromEntries(areas.map((area) => [area.dataset.place, area.getAttribute("aria-label")])),
    some: areas.filter((area) => area.classList.contains("is-some")).map((area) => area.dataset.place),
    list: listed.filter((link) => link.parentElement.querySelector(":scope > .value").textContent)
      .map((link) => link.dataset.set.slice(6)),
  };
}"""
"""What map, list and table say of each place, by its P-code."""


def test_map_list_and_table_tell_the_same_of_every_place(page, catalog):
    t, levels = translator("fr"), catalog["places"].set_index("place_id")["level"]
    for view in views():
        page.goto(f"/fr/carte?{view}")
        said = page.evaluate(READ, [t("map.pcode"), t("map.shown")])
        places = {place for place, level in levels.items() if f"level={level}&" in view}
        assert said["map"].keys() == places, view
        wrong = [place for place in places if not said["map"][place].endswith(said["table"][place])]
        assert wrong == [], view
        assert places & {*said["list"]} == {*said["some"]}, view


def test_the_areas_take_their_colour_from_the_year_that_is_chosen(page):
    page.goto("/fr/carte?measure=crisis")
    koro = page.locator('.map-frame [data-place="ML0505"]').first
    before = koro.get_attribute("aria-label")
    page.locator(".map-years a", has_text="2015").click()
    expect(page).to_have_url(re.compile("season=2015"))
    expect(koro).not_to_have_attribute("aria-label", before)
    expect(page.locator("#map-head")).to_contain_text("2015")
