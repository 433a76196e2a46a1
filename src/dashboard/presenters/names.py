"""What a thing of the tables is called, as a link to where it is shown."""

from dashboard.analysis.results import SPOTLIGHT
from dashboard.components.links import Link
from dashboard.presenters.reader import Reader
from dashboard.store import Catalog
from dashboard.store.derived import derived

ZONE = "zone"
"""The level of a place outside the division of the country."""


def agency_link(reader: Reader, agency: str) -> Link:
    """An agency's acronym, leading to its profile."""
    row = reader.catalog.agencies[agency]
    return Link(reader.t.of(row, "acronym"), reader.link("agency", agency), reader.t.of(row))


def axis_link(reader: Reader, axis: str) -> Link:
    """An axis's number and short name, leading to its profile; Spotlight, no axis, to its results."""
    t = reader.t
    if axis == SPOTLIGHT:
        return Link(t("cross_cutting.short"), reader.link("results", axis=SPOTLIGHT), t("cross_cutting.name"))
    row = reader.catalog.axes[axis]
    return Link(axis_name(reader, axis), reader.link("axis", axis), t.of(row))


def axis_name(reader: Reader, axis: str) -> str:
    """What readers call an axis everywhere: its number and its short name."""
    name = reader.t.of(reader.catalog.axes[axis], "short")
    return reader.t("axis.numbered", number=axis, name=name)


def outcome_link(reader: Reader, outcome: str) -> Link:
    """An outcome's number and short name, leading to its results."""
    row = reader.catalog.outcomes[outcome]
    name = f"{outcome} {reader.t.of(row, 'short')}"
    return Link(name, reader.link("results", outcome=outcome), reader.t.of(row))


def output_link(reader: Reader, output: str) -> Link:
    """An output's number and label, leading to its results."""
    label = reader.t.of(reader.catalog.outputs[output], "label")
    return Link(f"{output} {label}", reader.link("results", output=output))


def indicator_link(reader: Reader, indicator: str) -> Link:
    """An indicator's name, leading to its trend."""
    name = reader.t.of(reader.catalog.indicators[indicator])
    return Link(name, reader.link("trends", indicator=indicator))


def place_kind(reader: Reader, place: str) -> str:
    """What a place is: its kind where the tables give it one of its own, else its level."""
    row = reader.catalog.places[place]
    return reader.term("place_level", row.kind or row.level)


def place_name(reader: Reader, place: str) -> str:
    """A place's name; with what it is where another place, of another level, has the same."""
    row = reader.catalog.places[place]
    name = row.name_fr
    return f"{name} ({place_kind(reader, place).lower()})" if name in _shared(reader.catalog) else name


@derived(bare=True)
def _shared(catalog: Catalog) -> frozenset[str]:
    """The names that several places have: those of regions and of the cercles of their seats."""
    names = catalog["places"]["name_fr"]
    return frozenset(names[names.duplicated()])


def place_link(reader: Reader, place: str) -> Link:
    """A place's name with what it is, leading to its profile: a locality's is that of its cercle.

    A zone, which the report names without saying what belongs to it, leads to the results that name it.
    """
    row = reader.catalog.places[place]
    name = f"{row.name_fr} ({place_kind(reader, place).lower()})"
    if row.level == ZONE:
        return Link(name, reader.link("results", place=place))
    home = row.parent_id if row.level == "locality" else place
    return Link(name, reader.link("place", home))
