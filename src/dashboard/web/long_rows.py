"""The rows of the long table: values of indicators, money, figures of results, food insecurity by cercle."""

from collections.abc import Iterator

from dashboard.analysis.finance import AMOUNTS
from dashboard.analysis.grades import grades_by_year
from dashboard.analysis.periods import days_of, iso_period, range_period
from dashboard.domain.figure_ids import money_id, need_id, observation_id, result_id, short_address
from dashboard.domain.records import TableRecord
from dashboard.i18n import LANGUAGES, translator
from dashboard.presenters.reader import speech
from dashboard.store import Catalog
from dashboard.store.catalog import Row, records
from dashboard.store.derived import derived
from dashboard.web.tables import Record, Resource, source_of_year

_TOTAL, NOT_APPLICABLE, _UNKNOWN, _SEVERAL = "_T", "_Z", "_U", "_X"
"""Codes that SDMX gives to all together, to what does not apply, to what nobody says, to what is not one."""
SDMX_SEXES = {"female": "F", "male": "M", "total": _TOTAL, "": _TOTAL}
"""The sexes of our tables -> the codes of SDMX."""
_RATE = "execution_rate"
_RESULTS, _FOOD = "result_figures", "food_insecurity"
"""Tables whose numbers are indicators of their own."""


def long_rows(catalog: Catalog) -> Iterator[Record]:
    """Every row, values of indicators first; without the columns that a row has nothing for."""
    for part in (_observations, _money, _figures, _food):
        yield from part(catalog)


def _observations(catalog: Catalog) -> Iterator[Record]:
    for row in records(catalog["observations"]):
        about = catalog.indicators[row["indicator_id"]]
        age = about.age or NOT_APPLICABLE
        yield {
            **_known(catalog, row, "indicator_unit", row["unit"] or about.unit),
            **_when(row["period_start"], row["period_end"]),
            **_named("indicator", about),
            "dataset": "observations",
            "indicator": row["indicator_id"],
            "area": catalog.package["country"]["iso3"],
            "sex": NOT_APPLICABLE if age == NOT_APPLICABLE else SDMX_SEXES[row["sex"]],
            "age": age,
            "year": int(row["year"]),
            "kind": row["kind"],
            "comparable": row["comparable"],
            "series": row["series"],
            "line": " · ".join(filter(None, (row["source_ref"], row["publisher_code"]))),
            "passport": _passport(catalog, observation_id(row["observation_id"])),
        }


def _money(catalog: Catalog) -> Iterator[Record]:
    for by, table in (("agency", "finance_agencies"), ("axis", "finance_axes"), ("", "finance_totals")):
        for row in records(catalog.money(table)):
            key = str(row[f"{by}_id"] if by else row["table"])
            yield from _amounts(catalog, row, by, key)


_MONEY_IDS = {"agency": "agencies", "axis": "axes", "": "totals"}
"""Whose money -> the table's name in the ids of figures."""


def _amounts(catalog: Catalog, row: Row, by: str, key: str) -> Iterator[Record]:
    owner = catalog.row("agencies" if by == "agency" else "axes", key) if by else {}
    names = {
        f"subject_{language}": translator(language).bare(owner, "acronym" if by == "agency" else "name")
        if by
        else speech(catalog, language)(f"funding.total.{key}")
        for language in LANGUAGES
    }
    source, currency = source_of_year(catalog, int(row["year"])), speech(catalog, LANGUAGES[0]).currency
    for measure, term in catalog.terms("finance_measure").items():
        column, unit = (f"{measure}_pct", "percent") if measure == _RATE else (f"{measure}_usd", currency)
        value = row.get(column)
        if (measure not in AMOUNTS and measure != _RATE) or value is None or value != value:
            continue
        yield {
            **_known(catalog, {**row, "value": value, "source_id": source, "qualifier": "="}, "unit", unit),
            **_when(*days_of(str(row["year"]))),
            **_named("indicator", term),
            **names,
            "dataset": "money",
            "indicator": f"money-{measure}",
            "subject": f"{by or 'total'}:{key}",
            "area": catalog.package["country"]["iso3"],
            "sex": NOT_APPLICABLE,
            "age": NOT_APPLICABLE,
            "year": int(row["year"]),
            "kind": "observed",
            "line": row["source_ref"],
            "passport": _passport(catalog, money_id(_MONEY_IDS[by], int(row["year"]), key, measure)),
        }


