"""What a thing of the tables is called, as a link to where it is shown."""

from dashboard.analysis.results import SPOTLIGHT
from dashboard.components.links import Link
from dashboard.presenters.context import Context


def agency_link(context: Context, agency: str) -> Link:
    """An agency's acronym, leading to its profile."""
    row = context.catalog.row("agencies", agency)
    return Link(context.t.of(row, "acronym"), context.link("agency", agency), context.t.of(row))


def axis_link(context: Context, axis: str) -> Link:
    """An axis's short name, leading to its profile; Spotlight, which is no axis, to its results."""
    t = context.t
    if axis == SPOTLIGHT:
        return Link(t("spotlight.short"), context.link("results", axis=SPOTLIGHT), t("spotlight.name"))
    row = context.catalog.row("axes", axis)
    return Link(t.of(row, "short"), context.link("axis", axis), t.of(row))


def outcome_link(context: Context, outcome: str) -> Link:
    """An outcome's number and short name, leading to its results."""
    row = context.catalog.row("outcomes", outcome)
    name = f"{outcome} {context.t.of(row, 'short')}"
    return Link(name, context.link("results", outcome=outcome), context.t.of(row))


def output_link(context: Context, output: str) -> Link:
    """An output's number and label, leading to its results."""
    label = context.t.of(context.catalog.row("outputs", output), "label")
    return Link(f"{output} {label}", context.link("results", output=output))


def indicator_link(context: Context, indicator: str) -> Link:
    """An indicator's name, leading to its trend."""
    name = context.t.of(context.catalog.row("indicators", indicator))
    return Link(name, context.link("trends", indicator=indicator))


def place_kind(context: Context, place: str) -> str:
    """What a place is: its kind where the tables give it one of its own, else its level."""
    row = context.catalog.row("places", place)
    return context.term("place_level", row["kind"] or row["level"])


def place_link(context: Context, place: str) -> Link:
    """A place's name with what it is, leading to its profile (a locality's is that of its cercle)."""
    row = context.catalog.row("places", place)
    home = str(row["parent_id"]) if row["level"] == "locality" else place
    return Link(f"{row['name_fr']} ({place_kind(context, place).lower()})", context.link("place", home))
