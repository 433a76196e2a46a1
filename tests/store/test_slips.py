"""A data officer's slips: read where it is safe, else told in words, each once and in both languages.

A case is a file, a heading, a row or a cell as a spreadsheet or a tired hand leaves it. Only the table that
it changes is read anew.
"""

import csv
import io
import json
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from dashboard.i18n import translator
from dashboard.i18n.languages import LOCALES
from dashboard.operate.report import problem_lines
from dashboard.settings import from_environment
from dashboard.store.package import faults_of_tables
from dashboard.store.reading import read_table, read_tables
from dashboard.store.vocabularies import codes_of

MONEY, OIM = "finance_agencies", {"agency_id": "oim"}
FIGURE = {"result_id": "2021-1.1.1-01", "seq": "1"}
CERCLE = {"place_id": "ML0703"}
VALUE = {"observation_id": "school-access-total-2019-report"}
LANGUAGES = ("fr", "en")


@dataclass
class Case:
    """A changed table and what is said: (start of the line, rule) in order; nothing where it is read."""

    table: str
    change: Callable[[str], str | bytes]
    said: tuple[tuple[str, str], ...] = ()


def rows_of(text):
    return list(csv.reader(io.StringIO(text, newline="")))


def text_of(rows, separator=",", end="\n"):
    text = io.StringIO()
    csv.writer(text, delimiter=separator, lineterminator=end).writerows(rows)
    return text.getvalue()


def saved(separator, before="", encoding="utf-8", end="\r\n"):
    """The file as another program saves it."""

    def change(text):
        return (before + text_of(rows_of(text), separator, end)).encode(encoding, "replace")

    return change


def with_rows(change):
    """The file with its rows, the headings first, changed in place."""

    def changed(text):
        rows = rows_of(text)
        return text_of(change(rows) or rows)

    return changed


def cells(where, separator=",", **values):
    """The file with other cells in the first row that has the values of `where`."""

    def change(text):
        rows = rows_of(text)
        place = {name: number for number, name in enumerate(rows[0])}
        row = next(r for r in rows[1:] if all(r[place[name]] == value for name, value in where.items()))
        for name, value in values.items():
            row[place[name]] = value
        return text_of(rows, separator)

    return change


def money(said=(), separator=",", **values):
    """A changed cell of the agency in row 2."""
    return Case(MONEY, cells(OIM, separator, **values), said)


def amount(value, rule):
    return money(((f"{MONEY} · ligne 2 · colonne budget_usd « {value} »", rule),), budget_usd=value)


def heading(old, new, *said):
    return Case(MONEY, lambda text: text.replace(old, new, 1), said)


def code(table, where, column, value, *said):
    return Case(table, cells(where, **{column: value}), said)


def one(start, rule):
    return ((start, rule),)


def own_file(language):
    """The table as the site hands it out in a language."""

    def change(text):
        from dashboard.store import load
        from dashboard.web.tables import spreadsheet_csv, table_records

        catalog = load(from_environment().data)
        resource = catalog.resource(MONEY)
        assert resource
        return spreadsheet_csv(resource, table_records(catalog, MONEY), language)

    return change


