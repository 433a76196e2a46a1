"""A first folder of data for another country: the tables of this site with one row of each, to be filled."""

import csv
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from babel import Locale
from babel.core import get_global
from babel.numbers import get_currency_name, get_currency_symbol, get_territory_currencies

from dashboard.i18n import Translator
from dashboard.i18n.languages import SPOKEN
from dashboard.settings import ROOT
from dashboard.store.descriptor import NEVER_EMPTY

_Cells = dict[str, str]

_SOURCE, _FIRST, _LINE = "report", "1", "L1"
_OUTCOME = f"{_FIRST}.{_FIRST}"
_LEVELS = {
    "upper": {
        "code": "region", "one_fr": "région", "one_en": "region", "many_fr": "régions", "many_en": "regions",
        "a_fr": "une région", "a_en": "a region", "the_fr": "la région", "of_fr": "de la région",
        "this_fr": "cette région", "all_fr": "toutes les régions", "whole_fr": "toute la région",
        "same_fr": "la même région", "only_fr": "seule la région", "neighbours_fr": "régions voisines",
    },
    "lower": {
        "code": "district", "one_fr": "district", "one_en": "district", "many_fr": "districts",
        "many_en": "districts", "a_fr": "un district", "a_en": "a district", "of_fr": "du district",
        "this_fr": "ce district", "none_fr": "aucun district", "my_fr": "mon district",
        "which_fr": "quels districts", "neighbours_fr": "districts voisins",
    },
}  # fmt: skip
"""What most countries may call their levels; the officer writes the country's own words over them."""
_OUTSIDE = {"fr": "Hors des axes", "en": "Outside the axes"}
"""What results without an output are told under, until a report calls it something."""
_EXAMPLES = {
    "search_fr": "eau, santé, écoles…", "search_en": "water, health, schools…",
    "places_fr": "une commune, une ville…", "places_en": "a commune, a town…",
}  # fmt: skip
"""What fields show as long as nothing is typed, until the officer names places that readers know."""
_DROPPED = ("place_level", "series")
"""Lists of words that each country has of its own."""


class UnknownCountryError(Exception):
    """No country has such a code."""


def write_country(iso3: str, folder: Path, model: Path, year: int, languages: Sequence[str] = SPOKEN) -> None:
    """Write the folder of a country that has nothing yet.

    Args:
        iso3: code of the country, `HTI`.
        folder: what is written; it must not be there.
        model: the data package whose tables and words are taken, without its rows.
        year: of the first report.
        languages: of its readers, the first one first.

    Raises:
        UnknownCountryError: when no country has the code.
        FileExistsError: when the folder is there.
    """
    country = _country(iso3.upper())
    folder.mkdir(parents=True)
    package = json.loads((model / "datapackage.json").read_text(encoding="utf-8"))
    described = {**_described(package, country, year), "languages": list(languages)}
    text = json.dumps(described, ensure_ascii=False, indent=1)
    (folder / "datapackage.json").write_text(text + "\n", encoding="utf-8")
    rows = {**_rows(described, year), "terms": list(_terms(model, described["currency"]))}
    for resource in described["resources"]:
        columns = [field["name"] for field in resource["schema"]["fields"]]
        with (folder / resource["path"]).open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, columns, restval="", lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows.get(resource["name"], []))


def _country(iso3: str) -> dict[str, Any]:
    """What is known of a country by its code: names with articles, and its currency."""
    code = next(iter(get_global("territory_aliases").get(iso3, ())), "")
    if len(iso3) != 3 or not code:
        raise UnknownCountryError(iso3)
    french, english = (Locale(language).territories[code] for language in ("fr", "en"))
    names = {"iso3": iso3, "name_fr": french, "name_en": english, **_with_articles(french)}
    names |= {"in_en": f"in {english}", "of_en": f"of {english}", "all_en": f"all of {english}"}
    return {"names": names, "currency": _currency(get_territory_currencies(code)[0])}


