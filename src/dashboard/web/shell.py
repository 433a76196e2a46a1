"""The HTML document around a page: menu, footer and what the browser half needs."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.components.islands import Chart, Choices, Island, aria, data
from dashboard.components.markup import Raw, Rendered, markup
from dashboard.components.mistakes import mistake_box
from dashboard.components.search import header_search
from dashboard.figures.look import CONFIG, LOOK
from dashboard.figures.palette import TOKENS
from dashboard.i18n import LANGUAGES, Translator, translator
from dashboard.i18n.prose import prose
from dashboard.pages.registry import PAGES
from dashboard.presenters.context import Context
from dashboard.presenters.passports import passport_of
from dashboard.presenters.reader import Reader, address
from dashboard.presenters.sources import report_title
from dashboard.presenters.years import older_year
from dashboard.store import Catalog
from dashboard.web.carrying import drawn, with_year, year_kept
from dashboard.web.dash.callbacks import keep_states
from dashboard.web.dash.contract import page_callback
from dashboard.web.glossary import glossary_name
from dashboard.web.head import SCRIPT, STYLE, error_head, other_language, page_head
from dashboard.web.http import packed
from dashboard.web.search_index import index_name
from dashboard.web.statics import Statics
from dashboard.web.version import page_version

SERVER_ONLY = {"children", "still", "label", "heading", "height", "live", "className", "action", "presets"}

DASH_SCRIPT = "dash.js"
BUNDLES = ("plotly.js", "plotly-geo.js")
OUTLINES = "outlines.json"
_FINDER = "finder.js"
_FIGURE = "figure"
"""The page of a figure's passport."""
_WORDS = {
    "wake": "chart.wake",
    "copied": "card.copied",
    "zoom_in": "map.zoom.in",
    "copied_picture": "card.copied.picture",
    "failed": "card.failed.picture",
    "unreached": "chart.unreached",
    "zoom_out": "map.zoom.out",
    "zoom_reset": "map.zoom.reset",
}
"""The words that scripts write into the page, by the names that they know."""


@dataclass(frozen=True)
class Site:
    """What all pages share.

    Attributes:
        catalog: the data.
        statics: the files of the front end.
        dash: Dash's own configuration of the browser half.
        public: the site's address on the internet (`https://...`), empty when the operator named none.
        by_form: whether readers may report mistakes by a form.
    """

    catalog: Catalog
    statics: Statics
    dash: Mapping[str, Any]
    public: str
    by_form: bool = False


def document(context: Context, site: Site) -> str:
    """The whole HTML text of a view."""
    t = context.t
    content = drawn(context)
    keep_states(context, content.states)
    config = _json("page-config", _page_config(context, content, site.statics))
    main = markup([*_refused(context), *older_year(context)]) + content.html
    weight = _weight(main + config, content, site.statics, t)
    others = {language: other_language(context, language) for language in LANGUAGES}
    foot = [*_foot(context, context.year), weight]
    frame = _frame(t, Raw(main), others, context.page, foot, _mistake(context, site))
    year = year_kept(context)
    body: list[Component] = [Raw(with_year(markup(frame), year))] if year else frame
    browser_half = f'<div id="react-entry-point" hidden></div>{_json("_dash-config", site.dash)}{config}'
    return _html(t, page_head(context, main, site.statics, site.public), body, browser_half)


def error_document(site: Site, t: Translator, title: str, content: list[Component]) -> str:
    """The HTML text of a page without view and scripts."""
    others = {language: address(translator(language), "overview") for language in LANGUAGES}
    reader = Reader(site.catalog, t)
    facts = [t("footer.version", version=site.catalog.version)]
    box = mistake_box(facts, title, site.catalog.contact, site.by_form, t)
    return _html(
        t,
        error_head(t, title, site.statics),
        _frame(t, content, others, "", _foot(reader, site.catalog.year)[:1], box),
        "",
    )


def _mistake(context: Context, site: Site) -> Component:
    """The box for a mistake on this page, which for a passport names its figure and value."""
    t, passport = context.t, passport_of(context, context.key) if context.page == _FIGURE else None
    figure = [t("mistake.figure", id=passport.id, value=passport.value)] if passport else []
    facts = [*figure, t("footer.version", version=site.catalog.version)]
    return mistake_box(facts, site.public + context.lasting, site.catalog.contact, site.by_form, t)


def _html(t: Translator, head: list[Component], body: list[Component], end: str) -> str:
    return (
        f'<!doctype html><html lang="{t.language}"><head>{markup(head)}</head>'
        f"<body>{markup(body)}{end}</body></html>"
    )


