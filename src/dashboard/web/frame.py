"""What stands around every page: the menu above, below the texts, the report and what the page weighs."""

from collections.abc import Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.components.islands import aria, data
from dashboard.components.search import header_search
from dashboard.i18n import Translator, translator
from dashboard.pages.registry import PAGES
from dashboard.presenters.reader import Reader, address, prose_of
from dashboard.presenters.summaries import summary_links


def page_frame(
    reader: Reader,
    main: Any,
    others: dict[str, str],
    current: str,
    foot: Sequence[str | Component],
    mistake: Component,
) -> list[Component]:
    """Menu, content and footer.

    Args:
        reader: who reads.
        main: what stands in `<main>`.
        others: the address of this page by language.
        current: name of the page.
        foot: the last lines.
        mistake: the box for a mistake.
    """
    t = reader.t
    return [
        html.A(t("skip"), href="#main", className="skip"),
        _header(t, others, current),
        *(_changed(what, t) for what in ("data", "site")),
        _read_before(t),
        html.Main(main, id="main", tabIndex=-1),
        html.Footer([_texts(reader), mistake, *(html.P(line) for line in foot)], className="site-footer"),
    ]


def _header(t: Translator, others: dict[str, str], current: str) -> Component:
    menu = [
        html.Li(html.A(t(f"menu.{page.name}"), href=address(t, page.name), **_current(page.name, current)))
        for page in PAGES.values()
        if page.in_menu
    ]
    return html.Header(
        [
            html.A(t("site.name"), href=address(t, "overview"), className="brand"),
            html.Nav(html.Ul(menu), **aria(label=t("menu.label"))),
            *header_search(address(t, "search"), t),
            html.Div([_to_meeting(t, current), *_languages(t, others)], className="languages"),
        ],
        className="site-header",
    )


def _languages(t: Translator, others: dict[str, str]) -> list[Component]:
    """Links to this page in the other languages."""
    return [
        html.A(
            translator(language).language_name(language).capitalize(),
            href=there,
            lang=language,
            hrefLang=language,
            **data(same_view="true"),
        )
        for language, there in others.items()
        if language != t.language
    ]


def _to_meeting(t: Translator, current: str) -> Component:
    """The way into the room, on every page."""
    there = f"{address(t, 'meeting')}#1"
    return html.A(t("meeting.door"), href=there, className="to-meeting", **_current("meeting", current))


def _changed(what: str, t: Translator) -> Component:
    """What a page is told, when it asks a server that has other data or other code by now."""
    reload = html.Button(t("changed.reload"), type="button", className="button", **data(tool="reload"))
    said = html.P([t(f"changed.{what}"), " ", reload])
    return html.Div(said, id=f"changed-{what}", role="alert", hidden=True, className="trouble")


def _read_before(t: Translator) -> Component:
    """What a page is told that comes from the reader's own device, as there is no network."""
    lines: dict[str, list[str | Component]] = {
        "age": [t("offline.read"), " ", html.Time(className="read-at"), "."],
        "page": [t("offline.missing.page")],
        "choice": [t("offline.missing.choice")],
    }
    said = [html.P(line, hidden=True, **data(read=what)) for what, line in lines.items()]
    return html.Div(said, id="read-before", hidden=True, className="notice")


def _texts(reader: Reader) -> Component:
    """Links to the prose pages, to what can be kept of the site, and to further languages."""
    t = reader.t
    listed = prose_of(reader.catalog, t.language).values()
    links = [(text.title, address(t, "text", text.name)) for text in listed]
    links.append((t("quote.title"), address(t, "quote")))
    links.append((t("offline.link"), address(t, "offline")))
    ways = [*(html.A(name, href=there) for name, there in links), *summary_links(reader)]
    return html.Ul([html.Li(way) for way in ways], className="texts")


def _current(name: str, current: str) -> dict[str, Any]:
    return aria(current="page") if name == current else {}
