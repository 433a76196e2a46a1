"""One amount in several reports: its sum so far, its change beside the report before, and their passports."""

from dataclasses import replace

import pandas as pd

from dashboard.analysis.cycle import over_years
from dashboard.analysis.finance import AMOUNTS
from dashboard.components.links import Link
from dashboard.components.passports import Addend, Computation, Passport
from dashboard.domain.figure_ids import FINANCE_TABLES, money_id
from dashboard.presenters.money.passports import KEYS, money_row, row_passport
from dashboard.presenters.reader import Reader
from dashboard.store import Catalog
from dashboard.store.catalog import Row, records
from dashboard.store.derived import derived

CUMULATED, CHANGE = "cumulated", "change"


@derived(bare=True)
def amounts_over_years(catalog: Catalog, table: str, measure: str) -> pd.DataFrame:
    """`over_years` of a table, by its name in figure ids."""
    return over_years(catalog.money(FINANCE_TABLES[table]), KEYS[table], measure)


def over_years_passport(reader: Reader, figure_id: str, parts: tuple[str, ...]) -> Passport | None:
    """A sum or a change over reports: `y~agencies~2022~pam~mobilised_cumulated`."""
    table, year, key, what = parts
    measure, _, kind = what.rpartition("_")
    if measure not in AMOUNTS or kind not in (CUMULATED, CHANGE):
        return None
    rows = _up_to(reader, table, measure, key, int(year))
    if not rows or pd.isna(rows[-1][kind]):
        return None
    used = [row for row in rows if pd.notna(row["value"])][-2 if kind == CHANGE else 0 :]
    addends = [_addend(reader, table, key, measure, row) for row in used]
    computation = Computation(reader.t(f"passport.formula.{kind}"), addends)
    money, value = money_row(reader, table, year, key), float(rows[-1][kind])
    made = row_passport(reader, figure_id, money, what, value, "computed", computation)
    first = Link(reader.t("cycle.title"), reader.link("cycle"))
    return replace(made, shown=[first, *made.shown])


def _up_to(reader: Reader, table: str, measure: str, key: str, year: int) -> list[Row]:
    """The row's years up to one that must be among them; none where it is not."""
    rows = records(amounts_over_years(reader.catalog, table, measure))
    own = [row for row in rows if row[KEYS[table]] == key and row["year"] <= year]
    return own if own and own[-1]["year"] == year else []


def _addend(reader: Reader, table: str, key: str, measure: str, row: Row) -> Addend:
    """What one report prints."""
    passport = reader.figure(money_id(table, int(row["year"]), key, measure))
    name = reader.t("passport.in_year", what=reader.t(f"finance.{measure}"), year=row["year"])
    return Addend(name, reader.t.dollars(row["value"]), passport)
