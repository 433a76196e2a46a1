"""Each rule of the field is told by the command in both languages: one broken copy of the package each."""

import importlib
import os
import re
import subprocess
import sys
import tomllib

import pytest

from dashboard.domain.errors import BrokenPackageError
from dashboard.operate.commands import main, run
from dashboard.operate.opening import faults_of
from dashboard.settings import ROOT
from store.packages import add_row, set_cell

HEADLINE = {"result_id": "2021-1.1.1-01", "sex": ""}
WOMEN = {"result_id": "2021-1.1.1-01", "sex": "female"}
STUNTING = {"break_id": "stunting-wdi-survey-2018"}

BREACHES = {
    "one_language": ("axes", {"axis_id": "2"}, {"short_en": ""}),
    "no_line_reference": ("axes", {"axis_id": "2"}, {"source_ref": "2.2"}),
    "not_its_parent": ("outputs", {"output_id": "1.1.1"}, {"outcome_id": "2.1"}),
    "scope_against_places": ("results", {"result_id": "2021-spotlight-03"}, {"scope": "national"}),
    "result_without_output": ("results", {"result_id": "2021-1.1.1-01"}, {"output_id": ""}),
    "wrong_parent_level": ("places", {"place_id": "ML0703"}, {"parent_id": "ML0702"}),
    "parts_above_total": ("result_figures", WOMEN, {"value": "9999"}),
    "part_of_nothing": ("result_figures", WOMEN, {"part_of": "9"}),
    "part_of_other_unit": ("result_figures", WOMEN, {"unit": "households"}),
    "part_without_whole": ("result_figures", WOMEN, {"part_of": ""}),
    "gap_against_computed": ("finance_agencies", {"agency_id": "oim"}, {"gap_usd": "1"}),
    "year_outside_source": ("observations", {"series": "uis-survey"}, {"year": "1962"}),
    "series_of_two_sources": ("observations", {"series": "uis-survey"}, {"source_id": "unhcr-rdf"}),
    "formula": ("partners", {"partner_id": "union-europeenne"}, {"name_fr": "=1+1"}),
    "meaning_unknown": ("synonyms", {}, {"means": "theme:watr"}),
    "phases_against_sum": ("food_insecurity", {"note": ""}, {"phase3_5": "99000000"}),
    "stands_for_unknown": ("food_insecurity", {"place_id": "ML1001"}, {"stands_for": "ML1001;ML9999"}),
    "break_outside_series": ("breaks", STUNTING, {"year": "1987"}),
    "comparison_without_values": (
        "comparisons",
        {"indicator_id": "idp-people", "reference_indicator_id": "population"},
        {"reference_indicator_id": "school-access"},
    ),
    "comparison_of_two_units": (
        "comparisons",
        {"indicator_id": "hrp-funding-rate", "reference_indicator_id": "hrp-funding"},
        {"how": "same"},
    ),
}
"""Rule -> the table, the row and the cells that break it."""

ROW = {"fr": "ligne", "en": "row"}


@pytest.fixture
def told(package, capsys, monkeypatch):
    """What the command prints about a package, line by line, after the word that it checks, by language.

    The second language is told what was found for the first.
    """
    found = []

    def opened(folder):
        found.extend([] if found else faults_of(folder))
        raise BrokenPackageError(found)

    def tell():
        for language in ROW:
            monkeypatch.setenv("LC_ALL", f"{language}_XX.UTF-8")
            assert main(["validate", str(package)]) == 1
            printed = capsys.readouterr()
            assert printed.err == ""
            yield language, printed.out.splitlines()[1:]

    monkeypatch.setattr("dashboard.operate.opening.open_data", opened)
    return tell


@pytest.mark.parametrize("rule", BREACHES)
def test_a_broken_rule_is_told_with_its_place(package, rule, told):
    table, where, cells = BREACHES[rule]
    set_cell(package, table, where, **cells)
    for language, lines in told():
        assert any(re.match(rf"{table} · {ROW[language]}\s\d+ ·", line) for line in lines)
        assert all("()" not in line and not line.endswith(": ") for line in lines)


def test_two_headlines_are_told_with_the_second(package, told):
    add_row(package, "result_figures", HEADLINE, seq="9")
    for _, (row, _) in told():
        assert row.startswith("result_figures") and "headline" in row


def test_a_printed_figure_that_is_not_the_computed_one_is_told_with_both(package, told):
    set_cell(package, "finance_agencies", {"agency_id": "oim"}, gap_usd="1")
    for _, (line, _) in told():
        for fact in ("1", "-213687", "year 2021", "table finance_agencies", "key oim", "measure gap_usd"):
            assert fact in line.replace("\u00a0", " ")


def test_sound_tables_are_counted_by_year(package, capsys, monkeypatch):
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")
    assert main(["validate", str(package)]) == 0
    _, year, contact, end = capsys.readouterr().out.replace("\u00a0", " ").splitlines()
    assert re.fullmatch(r"\d{4} : \d+ agences, \d+ résultats, \d+ axes", year)
    assert "DASHBOARD_CONTACT" in contact
    assert "en ordre" in end


def test_a_terminal_without_accents_gets_plain_letters(package):
    (package / "axes.csv").unlink()
    ascii_only = {"LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONPATH": str(ROOT / "src")}
    end = subprocess.run(
        [sys.executable, "-m", "dashboard", "validate", str(package)],
        env={**os.environ, **ascii_only}, cwd=package, capture_output=True, timeout=120,
    )  # fmt: skip
    assert (end.returncode, end.stderr) == (1, b"")
    assert b"axes.csv : le fichier manque ; remettez-le dans le dossier" in end.stdout


def test_the_operators_command_is_the_entry_point():
    scripts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["scripts"]
    module, function = scripts["dashboard"].split(":")
    assert getattr(importlib.import_module(module), function) is run
