"""The rules of the field that a table schema can't say."""

import re
from collections.abc import Callable, Iterator

import pandas as pd

from dashboard.domain.errors import Problem
from dashboard.store.figure_rules import figures_belong_to_one, parts_fit_their_total
from dashboard.store.finding_rules import findings_name_rows
from dashboard.store.lines import Frames, numbered_rows
from dashboard.store.money_rules import amounts_add_up, years_are_complete
from dashboard.store.phase_rules import phases_add_up, places_stood_for_exist
from dashboard.store.tile_rules import Levels, places_are_drawn
from dashboard.store.word_rules import meanings_exist

LINE_REFERENCE = re.compile(r"\b[Lp]\d+")


def domain_problems(frames: Frames, levels: Levels) -> list[Problem]:
    """Everything that breaks a rule of the field, over all tables of a package that fits its schema."""
    placed = (rule(frames, levels) for rule in (_places_have_parents, places_are_drawn))
    return [problem for found in (*placed, *(rule(frames) for rule in RULES)) for problem in found]


def _both_languages(frames: Frames) -> Iterator[Problem]:
    for table, frame in frames.items():
        for french in (column for column in frame.columns if column.endswith("_fr")):
            english = next(
                (name for name in (f"{french[:-3]}_en", french[:-3]) if name in frame.columns), None
            )
            if english is None:
                continue
            for line, row in numbered_rows(frame[frame[french].eq("") != frame[english].eq("")]):
                yield Problem(table, line, french if row[french] == "" else english, "", "one_language")


def _source_lines(frames: Frames) -> Iterator[Problem]:
    reports = set(frames["sources"].query("kind == 'report'")["source_id"])
    for table, frame in frames.items():
        if "source_ref" not in frame.columns:
            continue
        from_report = frame["source_id"].isin(reports) if "source_id" in frame.columns else True
        lacking = ~frame["source_ref"].str.contains(LINE_REFERENCE) & from_report
        for line, row in numbered_rows(frame[lacking]):
            yield Problem(table, line, "source_ref", row["source_ref"], "no_line_reference")


def _output_belongs_to_outcome(frames: Frames) -> Iterator[Problem]:
    for line, output in numbered_rows(frames["outputs"]):
        if not output["output_id"].startswith(f"{output['outcome_id']}."):
            yield Problem("outputs", line, "outcome_id", output["outcome_id"], "not_its_parent")
    for line, outcome in numbered_rows(frames["outcomes"]):
        if not outcome["outcome_id"].startswith(f"{outcome['axis_id']}."):
            yield Problem("outcomes", line, "axis_id", outcome["axis_id"], "not_its_parent")


def _results_have_one_home(frames: Frames) -> Iterator[Problem]:
    results, named = frames["results"], set(frames["result_places"]["result_id"])
    by_output = set(results.loc[results["output_id"] != "", "section"])
    for line, result in numbered_rows(results):
        if (result["scope"] == "places") != (result["result_id"] in named):
            yield Problem("results", line, "scope", result["scope"], "scope_against_places")
        if result["output_id"] == "" and result["section"] in by_output:
            yield Problem("results", line, "output_id", "", "result_without_output")


def _places_have_parents(frames: Frames, levels: Levels) -> Iterator[Problem]:
    upper, lower = levels
    above = {lower: upper, "locality": lower}
    level = dict(zip(frames["places"]["place_id"], frames["places"]["level"], strict=True))
    for line, place in numbered_rows(frames["places"]):
        expected = above.get(place["level"])
        if expected is None and place["parent_id"]:
            yield Problem("places", line, "parent_id", place["parent_id"], "parent_above_top")
        elif expected and level.get(place["parent_id"]) != expected:
            facts = (("expected", expected),)
            yield Problem("places", line, "parent_id", place["parent_id"], "wrong_parent_level", facts)


def _one_headline(frames: Frames) -> Iterator[Problem]:
    headlines = frames["result_figures"][frames["result_figures"]["headline"]]
    for line, figure in numbered_rows(headlines[headlines["result_id"].duplicated()]):
        yield Problem("result_figures", line, "headline", figure["result_id"], "two_headlines")


def _years_lie_in_the_source(frames: Frames) -> Iterator[Problem]:
    sources = frames["sources"].set_index("source_id")[["first_year", "last_year"]].astype(float)
    spans = {str(source): (first, last) for source, first, last in sources.itertuples()}
    for line, value in numbered_rows(frames["observations"]):
        first, last = spans[value["source_id"]]
        if (pd.notna(first) and value["year"] < first) or (pd.notna(last) and value["year"] > last):
            facts = (("first", f"{first:.0f}"), ("last", f"{last:.0f}"))
            yield Problem("observations", line, "year", str(value["year"]), "year_outside_source", facts)


def _series_have_one_source(frames: Frames) -> Iterator[Problem]:
    """Reports count as one: each may go on with the series of the one before."""
    values, sources = frames["observations"], frames["sources"]
    reports = values["source_id"].isin(set(sources.loc[sources["kind"] == "report", "source_id"]))
    origin = values.assign(origin=values["source_id"].mask(reports, ""))
    first = origin.groupby(["indicator_id", "series"])["origin"].transform("first")
    for line, value in numbered_rows(values[origin["origin"] != first]):
        yield Problem("observations", line, "source_id", value["source_id"], "series_of_two_sources")


def _breaks_lie_inside_series(frames: Frames) -> Iterator[Problem]:
    levels = frames["observations"].query("kind not in ('target', 'relative_change', 'absolute_change')")
    years = levels.groupby(["indicator_id", "series"])["year"].agg(["min", "max"])
    for line, gap in numbered_rows(frames["breaks"]):
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
    for line, pair in numbered_rows(frames["comparisons"]):
        for column, side in sides.items():
            if pair[column] not in set(named[kind == side]):
                yield Problem("comparisons", line, column, pair[column], "comparison_without_values")
        if pair["how"] == "same" and units[pair["indicator_id"]] != units[pair["reference_indicator_id"]]:
            yield Problem("comparisons", line, "how", pair["how"], "comparison_of_two_units")


RULES: tuple[Callable[[Frames], Iterator[Problem]], ...] = (
    _both_languages,
    _source_lines,
    _output_belongs_to_outcome,
    _results_have_one_home,
    _one_headline,
    years_are_complete,
    findings_name_rows,
    amounts_add_up,
    _years_lie_in_the_source,
    _series_have_one_source,
    _breaks_lie_inside_series,
    _comparisons_have_two_sides,
    meanings_exist,
    phases_add_up,
    places_stood_for_exist,
    figures_belong_to_one,
    parts_fit_their_total,
)