def _figures(catalog: Catalog) -> Iterator[Record]:
    results, title = catalog.results, catalog.resource(_RESULTS)
    places = catalog["result_places"].groupby("result_id")["place_id"].agg(list)
    for row in records(catalog[_RESULTS]):
        result = results[row["result_id"]]
        named = [_code(catalog, place) for place in places.get(row["result_id"], [])]
        people = row["unit"] == "people"
        yield {
            **_known(catalog, {**row, "source_id": result.source_id}, "unit", row["unit"]),
            **_when(*days_of(str(result.year))),
            **_named("indicator", title, "title"),
            **_named("subject", row, "who"),
            "dataset": "results",
            "indicator": "result-figure",
            "subject": f"{row['result_id']}:{row['seq']}",
            **_where(catalog, named, result.scope),
            "sex": SDMX_SEXES[row["sex"]] if people else NOT_APPLICABLE,
            "age": _UNKNOWN if people else NOT_APPLICABLE,
            "year": result.year,
            "kind": "target" if row["role"] == "target" else "observed",
            "role": row["role"],
            "line": result.source_ref,
            "passport": _passport(catalog, result_id(row["result_id"], int(row["seq"]))),
        }


def _where(catalog: Catalog, named: list[str], scope: str) -> Record:
    """The area of a figure of a result; of several places together it says no share of each."""
    if len(named) == 1:
        return {"area": named[0], "area_name": _area_name(catalog, named[0])}
    if named:
        return {"area": _SEVERAL, "areas": " ".join(named)}
    return {"area": catalog.package["country"]["iso3"] if scope == "national" else _UNKNOWN}


def _food(catalog: Catalog) -> Iterator[Record]:
    fields = catalog.resource(_FOOD)["schema"]["fields"]
    counts = [field for field in fields if field["type"] == "integer" and field["name"] != "year"]
    sources = catalog[_FOOD]["source_id"].unique()
    grades = {source: grades_by_year(catalog["observations"], source) for source in sources}
    for row in records(catalog[_FOOD]):
        grade = grades[row["source_id"]].get(int(row["year"]), "")
        shared = {
            **_when(*days_of(row["period"])),
            "dataset": _FOOD,
            "area": _code(catalog, row["place_id"]),
            "area_name": _area_name(catalog, row["place_id"]),
            "areas": row["stands_for"].replace(";", " ") or None,
            "sex": _TOTAL,
            "age": _TOTAL,
            "year": int(row["year"]),
            "kind": "projection",
            "comparable": grade,
            "line": None,
        }
        for field in counts:
            cell = {**row, "value": row[field["name"]], "qualifier": "="}
            yield {
                **_known(catalog, cell, "unit", "people"),
                **shared,
                **_named("indicator", field, "title"),
                "indicator": f"{_FOOD}-{field['name']}".replace("_", "-"),
                "passport": _passport(catalog, need_id(row["place_id"], int(row["year"]), field["name"])),
            }


def _known(catalog: Catalog, row: Row, vocabulary: str, unit: str) -> Record:
    """Value, qualifier, unit and source of a row, and what is empty where a row does not say it."""
    source = catalog.sources[row["source_id"]]
    return {
        "subject": None,
        "areas": None,
        "area_name": None,
        "value": float(row["value"]),
        "qualifier": row["qualifier"] or "=",
        "unit": unit,
        **_named("unit", catalog.terms(vocabulary)[unit]),
        "source": row["source_id"],
        "attribution": source.attribution,
        "licence": source.licence,
    }


def _when(start: str, end: str) -> Record:
    return {
        "time": iso_period(start, end),
        "time_range": range_period(start, end),
        "period_start": start,
        "period_end": end,
    }


def _named(name: str, row: TableRecord | Row | Resource, column: str = "name") -> dict[str, str]:
    return {f"{name}_{language}": translator(language).bare(row, column) for language in LANGUAGES}


def _code(catalog: Catalog, place: str) -> str:
    """The P-code of a place; its key where it has none, as a zone has."""
    return catalog.places[place].pcode or place


def _area_name(catalog: Catalog, code: str) -> str:
    return _names_of_areas(catalog).get(code, "")


@derived()
def _names_of_areas(catalog: Catalog) -> dict[str, str]:
    places = catalog.places.items()
    return {code: row.name_fr for key, row in places for code in (key, row.pcode)}


def _passport(catalog: Catalog, figure: str) -> str:
    return catalog.public_address + short_address(figure)
