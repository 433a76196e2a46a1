"""The server starts with good tables or says in words why not; later faults don't reach readers."""

import os
import subprocess
import sys
from dataclasses import replace

import pytest

from dashboard.i18n import translator
from dashboard.operate.report import report_lines
from dashboard.settings import ROOT
from dashboard.store import load, problems_of
from dashboard.web.app import create_app

LANGUAGES = {"fr_FR.UTF-8": "fr", "en_GB.UTF-8": "en"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_broken_table_stops_the_start_with_the_lines_of_the_check(package, tmp_path, language):
    (package / "axes.csv").unlink()
    folders = {"DASHBOARD_DATA": str(package), "DASHBOARD_BUILD": str(tmp_path / "build")}
    command = [sys.executable, "-m", "gunicorn", "--config", "gunicorn.conf.py", "--bind", "127.0.0.1:0"]
    end = subprocess.run(
        [*command, "app:server"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": "src", "LC_ALL": language, **folders},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert end.returncode == 1
    lines = report_lines(problems_of(package), translator(LANGUAGES[language]))
    assert end.stderr.splitlines()[-len(lines) :] == lines
    assert "Traceback" not in end.stderr


def test_tables_that_break_while_serving_change_nothing(package, settings, build):
    settings = replace(settings, data=package, build=build)
    client = create_app(settings, load(package)).server.test_client()
    before = client.get("/fr/financement").data
    for table in package.rglob("*.csv"):
        table.write_text("broken\n", encoding="utf-8")
    assert client.get("/fr/financement").data == before
    assert client.get("/en/funding?sort=gap").status_code == 200
    assert client.get("/fr/csv/funding-money.csv").status_code == 200
    assert client.get("/healthz").status_code == 200


def test_no_draft_is_public(package, settings, build):
    """Half-typed cells and lost files in the folder change nothing of what was loaded."""
    settings = replace(settings, data=package, build=build)
    client = create_app(settings, load(package)).server.test_client()
    table = package / "finance_agencies.csv"
    loaded = table.read_bytes()
    table.write_bytes(loaded.replace(b"2021", b"DRAFT-EMBARGO", 1))
    held, told = loaded.decode().splitlines(), client.get("/data/finance_agencies.csv").text.splitlines()
    assert all(line.startswith(before) for before, line in zip(held, told, strict=True))
    table.unlink()
    (package / "datapackage.json").unlink()
    for address in ("/data/finance_agencies.csv", "/data/fr/finance_agencies.csv", "/data/mali-results.zip"):
        answer = client.get(address)
        assert answer.status_code == 200
        assert b"EMBARGO" not in answer.data


MADE_LATER = ("checked-", "site-")
"""Made when data are opened and when a reader keeps the whole site: old ones go when new ones are made."""


def test_an_update_leaves_no_old_files_in_the_build_folder(catalog, settings, build, quick_files):
    settings = replace(settings, build=build)
    create_app(settings, catalog)
    first = {file.name for file in build.iterdir()}
    create_app(settings, replace(catalog, version="0123456789"))
    second = {file.name for file in build.iterdir()}
    assert any("0123456789" in name for name in second)
    assert len(second) <= len(first), "also what other versions may have left goes"
    assert not any(catalog.version in name for name in second if not name.startswith(MADE_LATER))
