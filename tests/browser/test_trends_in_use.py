"""Trends as a reader uses it: choose, switch the public record on, keep the address, come back."""

import re

import pytest
from playwright.sync_api import expect
from tests.browser.dash import dash_is_there
from tests.browser.menus import tool

pytestmark = pytest.mark.browser


def headings(page):
    return page.locator(".panel h2:visible").all_text_contents()


def test_choice_and_public_record_travel_in_the_address(page, site):
    page.goto("/fr/tendances")
    before = headings(page)
    page.locator(".picker > summary").click()
    page.locator("form.choices").get_by_role("searchbox").fill("ecoles fermees")
    box = page.locator("#trends-list input[value='schools-closed']")
    expect(page.locator("#trends-list input")).to_have_count(2)
    box.check()
    expect(page.locator(".panel h2:visible")).to_have_count(1)
    page.get_by_label("Données publiques plus longues").select_option("on")
    page.wait_for_url(re.compile(r"indicator=schools-closed.*reference=on"))
    chosen = headings(page)
    assert chosen != before
    expect(page.locator("#trends-1 .legend")).to_contain_text("Donnée publique")
    words = page.locator("#trends-1-head").inner_text()
    page.reload()
    assert headings(page) == chosen
    assert page.locator("#trends-1-head").inner_text() == words
    page.locator("a.figure:visible").first.click()
    page.wait_for_url(re.compile("/fr/f/|/fr/chiffre"))
    page.go_back()
    expect(page.locator(".panel h2:visible")).to_have_text(chosen)
    expect(page).to_have_url(re.compile("reference=on"))


def test_changes_made_faster_than_the_answers_all_show(page):
    page.goto("/en/trends?indicator=schools-closed,schools-closed-children")
    page.locator(".picker > summary").click()
    dash_is_there(page)

    def slowly(route):
        page.wait_for_timeout(400)
        route.continue_()

    page.route("**/_dash-update-component", slowly)
    page.locator("#trends-list input[value='schools-closed-children']").uncheck()
    page.get_by_label("Longer public series").select_option("on")
    page.get_by_label("Longer public series").select_option("off")
    page.get_by_label("Longer public series").select_option("on")
    expect(page.locator("#trends-1 .legend")).to_contain_text("Public data")
    expect(page.locator(".panel h2:visible")).to_have_count(1)
    expect(page).to_have_url(re.compile(r"\?indicator=schools-closed&reference=on$"))


def test_a_panel_without_levels_leaves_no_empty_chart(page):
    page.goto("/en/trends?indicator=ger-primary-2")
    assert page.locator(".chart:visible").count() == 0
    assert page.locator(".panel table:visible").count() == 1


def test_a_chart_that_comes_after_an_empty_panel_fills_its_place(page, awake):
    page.goto("/en/trends?search=zzzz")
    assert page.locator(".chart:visible").count() == 0
    page.locator(".picker > summary").click()
    page.locator("form.choices").get_by_role("searchbox").fill("stunting")
    chart = page.locator("#trends-1-chart")
    expect(chart).to_be_visible()
    awake(page)
    drawn = chart.locator(".main-svg").first.bounding_box()
    assert drawn and abs(drawn["width"] - chart.bounding_box()["width"]) < 2


def test_status_board_sorts_and_leads_to_trends(page):
    page.goto("/en/")
    board = page.locator("#overview-status-better")
    board.get_by_role("button", name="Way covered").click()
    first = board.locator("tbody tr").first
    expect(first).to_contain_text("13%")
    first.locator("th a").first.click()
    page.wait_for_url(re.compile("indicator="))
    expect(page.locator(".panel h2:visible")).to_have_count(1)


def test_a_box_ticked_while_an_answer_is_on_its_way_stays_ticked(page, held_answers):
    page.goto("/fr/tendances")
    page.locator(".picker > summary").click()
    dash_is_there(page)
    page.locator("form.choices").get_by_role("searchbox").fill("acces")
    kept, gone = "school-access", "stunting"
    older = held_answers.oldest()
    for indicator in (kept, gone):
        page.locator(f"#trends-list input[value='{indicator}']").check()
    boxes = page.locator("#trends-list input")
    all_of_them = boxes.count()
    older.continue_()
    expect(boxes).not_to_have_count(all_of_them)
    held_answers.let_go()
    expect(page.locator("#trends-list input:checked")).to_have_count(2)
    expect(page).to_have_url(re.compile(f"indicator=({kept},{gone}|{gone},{kept})$"))
    expect(page.locator(".panel h2:visible")).to_have_count(2)


