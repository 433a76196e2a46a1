"""Everything that the report names is on a page: donors, partners, priorities of no axis."""

from html import unescape

import pytest

from dashboard.components.markup import markup
from dashboard.i18n import LANGUAGES, translator
from dashboard.pages.registry import PAGES, context_of
from dashboard.presenters.reader import address

SHOWN = [("partners", "funding", "name"), ("priorities", "results", "text")]
"""Table -> the page that shows all of it, and the column that readers see."""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("table", "page", "column"), SHOWN)
def test_each_row_can_be_read(catalog, table, page, column, language):
    t = translator(language)
    shown = unescape(markup(PAGES[page].layout(context_of(catalog, address(t, page), ""))))
    texts = [t.of(row, column) for row in catalog.rows(table).values()]
    assert len(texts) > 20
    assert [text for text in texts if text not in shown] == []
