"""What stands in a page's <head>: title, addresses in other languages, picture for link previews."""

import re
from collections.abc import Iterable
from html import unescape
from urllib.parse import quote

from dash import html
from dash.development.base_component import Component

from dashboard.components.native import Native
from dashboard.i18n import LANGUAGES, Translator, translator
from dashboard.pages.registry import PAGES
from dashboard.presenters.context import Context
from dashboard.presenters.reader import address
from dashboard.web.statics import Statics

STYLE = "app.css"
FIRST_SCRIPT = "first.js"
"""What a page does before a touch; it sends for `SCRIPT`."""
CHOICES_SCRIPT = "choices.js"
"""What stands in its place on pages with choices, which it answers too."""
SCRIPT = "app.js"
_ICON = "icon.svg"
_SAFE = " /:='(),"
"""What may stand in an address of this kind as it is."""
_TAG = re.compile("<[^>]+>")
_H1 = re.compile("<h1[^>]*>(.*?)</h1>", re.DOTALL).search
_VALUE = re.compile('<p class="figure-value">(.*?)</p>', re.DOTALL).search
_SUBTITLE = re.compile('<p class="subtitle">(.*?)</p>', re.DOTALL).search
PREVIEW = (1200, 630)
"""Width and height in px of the picture that a link preview shows."""


def page_head(
    context: Context, main: str, statics: Statics, public: str, own: Iterable[str]
) -> list[Component]:
    """The head of a page; addresses for other sites begin with the public one when there is one.

    Args:
        context: of the view.
        main: HTML text of the page's content: a preview says what the view says.
        statics: the files of the front end.
        public: the site's address on the internet; empty when the operator named none.
        own: its script, and what not every page has.
    """
    t = context.t
    heading, description = PAGES[context.page].title(context)
    return [
        *_basics(f"{heading} · {t('site.name')}", statics),
        html.Meta(name="description", content=description),
        html.Link(rel="canonical", href=public + context.here),
        *(
            html.Link(rel="alternate", hrefLang=language, href=public + other_language(context, language))
            for language in LANGUAGES
        ),
        html.Link(rel="manifest", href=f"/{t.language}/site.webmanifest"),
        *_preview(context, *told_by(main, heading, description), public),
        *(_asset(name, statics) for name in own),
    ]


def told_by(main: str, heading: str, description: str) -> tuple[str, str]:
    """The sentence of a view and what it measures; of a figure its value and name, else heading and
    description of the page."""
    found = (part(main) for part in (_H1, _SUBTITLE, _VALUE))
    said, measured, value = (text_in(part[1]) if part else "" for part in found)
    if value:
        return f"{value} · {heading}", description
    if not said or said == heading:
        return heading, description
    return said, measured or description


def text_in(html: str) -> str:
    """The words of a piece of HTML."""
    return unescape(_TAG.sub("", html))


def _asset(name: str, statics: Statics) -> Component:
    """A style sheet or script that not every page has."""
    if name.endswith(".css"):
        return html.Link(rel="stylesheet", href=statics.address(name))
    return html.Script(src=statics.address(name), defer=True)


def error_head(t: Translator, title: str, statics: Statics) -> list[Component]:
    """The head of a page that tells of a failure; no script, no place in search engines."""
    return [*_basics(f"{title} · {t('site.name')}", statics), html.Meta(name="robots", content="noindex")]


def light_head(context: Context, public: str) -> list[Component]:
    """The head of a light page, which search engines take for the whole page."""
    t = context.t
    return [
        *_title(f"{PAGES[context.page].title(context)[0]} · {t('site.name')}"),
        html.Link(rel="canonical", href=public + context.here),
        html.Link(rel="icon", href="data:,"),
    ]


def other_language(context: Context, language: str) -> str:
    """The address of the same view in a language."""
    query = context.view.query()
    return address(translator(language), context.page, context.key) + (f"?{query}" if query else "")


def _basics(title: str, statics: Statics) -> list[Component]:
    return [
        *_title(title),
        html.Link(rel="icon", href=_icon(statics)),
        html.Link(rel="stylesheet", href=statics.address(STYLE)),
    ]


def _icon(statics: Statics) -> str:
    """The icon itself, which is shorter than the lines around an answer that would bring it."""
    drawing = statics.text(_ICON).replace('"', "'")
    return f"data:image/svg+xml,{quote(drawing, safe=_SAFE)}"


def _title(title: str) -> list[Component]:
    """What every page says first: its letters, its width, its title."""
    return [
        html.Meta(charSet="utf-8"),
        html.Meta(name="viewport", content="width=device-width, initial-scale=1"),
        html.Title(title),
    ]


def _preview(context: Context, heading: str, description: str, public: str) -> list[Component]:
    t = context.t
    facts = {
        "og:type": "website",
        "og:site_name": t("site.name"),
        "og:title": heading,
        "og:description": description,
        "og:url": public + context.here,
        "og:locale": t.manners.tag,
        "og:image": public + context.preview,
        "og:image:width": str(PREVIEW[0]),
        "og:image:height": str(PREVIEW[1]),
        "og:image:alt": heading,
    }
    card = html.Meta(name="twitter:card", content="summary_large_image")
    return [*(Native("meta", {"property": key, "content": value}) for key, value in facts.items()), card]
