"""Periods as programs read them: ISO 8601 from the two days between which a value was taken."""

import datetime
from calendar import monthrange

DAY = datetime.timedelta(days=1)


def iso_period(start: str, end: str) -> str:
    """A period by its first and last day (`2021-01-01`, `2021-12-31`), as short as it is exact.

    Returns:
        `2021` for a year, `2021-01` for a month, `2020-12-31` for a day, else an interval of the two days
        (`2014-06-01/2014-08-31`); empty where a day is not given.
    """
    if not start or not end:
        return ""
    if start == end:
        return start
    first, last = datetime.date.fromisoformat(start), datetime.date.fromisoformat(end)
    if (first.year, first.month) == (last.year, last.month) and _whole_months(first, last):
        return start[:7]
    whole_year = first.year == last.year and (first.month, last.month) == (1, 12)
    return start[:4] if whole_year and _whole_months(first, last) else f"{start}/{end}"


def range_period(start: str, end: str) -> str:
    """The same as SDMX writes it: an interval by its first day and its length, `2014-06-01/P3M`."""
    short = iso_period(start, end)
    if "/" not in short:
        return short
    first, last = datetime.date.fromisoformat(start), datetime.date.fromisoformat(end)
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if not _whole_months(first, last):
        return f"{start}/P{(last - first + DAY).days}D"
    return f"{start}/P{months // 12}Y" if not months % 12 else f"{start}/P{months}M"


def days_of(period: str) -> tuple[str, str]:
    """First and last day of `2021`, `2021-06`, `2021-06-30` or of two of them with a `/` between."""
    first, last = period.split("/")[0], period.split("/")[-1]
    return _first_day(first), _last_day(last)


def _first_day(part: str) -> str:
    return part + "-01-01"[len(part) - 4 :] if len(part) < 10 else part


def _last_day(part: str) -> str:
    if len(part) == 10:
        return part
    year, month = int(part[:4]), int(part[5:7] or 12)
    return f"{year:04}-{month:02}-{monthrange(year, month)[1]:02}"


def _whole_months(first: datetime.date, last: datetime.date) -> bool:
    return first.day == 1 and (last + DAY).day == 1
