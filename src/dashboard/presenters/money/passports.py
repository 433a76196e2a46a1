"""Passports of money: what the financial tables print, and what is computed from them."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import pandas as pd

from dashboard.analysis.finance import AMOUNTS
from dashboard.components.links import Link
from dashboard.components.passports import Addend, Computation, Passport
from dashboard.domain.figure_ids import FINANCE_TABLES, computed_money_id, money_id
from dashboard.presenters.findings import findings_about, subject_of
from dashboard.presenters.money.local import local_facts
from dashboard.presenters.money.rows import folder_column, reconciled
from dashboard.presenters.reader import Reader
from dashboard.presenters.sources import report_place
from dashboard.store.catalog import Row, records

KEYS = {"agencies": "agency_id", "axes": "axis_id", "totals": "table"}
GROUPINGS = {"agencies": "agency", "axes": "axis"}
_RATE = "execution_rate"
UNSPENT = "unspent"
_WHOLE = (UNSPENT, "lack", "surplus")
"""Computed amounts of a row or a table that stand for themselves: no measure comes before their word."""


@dataclass(frozen=True)
class Money:
    """One row of a financial table, as an id names it."""

    table: str
    year: int
    key: str
    row: Row

    @property
    def whole(self) -> str:
        """The table whose total or row this is: `agencies`, `axes` or `text`."""
        return self.key if self.table == "totals" else self.table


def money_row(reader: Reader, table: str, year: str, key: str) -> Money:
    """The row that an id names.

    Raises:
        LookupError: when there is no such row.
        ValueError: when the year is no number.
    """
    frame = reader.catalog.money(FINANCE_TABLES[table])
    rows = records(frame[(frame["year"] == int(year)) & (frame[KEYS[table]] == key)])
    if not rows:
        raise LookupError(key)
    return Money(table, int(year), key, rows[0])


def money_passport(reader: Reader, figure_id: str, parts: tuple[str, ...]) -> Passport | None:
    """A printed amount or rate: `m~agencies~2021~pam~mobilised`."""
    table, year, key, measure = parts
    money = money_row(reader, table, year, key)
    if measure not in (*AMOUNTS, _RATE) or pd.isna(money.row[_column(measure)]):
        return None
    value = float(money.row[_column(measure)])
    return row_passport(reader, figure_id, money, measure, value, "printed")


def _column(measure: str) -> str:
    """The column of the financial tables that holds a measure."""
    return f"{measure}_pct" if measure == _RATE else f"{measure}_usd"


def computed_money_passport(reader: Reader, figure_id: str, parts: tuple[str, ...]) -> Passport | None:
    """A rate, share, sum or difference: `c~agencies~2021~pam~rate`, `c~totals~2021~agencies~spent_sum`."""
    table, year, key, what = parts
    money = money_row(reader, table, year, key)
    measure, _, kind = what.rpartition("_")
    maker = COMPUTED.get(kind)
    allowed = _RATES if kind == "rate" else ("",) if kind in _WHOLE else AMOUNTS
    if maker is None or measure not in allowed:
        return None
    made = maker(reader, money, measure)
    return row_passport(reader, figure_id, money, what, made[0], "computed", made[1]) if made else None


_Made = tuple[float, Computation]
_RATES = {
    "": ("spent", "mobilised"),
    "mobilised": ("mobilised", "budget"),
    "spent": ("spent", "budget"),
    "gap": ("gap", "budget"),
    "unspent": (UNSPENT, "mobilised"),
}
"""Before the word `rate` -> the amount above the line and the one below it."""


def _rate(reader: Reader, money: Money, measure: str) -> _Made | None:
    """One amount of the row in percent of another: spent of mobilised, mobilised of budget."""
    part, whole = _RATES[measure]
    above, below = _amount(money, part), _amount(money, whole)
    if not below or pd.isna(below) or pd.isna(above):
        return None
    value = 100 * above / below
    formula = reader.t(f"passport.formula.{measure or 'execution'}_rate")
    return value, Computation(formula, [_own(reader, money, name) for name in (part, whole)])


def _amount(money: Money, measure: str) -> float:
    """A printed amount of the row, or what of the mobilised was not spent."""
    if measure == UNSPENT:
        return float(money.row["mobilised_usd"]) - float(money.row["spent_usd"])
    return float(money.row[f"{measure}_usd"])


def _unspent(reader: Reader, money: Money, _: str) -> _Made | None:
    value = _amount(money, UNSPENT)
    if pd.isna(value):
        return None
    addends = [_own(reader, money, name) for name in ("mobilised", "spent")]
    return value, Computation(reader.t("passport.formula.unspent"), addends)


def _one_side(reader: Reader, money: Money, _: str, sign: int) -> _Made | None:
    """The gaps of one sign under a printed total: what was lacking, or what came beyond the budget."""
    if money.table != "totals" or money.key not in GROUPINGS:
        return None
    column = KEYS[money.key]
    sides = [row for row in _rows(reader, money.key, money.year) if sign * row["gap_usd"] > 0]
    addends = [_own(reader, Money(money.key, money.year, str(row[column]), row), "gap") for row in sides]
    formula = reader.t(f"passport.formula.{'lack' if sign > 0 else 'surplus'}")
    return sum(abs(row["gap_usd"]) for row in sides), Computation(formula, addends)


def _share(reader: Reader, money: Money, measure: str) -> _Made | None:
    """A row's amount in percent of the sum of the rows."""
    rows = _rows(reader, money.table, money.year)
    whole = sum(row[f"{measure}_usd"] for row in rows)
    if money.table == "totals" or not whole:
        return None
    addends = [
        _own(reader, money, measure),
        Addend(reader.t("passport.sum_of_rows"), reader.t.dollars(whole)),
    ]
    return 100 * money.row[f"{measure}_usd"] / whole, Computation(reader.t("passport.formula.share"), addends)


