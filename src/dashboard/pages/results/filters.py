"""Filters of the results, from the view to what readers read of them."""

from dashboard.analysis.results import SPOTLIGHT, Filters
from dashboard.domain.view import View
from dashboard.pages.context import Context

NAMES = {
    "axis": "axis",
    "outcome": "outcome",
    "output": "output",
    "agency": "agency",
    "theme": "theme",
    "place": "place",
    "beneficiary": "beneficiary",
    "scope": "scope",
    "q": "text",
}
"""Name in the address -> field of the filters."""
ADDRESS = {field: name for name, field in NAMES.items()}
"""Field of the filters -> name in the address."""


def filters_of(view: View) -> Filters:
    """What a view of the results asks for."""
    return Filters(int(view["year"]), **{field: view[name] for name, field in NAMES.items()})


def filter_value(context: Context, name: str, value: str) -> str:
    """The reader's word for a value of a filter: `2.1 Économie et emplois`, `Mopti (région)`, `«eau»`."""
    t, catalog = context.t, context.catalog
    match name:
        case "axis":
            return t("spotlight.short") if value == SPOTLIGHT else t.of(catalog.row("axes", value), "short")
        case "outcome":
            return f"{value} {t.of(catalog.row('outcomes', value), 'short')}"
        case "output":
            return f"{value} {t.of(catalog.row('outputs', value), 'label')}"
        case "agency":
            return t.of(catalog.row("agencies", value), "acronym")
        case "place":
            row = catalog.row("places", value)
            return f"{row['name_fr']} ({t.of(catalog.terms('place_level')[row['level']]).lower()})"
        case "theme" | "beneficiary" | "scope":
            return t.of(catalog.terms(name)[value])
    return t("quoted", text=value)