CASES = {
    # Files.
    "semicolons": Case(MONEY, saved(";")),
    "tabs": Case(MONEY, saved("\t")),
    "byte-order mark": Case(MONEY, saved(",", "\ufeff")),
    "byte-order mark and semicolons": Case(MONEY, saved(";", "\ufeff")),
    "line ends of Windows": Case(MONEY, saved(",")),
    "line ends of an old Mac": Case(MONEY, saved(",", end="\r")),
    "the separator named in the first line": Case(MONEY, saved(";", "sep=;\r\n")),
    "our own French file": Case(MONEY, own_file("fr")),
    "our own English file": Case(MONEY, own_file("en")),
    "Windows-1252": Case(MONEY, saved(";", encoding="cp1252"), one(f"{MONEY}.csv · ligne 2", "not_utf8")),
    "UTF-16": Case(MONEY, saved("\t", encoding="utf-16"), one(f"{MONEY}.csv :", "not_utf8")),
    "UTF-16 without a mark": Case(MONEY, saved("\t", encoding="utf-16-le"), one(f"{MONEY}.csv :", "not_utf8")),
    "a workbook under the table's name": Case(MONEY, lambda _: b"PK\x03\x04...", one(f"{MONEY}.csv :", "workbook_for_file")),
    "an old workbook": Case(MONEY, lambda _: b"\xd0\xcf\x11\xe0...", one(f"{MONEY}.csv :", "workbook_for_file")),
    "an empty file": Case(MONEY, lambda _: "", one(f"{MONEY}.csv :", "empty_file")),
    "a file of blanks": Case(MONEY, lambda _: "\n;;;\n \n", one(f"{MONEY}.csv :", "empty_file")),
    "headings alone": Case("agencies", lambda text: text.splitlines()[0], one("agencies :", "empty_table")),
    "a quotation mark that does not close": Case(
        "partners", lambda text: text.replace("Union européenne", '"Union européenne', 1), one("partners.csv · ligne 2", "quotes")),
    "quotation marks within a text": Case(
        "partners", lambda text: text.replace("Union européenne", '"Union" européenne', 1), one("partners.csv · ligne 2", "quotes")),
    "no headings": Case(MONEY, lambda text: text.split("\n", 1)[1], one(f"{MONEY} · ligne", "no_headings")),
    # Headings.
    "a heading with spaces": heading("budget_usd", " budget_usd  "),
    "a heading in capitals": heading("budget_usd", "Budget_USD"),
    "columns in another order": Case(MONEY, with_rows(lambda rows: [row[::-1] for row in rows])),
    "an empty column at the end": Case(MONEY, with_rows(lambda rows: [[*row, "", ""] for row in rows])),
    "a renamed heading": heading("budget_usd", "budget", (f"{MONEY} · ligne 1 · colonne budget :", "column_renamed")),
    "an unknown column": Case(
        MONEY, with_rows(lambda rows: [[*row, "remarque" if row is rows[0] else "vu"] for row in rows]),
        one(f"{MONEY} · ligne 1 · colonne remarque :", "unknown_column")),
    "a column without a heading": Case(
        MONEY, with_rows(lambda rows: [[*row, "" if row is rows[0] else "vu"] for row in rows]),
        one(f"{MONEY} · ligne 1 · colonne K :", "column_without_heading")),
    "a missing column": Case(
        MONEY, with_rows(lambda rows: [row[:5] + row[6:] for row in rows]),
        one(f"{MONEY} · ligne 1 · colonne spent_usd :", "missing_column")),
    "a heading twice": Case(
        MONEY, with_rows(lambda rows: [[*row, row[2]] for row in rows]),
        one(f"{MONEY} · ligne 1 · colonne budget_usd :", "column_twice")),
    "a heading over another": heading(
        "gap_usd", "budget_usd", (f"{MONEY} · ligne 1 · colonne budget_usd :", "column_overwritten")),
    "a title above the headings": Case(
        MONEY, lambda text: "Argent par entité,,,\n" + text, one(f"{MONEY} · ligne 1 « Argent par entité »", "title_above")),
    # Rows.
    "blank rows": Case(MONEY, lambda text: text + "\n,,,,,,,,,\n\n"),
    "a blank row in the middle": Case(MONEY, lambda text: text.replace("\n2021", "\n,,,,,,,,,\n2021", 1)),
    "rows that one cell holds whole": Case(
        MONEY, with_rows(lambda rows: [rows[0], *([text_of([row]).strip()] for row in rows[1:])])),
    "a short row": Case(MONEY, lambda text: text + "2021,oms,1\n", one(f"{MONEY} · ligne 16 « 2021 »", "too_few_cells")),
    "a comma too many": Case(
        MONEY, lambda text: text.replace('"2.6, Tab1, L773"', "2.6, Tab1, L773", 1),
        one(f"{MONEY} · ligne 2 « K: ", "too_many_cells")),
    "a row twice": Case(
        "agencies", with_rows(lambda rows: rows.append(rows[6])), one("agencies · ligne 22 · colonne agency_id « unicef »", "key_twice")),
    "a table pasted twice": Case(
        "results", with_rows(lambda rows: rows + rows[1:]), one("results · lignes 177, 178, 179 et 172 autres", "key_twice")),
    # Numbers.
    "thousands by spaces": money(budget_usd="12 107 495"),
    "thousands by no-break spaces": money(budget_usd="12\u00a0107\u202f495"),
    "a whole number with a point": money(budget_usd="12107495.0"),
    "a true minus": money(gap_usd="\u2212213687"),
    "a decimal comma": Case("observations", cells(VALUE, value="3,0")),
    "a decimal comma among semicolons": Case("observations", cells(VALUE, ";", value="3,000")),
    "thousands by commas": amount("12,107,495", "number_groups"),
    "thousands by points": amount("12.107.495", "number_groups"),
    "decimals of a whole number": amount("12107495,5", "not_whole"),
    "a shortened number": amount("1.2E+07", "scientific"),
    "n/d": amount("n/d", "number_not_given"),
    "a dash": amount("-", "number_not_given"),
    "a reference that is lost": amount("#REF!", "spreadsheet_error"),
    "a column too narrow": amount("######", "spreadsheet_error"),
    "a formula": amount("=12107494+1", "formula"),
    "a unit": amount("12,1 M", "number_with_unit"),
    "a currency": amount("12107495 $", "number_with_unit"),
    "words": amount("douze millions", "not_a_number"),
    "a date in place of an amount": amount("01/01/2021", "date_for_number"),
    "a day count for a year": money(one(f"{MONEY} · ligne 2 · colonne year « 44197 »", "date_for_number"), year="44197"),
    "a year of two digits": money(one(f"{MONEY} · ligne 2 · colonne year « 21 »", "out_of_range"), year="21"),
    "a number below the least": code(
        "result_figures", FIGURE, "seq", "0", ("result_figures · ligne 17 · colonne seq « 0 »", "too_small")),
    "latitude and longitude swapped": Case(
        "places", cells(CERCLE, lat="-5.1", lon="14.1"), one("places · ligne 55 · colonne lat, lon « -5.1, 14.1 »", "swapped")),
    # Yes and no.
    "VRAI": Case("result_figures", cells(FIGURE, headline="VRAI")),
    "TRUE": Case("result_figures", cells(FIGURE, headline="TRUE")),
    "1 for yes": Case("result_figures", cells(FIGURE, headline="1")),
    "neither yes nor no": code(
        "result_figures", FIGURE, "headline", "peut-être",
        ("result_figures · ligne 17 · colonne headline « peut-être »", "not_yes_or_no")),
    # Codes.
    "a code as a date": code(
        "outputs", {"output_id": "1.1.1"}, "output_id", "01/01/2001",
        ("outputs · ligne 2 · colonne output_id « 01/01/2001 »", "date_for_code")),
    "a code as a date in words": code(
        "outputs", {"output_id": "1.1.1"}, "output_id", "01-janv",
        ("outputs · ligne 2 · colonne output_id « 01-janv »", "date_for_code")),
    "a month in place of a period": code(
        "observations", VALUE, "period", "janv-21", ("observations · ligne 2 · colonne period « janv-21 »", "date_for_code")),
    "a day count for a period": code(
        "observations", VALUE, "period", "44550", ("observations · ligne 2 · colonne period « 44550 »", "date_for_code")),
    "a code of another form": code(
        "agencies", {"agency_id": "unicef"}, "agency_id", "UNI CEF", ("agencies · ligne 7 · colonne agency_id « UNI CEF »", "code_form")),
    "a spoilt key that others cite": code(
        "agencies", {"agency_id": "unicef"}, "agency_id", "unicfe", ("agencies · ligne 7 · colonne agency_id « unicfe »", "key_changed")),
    "a lost row that others cite": Case(
        "agencies", with_rows(lambda rows: rows[:6] + rows[7:]), one("agencies · colonne agency_id « unicef »", "key_lost")),
    "a slip in a citation": code(
        MONEY, {"agency_id": "unicef"}, "agency_id", "unicfe", (f"{MONEY} · ligne 5 · colonne agency_id « unicfe »", "unknown_code_near")),
    "a citation of nothing": code(
        MONEY, {"agency_id": "unicef"}, "agency_id", "zzzz", (f"{MONEY} · ligne 5 · colonne agency_id « zzzz »", "unknown_code")),
    "a code without words": code(
        "agencies", {"agency_id": "unicef"}, "kind", "ngo", ("agencies · ligne 7 · colonne kind « ngo »", "term_unknown")),
    "an unknown theme": code(
        "outputs", {"output_id": "1.1.1"}, "theme", "justice", ("outputs · ligne 2 · colonne theme « justice »", "term_unknown")),
    "an unknown unit of a figure": code(
        "result_figures", FIGURE, "unit", "tonnes!", ("result_figures · ligne 17 · colonne unit « tonnes! »", "not_in_list_near")),
    "an unknown unit": code(
        "indicators", {"indicator_id": "school-access"}, "unit", "sur dix", ("indicators · ligne 2 · colonne unit « sur dix »", "term_unknown")),
    "an unknown series": code(
        "observations", VALUE, "series", "zzz", ("observations · ligne 2 · colonne series « zzz »", "term_unknown")),
    "an unknown beneficiary": code(
        "results", {"result_id": "2021-1.1.1-01"}, "beneficiary", "woman",
        ("results · ligne 18 · colonne beneficiary « woman »", "not_in_list_near")),
    "an unknown reader of questions": code(
        "questions", {"question_id": "q-agency-1"}, "reader", "zzz", ("questions · ligne 9 · colonne reader « zzz »", "term_unknown")),
    "a value that is not allowed": code(
        "sources", {"source_id": "wdi"}, "kind", "zzz", ("sources · ligne ", "not_in_list")),
    "words that pages need": Case(
        "terms", with_rows(lambda rows: [row for row in rows if row[:2] != ["finance_measure", "gap"]]),
        one("terms · colonne code « gap »", "term_needed")),
    # Texts.
    "a required cell left empty": code(
        "agencies", {"agency_id": "unicef"}, "acronym_fr", "", ("agencies · ligne 7 · colonne acronym_fr :", "required")),
    "#N/A for a name": code(
        "agencies", {"agency_id": "unicef"}, "name_fr", "#N/A", ("agencies · ligne 7 · colonne name_fr « #N/A »", "spreadsheet_error")),
    "letters spoilt between encodings": code(
        "agencies", {"agency_id": "unicef"}, "name_fr", "Fonds des Nations Unies pour lâ€™enfance",
        ("agencies · ligne 7 · colonne name_fr", "damaged_letters")),
    "a text that runs as a formula": code(
        "partners", {"partner_id": "union-europeenne"}, "name_fr", "=1+1", ("partners · ligne 2 · colonne name_fr « =1+1 »", "formula")),
    "a label too long for its tile": code(
        "places", CERCLE, "tile_label", "Mopti-ville", ("places · ligne 55 · colonne tile_label « Mopti-ville »", "too_long")),
    "HTML": Case("agencies", cells({"agency_id": "unicef"}, name_fr="<b>Fonds</b>")),
    "40,000 letters": Case("agencies", cells({"agency_id": "unicef"}, name_fr="mot " * 10_000)),
    # Rules of the field.
    "a total that is no sum": Case(
        "finance_totals", cells({"table": "agencies"}, budget_usd="999", gap_usd=""),
        one("finance_totals · ligne 2 · colonne budget_usd « 999 »", "sum_against_computed")),
    "an amount that is off by one": money(
        one(f"{MONEY} · ligne 2 · colonne gap_usd « -213687 »", "gap_against_computed"), budget_usd="12107496"),
    "a rate that a finding on another figure does not excuse": Case(
        "finance_axes", cells({"axis_id": "1"}, execution_rate_pct="12"),
        one("finance_axes · ligne 2 · colonne execution_rate_pct « 12 »", "rate_against_computed")),
    "a row of another year": money(one(f"{MONEY} · ligne 2 · colonne year « 2012 »", "year_incomplete"), year="2012"),
    "a lost row that a finding is about": Case(
        MONEY, with_rows(lambda rows: [row for row in rows if row[1] != "pam"]), one("findings · ligne 3 · colonne key « pam »", "finding_row")),
    "a finding about no table": code(
        "findings", {"finding_id": "tab1-wfp-rate"}, "table", "finances", ("findings · ligne 3 · colonne table « finances »", "finding_table")),
    "a finding about no row": code(
        "findings", {"table": "indicators"}, "key", "nothing", ("findings · ligne ", "finding_key")),
    "a finding about no column": code(
        "findings", {"table": "indicators"}, "measure", "valeur", ("findings · ligne ", "finding_measure")),
    "a cercle without a tile": code(
        "places", CERCLE, "tile_row", "", ("places · ligne 55 · colonne tile_row :", "place_lacks")),
    "two cercles on one tile": Case(
        "places", cells(CERCLE, tile_row="7", tile_col="3"), one("places · ligne ", "tile_taken")),
    "a place above a region": code(
        "places", {"place_id": "ML01"}, "parent_id", "ML02", ("places · ligne 2 · colonne parent_id « ML02 »", "parent_above_top")),
}  # fmt: skip


