"""The rules of the field that a table schema can't say."""

import re
from collections.abc import Callable, Iterator

import pandas as pd

from dashboard.domain.errors import Problem
from dashboard.store.phase_rules import phases_add_up, places_stood_for_exist
from dashboard.store.tables import Frames
from dashboard.store.tables import numbered_rows as _lines
from dashboard.store.word_rules import codes_have_words, meanings_exist

LINE_REFERENCE = re.compile(r"\bL\d+")
FORMULA = r"[=@\t\r].|[+-](?![\d.])."
"""How a text begins that a spreadsheet would run; a lone `=` is a qualifier."""

MONEY = ("budget_usd", "mobilised_usd", "gap_usd", "spent_usd")


def domain_problems(frames: Frames) -> list[Problem]:
    """Everything that breaks a rule of the field, over all tables of a package that fits its schema."""
    return [problem for rule in RULES for problem in rule(frames)]


def printed_rate(row: dict[str, float]) -> float | None:
    """Execution rate as the report prints it: spent over mobilised, in whole percent."""
    if not row["mobilised_usd"]:
        return None
    return round(100 * row["spent_usd"] / row["mobilised_usd"])


def _has_finding(frames: Frames, table: str, key: str) -> bool:
    findings = frames["findings"]
    return bool(((findings["table"] == table) & (findings["key"] == key)).any())


def _both_languages(frames: Frames) -> Iterator[Problem]:
    for table, frame in frames.items():
        for french in (column for column in frame.columns if column.endswith("_fr")):
            english = next(
                (name for name in (f"{french[:-3]}_en", french[:-3]) if name in frame.columns), None
            )
            if english is None:
                continue
            for line, row in _lines(frame[frame[french].eq("") != frame[english].eq("")]):
                yield Problem(table, line, french if row[french] == "" else english, "", "one_language")


def _source_lines(frames: Frames) -> Iterator[Problem]:
    reports = set(frames["sources"].query("kind == 'report'")["source_id"])
    for table, frame in frames.items():
        if "source_ref" not in frame.columns:
            continue
        from_report = frame["source_id"].isin(reports) if "source_id" in frame.columns else True
        lacking = ~frame["source_ref"].str.contains(LINE_REFERENCE) & from_report
        for line, row in _lines(frame[lacking]):
            yield Problem(table, line, "source_ref", row["source_ref"], "no_line_reference")


def _output_belongs_to_outcome(frames: Frames) -> Iterator[Problem]:
    for line, output in _lines(frames["outputs"]):
        if not output["output_id"].startswith(f"{output['outcome_id']}."):
            yield Problem("outputs", line, "outcome_id", output["outcome_id"], "not_its_parent")
    for line, outcome in _lines(frames["outcomes"]):
        if not outcome["outcome_id"].startswith(f"{outcome['axis_id']}."):
            yield Problem("outcomes", line, "axis_id", outcome["axis_id"], "not_its_parent")


def _results_have_one_home(frames: Frames) -> Iterator[Problem]:
    results, named = frames["results"], set(frames["result_places"]["result_id"])
    by_output = set(results.loc[results["output_id"] != "", "section"])
    for line, result in _lines(results):
        if (result["scope"] == "places") != (result["result_id"] in named):
            yield Problem("results", line, "scope", result["scope"], "scope_against_places")
        if result["output_id"] == "" and result["section"] in by_output:
            yield Problem("results", line, "output_id", "", "result_without_output")


def _places_have_parents(frames: Frames) -> Iterator[Problem]:
    above = {"cercle": "region", "locality": "cercle"}
    level = dict(zip(frames["places"]["place_id"], frames["places"]["level"], strict=True))
    for line, place in _lines(frames["places"]):
        expected = above.get(place["level"])
        if level.get(place["parent_id"]) != expected:
            facts = (("expected", str(expected)),)
            yield Problem("places", line, "parent_id", place["parent_id"], "wrong_parent_level", facts)


def _sexes_within_totals(frames: Frames) -> Iterator[Problem]:
    figures = frames["result_figures"].query("unit == 'people'")
    totals = figures[figures["headline"] & figures["sex"].eq("")]
    headlines = totals.drop_duplicates("result_id").set_index("result_id")["value"]
    for line, figure in _lines(figures[figures["sex"].ne("")]):
        total = headlines.get(figure["result_id"])
        if total is not None and figure["value"] > total:
            facts = (("total", f"{total:.0f}"),)
            yield Problem("result_figures", line, "value", f"{figure['value']:.0f}", "sex_above_total", facts)


def _one_headline(frames: Frames) -> Iterator[Problem]:
    headlines = frames["result_figures"][frames["result_figures"]["headline"]]
    for line, figure in _lines(headlines[headlines["result_id"].duplicated()]):
        yield Problem("result_figures", line, "headline", figure["result_id"], "two_headlines")


MONEY_KEYS = {"finance_agencies": "agency_id", "finance_axes": "axis_id", "finance_totals": "table"}
"""Table of money -> the column that says whose a row is."""


