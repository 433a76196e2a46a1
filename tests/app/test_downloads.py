"""What readers take away is whole, opens right, and says what it is."""

import csv
import io
import json
import re
import zipfile
from html import unescape

import pandas as pd
import pytest
from openpyxl import load_workbook

from dashboard.components.cards import Card
from dashboard.components.tables import Column
from dashboard.domain.view import View
from dashboard.i18n import LANGUAGES, translator
from dashboard.pages.registry import PAGES, context_of
from dashboard.presenters.context import Context
from dashboard.presenters.reader import address
from dashboard.web.downloads import card_bytes, heading_of
from dashboard.web.longform import long_records
from dashboard.web.tables import csv_bytes, harmless, table_records


def archive(client):
    return zipfile.ZipFile(io.BytesIO(client.get("/data/mali-results.zip").data))


def bare(text):
    """A text with the spaces that every program knows."""
    return text.replace("\u202f", " ").replace("\u00a0", " ")


def cards_of_all_pages(catalog, language):
    t = translator(language)
    for page in PAGES.values():
        context = context_of(catalog, address(t, page.name), "") if not page.keyed else None
        for card in page.every_card(context) if context else ():
            yield context, card


def test_the_file_of_one_card_draws_no_other(client, monkeypatch):
    from dashboard.presenters.money import cards

    drawn, draw = [], cards.money_board
    monkeypatch.setattr(cards, "money_board", lambda *given: drawn.append(given) or draw(*given))
    assert client.get("/fr/csv/funding-money.csv?sort=spent").status_code == 200
    assert len(drawn) == 1
    assert client.get("/fr/csv/overview-status.csv").status_code == 200
    assert len(drawn) == 1


def read(content, delimiter):
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=delimiter))


def test_the_archive_is_a_valid_package(client, tmp_path):
    from frictionless import Package, system

    archive(client).extractall(tmp_path)
    with system.use_context(trusted=True):
        report = Package(str(tmp_path / "datapackage.json")).validate()
    assert report.valid, report.flatten(["title", "note"])


def test_the_archive_stands_for_itself(client, catalog):
    files = archive(client)
    names = set(files.namelist())
    assert {"datapackage.json", "LICENCE.txt", "LISEZMOI.md", "README.md"} <= names
    assert {resource["path"] for resource in catalog.package["resources"]} <= names
    for name in ("LISEZMOI.md", "README.md"):
        text = files.read(name).decode()
        assert catalog.version in text
        assert all(resource["path"] in text for resource in catalog.package["resources"])
    licences = files.read("LICENCE.txt").decode()
    for t in map(translator, LANGUAGES):
        for source in catalog.rows("sources").values():
            assert f"{t.of(source, 'attribution')}\n  {t.of(source, 'licence')}" in licences