@pytest.fixture(scope="module")
def sound():
    """The shipped tables, read once."""
    folder = from_environment().data
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    return folder, package, read_tables(folder, package["resources"])


def problems_in(case, sound, folder):
    """What is wrong when one table is changed."""
    source, described, tables = sound
    resource = next(resource for resource in described["resources"] if resource["name"] == case.table)
    content = case.change((source / resource["path"]).read_text(encoding="utf-8"))
    content = content if isinstance(content, bytes) else content.encode()
    (folder / resource["path"]).write_bytes(content)
    changed = read_table(folder, resource, codes_of(tables["terms"].frame))
    fresh = {name: replace(table, spoilt=set()) for name, table in tables.items()}
    return faults_of_tables(described, fresh | {case.table: changed})


JARGON = re.compile(
    r"\(\)|[{}]|\bNone\b|codec|type is|constraint|pattern|integer|Traceback|Error\b|\\d|\bnan\b"
)
LONGEST_LINE = 700


@pytest.mark.parametrize("name", CASES)
def test_a_slip_is_read_or_told_once_in_both_languages(name, sound, tmp_path):
    case = CASES[name]
    problems = problems_in(case, sound, tmp_path)
    lines = problem_lines(problems, translator("fr"))
    plain = [line.replace("\u00a0", " ").replace("\u202f", " ") for line in lines]
    assert len(plain) == len(case.said), plain
    for line, (start, _) in zip(plain, case.said, strict=True):
        assert line.startswith(start)
    assert {problem.rule for problem in problems} == {rule for _, rule in case.said}
    for line in (*lines, *problem_lines(problems, translator("en"))):
        assert not JARGON.search(line), line
        assert len(line) < LONGEST_LINE


