"""What a page weighs on the wire, said in its footer: its text as it travels, its files, what comes later."""

from collections.abc import Mapping

from dashboard.components.islands import Chart, Choices
from dashboard.components.markup import Rendered
from dashboard.figures.look import CONFIG, LOOK
from dashboard.figures.palette import TOKENS
from dashboard.i18n import Translator
from dashboard.web.glossary import glossary_name
from dashboard.web.head import SCRIPT, STYLE
from dashboard.web.http import compact_json, packed
from dashboard.web.security import HEADERS, PAGE_HEADERS
from dashboard.web.statics import Statics

DASH_SCRIPT = "dash.js"
BUNDLES = ("plotly.js", "plotly-geo.js")
CHART_LOOK = "look.json"
"""What all live charts share; fetched with the first of them."""
WEIGHT = "\ue000"
"""Stands in a page where its weight will be said."""
_OWN_LINES = 290
"""Bytes of the status, dates and tags before a page or file, which differ little."""


def look_file() -> dict[str, bytes]:
    """What the layouts of all figures share, the options of plotly.js, and the tokens of our colours."""
    content = {"look": LOOK, "chart": CONFIG, "palette": TOKENS}
    return {CHART_LOOK: compact_json(content)}


def page_weight(
    text: str, content: Rendered, own: set[str], statics: Statics, encoding: str, t: Translator
) -> str:
    """The words for a page, as it can be read and with all that comes once it is touched.

    `own` are its script, and the files that not every page has.
    """
    found = content.islands.values()
    touched = {SCRIPT, glossary_name(t.language)}
    later = {getattr(island, "bundle", BUNDLES[0]) for island in found if isinstance(island, Chart)}
    if later:
        later.add(CHART_LOOK)
    if any(isinstance(island, Choices) for island in found):
        later.add(DASH_SCRIPT)
    page = text_weight(text, encoding) + _files({STYLE, *own}, statics)
    words = "footer.weight.charts" if later else "footer.weight"
    return t(words, page=_kilobytes(page, t), all=_kilobytes(page + _files(touched | later, statics), t))


def light_weight(text: str, encoding: str, t: Translator) -> str:
    """The words for a page that needs no files."""
    return t("footer.weight.light", page=t.number(text_weight(text, encoding) / 1000, 1))


def text_weight(text: str, encoding: str) -> int:
    """Bytes of a page on the wire, without its files."""
    return len(packed(text.encode(), encoding)) + _lines(HEADERS | PAGE_HEADERS)


def said_weight(body: str, said: str) -> str:
    """The body of a page that says its weight; the last place for it is in the footer."""
    before, _, after = body.rpartition(WEIGHT)
    return before + said + after


def _files(names: set[str], statics: Statics) -> int:
    return sum(statics.size(name) + _lines(HEADERS) for name in names)


def _lines(headers: Mapping[str, str]) -> int:
    """Bytes of the lines before what is sent."""
    return sum(len(f"{name}: {value}\r\n") for name, value in headers.items()) + _OWN_LINES


def _kilobytes(size: int, t: Translator) -> str:
    return t.number(size / 1000, 0)
