"""A number stands on its sentence, where the operator has the text; that it can't be placed is said."""

from pathlib import Path

import pytest
from tests.invented_report import report_lines

from dashboard.components.markup import markup
from dashboard.domain.passages import Stretch, lines_named, sentence_at, spans_of
from dashboard.i18n import LANGUAGES, translator
from dashboard.pages.registry import PAGES, context_of
from dashboard.presenters.passages import numbers_of, passage_of, placed, taken_from_reports
from dashboard.presenters.reader import Reader, speech
from dashboard.presenters.report_text import coverage, read_lines
from dashboard.store.report_texts import lines_in

ROOT = Path(__file__).resolve().parents[2]
SHARED = next((path for up in ROOT.parents if (path := up / "shared" / "report").is_dir()), ROOT / "none")
YEAR = 2021


@pytest.fixture(scope="module")
def told(catalog):
    """The tables with an invented text."""
    return catalog.on_site(texts={YEAR: report_lines(catalog, YEAR)})


@pytest.fixture(scope="module", params=["invented", "the report"])
def any_text(request, catalog, told):
    if request.param == "invented":
        return told
    files = sorted(SHARED.glob("*.txt"))
    if not files:
        pytest.skip("the report is not shipped")
    return catalog.on_site(texts={YEAR: lines_in(files[0].read_text(encoding="utf-8"))})


def reader(catalog, language="fr"):
    return Reader(catalog, speech(catalog, language))


def page(catalog, path):
    context = context_of(catalog, path, "")
    return markup(PAGES[context.page].layout(context))


@pytest.mark.parametrize(
    ("line", "value", "found"),
    [
        ("Un total de 578 474 401 USD", 578_474_401, "578 474 401"),
        ("au moins 1074 722 femmes", 1_074_722, "1074 722"),
        ("800.000 tonnes", 800_000, "800.000"),
        ("une baisse de 3,30%", -3.3, "3,30"),
        ("soit 92.2% des enfants", 92.2, "92.2"),
        ("05 réseaux", 5, "05"),
        ("au niveau de cinq postes", 5, "cinq"),
        ("une trentaine de professionnels", 30, "trentaine"),
        ("8,3 millions de dollars", 8_300_000, "8,3 millions"),
        ("celle du secondaire étant nulle.", 0, "nulle"),
        ("10 560 jeunes", 560, None),
        ("10 560 jeunes", 10, None),
        ("le produit 1.1.2", 1, None),
        ("4,65 %", 4.6, None),
        ("13,5 points", 3.5, None),
    ],
)
def test_a_number_is_found_as_people_write_it_and_never_inside_another(line, value, found):
    spans = spans_of(line, value)
    assert [line[span.start : span.end] for span in spans] == ([found] if found else [])


def test_a_sentence_ends_where_the_next_begins():
    line = "Le taux est de 3.1 points. Il baisse ; 80 acteurs (30 femmes) sont formés. Fin."
    start = line.index("80")
    sentence = sentence_at(line, Stretch(start, start + 2))
    assert line[sentence.start : sentence.end] == "80 acteurs (30 femmes) sont formés."


def test_a_place_in_the_report_names_its_lines():
    assert lines_named("2.6, Tab1, L773, L785-787") == [773, 785, 786, 787]


def test_every_printed_number_opens_its_passage(any_text):
    """The 253 quantities of results, the 86 values of indicators, the 98 cells of money."""
    numbers = numbers_of(any_text, YEAR)
    assert len(numbers) == 253 + 86 + 98
    lost = [reading.figure for reading in numbers if reading.figure not in placed(any_text, YEAR).places]
    assert lost == []
    for reading in numbers:
        passage = passage_of(reader(any_text), reading.figure)
        marked = [text for line in passage.lines for text, is_marked in line.pieces if is_marked]
        assert len(marked) == 1 and spans_of(marked[0], reading.value) == [Stretch(0, len(marked[0]))]


def test_numbers_of_a_row_have_each_its_own_place(any_text):
    """The report prints 322755 twice in one row: budget and mobilised."""
    places = placed(any_text, YEAR).places
    money = [figure for figure in places if figure.startswith("m~")]
    assert len({places[figure] for figure in money}) == len(money)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_passport_quotes_the_report_and_leads_to_the_line(told, language):
    t = translator(language)
    text = page(told, f"/{language}/f/r~2021-spotlight-01~1")
    assert t("passport.passage") in text and "<mark>210</mark>" in text
    assert f'href="/{language}/{t("slug.report")}#L183"' in text
    assert t("passage.lost") not in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_number_that_cannot_be_placed_is_said_so(catalog, told, language):
    lines = list(told.texts[YEAR])
    lines[182] = "Des points focaux ont été formés."
    changed = catalog.on_site(texts={YEAR: tuple(lines)})
    text = page(changed, f"/{language}/f/r~2021-spotlight-01~1")
    assert translator(language)("passage.lost") in text and "<mark>" not in text
    assert "Des points focaux ont été formés." in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_computed_or_public_has_no_passage(told, language):
    for figure in ("n~results", "c~agencies~2021~pam~rate"):
        assert passage_of(reader(told, language), figure) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_text_nothing_is_quoted(catalog, language):
    t = translator(language)
    assert t("passport.passage") not in page(catalog, f"/{language}/f/r~2021-spotlight-01~1")
    assert t("passage.whole") not in page(catalog, f"/{language}/{t('slug.data')}")
    assert t("passage.none") in page(catalog, f"/{language}/{t('slug.report')}")


def test_what_a_line_was_read_for_is_what_the_tables_say(any_text):
    counts = coverage(reader(any_text), YEAR)
    lines = read_lines(reader(any_text), YEAR)
    named = {number for reading in taken_from_reports(any_text) for number in reading.lines}
    assert {line.number for line in lines if line.read} == named & {line.number for line in lines}
    assert counts["lines"] == len(lines) and counts["read"] == sum(bool(line.read) for line in lines)
    assert counts["numbers"] == counts["found"] == 437


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_text_says_of_each_line_whether_it_was_read(any_text, language):
    t = translator(language)
    text = page(any_text, f"/{language}/{t('slug.report')}")
    unread = sum(not line.read for line in read_lines(reader(any_text), YEAR))
    assert text.count('class="is-unread"') == text.count(t("passage.unread")) == unread
    assert f'<mark><a href="/{language}/f/m~agencies~2021~pam~spent">' in text
