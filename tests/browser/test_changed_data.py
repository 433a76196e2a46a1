"""The data change under a reader: the page says so and stays whole; reloaded, it has its view."""

import json
import os
import re
import shutil
import signal
import urllib.request
from pathlib import Path

import pytest
from playwright.sync_api import expect
from tests.next_year import NEW, OLD, with_next_year

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.browser
LOADING = 240
"""Seconds that new data may take on a slow machine: they are checked, and their files made."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Data of this module's own, and the files that earlier starts have made."""
    folder = tmp_path_factory.mktemp("changing")
    shutil.copytree(ROOT / "data", folder / "data")
    with_next_year(ROOT / "data", folder / "newer")
    if (ROOT / "build").is_dir():
        shutil.copytree(ROOT / "build", folder / "build")
    return folder


@pytest.fixture(scope="module")
def site(served, folder):
    own = {"DASHBOARD_DATA": folder / "data", "DASHBOARD_BUILD": folder / "build"}
    environment = {name: str(path) for name, path in own.items()}
    yield from served(folder, {**environment, "GUNICORN_CMD_ARGS": f"--pid {folder / 'pid'}"})


def version(site):
    with urllib.request.urlopen(f"{site}/healthz", timeout=60) as answer:
        return json.load(answer)["data"]


def swap(folder: Path):
    """What a data officer does: next year's tables, and the documented signal."""
    shutil.copytree(folder / "newer", folder / "data", dirs_exist_ok=True)
    os.kill(int((folder / "pid").read_text()), signal.SIGHUP)


def test_a_page_of_before_says_so_and_keeps_its_view(page, site, folder, complaints, eventually):
    page.goto("/fr/financement?sort=spent")
    expect(page.locator("form.choices.is-live")).to_be_visible()
    page.locator("select[name=unit]").select_option("amount")
    expect(page).to_have_url(re.compile("unit=amount"))
    page.wait_for_load_state("networkidle")
    before = version(site)
    swap(folder)
    eventually(page, lambda: version(site) != before, LOADING)
    shown = page.locator(".board").inner_text()
    page.locator("input[name=by][value=axis]").click()
    notice = page.get_by_role("alert").filter(has_text="Les données ont changé")
    expect(notice).to_be_visible()
    assert page.locator(".board").inner_text() == shown, "half a page of another version"
    assert [line for line in complaints if "409" not in line] == []
    complaints.clear()
    notice.get_by_role("button").click()
    expect(page.locator("form.choices.is-live")).to_be_visible()
    expect(notice).to_be_hidden()
    chosen = {"sort": "spent", "unit": "amount", "by": "axis", "year": OLD}
    for name, value in chosen.items():
        expect(page).to_have_url(re.compile(f"{name}={value}"))
        expect(page.locator(f"[name={name}]:is(select, :checked)")).to_have_value(value)
    page.goto("/fr/financement")
    expect(page.locator("select[name=year]")).to_have_value(NEW)