def _sum(reader: Reader, money: Money, measure: str) -> _Made | None:
    """The sum of the rows under a printed total; for the text, the printed total of Tab1."""
    line = _reconciled(reader, money, measure)
    if line is None:
        return None
    if money.key not in GROUPINGS:
        tab1 = money_row(reader, "totals", str(money.year), "agencies")
        return line["computed"], Computation(reader.t("passport.formula.tab1"), [_own(reader, tab1, measure)])
    column = KEYS[money.key]
    addends = [
        _own(reader, Money(money.key, money.year, str(row[column]), row), measure)
        for row in _rows(reader, money.key, money.year)
    ]
    return line["computed"], Computation(reader.t("passport.formula.sum"), addends)


def _difference(reader: Reader, money: Money, measure: str) -> _Made | None:
    """Computed less printed."""
    line = _reconciled(reader, money, measure)
    if line is None:
        return None
    t = reader.t
    addends = [
        Addend(t("finance.computed"), t.dollars(line["computed"])),
        Addend(
            t("finance.printed"),
            t.dollars(line["printed"]),
            reader.figure(money_id("totals", money.year, money.key, measure)),
        ),
    ]
    return line["difference"], Computation(t("passport.formula.difference"), addends)


COMPUTED: dict[str, Callable[[Reader, Money, str], _Made | None]] = {
    "rate": _rate,
    "share": _share,
    "sum": _sum,
    "difference": _difference,
    UNSPENT: _unspent,
    "lack": partial(_one_side, sign=1),
    "surplus": partial(_one_side, sign=-1),
}
"""Last word of `what` -> value and computation; before it stands the measure, but for the rate."""


def _rows(reader: Reader, table: str, year: int) -> list[Row]:
    frame = reader.catalog.money(FINANCE_TABLES[table])
    return records(frame[frame["year"] == year])


def _reconciled(reader: Reader, money: Money, measure: str) -> Row | None:
    """The line of the reconciliation about a printed total; None where nothing is printed."""
    if money.table != "totals":
        return None
    catalog = reader.catalog
    lines = records(reconciled(catalog, money.year))
    return next((line for line in lines if (line["table"], line["measure"]) == (money.key, measure)), None)


def _own(reader: Reader, money: Money, measure: str) -> Addend:
    """An amount of a row with its own passport."""
    make = computed_money_id if measure == UNSPENT else money_id
    passport = reader.figure(make(money.table, money.year, money.key, measure))
    name = f"{reader.t(f'finance.{measure}')}, {_subject(reader, money).text}"
    return Addend(name, reader.t.dollars(_amount(money, measure)), passport)


def _subject(reader: Reader, money: Money) -> Link:
    return subject_of(reader, FINANCE_TABLES[money.table], money.key)


def row_passport(
    reader: Reader, figure_id: str, money: Money, what: str, value: float, origin: str,
    computation: Computation | None = None,
) -> Passport:  # fmt: skip
    """The passport of an amount of a row, or of what is computed from it; `what` as in its id."""
    t = reader.t
    percent = what.endswith(("rate", "share", "change"))
    measure = _RATE if what in ("rate", _RATE) else what.split("_")[0]
    subject = _subject(reader, money)
    kind = what.rpartition("_")[2] if origin == "computed" else "printed"
    kind = "printed" if kind in _WHOLE else kind
    by = GROUPINGS.get(money.whole, "")
    return Passport(
        id=figure_id,
        name=t(
            f"passport.money.{kind}", measure=t(f"finance.{measure}"), entity=subject.text, year=money.year
        ),
        value=(t.percent(value, 0 if origin == "printed" else 2) if percent else t.dollars(value)),
        number=value,
        unit=reader.term("unit", "percent" if percent else reader.t.currency, "description"),
        definition=reader.term("finance_measure", measure, "description"),
        origin=origin,
        about=[
            (t("passport.about.subject"), [Link(subject.title or subject.text, subject.href)]),
            (t("passport.about.year"), [Link(str(money.year), "")]),
            *([] if percent else local_facts(reader, value, money.year)),
        ],
        place=report_place(reader, str(money.row["source_ref"]), money.year),
        year=money.year,
        computation=computation,
        findings=findings_about(
            reader,
            FINANCE_TABLES[money.table],
            [money.key],
            folder_column(reader, _column(measure)),
            money.year,
        ),
        shown=[
            Link(t("funding.title"), reader.link("funding", by="axis" if by == "axis" else "")),
            *([Link(subject.title or subject.text, subject.href)] if by and money.table != "totals" else []),
        ],
        note=t.of(money.row, "note"),
    )
