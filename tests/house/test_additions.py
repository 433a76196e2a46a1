"""What CONTRIBUTING.md promises: an addition to the world touches tables only."""

import csv
from pathlib import Path

from dashboard.components.markup import markup
from dashboard.pages.registry import PAGES, context_of
from dashboard.store import Catalog, load


def add(package: Path, table: str, /, **values: object) -> None:
    """Append a row to a table; columns that are not named stay empty."""
    path = package / f"{table}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        columns = next(csv.reader(file))
    assert set(values) <= set(columns)
    with path.open("a", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerow([values.get(column, "") for column in columns])


def shown(world: Catalog, path: str, query: str = "") -> str:
    """The content of a page over these tables, as a reader gets it."""
    context = context_of(world, path, query)
    assert context is not None, f"no page at {path}"
    return markup(PAGES[context.page].layout(context))


def money(**amounts: int) -> dict[str, object]:
    return {f"{name}_usd": amount for name, amount in amounts.items()}


def test_an_agency(package):
    names = {"acronym_fr": "OMPI", "acronym_en": "WIPO", "name_fr": "Propriété", "name_en": "Property"}
    add(package, "agencies", agency_id="ompi", kind="specialized-agency", **names)
    add(package, "output_agencies", year=2021, output_id="2.1.3", agency_id="ompi")
    world = load(package)
    assert "Propriété" in shown(world, "/fr/agence/ompi")
    assert "WIPO" in shown(world, "/en/results", "agency=ompi")
    assert "Property" in shown(world, "/en/funding")


def test_a_result(package):
    add(
        package, "results", result_id="2021-2.1.3-99", year=2021, output_id="2.1.3", section="2.2",
        summary_fr="77 moulins tournent.", summary_en="77 mills turn.", scope="places",
        beneficiary="producers", source_id="un-mali-2021", source_ref="2.2, 2.1.3, L478",
    )  # fmt: skip
    figure = {"who_fr": "moulins", "who_en": "mills", "headline": "true", "qualifier": "=", "role": "total"}
    add(package, "result_figures", result_id="2021-2.1.3-99", seq=1, value=77, unit="items", **figure)
    add(package, "result_places", result_id="2021-2.1.3-99", place_id="ML0703")
    world = load(package)
    assert "mills turn." in shown(world, "/en/results", "output=2.1.3")
    assert "moulins tournent." in shown(world, "/fr/lieu/ML0703")


def test_an_indicator(package):
    add(
        package, "indicators", indicator_id="wells", axis_id=3, theme="water",
        name_fr="Puits", name_en="Wells", unit="items", better="up", definition_fr="Puits creusés.",
        definition_en="Wells dug.", decimals=0,
    )  # fmt: skip
    for year, value in ((2019, 120), (2021, 240)):
        add(
            package, "observations", observation_id=f"wells-total-{year}-report", indicator_id="wells",
            source_id="un-mali-2021", series="report", sex="total", year=year, period=year, value=value,
            qualifier="=", kind="observed", source_ref="2.1, L150",
        )  # fmt: skip
    world = load(package)
    assert "Wells dug." in shown(world, "/en/trends", "indicator=wells")
    assert "Puits" in shown(world, "/fr/")


def test_a_year(package):
    amounts = money(budget=100, mobilised=80, gap=20, spent=40)
    printed = {"year": 2022, **amounts, "execution_rate_pct": 50, "source_ref": "2.6, Tab1, L1"}
    add(package, "finance_agencies", agency_id="pam", **printed)
    add(package, "finance_axes", axis_id="1", **printed)
    for table in ("agencies", "axes"):
        add(package, "finance_totals", table=table, **printed)
    world = load(package)
    page = shown(world, "/fr/financement")
    assert "2022" in page
    assert 'value="2021"' in page, "a reader can go back to the year before"
    assert "$40" in shown(world, "/en/funding", "year=2022")


def test_a_question(package):
    add(
        package, "questions", question_id="q-new", reader="public", text_fr="Et les puits ?",
        text_en="What about wells?", page="results", query="theme=water",
    )  # fmt: skip
    world = load(package)
    assert "What about wells?" in shown(world, "/en/")