def _weight(text: str, content: Rendered, statics: Statics, t: Translator) -> str:
    """What the page weighs on the wire, as it can be read and with all that moves on it."""
    found = content.islands.values()
    later = {getattr(island, "bundle", BUNDLES[0]) for island in found if isinstance(island, Chart)}
    if any(isinstance(island, Choices) for island in found):
        later.add(DASH_SCRIPT)
    page = len(packed(text.encode(), "gzip")) + sum(statics.size(name) for name in (SCRIPT, STYLE))
    whole = page + sum(statics.size(name) for name in later)
    words = "footer.weight.charts" if later else "footer.weight"
    return t(words, page=t.number(page / 1000, 0), charts=t.number(whole / 1000, 0))


def _frame(
    t: Translator, main: Any, others: dict[str, str], current: str, foot: list[str], mistake: Component
) -> list[Component]:
    """Menu, content and footer; `others` is the address of this page by language."""
    menu = [
        html.Li(html.A(t(f"menu.{page.name}"), href=address(t, page.name), **_current(page.name, current)))
        for page in PAGES.values()
        if page.in_menu
    ]
    languages = [
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
    return [
        html.A(t("skip"), href="#main", className="skip"),
        html.Header(
            [
                html.A(t("site.name"), href=address(t, "overview"), className="brand"),
                html.Nav(html.Ul(menu), **aria(label=t("menu.label"))),
                *header_search(address(t, "search"), t),
                html.Div([_to_meeting(t, current), *languages], className="languages"),
            ],
            className="site-header",
        ),
        *(_changed(what, t) for what in ("data", "site")),
        _read_before(t),
        html.Main(main, id="main", tabIndex=-1),
        html.Footer(
            [_texts(t), mistake, *(html.P(line) for line in foot)],
            className="site-footer",
        ),
    ]


def _foot(reader: Reader, year: int) -> list[str]:
    """The report that is told, and the version of the data."""
    t = reader.t
    return [
        t("footer.source", title=report_title(reader, year)),
        t("footer.version", version=reader.catalog.version),
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
    return html.Div(said, id="read-before", role="status", hidden=True, className="notice")


def _texts(t: Translator) -> Component:
    """Links to the prose pages, and to what can be kept of the site."""
    links = [(text.title, address(t, "text", text.name)) for text in prose(t.language).values()]
    links.append((t("offline.link"), address(t, "offline")))
    return html.Ul([html.Li(html.A(name, href=there)) for name, there in links], className="texts")


def _current(name: str, current: str) -> dict[str, Any]:
    return aria(current="page") if name == current else {}


def _refused(context: Context) -> list[Component]:
    """A visible word for each value of the address that does not exist (any more)."""
    if not context.view.refused:
        return []
    names = ", ".join(f"{name} = {value}" for name, value in context.view.refused)
    return [html.P(context.t("address.refused", names=names), className="notice", role="status")]


def _page_config(context: Context, content: Rendered, statics: Statics) -> dict[str, Any]:
    callback = page_callback(context.page, content.islands.values())
    return {
        "version": page_version(context.catalog.version),
        "lasting": dict(context.view.moving),
        "layout": [_lean(island) for island in content.islands.values()],
        "dependencies": [callback.dependency] if callback else [],
        "dash": statics.address(DASH_SCRIPT) if callback else "",
        "bundles": {name: statics.address(name) for name in BUNDLES},
        "outlines": statics.address(OUTLINES),
        "offline": context.link("offline"),
        "finder": statics.address(_FINDER),
        "search": statics.address(index_name(context.t.language)),
        "acronyms": statics.address(glossary_name(context.t.language)),
        "year": year_kept(context),
        "look": LOOK,
        "chart": CONFIG,
        "palette": TOKENS,
        "words": {name: context.t(key) for name, key in _WORDS.items()},
    }


def _lean(island: Island) -> dict[str, Any]:
    """The island as dash-renderer reads it, without what only the server needs."""
    given = {name: getattr(island, name) for name in island._prop_names if hasattr(island, name)}
    props = {name: value for name, value in given.items() if name not in SERVER_ONLY}
    return {"props": props, "type": island._type, "namespace": island._namespace}


def _json(element_id: str, content: Any) -> str:
    # `<` is escaped so that no text can close the element.
    text = json.dumps(content, separators=(",", ":"), ensure_ascii=False).replace("<", "\\u003c")
    return f'<script type="application/json" id="{element_id}">{text}</script>'
