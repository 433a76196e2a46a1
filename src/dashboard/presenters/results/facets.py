"""The facets of the results as choices: words, counts, addresses, and the way back from too many of them."""

from dashboard.components.facets import Option, Step
from dashboard.domain.text import folded
from dashboard.presenters.context import Context
from dashboard.presenters.reader import Reader
from dashboard.presenters.results.filters import NAMES, filter_value, result_filters
from dashboard.presenters.results.items import chosen_results
from dashboard.presenters.results.plan import PLAN_LEVELS, Branch, FacetCounts, view_address
from dashboard.presenters.results.prepared import result_themes

LISTED = ("agency", "theme", "place", "concerns", "beneficiary", "scope")
"""The facets beside the plan, in the order of the page."""


def facet_choices(context: Context, name: str, counts: FacetCounts) -> list[Option]:
    """The choices of a facet that leave something, and the one that holds now."""
    if name == "place":
        return _places(context, counts[name])
    values = _values(context, name)
    wanted = [value for value in values if value in counts[name] or value == context.view[name]]
    options = [_option(context, name, value, counts[name]) for value in wanted]
    return sorted(options, key=lambda option: folded(option.text)) if name in ("agency", "theme") else options


def _values(reader: Reader, name: str) -> list[str]:
    if name == "agency":
        return list(reader.catalog.rows("agencies"))
    if name == "theme":
        return result_themes(reader.catalog)
    return list(reader.catalog.terms(name))


def _option(context: Context, name: str, value: str, counts: dict[str, int]) -> Option:
    chosen = context.view[name] == value
    return Option(
        id=f"facet-{name}-{value}",
        text=_short(context, name, value),
        count=context.t.number(counts.get(value, 0)),
        href=view_address(context, **{name: "" if chosen else value}),
        title=_full(context, name, value),
        chosen=chosen,
    )


def _short(reader: Reader, name: str, value: str) -> str:
    if name == "place":
        return str(reader.catalog.row("places", value)["name_fr"])
    return filter_value(reader, name, value)


def _full(reader: Reader, name: str, value: str) -> str:
    t, catalog = reader.t, reader.catalog
    if name == "agency":
        return t.of(catalog.row("agencies", value))
    if name == "place":
        return filter_value(reader, name, value)
    return reader.term(name, value, "description")


def _places(context: Context, counts: dict[str, int]) -> list[Option]:
    """Regions, each with its cercles; a locality is offered only while it is chosen."""
    places, now = context.catalog.rows("places"), context.view["place"]
    wanted = [key for key in places if key in counts or key == now]
    regions: list[Option] = []
    for region in (key for key in places if places[key]["level"] == "region"):
        inner = [
            _option(context, "place", key, counts)
            for key in wanted
            if places[key]["parent_id"] == region
            or (key == now and _region_of(context, key) == region != key)
        ]
        if region in wanted or inner:
            option = _option(context, "place", region, counts)
            option.below.extend(inner)
            regions.append(option)
    return regions


def _region_of(reader: Reader, place: str) -> str:
    parent = str(reader.catalog.row("places", place)["parent_id"])
    return _region_of(reader, parent) if parent else place


def chosen_steps(context: Context, branch: Branch) -> list[Step]:
    """What is chosen, each with the address that takes it back: the plan goes one level up."""
    t, view = context.t, context.view
    return [
        Step(
            t("named", name=t(f"filter.{NAMES[name]}"), value=filter_value(context, name, view[name])),
            "",
            view_address(context, **{name: ""}),
        )
        for name in _removable(context, branch)
    ]


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
