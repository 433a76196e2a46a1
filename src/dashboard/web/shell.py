"""The HTML document around a page: menu, footer and what the browser half needs."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.components.islands import Choices, Island, data
from dashboard.components.light import TWIN
from dashboard.components.markup import Raw, Rendered, markup
from dashboard.components.mistakes import mistake_box
from dashboard.i18n import LANGUAGES, Translator, translator
from dashboard.pages.registry import PAGES
from dashboard.presenters.context import Context
from dashboard.presenters.passports import passport_of
from dashboard.presenters.reader import Reader, address
from dashboard.presenters.sheet import foot_lines, sheet_style
from dashboard.presenters.years import older_year
from dashboard.store import Catalog
from dashboard.web.carrying import drawn, with_year, year_kept
from dashboard.web.dash.callbacks import keep_states
from dashboard.web.dash.contract import page_callback
from dashboard.web.frame import page_frame
from dashboard.web.glossary import glossary_name
from dashboard.web.head import CHOICES_SCRIPT, FIRST_SCRIPT, SCRIPT, error_head, other_language, page_head
from dashboard.web.prefix import with_prefix
from dashboard.web.quote_index import quotes_name
from dashboard.web.search_index import COMMON_WORDS, index_name
from dashboard.web.statics import Statics
from dashboard.web.version import page_version
from dashboard.web.weight import BUNDLES, CHART_LOOK, DASH_SCRIPT, WEIGHT, page_weight, said_weight

SERVER_ONLY = {"children", "still", "label", "heading", "height", "live", "className", "action", "presets"}

OUTLINES = "outlines.json"
_FINDER = "finder.js"
_QUOTE = "quote"
LIGHT = "/lite"
"""What the addresses of light pages begin with."""
_FIGURE = "figure"
"""The page of a figure's passport."""
_WORDS = {
    "wake": "chart.wake",
    "copied": "card.copied",
    "zoom_in": "map.zoom.in",
    "copied_picture": "card.copied.picture",
    "failed": "card.failed.picture",
    "turn": "card.full.turn",
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
        prefix: the path of the host below which the site stands.
        is_preview: whether it shows a draft.
    """

    catalog: Catalog
    statics: Statics
    dash: Mapping[str, Any]
    public: str
    by_form: bool = False
    prefix: str = ""
    is_preview: bool = False


def document(context: Context, site: Site, encoding: str = "br") -> str:
    """The whole HTML text of a view.

    Args:
        context: of the view.
        site: what all pages share.
        encoding: how it will travel (`encoding_asked`): the footer says what that weighs.
    """
    t, content = context.t, drawn(context)
    keep_states(context, content.states)
    main = main_html(context, content)
    twin = html.A(t("light.link"), href=LIGHT + context.here, rel=TWIN, **data(same_view="true"))
    body = body_html(context, site, main, twin)
    config = _json("page-config", _page_config(context, content, site))
    browser_half = f'<div id="react-entry-point" hidden></div>{_json("_dash-config", site.dash)}{config}'
    chooses = any(isinstance(island, Choices) for island in content.islands.values())
    assets = [CHOICES_SCRIPT if chooses else FIRST_SCRIPT, *PAGES[context.page].assets]
    head = markup(page_head(context, main, site.statics, site.public, assets))
    sheets = sheet_style(context, PAGES[context.page].title(context)[0])
    own = {*assets, *([quotes_name(t.language)] if context.page == _QUOTE else [])}
    whole = html_text(t, head, body, browser_half, sheets)
    said = page_weight(whole, content, own, site.statics, encoding, t)
    return with_prefix(html_text(t, head, said_weight(body, said), browser_half, sheets), site.prefix)


def main_html(context: Context, content: Rendered) -> str:
    """What stands in `<main>`: notices, and the content of the view."""
    return markup([*_refused(context), *older_year(context)]) + content.html


def body_html(context: Context, site: Site, main: str, twin: Component) -> str:
    """The body of a view around its main part, with room for the page's weight.

    Args:
        context: of the view.
        site: what all pages share.
        main: HTML text of the main part.
        twin: the link to the light version of this page, or back to the whole one.
    """
    others = {language: other_language(context, language) for language in LANGUAGES}
    foot: list[str | Component] = [twin, *foot_lines(context, context.year), WEIGHT]
    frame = page_frame(context, Raw(main), others, context.page, foot, _mistake(context, site))
    text = markup([*_draft(site, context.t), *frame])
    year = year_kept(context)
    return with_year(text, year) if year else text


def html_text(t: Translator, head: str, body: str, end: str = "", style: str = "") -> str:
    """A whole HTML text; `style` is what the root says to style sheets."""
    root = f'lang="{t.language}"' + (f' style="{escape(style)}"' if style else "")
    return f"<!doctype html><html {root}><head>{head}</head><body>{body}{end}</body></html>"


def error_document(site: Site, t: Translator, title: str, content: list[Component]) -> str:
    """The HTML text of a page without view and scripts."""
    others = {language: address(translator(language), "overview") for language in LANGUAGES}
    reader = Reader(site.catalog, t)
    facts = [t("footer.version", version=site.catalog.version)]
    box = mistake_box(facts, title, site.catalog.contact, site.by_form, t)
    foot = foot_lines(reader, site.catalog.year)[:1]
    frame = [*_draft(site, t), *page_frame(reader, content, others, "", foot, box)]
    text = html_text(t, markup(error_head(t, title, site.statics)), markup(frame))
    return with_prefix(text, site.prefix)


def _draft(site: Site, t: Translator) -> list[Component]:
    """What stands above every page of a preview."""
    said = t("preview.banner", version=site.catalog.version)
    return [html.P(said, className="trouble preview-banner")] if site.is_preview else []


def _mistake(context: Context, site: Site) -> Component:
    """The box for a mistake on this page, which for a passport names its figure and value."""
    t, passport = context.t, passport_of(context, context.key) if context.page == _FIGURE else None
    figure = [t("mistake.figure", id=passport.id, value=passport.value)] if passport else []
    facts = [*figure, t("footer.version", version=site.catalog.version)]
    there = (site.public or site.prefix) + context.lasting
    return mistake_box(facts, there, site.catalog.contact, site.by_form, t)


def _refused(context: Context) -> list[Component]:
    """A visible word for each value of the address that does not exist (any more)."""
    if not context.view.refused:
        return []
    names = ", ".join(f"{name} = {value}" for name, value in context.view.refused)
    return [html.P(context.t("address.refused", names=names), className="notice")]


def _page_config(context: Context, content: Rendered, site: Site) -> dict[str, Any]:
    callback, statics = page_callback(context.page, content.islands.values()), site.statics
    return {
        "version": page_version(context.catalog.version),
        "lasting": dict(context.view.moving),
        "layout": [_lean(island) for island in content.islands.values()],
        "dependencies": [callback.dependency] if callback else [],
        "rest": statics.address(SCRIPT),
        "dash": statics.address(DASH_SCRIPT) if callback else "",
        "bundles": {name: statics.address(name) for name in BUNDLES},
        "outlines": statics.address(OUTLINES),
        # Nothing of a draft is kept on a device.
        "offline": "" if site.is_preview else context.link("offline"),
        "base": site.prefix,
        "finder": statics.address(_FINDER),
        "search": statics.address(index_name(context.t.language)),
        "quote": statics.address(quotes_name(context.t.language)) if context.page == _QUOTE else "",
        "common": statics.address(COMMON_WORDS),
        "acronyms": statics.address(glossary_name(context.t.language)),
        "year": year_kept(context),
        "look": statics.address(CHART_LOOK),
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
