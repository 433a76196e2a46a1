"""Slides of a meeting: whole and legible on every screen, rebuilt from the address, in both languages."""

import io
import re
from xml.etree import ElementTree

import pytest
from openpyxl import load_workbook
from pptx import Presentation
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.shapes.graphfrm import GraphicFrame
from tests.app.test_pictures import flat, missing_names, words_of

from dashboard.figures.picture_slide import SLIDE_HEIGHT, SLIDE_SHAPES
from dashboard.i18n import LANGUAGES, translator
from dashboard.pages.meeting import said_of_marked, slides_of
from dashboard.pages.registry import PAGES, card_of, context_of
from dashboard.presenters.meeting.deck import code_of, deck_of, slide_ref
from dashboard.presenters.meeting.marked import marked_agencies
from dashboard.presenters.reader import address
from dashboard.web.app import CHANGES

LEAST = 0.02 * SLIDE_HEIGHT
P = "http://schemas.openxmlformats.org/presentationml/2006/main"


def meeting(catalog, language, query=""):
    context = context_of(catalog, address(translator(language), "meeting"), query)
    return context, slides_of(context, card_of)


@pytest.fixture(scope="module")
def world(app):
    return app.server.extensions[CHANGES][0]


@pytest.fixture(scope="module", params=LANGUAGES)
def shown(request, world):
    return meeting(world, request.param, "hi=pam,unicef")


def faults_of(svg, shape):
    """Words outside of the slide, smaller than its last row reads, or on one another."""
    root, found = ElementTree.fromstring(svg), []
    words = [(text, box, size) for text, box, size in words_of(root) if text.strip()]
    for text, (left, top, right, bottom), size in words:
        if left < -1 or top < 0 or right > SLIDE_SHAPES[shape] + 1 or bottom > SLIDE_HEIGHT:
            found.append(f"outside: {text}")
        if size < LEAST:
            found.append(f"too small: {text}")
    for at, (text, box, _) in enumerate(words):
        for other, under, _ in words[at + 1 :]:
            wide = min(box[2], under[2]) - max(box[0], under[0])
            high = min(box[3], under[3]) - max(box[1], under[1])
            smaller = min((b[2] - b[0]) * (b[3] - b[1]) for b in (box, under))
            if wide > 0 and high > 0 and wide * high > 0.2 * smaller:
                found.append(f"on one another: {text} / {other}")
    return found


@pytest.mark.parametrize("shape", SLIDE_SHAPES)
def test_every_slide_is_whole_and_read_from_the_last_row(shown, shape):
    context, slides = shown
    assert len(slides) == len(context.catalog["decks"])
    faults = {}
    for number, slide in enumerate(slides, 1):
        svg = slide.svg(shape, said_of_marked(slide, context.view.items("hi")), f"{number} / {len(slides)}")
        found = faults_of(svg, shape) + [f"not named: {name}" for name in missing_names(svg, slide.card)]
        found += [wrong for wrong in ("undefined", "NaN", ">None", "nan<") if wrong in svg]
        if found:
            faults[slide.code] = found
    assert faults == {}


def test_a_slide_says_finding_source_number_and_its_gravest_caveat(shown):
    _, slides = shown
    for slide in slides:
        svg = slide.svg("wide", "", "3 / 8")
        said = flat(" ".join(text for text, _, _ in words_of(ElementTree.fromstring(svg))))
        for wanted in (slide.title, slide.card.source, "3/8"):
            assert flat(wanted) in said
        if slide.findings:
            assert flat(slide.findings[0].subject.text) in said


def test_every_agency_is_marked_on_every_slide_by_a_line_that_has_room(world):
    for language in LANGUAGES:
        context, slides = meeting(world, language)
        for slide in slides:
            for agency in marked_agencies(context):
                line = said_of_marked(slide, (agency,))
                svg = slide.svg("tall", line, "1 / 8")
                assert [fault for fault in faults_of(svg, "tall") if flat(line)[:20] in flat(fault)] == []


