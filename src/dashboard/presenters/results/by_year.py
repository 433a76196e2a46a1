"""What each report counts: results, outputs, agencies, places, and the change beside the report before."""

from dashboard.components.links import Link
from dashboard.components.passports import Addend, Computation, Passport
from dashboard.domain.figure_ids import count_id, over_years_id
from dashboard.presenters.reader import Reader
from dashboard.presenters.results.counts import count_of_rows
from dashboard.presenters.sources import report_place

COUNTS_OF_A_YEAR = ("results", "outputs", "agencies", "places")
_TABLE, _CHANGE = "counts", "change"


def count_of_year(reader: Reader, measure: str, year: int, **filters: str) -> tuple[float, str]:
    """A count over the results of a year's report, and its figure id."""
    return count_of_rows(reader, measure, year, **filters), count_id(measure, year=str(year), **filters)


def change_of_count(reader: Reader, measure: str, year: int) -> tuple[float, str] | None:
    """The change of a count beside the report before, in percent, and its figure id; None without one."""
    years = reader.catalog.years
    before = years[years.index(year) - 1] if year in years[1:] else 0
    then = count_of_year(reader, measure, before)[0] if before else 0.0
    if not then:
        return None
    now = count_of_year(reader, measure, year)[0]
    return 100 * (now - then) / then, over_years_id(_TABLE, year, measure, _CHANGE)


def count_change_passport(reader: Reader, figure_id: str, parts: tuple[str, ...]) -> Passport | None:
    """How a count changed: `y~counts~2022~results~change`."""
    table, year, measure, what = parts
    known = (table, what) == (_TABLE, _CHANGE) and measure in COUNTS_OF_A_YEAR
    made = change_of_count(reader, measure, int(year)) if known else None
    if made is None:
        return None
    t, catalog = reader.t, reader.catalog
    named = t(f"cycle.count.{measure}")
    pair = (int(year), catalog.years[catalog.years.index(int(year)) - 1])
    return Passport(
        id=figure_id,
        name=t("passport.count.change", measure=named, year=year),
        value=t.change(made[0]),
        number=made[0],
        unit=reader.term("unit", "percent", "description"),
        definition=t(f"passport.count.{measure}.definition"),
        origin="computed",
        about=[(t("passport.about.year"), [Link(year, "")])],
        place=report_place(reader, t("passport.whole_report"), int(year)),
        year=int(year),
        computation=Computation(
            t("passport.formula.change"), [_addend(reader, named, measure, one) for one in pair]
        ),
        shown=[Link(t("cycle.title"), reader.link("cycle"))],
    )


def _addend(reader: Reader, named: str, measure: str, year: int) -> Addend:
    value, figure = count_of_year(reader, measure, year)
    name = reader.t("passport.in_year", what=named, year=year)
    return Addend(name, reader.t.number(value), reader.figure(figure))
