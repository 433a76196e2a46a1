"""The plan of the results: axis > outcome > output, as a path, and what lies below where the reader is."""

from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from dashboard.analysis.results import SPOTLIGHT, any_of
from dashboard.components.facets import Option, Step, facet_options
from dashboard.components.links import link_to
from dashboard.presenters.context import Context
from dashboard.presenters.names import agency_link
from dashboard.presenters.reader import Reader
from dashboard.presenters.results.filters import filter_value
from dashboard.presenters.results.items import axis_colour
from dashboard.presenters.sources import in_words
from dashboard.store import Catalog
from dashboard.store.catalog import records

PLAN_LEVELS = ("axis", "outcome", "output")
FacetCounts = dict[str, dict[str, int]]


@dataclass(frozen=True)
class Branch:
    """Where in the plan a reader is; empty from the level on where nothing is chosen, `a,b` for several.

    Attributes:
        axis: axis_id or `spotlight`.
        outcome: outcome_id.
        output: output_id.
        refused: choices of the address that contradict a deeper one, as (name, value).
    """

    axis: str = ""
    outcome: str = ""
    output: str = ""
    refused: tuple[tuple[str, str], ...] = ()

    def choices(self) -> dict[str, str]:
        """The choices that lead here, by name."""
        return {level: getattr(self, level) for level in PLAN_LEVELS}


def branch_of(catalog: Catalog, axis: str, outcome: str, output: str) -> Branch:
    """The branch that an address asks for: the deepest choice decides, what contradicts it is refused."""
    outcomes, axes = any_of(outcome), any_of(axis)
    if output:
        outcomes = _parents(catalog, "outputs", output, "outcome_id")
    if outcomes:
        axes = _parents(catalog, "outcomes", ",".join(outcomes), "axis_id")
    asked = (("axis", axis, axes), ("outcome", outcome, outcomes))
    refused = tuple(
        (name, value) for name, text, true in asked for value in any_of(text) if value not in true
    )
    return Branch(",".join(axes), ",".join(outcomes), output, refused)


def _parents(catalog: Catalog, table: str, keys: str, column: str) -> list[str]:
    return list(dict.fromkeys(str(catalog.row(table, key)[column]) for key in any_of(keys)))


def below(catalog: Catalog, branch: Branch) -> dict[str, list[str]]:
    """The choices one level down, each with those below it, in the order of the tables."""
    outcomes = [(row.outcome_id, row.axis_id) for row in catalog.outcomes.values()]
    outputs = [(row.output_id, row.outcome_id) for row in catalog.outputs.values()]
    if branch.output or branch.axis == SPOTLIGHT:
        return {}
    if branch.outcome:
        return {output: [] for output, parent in outputs if parent in any_of(branch.outcome)}
    if branch.axis:
        own = [outcome for outcome, parent in outcomes if parent in any_of(branch.axis)]
        return {outcome: [output for output, parent in outputs if parent == outcome] for outcome in own}
    axes = {axis: [o for o, parent in outcomes if parent == axis] for axis in catalog.axes}
    return {**axes, SPOTLIGHT: []}


def steps_of(context: Context, branch: Branch, counts: FacetCounts, total: int) -> list[Step]:
    """The path from all results to the branch, with counts under the other filters."""
    cleared = dict.fromkeys(PLAN_LEVELS, "")
    href = view_address(context, **cleared) if branch.axis else ""
    steps = [Step(context.t("results.all"), context.t.number(total), href)]
    chosen = [level for level in PLAN_LEVELS if getattr(branch, level)]
    for position, level in enumerate(chosen):
        value = getattr(branch, level)
        here = {name: getattr(branch, name) if name in chosen[: position + 1] else "" for name in PLAN_LEVELS}
        last = position == len(chosen) - 1
        steps.append(
            Step(
                text=filter_value(context, level, value),
                count=context.t.number(sum(counts[level].get(key, 0) for key in any_of(value))),
                href="" if last else view_address(context, **here),
                title="" if "," in value else official_name(context, level, value),
            )
        )
    return steps


def view_address(context: Context, **changes: str) -> str:
    """The address of this page after changes to its view."""
    query = context.view.query(**changes)
    return context.link(context.page) + (f"?{query}" if query else "")


def official_name(reader: Reader, level: str, value: str) -> str:
    """The name that the report gives; of an output the French one, the only official one there is."""
    t, catalog = reader.t, reader.catalog
    if value == SPOTLIGHT:
        return t("cross_cutting.name")
    if level == "output":
        return catalog.outputs[value].official_fr
    return t.of(catalog.row("axes" if level == "axis" else "outcomes", value))