def test_marked_rows_stand_right_below_the_total(shown):
    for slide in shown[1]:
        if slide.card.board and any(row.kind == "chosen" for row in slide.card.board.rows):
            keys = re.findall(r'data-row="(\w+)"', slide.svg("wide"))
            assert set(keys[:2]) == {"pam", "unicef"}


def test_the_deck_is_the_address_in_either_language(world):
    query = "s=better,money;unit:amount,place-money.ML05,funding-money;hi:pam~unicef;unit:missing&hi=pam"
    decks = [deck_of(meeting(world, language, query)[0]) for language in LANGUAGES]
    assert decks[0] == decks[1]
    assert [ref.card for ref in decks[0]] == [
        "meeting-better",
        "funding-money",
        "place-money",
        "funding-money",
    ]
    assert decks[0][1].query == "unit=amount"
    assert decks[0][3].query == "hi=pam,unicef&unit=missing"


def test_a_code_leads_to_its_view_and_back(world):
    for name in ("funding", "map", "agencies", "trends"):
        for path, query in (
            ("", ""),
            ("", "unit=amount&hi=pam,unicef&level=region&a=pam&indicator=stunting"),
        ):
            context = context_of(world, address(translator("fr"), name, path), query)
            for card in PAGES[name].every_card(context):
                if not card.drawing:
                    continue
                ref = slide_ref(world, code_of(world, card.id, context))
                found = card_of(world, "en", ref.card, ref.key, ref.query)
                assert found[0].view.query() == context.view.query()
                assert found[1].id == card.id


def test_what_is_no_slide_is_named(client):
    page = client.get("/en/meeting?s=money,nothing-here,agencies-register").text
    assert page.count('class="slide"') == 1
    assert "nothing-here, agencies-register" in page
    empty = client.get("/en/meeting?s=nothing-here").text
    assert "nothing-here" in empty
    assert 'href="#1"' not in empty and "file.pptx" not in empty, "nothing to show or to take away"


def test_the_page_works_without_scripts(client):
    page = client.get("/fr/reunion").text
    later = re.search(r'<a data-move="later" href="([^"]+)"', page)[1]
    moved = client.get(later.replace("&amp;", "&")).text
    codes = re.findall(r'data-code="([^"]+)"', moved)
    own = re.findall(r'data-code="([^"]+)"', page)
    assert codes == [own[1], own[0], *own[2:]]
    left = re.search(r'<a data-move="leave" href="([^"]+)"', page)[1]
    assert re.findall(r'data-code="([^"]+)"', client.get(left.replace("&amp;", "&")).text) == own[1:]


def test_all_of_a_meeting_comes_in_one_answer_in_both_languages(client):
    answer = client.get("/fr/meeting/pack.json", headers={"Accept-Encoding": "br"})
    assert len(answer.data) <= 300_000
    pack = client.get("/fr/meeting/pack.json", headers={"Accept-Encoding": "identity"}).json
    for language in LANGUAGES:
        slides = pack["slides"][language]
        asked = {*pack["codes"], *(c for s in slides.values() for t in s["turns"] for _, c in t["options"])}
        assert asked <= set(slides)
        drawn = [(code, slide[shape], shape) for code, slide in slides.items() for shape in SLIDE_SHAPES]
        assert {code: found for code, svg, shape in drawn if (found := faults_of(svg, shape))} == {}
        for board in ("worse", "better"):
            (turn,) = slides[board]["turns"]
            assert len(turn["options"]) > 10, "from what moved to each indicator"
    assert pack["code"] == "", "a code never leads to the machine that shows it"


def test_the_file_of_a_meeting_asks_nobody_for_anything(client):
    text = client.get("/en/meeting/file.html").text
    assert len(text.encode()) <= 1_500_000
    assert re.findall(r'(?:src|href)="(?!data:|#)[^"]*"', text.split("<script", 1)[0]) == []