def _gap_is_budget_minus_mobilised(frames: Frames) -> Iterator[Problem]:
    for table, key in MONEY_KEYS.items():
        for line, money in _lines(frames[table]):
            computed = money["budget_usd"] - money["mobilised_usd"]
            if pd.notna(money["gap_usd"]) and pd.notna(computed) and money["gap_usd"] != computed:
                yield from _unexplained(
                    frames, table, line, "gap_usd", str(money[key]), money["gap_usd"], computed
                )


def _rates_are_spent_over_mobilised(frames: Frames) -> Iterator[Problem]:
    for table, key in MONEY_KEYS.items():
        for line, money in _lines(frames[table]):
            computed, printed = printed_rate(money), money["execution_rate_pct"]
            if computed is not None and pd.notna(printed) and printed != computed:
                yield from _unexplained(
                    frames, table, line, "execution_rate_pct", str(money[key]), printed, computed
                )


def _totals_are_sums(frames: Frames) -> Iterator[Problem]:
    for table, name in (("finance_agencies", "agencies"), ("finance_axes", "axes")):
        sums = frames[table].groupby("year")[list(MONEY)].sum()
        totals = frames["finance_totals"]
        for line, total in _lines(totals[totals["table"] == name]):
            for column in MONEY:
                computed = float(sums.loc[total["year"], column])
                if pd.notna(total[column]) and total[column] != computed:
                    yield from _unexplained(
                        frames, "finance_totals", line, column, name, total[column], computed
                    )


def _unexplained(
    frames: Frames, table: str, line: int, column: str, key: str, printed: float, computed: float
) -> Iterator[Problem]:
    """A printed figure that is not the computed one is allowed only when a finding explains it."""
    if not _has_finding(frames, table, key):
        facts = (("computed", f"{computed:.0f}"), ("key", key))
        yield Problem(table, line, column, f"{printed:.0f}", "printed_against_computed", facts)


def _years_lie_in_the_source(frames: Frames) -> Iterator[Problem]:
    sources = frames["sources"].set_index("source_id")[["first_year", "last_year"]]
    for line, value in _lines(frames["observations"]):
        first, last = (float(year) for year in sources.loc[value["source_id"]])
        if (pd.notna(first) and value["year"] < first) or (pd.notna(last) and value["year"] > last):
            facts = (("first", f"{first:.0f}"), ("last", f"{last:.0f}"))
            yield Problem("observations", line, "year", str(value["year"]), "year_outside_source", facts)


def _series_have_one_source(frames: Frames) -> Iterator[Problem]:
    values = frames["observations"]
    first = values.groupby(["indicator_id", "series"])["source_id"].transform("first")
    for line, value in _lines(values[values["source_id"] != first]):
        yield Problem("observations", line, "source_id", value["source_id"], "series_of_two_sources")


def _breaks_lie_inside_series(frames: Frames) -> Iterator[Problem]:
    levels = frames["observations"].query("kind not in ('target', 'relative_change')")
    years = levels.groupby(["indicator_id", "series"])["year"].agg(["min", "max"])
    for line, gap in _lines(frames["breaks"]):
        series = (gap["indicator_id"], gap["series"])
        if series not in years.index:
            yield Problem("breaks", line, "series", gap["series"], "break_outside_series")
        elif not years.loc[series, "min"] < gap["year"] <= years.loc[series, "max"]:
            yield Problem("breaks", line, "year", str(gap["year"]), "break_outside_series")


def _comparisons_have_two_sides(frames: Frames) -> Iterator[Problem]:
    kind = frames["observations"]["source_id"].map(frames["sources"].set_index("source_id")["kind"])
    named = frames["observations"]["indicator_id"]
    units = frames["indicators"].set_index("indicator_id")["unit"]
    sides = {"indicator_id": "report", "reference_indicator_id": "reference"}
    for line, pair in _lines(frames["comparisons"]):
        for column, side in sides.items():
            if pair[column] not in set(named[kind == side]):
                yield Problem("comparisons", line, column, pair[column], "comparison_without_values")
        if pair["how"] == "same" and units[pair["indicator_id"]] != units[pair["reference_indicator_id"]]:
            yield Problem("comparisons", line, "how", pair["how"], "comparison_of_two_units")


def _no_text_runs_as_a_formula(frames: Frames) -> Iterator[Problem]:
    for table, frame in frames.items():
        for column in frame.select_dtypes(include=["object", "string"]).columns:
            for line, row in _lines(frame[frame[column].str.match(FORMULA)]):
                yield Problem(table, line, str(column), row[column], "formula")


RULES: tuple[Callable[[Frames], Iterator[Problem]], ...] = (
    _both_languages,
    _source_lines,
    _output_belongs_to_outcome,
    _results_have_one_home,
    _places_have_parents,
    _sexes_within_totals,
    _one_headline,
    _gap_is_budget_minus_mobilised,
    _rates_are_spent_over_mobilised,
    _totals_are_sums,
    _years_lie_in_the_source,
    _series_have_one_source,
    _no_text_runs_as_a_formula,
    _breaks_lie_inside_series,
    _comparisons_have_two_sides,
    codes_have_words,
    meanings_exist,
    phases_add_up,
    places_stood_for_exist,
)