DESCRIPTIONS = {
    "no_folder": lambda folder: shutil.rmtree(folder),
    "descriptor_missing": lambda folder: (folder / "datapackage.json").unlink(),
    "descriptor_broken": lambda folder: rewritten(folder, lambda text: text.replace(",", "", 1)),
    "descriptor_lacks": lambda folder: described(folder, lambda package: package.pop("country")),
    "map_corners": lambda folder: described(folder, lambda package: package["country"].update(west=40)),
    "levels_two": lambda folder: described(
        folder, lambda package: package["levels"].update(third={"code": "commune"})
    ),
    "languages_unknown": lambda folder: described(
        folder, lambda package: package.update(languages=["fr", "xx"])
    ),
    "text_head": lambda folder: with_text(folder, "Sans titre"),
    "table_not_described": lambda folder: described(folder, lambda package: package["resources"].pop()),
    "missing_file": lambda folder: (folder / "agencies.csv").unlink(),
    "file_misnamed": lambda folder: (folder / "agencies.csv").rename(folder / "agencies.xlsx"),
    "folder_for_file": lambda folder: ((folder / "agencies.csv").unlink(), (folder / "agencies.csv").mkdir()),
}
"""Faults of the folder and of the description of its tables, by rule."""


def with_text(folder, text):
    (folder / "texts" / "fr").mkdir(parents=True)
    (folder / "texts" / "fr" / "about.md").write_text(text, encoding="utf-8")