@pytest.fixture(scope="module")
def powerpoints(app):
    """The usual meeting in each language."""
    client = app.server.test_client()
    files = {
        language: client.get(f"/{language}/meeting/file.pptx", base_url="https://example.org").data
        for language in LANGUAGES
    }
    return {language: Presentation(io.BytesIO(data)) for language, data in files.items()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_powerpoint_reads_back_with_real_titles_notes_and_charts(powerpoints, world, language):
    slides = powerpoints[language].slides
    titles = [slide.title for slide in meeting(world, language)[1]]
    assert list(dict.fromkeys(slide.shapes.title.text for slide in slides)) == list(dict.fromkeys(titles))
    kinds: list[list[str]] = []
    for slide in slides:
        assert slide.notes_slide.notes_text_frame.text
        texts = " ".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)
        assert "Source" in texts and f"https://example.org/{language}/" in texts
        assert any(shape.shape_type == MSO_SHAPE_TYPE.PICTURE for shape in slide.shapes), "its code"
        assert min(sizes_of(slide)) >= 18
        kinds.append(kinds_of(slide))
    assert kinds[0] == ["chart", "drawing"], "money, and what else the year is told by"
    assert kinds[1:4] == [["chart"]] * 3, "money is bars"
    assert kinds[4:6] == [["drawing"]] * 2, "who works on what, in letters that the last row reads"
    assert kinds[6:-2] == [["drawing"], *[["table"]] * (len(kinds) - 9)], "the map, and its places"
    assert all(kind[0] == "table" and set(kind[1:]) == {"chart"} for kind in kinds[-2:]), (
        "a slope in each row"
    )


def kinds_of(slide):
    charts = ["chart" for shape in slide.shapes if shape.has_chart]
    tables = ["table" for shape in slide.shapes if shape.has_table]
    return tables + charts + ["drawing" for one in slide.shapes if one.shape_type == MSO_SHAPE_TYPE.GROUP]


def sizes_of(slide):
    """Letters of all words of a slide, in points: also those of drawings, tables and charts."""
    found = []
    for shape in slide.shapes:
        if shape.has_chart:
            found += [int(size) / 100 for size in shape.chart._chartSpace.xpath("//a:defRPr/@sz")]
        runs = shape._element.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}r")
        found += [
            int(run.find("{*}rPr").get("sz", 0)) / 100 for run in runs if run.find("{*}rPr") is not None
        ]
        if shape.has_text_frame:
            found += [part.font.size.pt for part in shape.text_frame.paragraphs if part.text]
    return found


def test_a_meeting_of_every_kind_of_card_becomes_a_powerpoint(client):
    codes = "overview-money,overview-status,compare-numbers,agency-rates.unicef,trends-ger-primary-1,nothing"
    show = Presentation(io.BytesIO(client.get(f"/en/meeting/file.pptx?hi=pam&s={codes}").data))
    charts = {
        slide.shapes.title.text: shape.chart
        for slide in show.slides
        for shape in slide.shapes
        if shape.has_chart
    }
    assert len(charts) == 5
    assert all(min(sizes_of(slide)) >= 18 for slide in show.slides)
    money, *_, rates, lines = charts.values()
    assert len(money.plots[0].series) == 3, "amounts, as the card shows them"
    assert len(rates.plots[0].series) == 2, "an agency beside all of them"
    assert lines.chart_type == XL_CHART_TYPE.LINE_MARKERS


@pytest.mark.parametrize("query", ["", "by=axis", "unit=missing", "unit=amount", "unit=unspent"])
def test_the_sheet_of_a_chart_holds_the_numbers_of_the_cards_file(client, world, query):
    code = ";".join(["funding-money", *filter(None, [query.replace("=", ":")])])
    show = Presentation(io.BytesIO(client.get(f"/fr/meeting/file.pptx?s={code}").data))
    chart = next(shape.chart for shape in show.slides[0].shapes if shape.has_chart)
    sheet = list(load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob)).active.values)
    card = card_of(world, "fr", "funding-money", "", query)[1]
    filed = [row.split(";") for row in client.get(f"/fr/csv/funding-money.csv?{query}").text.splitlines()]
    assert [row[0] for row in sheet[1:]] == list(card.rows["label"])
    assert [flat(row[0]) for row in sheet[1:]] == [flat(row[0]) for row in filed[1:]]
    columns = [[float(cell.replace(",", ".")) for cell in column] for column in numeric(filed)]
    for at in range(1, len(sheet[0])):
        drawn = [row[at] for row in sheet[1:]]
        assert any(column == pytest.approx(drawn) for column in columns)


