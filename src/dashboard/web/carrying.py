"""The year travels: what leads on from a page of an older report, or from a figure of one, keeps its year.

Done once on the text of a page, and of each piece that a callback sends: pages are told by many hands, some
of which remember what they made for readers of any year.
"""

import copy
import re
from collections.abc import Mapping
from html import escape
from typing import Any

from dashboard.components.islands import Chart, Island
from dashboard.components.markup import Rendered, render
from dashboard.pages.registry import PAGES, find
from dashboard.presenters.context import Context
from dashboard.presenters.passports import passport_of
from dashboard.web.tongues import in_tongues

_LINK = re.compile(r'(?<= href=")(/[^"#?]*)(\?[^"#]*)?(?=["#])')
_FORM = re.compile(r'(<form [^>]*action="(/[^"#?]*)[^>]*>)(.*?)(?=</form>)', re.DOTALL)
_SAID = re.compile(r"[?&;]year=")
_PASSPORT = "figure"
_CHOSEN = "customdata"
"""Where a figure holds the addresses that its marks lead to."""


def drawn(context: Context) -> Rendered:
    """The content of a view."""
    content = in_tongues(context, render(PAGES[context.page].layout(context)))
    year = year_kept(context)
    if not year:
        return content
    islands = {name: _island(island, year) for name, island in content.islands.items()}
    states = {name: _state(state, year) for name, state in content.states.items()}
    return Rendered(with_year(content.html, year), islands, states)


def year_kept(context: Context) -> str:
    """The year that links of a page keep; empty for the newest, which they need not say."""
    asked, newest = context.view.values.get("year", ""), str(context.catalog.year)
    if context.page == _PASSPORT and asked in ("", newest):
        passport = passport_of(context, context.key)
        asked = str(passport.year or "") if passport else ""
    return "" if asked == newest else asked


def with_year(html: str, year: str) -> str:
    """A text whose links and forms to pages say the year, but for those that name one already."""
    return _FORM.sub(lambda form: _form(form, year), _LINK.sub(lambda link: _address(link[0], year), html))


def _address(address: str, year: str) -> str:
    """An address as HTML writes it, of a page or of anything else."""
    path, _, query = address.partition("?")
    if _SAID.search(f"?{query}") or find(path) is None:
        return address
    return f"{path}?{query}&amp;year={year}" if query else f"{path}?year={year}"


def _form(form: re.Match[str], year: str) -> str:
    opening, action, inner = form.groups()
    if 'name="year"' in inner or find(action) is None or 'method="get"' not in opening:
        return form[0]
    return f'{opening}<input type="hidden" name="year" value="{escape(year)}">{inner}'


def _island(island: Island, year: str) -> Island:
    if not isinstance(island, Chart):
        return island
    kept = copy.copy(island)
    kept.figure = _state(island.figure, year)
    return kept


def _state(state: Any, year: str) -> Any:
    """What an island shows: the HTML inside, or a figure whose marks lead to pages."""
    if isinstance(state, str):
        return with_year(state, year)
    if not isinstance(state, Mapping):
        return state
    traces = [{**trace, **_leading(trace, year)} for trace in state.get("data", ())]
    return {**state, "data": traces} if traces else state


def _leading(trace: Mapping[str, Any], year: str) -> dict[str, Any]:
    where = trace.get(_CHOSEN)
    if not isinstance(where, list):
        return {}
    return {_CHOSEN: [_marked(address, year) if isinstance(address, str) else address for address in where]}


def _marked(address: str, year: str) -> str:
    """An address as it is; where marks lead to anything but a page, nothing changes."""
    return _address(address, year).replace("&amp;", "&") if address.startswith("/") else address