def _with_articles(name: str) -> _Cells:
    """A French guess, right for most: `au Niger`, `en Guinée`, `en Haïti`; the officer reads it over."""
    if name[0].lower() in "aeiouéîh":
        return {"in_fr": f"en {name}", "of_fr": f"d'{name}", "all_fr": f"tout {name}"}
    if name.endswith("e"):
        return {"in_fr": f"en {name}", "of_fr": f"de {name}", "all_fr": f"toute la {name}"}
    return {"in_fr": f"au {name}", "of_fr": f"du {name}", "all_fr": f"tout le {name}"}


def _currency(code: str) -> _Cells:
    names = {one: get_currency_name(code, count=2, locale=one) for one in ("fr", "en")}
    of = ("d'" if names["fr"][0].lower() in "aeiouéh" else "de ") + names["fr"]
    called = {f"{form}_{one}": name for one, name in names.items() for form in ("name", "many")}
    sign = get_currency_symbol(code, locale="fr")
    return {"code": code, "sign": sign, "scale": "million", **called, "of_fr": of, "short_en": names["en"]}


def _described(package: dict[str, Any], country: dict[str, Any], year: int) -> dict[str, Any]:
    """The description of the tables, of that country."""
    names, currency = country["names"], country["currency"]
    french, english = names["name_fr"], names["name_en"]
    before, code = package["version"].partition(".")[0], currency["code"]
    kept = {key: package[key] for key in ("profile", "licenses")}
    corners = {"west": -180, "south": -60, "east": 180, "north": 80}
    return {
        "name": f"{names['iso3'].lower()}-results",
        "title": f"Results of the United Nations in {english}",
        "file_name_fr": f"onu-{french}", "file_name_en": f"un-{english}", "version": f"{year}.1",
        "description": f"Tables read from the annual results report of the UN country team in {english}.",
        **kept,
        "country": {**names, "division_fr": f"Régions et districts de {year}.",
                    "division_en": f"Regions and districts of {year}.", **corners},
        "office": {
            "to_fr": f"au Bureau du Coordonnateur résident des Nations Unies {names['in_fr']}",
            "to_en": f"to the Office of the United Nations Resident Coordinator {names['in_en']}",
        },
        "examples": _EXAMPLES,
        "section": {f"{form}_{one}": name for form in ("name", "short") for one, name in _OUTSIDE.items()},
        "levels": _LEVELS,
        "currency": currency,
        "resources": [_of_country(resource, code, before, year) for resource in package["resources"]],
    }  # fmt: skip


def _of_country(node: Any, currency: str, before: str, year: int) -> Any:
    """A part of the description with the levels, the currency and the year of the new country.

    Args:
        node: the part.
        currency: its code.
        before: the year that the model names.
        year: that of the first report.
    """
    if isinstance(node, dict):
        if node.get("name") in ("lat", "lon"):
            node = {**node, "constraints": {}}
        return {name: _of_country(part, currency, before, year) for name, part in node.items()}
    if isinstance(node, list):
        return [_of_country(part, currency, before, year) for part in node]
    if not isinstance(node, str):
        return node
    texts = (
        ("Cercle", "District"), ("cercle", "district"), ("Spotlight", "cross-cutting"),
        ("USD", currency), ("_usd", f"_{currency.lower()}"), (before, str(year)),
    )  # fmt: skip
    for old, new in texts:
        node = node.replace(old, new)
    return node


_KEPT = {("series", "report"), ("place_level", "locality")}
"""Words that are every country's in lists that are each country's own."""
_RENAMED = {
    ("partner_kind", "national"): {"fr": "Partenaire public national", "en": "National public partner"},
}


