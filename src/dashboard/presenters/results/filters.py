"""Filters of the results, from the view to what readers read of them."""

from collections.abc import Mapping, Sequence

from dashboard.analysis.results import SPOTLIGHT, Filters, any_of
from dashboard.domain.view import Choice, View
from dashboard.presenters.names import agency_link, axis_link, outcome_link, output_link, place_link
from dashboard.presenters.reader import Reader
from dashboard.presenters.results.prepared import result_themes
from dashboard.store import Catalog
from dashboard.store.codes import spellings
from dashboard.store.derived import derived

NAMES = {
    "axis": "axis",
    "outcome": "outcome",
    "output": "output",
    "agency": "agency",
    "theme": "theme",
    "place": "place",
    "beneficiary": "beneficiary",
    "concerns": "concerns",
    "scope": "scope",
    "q": "text",
}
"""Name in the address -> field of the filters."""
ADDRESS = {field: name for name, field in NAMES.items()}
"""Field of the filters -> name in the address."""


def result_filters(view: View) -> Filters:
    """What a view of the results asks for."""
    return Filters(int(view.year), **{field: view[name] for name, field in NAMES.items()})


@derived(bare=True)
def filter_values(catalog: Catalog) -> Mapping[str, Sequence[str]]:
    """The values that each filter of the results takes; free text has none."""
    return {
        "year": [str(year) for year in sorted({*catalog.years, *map(int, catalog["results"]["year"])})],
        "axis": [*catalog.axes, SPOTLIGHT],
        "outcome": list(catalog.outcomes),
        "output": list(catalog.outputs),
        "agency": list(catalog.agencies),
        "place": list(catalog.places),
        "theme": result_themes(catalog),
        "beneficiary": sorted(set(catalog["results"]["beneficiary"])),
        "concerns": list(catalog.terms("concerns")),
        "scope": list(catalog.terms("scope")),
    }


@derived()
def filter_choices(catalog: Catalog) -> dict[str, Choice]:
    """Each filter that takes codes as a choice, which understands them as people write them."""
    words = {"agency": spellings(catalog, "agencies")}
    return {
        name: Choice(name, tuple(values), many=name != "year", spellings=words.get(name, {}))
        for name, values in filter_values(catalog).items()
    }


def filter_value(reader: Reader, name: str, value: str) -> str:
    """The reader's word for a value of a filter: `2.1 Économie et emplois`, `Mopti (région)`, `«eau»`.

    Of several values, of which one is enough: `PAM ou UNICEF`.
    """
    if name in _TEXT:
        return reader.t("quoted", text=value)
    return reader.t("or").join(_word(reader, name, item) for item in any_of(value))


def _word(reader: Reader, name: str, value: str) -> str:
    return NAMED[name](reader, value).text if name in NAMED else reader.term(name, value)


NAMED = {
    "axis": axis_link,
    "outcome": outcome_link,
    "output": output_link,
    "agency": agency_link,
    "place": place_link,
}
"""Filters by a thing of the tables -> its name; text is quoted, the others are vocabularies."""

_TEXT = ("q", "text")
