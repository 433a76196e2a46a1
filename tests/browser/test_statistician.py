"""A statistician of a ministry, in French: from the Overview to a trend, a passport, a file."""

import csv
import io
import re

import pytest
from playwright.sync_api import expect
from tests.browser.menus import tool

pytestmark = pytest.mark.browser


def read(path, delimiter=";"):
    text = path.read_bytes().decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text), delimiter=delimiter))


def test_from_the_overview_to_a_trend_its_passport_and_its_file(page, catalog):
    page.goto("/", wait_until="load")
    expect(page).to_have_url(re.compile("/fr/$"))
    page.get_by_role("link", name="Indicateurs", exact=True).click()
    expect(page.locator(".site-header [aria-current=page]")).to_have_text("Indicateurs")

    # The indicator wanted, found by a word without its accent.
    page.locator(".picker > summary").click()
    page.locator("form.choices").get_by_role("searchbox").fill("retard de croissance")
    page.locator("#trends-list input[value='stunting']").check()
    expect(page.locator(".panel h2:visible")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(page.locator(".picker > summary")).to_be_focused()
    panel = page.locator("section.panel", has_text="Retard de croissance")
    csv_link = tool(panel, "csv")
    expect(csv_link).to_have_attribute("href", re.compile("indicator=stunting"))

    # The numbers as a file that French Excel opens right, saying what they are.
    with page.expect_download() as download:
        csv_link.click()
    rows = read(download.value.path())
    assert download.value.suggested_filename == "onu-mali-2021_prevalence-du-retard-de-croissance_fr.csv"
    assert rows[0][-1] == "Version des données"
    assert all(row[-1] == catalog.version for row in rows[1:])
    assert "stunting" in rows[1][-2]
    assert not any(re.fullmatch(r"\d+\.\d+", cell) for row in rows[1:] for cell in row)

    # A number leads to its passport: value, definition, place in the report, citation.
    figure = panel.locator("a.figure:visible").first
    shown = figure.inner_text()
    figure.click()
    page.wait_for_url(re.compile("/fr/f/"))
    expect(page.locator(".passport")).to_contain_text("Définition")
    expect(page.get_by_role("heading", name="Source", exact=True)).to_be_visible()
    assert shown.split()[0].strip("+−") in page.locator("main").inner_text()
    citation = page.locator(".citation").first
    assert "/f/" in citation.inner_text()
    assert citation.inner_text().count("http://") == 1

    # The short address of the citation leads back here.
    short = re.search(r"https?://\S+(/f/[^\s.]+)", citation.inner_text())[1]
    here = page.url
    page.goto(short)
    assert page.url == here


def test_from_a_finding_in_a_card_to_the_list_of_all(page):
    page.goto("/fr/financement")
    note = page.locator(".finding-note").first
    page.locator(".remarks > summary").first.click()
    note.get_by_role("link", name="ce constat").click()
    page.wait_for_url(re.compile("/fr/donnees#finding-"))
    target = page.locator(".finding-item:target")
    expect(target.locator(".source")).to_be_visible()
    expect(page.locator(".finding-item[open]")).to_have_count(1)


def test_the_address_of_an_acronym_opens_the_list_that_holds_it(page):
    page.goto("/fr/donnees")
    expect(page.locator(".word-list")).to_be_hidden()
    anchor = page.locator(".word-list > div").last.get_attribute("id")
    page.goto(f"/fr/donnees#{anchor}")
    expect(page.locator(f"#{anchor}")).to_be_in_viewport()


def test_findings_are_filtered_and_the_address_keeps_the_filter(page):
    page.goto("/fr/donnees")
    before = page.locator(".finding-item").count()
    page.locator("select[name=severity]").select_option("error")
    page.wait_for_url(re.compile("severity=error"))
    expect(page.locator(".finding-item.is-note")).to_have_count(0)
    kept = page.locator(".finding-item").count()
    assert 0 < kept < before
    page.reload()
    assert page.locator(".finding-item").count() == kept


@pytest.mark.parametrize(
    ("name", "ending"),
    [
        ("Toutes les tables (ZIP)", "{version}.zip"),
        ("Classeur en français (XLSX)", "_fr.xlsx"),
        ("Classeur en anglais (XLSX)", "_en.xlsx"),
    ],
)
def test_everything_is_taken_away_at_one_tap(page, catalog, name, ending):
    page.goto("/fr/donnees")
    with page.expect_download() as download:
        page.get_by_role("link", name=name).click()
    assert download.value.suggested_filename.endswith(ending.format(version=catalog.version))
    assert download.value.path().stat().st_size > 50_000


def test_a_card_s_file_with_hashtags_follows_the_view(page):
    page.goto("/fr/financement")
    page.locator("form.choices.is-live details.more > summary").click()
    page.locator("form.choices.is-live select[name=sort]").select_option("gap")
    link = tool(page.locator("#funding-money"), "hxl")
    expect(link).to_have_attribute("href", re.compile("sort=gap"))
    with page.expect_download() as download:
        link.click()
    assert "sort-gap" in download.value.suggested_filename
    assert read(download.value.path(), ",")[1][0] == "#org+name"


def test_the_parts_of_the_long_page_stay_in_sight(page):
    page.goto("/fr/donnees")
    contents = page.locator("nav.contents")
    contents.get_by_role("link").last.click()
    expect(page.locator("#texts h2")).to_be_in_viewport()
    expect(contents).to_be_in_viewport()