def plan_panel(context: Context, branch: Branch, counts: FacetCounts) -> list[Component]:
    """What the branch is, what lies below it with counts, and what belongs to it."""
    options = [
        _panel(context, branch, value, inner, counts)
        for value, inner in below(context.catalog, branch).items()
    ]
    panels = [html.Ul(options, className="plan columns")] if options else []
    return [*_about(context, branch), *panels, *([] if branch.axis else challenges(context, branch))]


def _level_below(branch: Branch) -> str:
    return "output" if branch.outcome else "outcome" if branch.axis else "axis"


def _option(context: Context, level: str, value: str, counts: FacetCounts) -> Option:
    here = branch_of(context.catalog, **_alone(level, value))
    return Option(
        id=f"plan-{level}-{value}",
        text=filter_value(context, level, value),
        count=context.t.number(counts[level].get(value, 0)),
        href=view_address(context, **here.choices()),
        title=official_name(context, level, value),
    )


def _alone(level: str, value: str) -> dict[str, str]:
    """The plan's choices where one level alone is chosen."""
    return {**dict.fromkeys(PLAN_LEVELS, ""), level: value}


def _panel(context: Context, branch: Branch, value: str, inner: list[str], counts: FacetCounts) -> Component:
    level = _level_below(branch)
    axis = value if level == "axis" else branch_of(context.catalog, **_alone(level, value)).axis
    option = _option(context, level, value, counts)
    lower = PLAN_LEVELS[PLAN_LEVELS.index(level) + 1] if level != "output" else level
    listed = [_option(context, lower, key, counts) for key in inner]
    head = html.A(
        [html.Span(option.text), html.Span(option.count, className="count")],
        href=option.href,
        id=option.id,
        title=option.title,
        className="plan-head",
    )
    return html.Li(
        [head, facet_options(listed, "") if listed else None],
        className="plan-panel",
        style={"--key": f"var(--{axis_colour(context.catalog, axis)})"},
    )


def _about(context: Context, branch: Branch) -> list[Component]:
    """Official name, agencies and printed challenges of the branch."""
    t = context.t
    level = next((level for level in reversed(PLAN_LEVELS) if getattr(branch, level)), "")
    if not level or "," in getattr(branch, level):
        return []
    name = official_name(context, level, getattr(branch, level))
    said: list[Component] = [_official(name, french_only=level == "output")]
    if level == "axis" and branch.axis != SPOTLIGHT:
        said.append(html.P(html.A(t("axis.profile"), href=context.link("axis", branch.axis))))
    if level == "output":
        said += _agencies(context, branch.output)
    if level == "outcome" or branch.axis == SPOTLIGHT:
        said += challenges(context, branch)
    return said


def _official(name: str, french_only: bool) -> Component:
    return html.P(
        f"« {name} »" if french_only else name, className="official", lang="fr" if french_only else None
    )


def _agencies(context: Context, output: str) -> list[Component]:
    t = context.t
    listed = context.catalog["output_agencies"]
    rows = listed[(listed["output_id"] == output) & (listed["year"] == int(context.view.year))]
    if rows.empty:
        return []
    parts: list[Component | str] = []
    for row in rows.to_dict("records"):
        link = agency_link(context, str(row["agency_id"]))
        detail = f" ({row['detail']})" if row["detail"] else ""
        parts += [", ", link_to(link), detail] if parts else [link_to(link), detail]
    return [html.P([t("named", name=t("result.agencies"), value=""), *parts], className="subtitle")]


def challenges(context: Context, branch: Branch) -> list[Component]:
    """The printed challenges of an outcome, of Spotlight or of the whole programme, folded."""
    items = challenge_items(context, branch.outcome, spotlight=branch.axis == SPOTLIGHT)
    if not items:
        return []
    heading = context.t("challenges.count" if branch.axis else "challenges.general", n=len(items))
    return [html.Details([html.Summary(heading), html.Ul(items)], className="challenges")]


def challenge_items(context: Context, outcome: str, spotlight: bool = False) -> list[Component]:
    """The printed challenges of an outcome, each with its place in the report; without one, the others."""
    t, frame = context.t, context.catalog["challenges"]
    rows = frame[(frame["outcome_id"] == outcome) & (frame["year"] == int(context.view.year))]
    if not outcome:
        results = context.catalog["results"]
        sections = set(results.loc[results["output_id"] == "", "section"])
        rows = rows[rows["source_ref"].str.split(",").str[0].isin(sections) == spotlight]
    return [
        html.Li(
            [
                t.of(row, "text"),
                " ",
                html.Span(t("source.place", ref=in_words(context, row["source_ref"])), className="source"),
            ]
        )
        for row in records(rows)
    ]
