"""The server starts with good tables or says in words why not; later faults don't reach readers."""

import os
import subprocess
import sys
from dataclasses import replace

from dashboard.settings import ROOT
from dashboard.store import load
from dashboard.web.app import create_app


def test_a_missing_table_stops_the_start_in_words(package, tmp_path):
    (package / "axes.csv").unlink()
    folders = {"DASHBOARD_DATA": str(package), "DASHBOARD_BUILD": str(tmp_path / "build")}
    command = [sys.executable, "-m", "gunicorn", "--config", "gunicorn.conf.py", "--bind", "127.0.0.1:0"]
    end = subprocess.run(
        [*command, "app:server"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": "src", **folders},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert end.returncode == 1
    assert "axes" in end.stderr
    assert "Traceback" not in end.stderr


def test_tables_that_break_while_serving_change_nothing(package, settings, tmp_path):
    settings = replace(settings, data=package)
    client = create_app(settings, load(package)).server.test_client()
    before = client.get("/fr/financement").data
    for table in package.rglob("*.csv"):
        table.write_text("broken\n", encoding="utf-8")
    assert client.get("/fr/financement").data == before
    assert client.get("/en/funding?sort=gap").status_code == 200
    assert client.get("/fr/csv/funding-money.csv").status_code == 200
    assert client.get("/healthz").status_code == 200
