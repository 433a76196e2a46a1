"""Every row of a card's file says its unit, qualifier, kind, source and licence, in true words."""

import csv
import io
import re
import zipfile

import pytest
from openpyxl import load_workbook

from dashboard.components.tables import FACTS
from dashboard.i18n import LANGUAGES, translator
from dashboard.pages.registry import PAGES, SUBJECTS, context_of
from dashboard.presenters.plates import file_name
from dashboard.presenters.reader import address
from dashboard.web.downloads import card_bytes, heading_of, table_filename


def every_card(catalog, language, query=""):
    t = translator(language)
    for page in PAGES.values():
        keys = catalog.rows(SUBJECTS[page.name]) if page.name in SUBJECTS else ("",)
        for key in list(keys)[:3]:
            context = context_of(catalog, address(t, page.name, key), query)
            for card in page.every_card(context) if context else ():
                yield context, card


def file_of(client, path):
    """The rows of a French file as (heading -> cell)."""
    answer = client.get(path)
    assert answer.status_code == 200, path
    return list(csv.DictReader(io.StringIO(answer.data.decode("utf-8-sig")), delimiter=";"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_row_says_what_its_numbers_are(catalog, language):
    t = translator(language)
    for context, card in every_card(catalog, language, "reference=on"):
        delimiter = t.manners.delimiter
        content = card_bytes(context, card, False).decode("utf-8-sig")
        heading, *rows = csv.reader(io.StringIO(content), delimiter=delimiter)
        own = {column.fact: heading_of(column, t) for column in card.columns if column.fact}
        for fact in FACTS:
            place = heading.index(own.get(fact) or t(f"download.{fact}"))
            # A result in words has no number to tell of; a number's own column of a fact stands behind it.
            numbers = [place - 1] if fact in own and fact != "kind" else _numeric(card)
            empty = [row for row in rows if not row[place] and any(row[at] for at in numbers)]
            assert not empty, (card.id, fact)


def _numeric(card):
    return [at for at, column in enumerate(card.columns) if column.numeric]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_file_has_a_name_of_its_own_and_every_column_of_numbers_a_unit(catalog, language):
    named = {table_filename(catalog, row, language): row["name"] for row in catalog.package["resources"]}
    for context, card in every_card(catalog, language):
        assert named.setdefault(file_name(context, card, "csv"), card.id) == card.id
        by_row = "said_unit" in card.rows or any(column.fact == "unit" for column in card.columns)
        for column in card.columns:
            assert not column.numeric or column.unit or by_row, (card.id, column.heading)


def test_dollars_do_not_stand_under_a_heading_of_millions(client):
    rows = file_of(client, "/fr/csv/funding-money.csv?unit=amount")
    wfp = next(row for row in rows if row["Agence"] == "PAM")
    assert wfp["Budget (USD)"] == "194988341"
    assert wfp["Taux d’exécution calculé (%)"].startswith("85,")
    assert wfp["Unité"] == "USD, %"


def test_public_rows_carry_the_public_source_and_its_licence(client, catalog):
    rows = file_of(client, "/fr/csv/trends-stunting.csv?indicator=stunting&reference=on")
    of_report = [row for row in rows if "Nations Unies Mali" in row["Source"]]
    public = [row for row in rows if row not in of_report]
    assert of_report and public
    assert all(row["Licence"].startswith("CC BY 4.0 ;") for row in public)
    assert all("ligne" not in row["Source"] for row in public)
    assert all("ligne" in row["Source"] for row in of_report)


def test_a_reserve_stays_with_its_number(client):
    rows = file_of(client, "/fr/csv/trends-idp-people.csv?indicator=idp-people")
    assert ("350000", "plus de") in {(row["Valeur"], row["Réserve"]) for row in rows}


def test_levels_and_changes_of_one_column_have_their_own_units(client):
    rows = file_of(client, "/fr/csv/trends-food-insecure-people.csv?indicator=food-insecure-people")
    assert {("3600000", "personnes"), ("38,7", "% de variation")} <= {(r["Valeur"], r["Unité"]) for r in rows}


def test_a_change_is_no_level_of_the_unit_it_changes(client):
    rows = file_of(client, "/fr/csv/overview-status.csv")
    assert {"%", "personnes"} <= {row["Unité des valeurs"] for row in rows}


def test_people_in_need_carry_the_source_of_their_number(client):
    rows = file_of(client, "/fr/csv/map-places.csv?measure=crisis")
    assert {row["Nature"] for row in rows} == {"Projection"}
    assert all("Cadre Harmonisé" in row["Source"] and row["Licence"].startswith("CC BY") for row in rows)


def test_the_results_file_counts_people_once(client, catalog):
    rows = file_of(client, "/fr/csv/results-list.csv")
    people = {row["Identifiant"]: row["Personnes (calculé)"] for row in rows}
    repeats = catalog["results"].loc[catalog["results"]["duplicate_of"] != "", "result_id"]
    assert len(repeats) and not any(people[key] for key in repeats)
    units = {row["Unité du chiffre principal"] for row in rows}
    assert {"personnes", "unités"} <= units


FILES = {
    "/fr/csv/trends-hdi.csv?indicator=hdi": "onu-mali-2021_indice-de-developpement-humain-idh_fr.csv",
    "/en/csv/trends-stunting.csv?indicator=stunting&hxl=on": "un-mali-2021_prevalence-of-stunting_en.hxl.csv",
    "/data/fr/result_figures.csv": "onu-mali-2021_table-chiffres-des-resultats_fr.csv",
    "/data/result_figures.csv": "mali-results-2021_result_figures.csv",
    "/data/mali-results-fr.xlsx": "onu-mali-2021_classeur_fr.xlsx",
    "/fr/csv/compare-numbers.csv?by=place": "onu-mali-2021_comparaison-en-nombres_by-place_fr.csv",
    "/fr/csv/place-need/ML01.csv": "onu-mali-2021_personnes-en-crise-alimentaire-par-annee_ml01_fr.csv",
    "/fr/csv/agencies-matrix.csv": "onu-mali-2021_agences-par-produit_fr.csv",
    "/en/csv/meeting-worse.csv": "un-mali-2021_indicators-that-got-worse_en.csv",
    "/fr/meeting/file.pptx": "onu-mali-2021_reunion_fr.pptx",
}


@pytest.mark.parametrize(("path", "name"), FILES.items())
def test_the_name_of_a_file_says_what_of_when_in_which_language(client, path, name):
    assert f'filename="{name}"' in client.get(path).headers["Content-Disposition"]


def test_the_name_of_a_file_begins_as_the_package_says(client, catalog, monkeypatch):
    monkeypatch.setitem(catalog.package, "file_name_fr", "Équipe du Niger")
    name = client.get("/data/fr/results.csv").headers["Content-Disposition"]
    assert "equipe-du-niger-" in name


MEASURED = ("unit", "qualifier", "kind")
"""What a row with a number says of it; that of a table of words has none."""


def measured(resource):
    names = {field["name"] for field in resource["schema"]["fields"]}
    return "value" in names or any(re.search("_usd$|_pct$|^phase", name) for name in names)


def test_every_row_of_every_table_says_all_facts_to_programs(client, catalog):
    """In its CSV file, as JSON and in the archive alike; none is empty, and codes are those of `terms`."""
    archive = zipfile.ZipFile(io.BytesIO(client.get("/data/mali-results.zip").data))
    numbers = [resource["name"] for resource in catalog.package["resources"] if measured(resource)]
    assert len(numbers) == 6
    for resource in catalog.package["resources"]:
        name = resource["name"]
        content = client.get(f"/data/{name}.csv").data
        assert archive.read(resource["path"]) == content
        rows = client.get(f"/api/v1/tables/{name}.json").json["rows"]
        listed = list(csv.DictReader(io.StringIO(content.decode())))
        assert [list(row) for row in rows] == [list(row) for row in listed]
        wanted = {*(MEASURED if name in numbers else ()), "attribution", "licence"}
        for row in [*rows, *listed]:
            assert wanted <= {key for key, value in row.items() if value}, (name, row)
            assert row.get("source") or row.get("source_id"), (name, row)
            if name in numbers:
                assert row["kind"] in catalog.terms("observation_kind")
                assert row["qualifier"] in catalog.terms("qualifier")


def test_a_result_of_the_api_and_its_figures_say_all_facts(client):
    results = client.get("/api/v1/results.json").json
    assert results["licence"] == "Not stated"
    figures = [figure for row in results["results"] for figure in row["figures"]]
    assert len(figures) > 200
    assert {figure["kind"] for figure in figures} == {"observed", "target"}
    for row in [*results["results"], *figures]:
        assert row["attribution"] and row["licence"]
    for row in figures:
        assert all(row[fact] for fact in MEASURED)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_row_of_every_table_says_all_facts_to_readers(client, catalog, language):
    """In words, in the file for a spreadsheet and in the sheet of the workbook."""
    t = translator(language)
    book = load_workbook(io.BytesIO(client.get(f"/data/mali-results-{language}.xlsx").data), read_only=True)
    sheets = [list(sheet.iter_rows(values_only=True)) for sheet in book.worksheets[4:]]
    for resource, (heading, *lines) in zip(catalog.package["resources"], sheets, strict=True):
        text = client.get(f"/data/{language}/{resource['name']}.csv").data.decode("utf-8-sig")
        rows = list(csv.DictReader(io.StringIO(text), delimiter=t.manners.delimiter))
        own = {field["name"]: t.bare(field, "title") for field in resource["schema"]["fields"]}
        facts = (*(MEASURED if measured(resource) else ()), "licence")
        names = [own.get(fact) or t(f"download.{fact}") for fact in facts]
        names.append(own.get("attribution") or t("download.source"))
        for row in rows:
            assert all(row[name] for name in names), (resource["name"], row)
        for line in lines:
            assert all(line[heading.index(name)] for name in names), (resource["name"], line)
    rows = file_of(client, "/data/fr/finance_agencies.csv")
    assert {(row["Unité"], row["Réserve"], row["Nature"]) for row in rows} == {
        ("USD, %", "exactement", "imprimé")
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_rows_of_a_table_say_whose_they_are_and_on_which_terms(client, catalog, language):
    """Of the report, also where the table names no source; of a public source; ours are ours."""
    t, sources = translator(language), catalog.rows("sources")
    for table in ("finance_agencies", "result_figures", "observations", "food_insecurity", "results"):
        text = client.get(f"/data/{language}/{table}.csv").data.decode("utf-8-sig")
        rows = list(csv.DictReader(io.StringIO(text), delimiter=t.manners.delimiter))
        own = catalog[table].get("source_id", ["un-mali-2021"] * len(rows))
        for row, source in zip(rows, own, strict=True):
            told = (t.bare(sources[source], "attribution"), t.bare(sources[source], "licence"))
            assert (row[t("download.source")], row[t("download.licence")]) == told
            assert all(told)
    assert client.get(f"/data/{language}/terms.csv").text.splitlines()[1].endswith("CC-BY-4.0")


@pytest.mark.parametrize("language", LANGUAGES)
def test_codes_stay_text_in_a_spreadsheet(client, language):
    text = client.get(f"/data/{language}/outputs.csv").data.decode("utf-8-sig")
    delimiter = translator(language).manners.delimiter
    rows = list(csv.reader(io.StringIO(text), delimiter=delimiter))
    assert all(re.fullmatch(r'="\d\.\d\.\d"', row[0]) for row in rows[1:])
    assert client.get("/data/outputs.csv").text.splitlines()[1].startswith("1.1.1,")


@pytest.mark.parametrize("language", LANGUAGES)
def test_codes_kept_as_text_are_read_back_as_codes(client, package, catalog, language):
    from dashboard.store import load

    for table in ("outputs", "results", "output_agencies", "finance_agencies", "result_figures"):
        (package / f"{table}.csv").write_bytes(client.get(f"/data/{language}/{table}.csv").data)
    again = load(package)
    assert again["outputs"]["output_id"].tolist() == catalog["outputs"]["output_id"].tolist()
    assert again["results"]["output_id"].tolist() == catalog["results"]["output_id"].tolist()


@pytest.mark.parametrize("language", LANGUAGES)
def test_months_stay_words_in_a_spreadsheet(client, language):
    """`janv. 2021` is no first of January; both its ends stand beside it as dates."""
    path = f"/{language}/csv/trends-idp-people.csv"
    text = client.get(path).data.decode("utf-8-sig")
    _, first, *_ = csv.reader(io.StringIO(text), delimiter=translator(language).manners.delimiter)
    assert re.fullmatch(r'="\w+\.? 2021"', first[0])
    assert first[1:3] == ["2021-01-01", "2021-01-31"]
    months = client.get(f"/data/{language}/long.csv?indicator=idp-people").data.decode("utf-8-sig")
    assert '"=""2021-01"""' in months
