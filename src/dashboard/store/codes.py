"""The keys of the tables as people write them: in any case, agencies by the acronym of any language."""

from dashboard.domain.text import folded
from dashboard.store.catalog import Catalog
from dashboard.store.derived import derived

_ACRONYM, _ALIASES, _KEY = "acronym_", "aliases", "_id"
"""How columns are called that hold an acronym, other names (`a;b`), a key."""


@derived(bare=True)
def spellings(catalog: Catalog, table: str) -> dict[str, str]:
    """Key of each row by everything it may be called in an address, `folded`; a key goes before a name."""
    rows = catalog.rows(table)
    return {
        **{folded(name): key for key, row in rows.items() for name in _acronyms(row) if name},
        **{folded(key): key for key in rows},
    }


def _acronyms(row: dict[str, object]) -> list[str]:
    """Acronyms and, of what has acronyms, other names: the name of a place may be that of another, too."""
    acronyms = [str(value) for column, value in row.items() if column.startswith(_ACRONYM)]
    return [*str(row.get(_ALIASES, "")).split(";"), *acronyms] if acronyms else []


@derived(bare=True)
def all_spellings(catalog: Catalog) -> dict[str, str]:
    """The same over all tables with keys, for codes that don't say whose they are."""
    keyed = [name for name, frame in catalog.frames.items() if frame.columns[0].endswith(_KEY)]
    return {text: key for name in keyed for text, key in spellings(catalog, name).items()}