def test_a_file_is_of_the_view_that_was_chosen_also_while_an_older_one_is_drawn(page, held_answers):
    page.goto("/fr/tendances")
    page.locator(".picker > summary").click()
    dash_is_there(page)
    boxes = page.locator("#trends-list input")
    all_of_them = boxes.count()
    page.locator("form.choices").get_by_role("searchbox").fill("retard de croissance")
    older = held_answers.oldest()
    page.locator("#trends-list input[value='stunting']").check()
    older.continue_()
    expect(boxes).not_to_have_count(all_of_them)
    links = page.locator('.panel a:is([data-tool="csv"], [data-tool="hxl"])')
    assert links.count() > 0
    for link in links.all():
        assert "indicator=stunting" in link.get_attribute("href")
    held_answers.let_go()
    expect(page.locator(".panel h2:visible")).to_have_count(1)


def test_a_menu_opened_while_an_answer_is_on_its_way_stays_open(page, held_answers):
    page.goto("/fr/tendances?indicator=stunting")
    dash_is_there(page)
    page.get_by_label("Données publiques plus longues").select_option("on")
    answer = held_answers.oldest()
    name = page.locator("#trends-1 details.tool-menu > summary").first
    name.press("Enter")
    file = tool(page.locator("#trends-1"), "csv")
    expect(file).to_be_visible()
    answer.continue_()
    expect(file).to_have_attribute("href", re.compile("reference=on"))
    expect(page.locator("#trends-1 .legend")).to_contain_text("Donnée publique")
    expect(file).to_be_visible()
    expect(name).to_be_focused()


def test_the_keyboard_stays_at_the_box_that_it_ticked(page):
    page.goto("/fr/tendances")
    page.locator(".picker > summary").click()
    dash_is_there(page)
    box = page.locator("#trends-list input").nth(3)
    box.focus()
    with page.expect_response("**/_dash-update-component"):
        page.keyboard.press("Space")
    expect(page.locator(".panel h2:visible")).to_have_count(1)
    expect(box).to_be_checked()
    expect(box).to_be_focused()


@pytest.mark.parametrize(("page", "rows"), [(1100, 2), (1366, 1)], indirect=["page"])
def test_charts_side_by_side_begin_on_one_line(page, rows, awake):
    page.goto("/fr/tendances")
    awake(page)
    tops = [chart.bounding_box()["y"] for chart in page.locator(".panel .chart:visible").all()]
    assert len(tops) == 4
    assert tops == sorted(tops)
    assert len(set(tops)) == rows


def boxes(page, *selectors):
    return [page.locator(selector).bounding_box() for selector in selectors]


@pytest.mark.parametrize("page", [1200, 1920], indirect=True)
def test_a_panel_alone_uses_the_width_with_its_chart_beside_its_words(page, awake):
    page.goto("/fr/tendances?indicator=stunting&reference=on")
    still = page.locator("#trends-1-chart .chart-still").bounding_box()
    awake(page)
    head, chart, numbers, whole = boxes(
        page, "#trends-1-head", "#trends-1-chart", "#trends-1 .panel-numbers", ".panels"
    )
    live = page.locator("#trends-1-chart .main-svg").first.bounding_box()
    assert abs(live["width"] - still["width"]) < 1
    assert abs(live["height"] - still["height"]) < 1
    assert head["x"] + head["width"] < chart["x"]
    assert chart["width"] > whole["width"] / 2
    assert abs(chart["x"] + chart["width"] - whole["x"] - whole["width"]) < 1
    assert numbers["x"] == chart["x"]
    assert numbers["y"] >= chart["y"] + chart["height"]


def test_a_table_alone_stands_beside_its_words(page):
    page.goto("/en/trends?indicator=ger-primary-2")
    head, table = boxes(page, "#trends-1-head", "#trends-1 table")
    assert head["x"] + head["width"] < table["x"]
    assert table["y"] < head["y"] + head["height"] / 2


def test_a_drawn_chart_takes_its_new_width_when_panels_come_and_go(page, awake):
    page.goto("/en/trends?indicator=stunting")
    awake(page)
    alone = page.locator("#trends-1-chart").bounding_box()["width"]
    fits = """() => {
      const chart = document.getElementById("trends-1-chart");
      return Math.abs(chart.clientWidth - chart.querySelector(".main-svg").getAttribute("width")) <= 1
        && chart.clientWidth;
    }"""
    page.locator(".picker > summary").click()
    box = page.locator("#trends-list input[value='idp-people']")
    box.check()
    expect(page.locator(".panel h2:visible")).to_have_count(2)
    assert page.wait_for_function(fits).json_value() < alone
    box.uncheck()
    expect(page.locator(".panel h2:visible")).to_have_count(1)
    assert page.wait_for_function(fits).json_value() == pytest.approx(alone, abs=1)