def _terms(model: Path, currency: _Cells) -> Iterator[_Cells]:
    """The words of the model but for those of its country, and a word for each level."""
    with (model / "terms.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        word = (row["list"], row["code"])
        if row["code"] == "usd":
            yield {**row, **_unit(currency)}
        elif word in _RENAMED:
            yield {**row, **{f"name_{one}": name for one, name in _RENAMED[word].items()}}
        elif word in _KEPT or (row["list"] not in _DROPPED and row["code"] != "xof"):
            yield row
    for level in _LEVELS.values():
        names = {f"name_{one}": level[f"one_{one}"].capitalize() for one in SPOKEN}
        yield {"list": "place_level", "code": level["code"], **names}


def _unit(currency: _Cells) -> _Cells:
    """The currency as the unit of a number."""
    code = currency["code"]
    said = {f"description_{one}": currency[f"name_{one}"] + "." for one in SPOKEN}
    return {"code": code.lower(), **{f"name_{one}": code for one in SPOKEN}, **said}


def _rows(package: dict[str, Any], year: int) -> dict[str, list[_Cells]]:
    """One row of each table that may not be empty, of one report, axis, agency and district."""
    told, fill = str(year), {"fr": "À remplir", "en": "To be filled"}
    both = {f"{name}_{one}": text for name in ("name", "short", "title", "label", "publisher", "attribution",
            "licence", "vintage", "definition", "acronym") for one, text in fill.items()}  # fmt: skip
    places = [{"place_id": f"{package['country']['iso3']}01", "level": _LEVELS["upper"]["code"]}]
    places += [{"place_id": f"{places[0]['place_id']}01", "level": _LEVELS["lower"]["code"], "tile_row": "0",
                "parent_id": places[0]["place_id"], "tile_col": "0", "tile_label": "D1"}]  # fmt: skip
    amounts = {f"{name}_{package['currency']['code'].lower()}": "0" for name in ("budget", "mobilised",
               "gap", "spent")}  # fmt: skip
    seat = {"lat": "0", "lon": "0", "name_fr": fill["fr"], "source_id": _SOURCE}
    own: dict[str, list[_Cells]] = {
        "sources": [{"source_id": _SOURCE, "kind": "report", "title": fill["fr"], "publisher": fill["fr"],
                     "licence": fill["fr"], "attribution": fill["fr"]}],
        "reports": [{"year": told, "source_id": _SOURCE, "agencies_ref": _LINE, "axes_ref": _LINE,
                     "outputs_ref": _LINE, "indicators_ref": _LINE,
                     "name_fr": f"rapport annuel {told}", "name_en": f"annual report {told}"}],
        "axes": [{"axis_id": _FIRST}],
        "outcomes": [{"outcome_id": _OUTCOME, "axis_id": _FIRST}],
        "outputs": [{"output_id": f"{_OUTCOME}.{_FIRST}", "outcome_id": _OUTCOME, "official_fr": fill["fr"],
                     "theme": "education"}],
        "agencies": [{"agency_id": "un", "acronym_fr": "ONU", "acronym_en": "UN"}],
        "places": [{**place, **seat} for place in places],
        "indicators": [{"indicator_id": "first", "theme": "education", "unit": "percent", "axis_id": _FIRST,
                        "group": "indicator"}],
        "observations": [{"observation_id": "first-value", "indicator_id": "first", "series": "report",
                          "sex": "total", "value": "0", "qualifier": "=", "kind": "observed",
                          "source_id": _SOURCE, "period": told, "unit": "percent"}],
        "finance_agencies": [{"agency_id": "un", **amounts}],
        "finance_axes": [{"axis_id": _FIRST, **amounts}],
        "finance_totals": [{"table": table, **amounts} for table in ("agencies", "axes")],
    }  # fmt: skip
    assert own.keys() == {*NEVER_EMPTY} - {"terms"}
    columns = {
        resource["name"]: {field["name"] for field in resource["schema"]["fields"]}
        for resource in package["resources"]
    }
    given = {**both, "year": told, "source_ref": _LINE}
    return {
        table: [
            {**{name: text for name, text in given.items() if name in columns[table]}, **row} for row in rows
        ]
        for table, rows in own.items()
    }


def run_new_country(code: str, folder: Path, year: int, languages: Sequence[str], t: Translator) -> int:
    """The command: write the folder and say what the officer does next; 1 where it can't be written."""
    unknown = [one for one in languages if one not in SPOKEN]
    if unknown:
        print(t("problem.languages_unknown", allowed=", ".join(SPOKEN)))
        return 1
    try:
        write_country(code, folder, ROOT / "data", year, languages)
    except UnknownCountryError:
        print(t("new_country.unknown", code=code))
        return 1
    except FileExistsError:
        print(t("new_country.there", folder=str(folder)))
        return 1
    for key in ("written", "next"):
        print(t(f"new_country.{key}", folder=str(folder)))
    return 0