def test_the_same_data_gives_the_same_archive_and_browsers_keep_it(client, catalog):
    first = client.get("/data/mali-results.zip")
    assert catalog.version in first.headers["Content-Disposition"]
    again = client.get("/data/mali-results.zip", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


@pytest.fixture(scope="module", params=LANGUAGES)
def workbook(request, app):
    answer = app.server.test_client().get(f"/data/mali-results-{request.param}.xlsx")
    return request.param, load_workbook(io.BytesIO(answer.data))


def test_the_workbook_holds_every_table_with_its_types(workbook, catalog):
    language, book = workbook
    tables = catalog.package["resources"]
    assert len(book.sheetnames) == len(tables) + 4
    for resource, sheet in zip(tables, book.worksheets[4:], strict=True):
        rows = list(sheet.iter_rows(values_only=True))
        fields = [field[f"title_{language}"] for field in resource["schema"]["fields"]]
        assert list(rows[0])[: len(fields)] == fields
        assert [list(row)[: len(fields)] for row in rows[1:]] == [
            list(r.values()) for r in table_records(catalog, resource["name"])
        ]
        assert sheet.freeze_panes == "B2"


def test_the_workbook_says_codes_in_words_beside_them(workbook, catalog):
    language, book = workbook
    sheet = book["Chiffres des résultats" if language == "fr" else "Figures of the results"]
    heading, *rows = sheet.iter_rows(values_only=True)
    unit = next(name for name in heading if name[:1] in "«“" and "Unit" in name[:8])
    words = {row[heading.index(unit)] for row in rows}
    assert {"personnes", "ménages"} <= words if language == "fr" else {"people", "households"} <= words


def test_every_number_is_in_one_sheet_of_the_workbook(workbook, catalog):
    sheet = workbook[1].worksheets[2]
    assert sheet.max_row == len(long_records(catalog)) + 1


def test_the_sums_of_money_are_formulas_beside_the_printed_totals(workbook, catalog):
    language, book = workbook
    sheet = book.worksheets[3]
    money = catalog["finance_agencies"].query(f"year == {catalog.year}")
    found = {row[0].value: row for row in sheet.iter_rows(max_row=len(money) + 6)}
    summed = found["Somme des lignes (formule)" if language == "fr" else "Sum of the rows (formula)"]
    first, last = 3, 2 + len(money)
    assert [cell.value for cell in summed[1:3]] == [f"=SUM(B{first}:B{last})", f"=SUM(C{first}:C{last})"]
    assert [sheet[f"B{line}"].value for line in range(first, last + 1)] == money["budget_usd"].tolist()
    printed = found["Total imprimé" if language == "fr" else "Printed total"]
    assert printed[1].value == 578474401
    assert printed[0].row == summed[0].row + 1


def test_no_number_of_the_workbook_shows_a_stray_sign(workbook):
    for sheet in workbook[1]:
        for row in sheet.iter_rows():
            for cell in row:
                assert not re.search(r"\.#|\.$", cell.number_format), cell.coordinate
                if isinstance(cell.value, float) and "." in cell.number_format and cell.data_type == "n":
                    assert not cell.value.is_integer(), (sheet.title, cell.coordinate)


def test_links_between_sheets_stay_in_the_workbook(workbook):
    book = workbook[1]
    links = [cell.hyperlink for row in book.worksheets[0].iter_rows() for cell in row if cell.hyperlink]
    assert len(links) == len(book.sheetnames) - 4
    for link in links:
        assert link.target is None
        assert book[link.location.rpartition("!")[0].strip("'")]


def test_the_workbook_explains_itself(workbook, catalog):
    language, book = workbook
    text = " ".join(str(cell) for row in book.worksheets[0].iter_rows(values_only=True) for cell in row)
    assert catalog.version in text
    for resource in catalog.package["resources"]:
        assert resource[f"description_{language}"] in text
    columns = sum(len(resource["schema"]["fields"]) for resource in catalog.package["resources"])
    assert book.worksheets[1].max_row == columns + 1


def test_only_sums_and_rates_of_money_are_formulas(workbook):
    sheets = workbook[1].worksheets
    found = {
        (at, cell.value)
        for at, sheet in enumerate(sheets)
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    }
    assert {at for at, _ in found} == {3}
    assert all(re.fullmatch(r"=(SUM|IF)\(.*\)|=[A-E]\d+-[A-E]\d+", text) for _, text in found)


def test_every_table_is_a_file_that_begins_as_the_package_holds_it(client, catalog, settings):
    for resource in catalog.package["resources"]:
        answer = client.get(f"/data/{resource['name']}.csv")
        held = read((settings.data / resource["path"]).read_bytes(), ",")
        assert [row[: len(held[0])] for row in read(answer.data, ",")] == held
        assert f"-{catalog.year}_{resource['name']}.csv" in answer.headers["Content-Disposition"]
    assert client.get("/data/nothing.csv").status_code == 404
    assert client.get("/data/xx/results.csv").status_code == 404


def test_a_table_for_french_excel_has_its_marks_and_headings(client, catalog):
    content = client.get("/data/fr/places.csv").data
    assert content.startswith(b"\xef\xbb\xbf")
    heading, first, *_ = read(content, ";")
    assert heading[:2] == ["Lieu (P-code)", "Niveau"]
    assert first[heading.index("Latitude")] == str(catalog["places"]["lat"].iloc[0]).replace(".", ",")


@pytest.mark.parametrize(("language", "delimiter"), [("fr", ";"), ("en", ",")])
def test_a_card_s_file_holds_its_rows_and_says_what_they_are(catalog, language, delimiter):
    for context, card in cards_of_all_pages(catalog, language):
        heading, *rows = read(card_bytes(context, card, False), delimiter)
        assert len(rows) == len(card.rows)
        assert heading[: len(card.columns)] == [
            bare(heading_of(column, context.t)) for column in card.columns
        ]
        for row in rows:
            assert row[-1] == catalog.version
            assert bare(card.heading) in row[-3]


def test_a_card_s_file_says_the_choices_in_its_rows_and_its_name(client):
    answer = client.get("/fr/csv/funding-money.csv?by=axis&sort=gap")
    name = 'filename="onu-mali-2021_argent-demande-obtenu-depense_by-axis_sort-gap_fr.csv"'
    assert name in answer.headers["Content-Disposition"]
    _, first, *_ = read(answer.data, ";")
    assert "by=axis" in first[-2]


def test_hashtags_are_asked_for_by_the_address(client):
    rows = read(client.get("/en/csv/funding-money.csv?hxl=on").data, ",")
    assert rows[1][0] == "#org+name"


FILE_PAGES = ["/fr/financement?by=axis", "/en/trends", "/fr/carte", "/en/results?axis=1", "/en/agency/pam"]


@pytest.mark.parametrize("path", FILE_PAGES)
def test_every_card_offers_its_file_with_hashtags(client, path):
    text = client.get(path).text
    links = re.findall(r'<a [^>]*data-tool="hxl"[^>]*>', text)
    offered = [unescape(re.search(r'href="([^"]+)"', link)[1]) for link in links]
    assert len(offered) == len(re.findall(r'<a [^>]*data-tool="csv"[^>]*>', text)) > 0
    for href in offered:
        content = client.get(href).data.decode("utf-8-sig").splitlines()
        assert content[1].replace('"', "").startswith("#"), href


@pytest.mark.parametrize("text", ["=1+1", "@SUM(A1)", "+cmd|' /C calc'!A0", "-cmd|x", "\t=1", "\r=1"])
def test_no_text_runs_in_a_spreadsheet(text):
    assert harmless(text) == f"'{text}"
    assert csv_bytes([[text]], "en").decode("utf-8-sig").strip().strip('"').startswith("'")


@pytest.mark.parametrize("text", ["=", "-3", "+2.13%", "-0,5", "a=b", "", "-"])
def test_ordinary_texts_stay_as_they_are(text):
    assert harmless(text) == text


def test_numbers_in_a_card_s_file_follow_the_language(catalog):
    rows = pd.DataFrame({"name": ["a"], "value": [1234.5]})
    card = Card("x-y", "H", "S", [], None, "", rows, [Column("name", "N"), Column("value", "V")], "src", "")
    for language, expected in (("fr", "1234,5"), ("en", "1234.5")):
        context = Context(catalog, translator(language), "x", View({}))
        assert expected in card_bytes(context, card, False).decode("utf-8-sig")


def test_descriptor_in_the_archive_is_json(client):
    assert json.loads(archive(client).read("datapackage.json"))["name"] == "mali-results"