def rewritten(folder, change):
    path = folder / "datapackage.json"
    path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")


def described(folder, change):
    def changed(text):
        package = json.loads(text)
        change(package)
        return json.dumps(package)

    rewritten(folder, changed)


@pytest.mark.parametrize("rule", DESCRIPTIONS)
def test_a_fault_of_the_folder_is_told_once(rule, package):
    from dashboard.store import problems_of

    DESCRIPTIONS[rule](package)
    problems = problems_of(package)
    assert [problem.rule for problem in problems] == [rule]
    for language in LANGUAGES:
        (line,) = problem_lines(problems, translator(language))
        assert not JARGON.search(line), line


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_our_own_spreadsheet_files_put_back_are_accepted(language, package):
    """As a French Excel saves them: their headings, semicolons, a byte-order mark."""
    from dashboard.store import load, problems_of
    from dashboard.web.tables import spreadsheet_csv, table_records

    catalog = load(package)
    for resource in catalog.package["resources"]:
        rows = table_records(catalog, resource["name"])
        (package / resource["path"]).write_bytes(spreadsheet_csv(resource, rows, language))
    problems = problems_of(package)
    assert problem_lines(problems, translator(language)) == []
    again = load(package)
    assert {name: len(frame) for name, frame in again.frames.items()} == {
        name: len(frame) for name, frame in catalog.frames.items()
    }


def test_a_lock_of_an_open_file_is_no_new_version(package):
    from dashboard.store import content_hash

    before = content_hash(package)
    for name in ("~$agencies.csv", ".~lock.agencies.csv#"):
        (package / name).write_bytes(b"somebody")
    assert content_hash(package) == before


def test_every_message_can_be_provoked():
    """By a case above, by a rule that goes through the command, or by a test of words, phases and questions."""
    root = Path(__file__).parents[1]
    code = "\n".join(path.read_text(encoding="utf-8") for path in (root / "store").glob("test_*.py"))
    code += (root / "operate" / "test_rules_in_words.py").read_text(encoding="utf-8")
    for name in ("test_opening.py", "test_slips_in_words.py"):
        code += (root / "operate" / name).read_text(encoding="utf-8")
    words = (Path(LOCALES) / "fr.po").read_text(encoding="utf-8")
    rules = re.findall(r'^msgid "problem\.(\w+)"', words, re.MULTILINE)
    assert [rule for rule in rules if rule not in code] == []