def numeric(filed):
    """The columns of numbers of a file."""
    for column in zip(*(row[:10] for row in filed[1:]), strict=True):
        if all(re.fullmatch(r"-?\d+(,\d+)?", cell) for cell in column):
            yield column


def test_spent_lies_inside_of_mobilised_in_the_powerpoint(powerpoints):
    chart = next(shape.chart for shape in powerpoints["en"].slides[1].shapes if shape.has_chart)
    (plot,) = chart.plots
    assert [series.name for series in plot.series] == ["mobilised", "spent"]
    assert plot.overlap == 100
    fills = [series._element.find("{*}spPr")[0].tag.rpartition("}")[2] for series in plot.series]
    assert fills == ["solidFill", "blipFill"], "the inner bars are painted along their middle alone"
    assert chart.value_axis.minimum_scale == 0


def test_slopes_of_the_powerpoint_hold_the_numbers_of_the_cards_file(powerpoints, world):
    rows = card_of(world, "fr", "meeting-worse", "", "")[1].rows
    slide = powerpoints["fr"].slides[-2]
    drawn = [list(shape.chart.plots[0].series[0].values) for shape in slide.shapes if shape.has_chart]
    assert drawn == rows[["start", "end"]].dropna().to_numpy().tolist()
    sheets = [shape.chart.part.chart_workbook.xlsx_part.blob for shape in slide.shapes if shape.has_chart]
    first = list(load_workbook(io.BytesIO(sheets[0])).active.values)
    assert [row[1] for row in first[1:]] == drawn[0]


def test_a_line_of_the_powerpoint_holds_the_values_and_dates_of_the_cards_file(client, world):
    code = "trends-ger-primary-1"
    show = Presentation(io.BytesIO(client.get(f"/fr/meeting/file.pptx?s={code}").data))
    chart = next(shape.chart for shape in show.slides[0].shapes if shape.has_chart)
    head, *sheet = load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob)).active.values
    own = [(str(row[0])[:10], value) for row in sheet for value in row[1:] if value is not None]
    rows = card_of(world, "fr", code, "", "")[1].rows
    marks = rows[rows["line"].notna()]
    assert sorted(own) == sorted(zip(marks["period_start"].astype(str), marks["value"], strict=True))
    assert len(set(head[1:])) == len(head[1:])


def test_the_notes_of_a_drawing_hold_every_row_as_a_real_table(powerpoints, world):
    slides = powerpoints["fr"].slides
    drawn = [slide for slide in slides if kinds_of(slide) == ["drawing"]]
    tables = [table for slide in drawn for table in note_tables(slide)]
    for table, card in zip(tables, ("agencies-matrix", "agencies-matrix", "map-places"), strict=True):
        shown = card_of(world, "fr", card, "", "")[1]
        cells = [[cell.text for cell in row.cells] for row in table.rows]
        assert cells[0] == [column.heading for column in shown.columns if not column.filed]
        assert [row[0] for row in cells[1:]] == list(shown.rows[shown.columns[0].name])
    names = {row[0].split("-")[0] for row in cells[1:]}
    (drawing,) = [one for one in slides[6].shapes if one.shape_type == MSO_SHAPE_TYPE.GROUP]
    words = " ".join(one.text_frame.text for one in drawing.shapes if one.has_text_frame)
    assert sum(name in words for name in names) > len(names) / 2, "names of the drawing are words"


def note_tables(slide):
    frames = slide.notes_slide.shapes._spTree.iter(f"{{{P}}}graphicFrame")
    return [GraphicFrame(frame, None).table for frame in frames]
