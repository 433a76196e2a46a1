"""The stable id of every figure shown: the last part of its short address `/f/<id>`.

An id is made of the keys of the tables, never of a position in them, so it survives re-ordering. Its parts
are joined by `~`, which no key holds and no address needs to escape:

    o~<observation_id>                          a printed value of an indicator
    i~<indicator_id>~<sex>~<what>               computed from an indicator's values (a change, ...)
    m~<table>~<year>~<key>~<measure>            a printed amount or rate: `agencies`, `axes` or `totals`
    c~<table>~<year>~<key>~<what>               computed from those: `rate`, `budget_share`, `spent_sum`, ...
    y~<table>~<year>~<key>~<what>               one amount in the reports until then: `mobilised_cumulated`,
                                                or beside the report before: `mobilised_change`
    y~counts~<year>~<measure>~change            a count over the results beside that of the report before
    f~<place_id>~<year>~<what>                  people in a phase of food insecurity, or their share
    r~<result_id>                               a result, r~<result_id>~<seq> one quantity in it
    n~<measure>[~<filter>.<value>]...           a count over the results: `n~results~axis.1~place.ML05`
"""

from collections.abc import Mapping

from dashboard.domain.text import folded

SEPARATOR = "~"
FINANCE_TABLES = {"agencies": "finance_agencies", "axes": "finance_axes", "totals": "finance_totals"}
"""Name of a financial table in an id -> the table."""


def observation_id(observation: str) -> str:
    """Id of a printed value of an indicator."""
    return _joined("o", observation)


def indicator_id(indicator: str, sex: str, what: str) -> str:
    """Id of a figure computed from an indicator's values."""
    return _joined("i", indicator, sex, what)


def money_id(table: str, year: int, key: str, measure: str) -> str:
    """Id of a printed amount: `money_id("agencies", 2021, "pam", "spent")`."""
    return _joined("m", table, str(year), key, measure)


def money_cell_id(table: str, year: int, key: str, column: str) -> str:
    """Id of the amount or rate that a column of a financial table prints: `spent_usd` is `spent`."""
    name = next(name for name, known in FINANCE_TABLES.items() if known == table)
    return money_id(name, year, key, column.rpartition("_")[0])


def computed_money_id(table: str, year: int, key: str, what: str) -> str:
    """Id of a figure computed from printed amounts: `computed_money_id("axes", 2021, "2", "rate")`."""
    return _joined("c", table, str(year), key, what)


def over_years_id(table: str, year: int, key: str, what: str) -> str:
    """Id of a figure of several reports: `over_years_id("agencies", 2022, "pam", "spent_cumulated")`."""
    return _joined("y", table, str(year), key, what)


def result_id(result: str, seq: int | None = None) -> str:
    """Id of a result, or of one quantity in it."""
    return _joined("r", result) if seq is None else _joined("r", result, str(seq))


def need_id(place: str, year: int, what: str) -> str:
    """Id of a number of people by phase of food insecurity: `need_id("ML0503", 2021, "phase3_5")`."""
    return _joined("f", place, str(year), what)


def count_id(measure: str, **filters: str) -> str:
    """Id of a count over the results that pass the filters; empty filters are left out, in any order."""
    pairs = (f"{name}.{value}" for name, value in sorted(filters.items()) if value)
    return _joined("n", measure, *pairs)


def short_address(figure_id: str) -> str:
    """The address of a figure's passport that leads to the reader's language."""
    return f"/f/{figure_id}"


def parts_of(figure_id: str) -> tuple[str, tuple[str, ...]]:
    """The kind (first letter) and the other parts of an id; ("", ()) for what can't be one."""
    kind, *parts = figure_id.split(SEPARATOR)
    return (kind, tuple(parts)) if parts and all(parts) else ("", ())


def with_keys(figure_id: str, keys: Mapping[str, str]) -> str:
    """The id that a text stands for, whose keys may be written otherwise.

    Args:
        figure_id: what stands in an address, such as `M~agencies~2021~WFP~spent`.
        keys: key by another spelling of it, `folded`.
    """
    return SEPARATOR.join(_with_key(part, keys) for part in figure_id.split(SEPARATOR))


def _with_key(part: str, keys: Mapping[str, str]) -> str:
    name, point, value = part.partition(".")
    whole = keys.get(folded(part))
    if whole or not point:
        return whole or part.lower()
    return f"{name.lower()}.{keys.get(folded(value), value)}"


def _joined(*parts: str) -> str:
    return SEPARATOR.join(parts)
