"""The facets of the results as choices: words, counts, addresses, and the way back from too many of them."""

from collections.abc import Sequence

from dashboard.analysis.facets import BELOW
from dashboard.analysis.results import SPOTLIGHT
from dashboard.components.facets import Option, Step
from dashboard.domain.text import folded
from dashboard.presenters.context import Context
from dashboard.presenters.reader import Reader
from dashboard.presenters.results.filters import NAMES, filter_value, result_filters
from dashboard.presenters.results.items import chosen_results
from dashboard.presenters.results.plan import (
    PLAN_LEVELS,
    Branch,
    FacetCounts,
    official_name,
    view_address,
)
from dashboard.presenters.results.prepared import result_themes

SAID = ("agency", "theme", "place", "axis", "concerns")
"""The facets of the sentence that tells the filter, in its order."""
LISTED = (*SAID, "beneficiary", "scope")
"""All facets, in the order of the page."""


def facet_choices(context: Context, name: str, counts: FacetCounts) -> list[Option]:
    """The choices of a facet that leave something, and those that hold; each adds or takes back itself."""
    if name == "place":
        return _places(context, counts[name])
    values = _values(context, name)
    now = context.view.items(name)
    wanted = [value for value in values if value in counts[name] or value in now]
    options = [_option(context, name, value, counts[name]) for value in wanted]
    return sorted(options, key=lambda option: folded(option.text)) if name in ("agency", "theme") else options


def _values(reader: Reader, name: str) -> Sequence[str]:
    if name == "agency":
        return list(reader.catalog.agencies)
    if name == "theme":
        return result_themes(reader.catalog)
    if name == "axis":
        return [*reader.catalog.axes, SPOTLIGHT]
    return list(reader.catalog.terms(name))


def _option(context: Context, name: str, value: str, counts: dict[str, int]) -> Option:
    now = context.view.items(name)
    chosen = value in now
    after = [key for key in now if key != value] if chosen else [*now, value]
    return Option(
        id=f"facet-{name}-{value}",
        text=_short(context, name, value),
        count=context.t.number(counts.get(value, 0)),
        href=view_address(context, **{**_settled(name), name: ",".join(after)}),
        title=_full(context, name, value),
        chosen=chosen,
    )


def _settled(name: str) -> dict[str, str]:
    """What a choice of the plan clears below it."""
    return dict.fromkeys(BELOW.get(name, ()), "")


def _short(reader: Reader, name: str, value: str) -> str:
    if name == "place":
        return reader.catalog.places[value].name_fr
    return filter_value(reader, name, value)


def _full(reader: Reader, name: str, value: str) -> str:
    t, catalog = reader.t, reader.catalog
    if name == "agency":
        return t.of(catalog.agencies[value])
    if name == "place":
        return filter_value(reader, name, value)
    if name == "axis":
        return official_name(reader, name, value)
    return reader.term(name, value, "description")


def _places(context: Context, counts: dict[str, int]) -> list[Option]:
    """Regions, each with its cercles; a locality is offered only while it is chosen."""
    places, now = context.catalog.places, context.view.items("place")
    wanted = [key for key in places if key in counts or key in now]
    regions: list[Option] = []
    for region in (key for key in places if places[key].level == context.catalog.levels[0]):
        inner = [
            _option(context, "place", key, counts)
            for key in wanted
            if places[key].parent_id == region or (key in now and _region_of(context, key) == region != key)
        ]
        if region in wanted or inner:
            option = _option(context, "place", region, counts)
            option.below.extend(inner)
            regions.append(option)
    return regions


def _region_of(reader: Reader, place: str) -> str:
    parent = reader.catalog.places[place].parent_id
    return _region_of(reader, parent) if parent else place


def chosen_steps(context: Context, branch: Branch) -> list[Step]:
    """What is chosen, each with the address that takes it back: the plan goes one level up."""
    t = context.t
    return [
        Step(
            t("named", name=t(f"filter.{NAMES[name]}"), value=filter_value(context, name, value)),
            "",
            view_address(context, **{name: _without(context, name, value)}),
        )
        for name in _removable(context, branch)
        for value in ([context.view[name]] if name == "q" else context.view.items(name))
    ]


def _without(context: Context, name: str, value: str) -> str:
    return "" if name == "q" else ",".join(key for key in context.view.items(name) if key != value)


def _removable(context: Context, branch: Branch) -> list[str]:
    """The choices that hold, of the plan only the deepest."""
    deepest = next((level for level in reversed(PLAN_LEVELS) if getattr(branch, level)), "")
    return [name for name in NAMES if context.view[name] and (name not in PLAN_LEVELS or name == deepest)]


def ways_back(context: Context, branch: Branch) -> list[Step]:
    """The choices without which something is left, the most helpful first, with how many results that is."""
    t = context.t
    ways = []
    for name in _removable(context, branch):
        count = len(chosen_results(context.catalog, result_filters(context.at(**{name: ""}).view)))
        text = t("facet.without", name=filter_value(context, name, context.view[name]))
        if count:
            ways.append((count, Step(text, t.number(count), view_address(context, **{name: ""}))))
    return [step for _, step in sorted(ways, key=lambda way: -way[0])]
