"""Another framework: a fourth axis, codes of two digits, an agency whose acronym one language lacks."""

import logging
import shutil
from pathlib import Path

import pytest
from tests.next_year import NEW, with_next_year

from dashboard.components.markup import markup
from dashboard.i18n import LANGUAGES, translator
from dashboard.operate.opening import faults_of, open_data
from dashboard.operate.report import problem_lines
from dashboard.pages.registry import PAGES, context_of
from dashboard.presenters.reader import address
from store.packages import add_row, set_cell

FIRST_AXIS, FIRST_OUTCOME, FIRST_OUTPUT = {"axis_id": "1"}, {"outcome_id": "1.1"}, {"output_id": "1.1.1"}
AXIS, OUTCOME, OUTPUT = "12", "12.10", "12.10.11"
PLACES_TO_LOOK = {
    "overview": ("", ""),
    "funding": ("", "by=axis"),
    "results": ("", f"output={OUTPUT}"),
    "trends": ("", ""),
    "agencies": ("", ""),
    "axis": (AXIS, ""),
    "data": ("", ""),
}
"""Page -> key and query."""


@pytest.fixture(scope="module")
def world(settings, tmp_path_factory):
    folder = tmp_path_factory.mktemp("other")
    package = Path(shutil.copytree(settings.data, folder / "old"))
    add_row(package, "axes", FIRST_AXIS, axis_id=AXIS)
    add_row(package, "outcomes", FIRST_OUTCOME, outcome_id=OUTCOME, axis_id=AXIS)
    add_row(package, "outputs", FIRST_OUTPUT, output_id=OUTPUT, outcome_id=OUTCOME)
    add_row(package, "outputs", FIRST_OUTPUT, output_id="1.1.10", outcome_id="1.1")
    add_row(package, "output_agencies", FIRST_OUTPUT, output_id=OUTPUT)
    add_row(package, "results", FIRST_OUTPUT, output_id=OUTPUT, result_id="2021-other-01", scope="national")
    add_row(package, "indicators", FIRST_AXIS, axis_id=AXIS, indicator_id="other")
    return open_data(with_next_year(package, folder / "new"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", PLACES_TO_LOOK)
def test_another_axis_and_longer_codes_are_served(world, page, language, caplog):
    key, query = PLACES_TO_LOOK[page]
    with caplog.at_level(logging.ERROR):
        context = context_of(world, address(translator(language), page, key), query)
        text = markup(PAGES[page].layout(context))
        PAGES[page].every_card(context)
    assert text.count("<h1") == 1
    assert caplog.records == []
    assert f"var(--axis-{AXIS})" not in text, "a colour that no style sheet has"


def test_the_newest_year_has_money_of_the_other_axis(world):
    context = context_of(world, f"/fr/axe/{AXIS}", "")
    assert context.view["year"] == NEW
    assert 'class="number"' in markup(PAGES["axis"].layout(context))


@pytest.mark.parametrize("column", ["acronym_fr", "acronym_en"])
def test_an_acronym_that_a_language_lacks_is_asked_for(package, column):
    set_cell(package, "agencies", {"agency_id": "unicef"}, **{column: ""})
    for language in LANGUAGES:
        (line,) = problem_lines(faults_of(package), translator(language))
        assert line.startswith("agencies ·")
        assert column in line
