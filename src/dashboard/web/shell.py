"""The HTML document around a page: head, menu, footer and what the browser half needs."""

import json
from typing import Any

from dash import Dash, html
from dash.development.base_component import Component

from dashboard.components.islands import Chart, Choices, Island, aria, data
from dashboard.components.markup import islands, markup
from dashboard.figures.look import CONFIG, LOOK
from dashboard.figures.palette import TOKENS
from dashboard.i18n import LANGUAGES, translator
from dashboard.pages.context import Context, address
from dashboard.pages.registry import PAGES
from dashboard.web.statics import Statics

SERVER_ONLY = {"children", "still", "label", "height", "live", "className", "action", "presets"}


BUNDLES = ("plotly.js", "plotly-geo.js")
OUTLINES = "outlines.json"


def document(context: Context, app: Dash, statics: Statics) -> str:
    """The whole HTML text of a view."""
    page = PAGES[context.page]
    content = page.layout(context)
    heading, description = page.title(context)
    t = context.t
    head = [
        html.Meta(charSet="utf-8"),
        html.Meta(name="viewport", content="width=device-width, initial-scale=1"),
        html.Title(f"{heading} · {t('site.name')}"),
        html.Meta(name="description", content=description),
        html.Meta(name="og:title", content=heading),
        html.Meta(name="og:description", content=description),
        html.Link(rel="icon", href=statics.address("icon.svg")),
        html.Link(rel="stylesheet", href=statics.address("app.css")),
        *(
            html.Link(rel="alternate", hrefLang=language, href=_other(context, language))
            for language in LANGUAGES
        ),
    ]
    return "".join(
        [
            f'<!doctype html><html lang="{t.language}"><head>',
            markup(head),
            f'<script src="{statics.address("app.js")}" defer></script></head><body>',
            markup(_frame(context, content)),
            '<div id="react-entry-point" hidden></div>',
            _json("_dash-config", app._config()),
            _json("page-config", _page_config(context, content, statics)),
            "</body></html>",
        ]
    )


def _frame(context: Context, content: list[Component]) -> list[Component]:
    t = context.t
    menu = [
        html.Li(html.A(t(f"menu.{page.name}"), href=address(t, page.name), **_current(page.name, context)))
        for page in PAGES.values()
        if page.in_menu
    ]
    languages = [
        html.A(
            translator(language)("language.name"),
            href=_other(context, language),
            lang=language,
            hrefLang=language,
            **data(same_view="true"),
        )
        for language in LANGUAGES
        if language != t.language
    ]
    return [
        html.A(t("skip"), href="#main", className="skip"),
        html.Header(
            [
                html.A(t("site.name"), href=address(t, "overview"), className="brand"),
                html.Nav(html.Ul(menu), **aria(label=t("menu.label"))),
                html.Div(languages, className="languages"),
            ],
            className="site-header",
        ),
        html.Div(html.P(t("trouble")), id="trouble", role="alert", hidden=True, className="trouble"),
        html.Main([*_refused(context), *content], id="main", tabIndex=-1),
        html.Footer(
            [html.P(t("footer.source")), html.P(t("footer.version", version=context.catalog.version))],
            className="site-footer",
        ),
    ]


def _current(name: str, context: Context) -> dict[str, Any]:
    return aria(current="page") if name == context.page else {}


def _other(context: Context, language: str) -> str:
    query = context.view.query()
    return address(translator(language), context.page, context.key) + (f"?{query}" if query else "")


def _refused(context: Context) -> list[Component]:
    """A visible word for each value of the address that does not exist (any more)."""
    if not context.view.refused:
        return []
    names = ", ".join(f"{name} = {value}" for name, value in context.view.refused)
    return [html.P(context.t("address.refused", names=names), className="notice", role="status")]


def _page_config(context: Context, content: list[Component], statics: Statics) -> dict[str, Any]:
    found = islands(content)
    return {
        "layout": [_lean(island) for island in found],
        "dependencies": dependencies(found),
        "bundles": {name: statics.address(name) for name in BUNDLES},
        "outlines": statics.address(OUTLINES),
        "look": LOOK,
        "chart": CONFIG,
        "palette": TOKENS,
        "words": {"wake": context.t("chart.wake"), "copied": context.t("card.copied")},
    }


def _lean(island: Island) -> dict[str, Any]:
    packed: dict[str, Any] = island.to_plotly_json()
    packed["props"] = {key: value for key, value in packed["props"].items() if key not in SERVER_ONLY}
    return packed


def dependencies(found: list[Island]) -> list[dict[str, Any]]:
    """Dash's description of the one callback of a page, for the islands that it has."""
    form = next((island for island in found if isinstance(island, Choices)), None)
    outputs = outputs_of(found)
    if form is None or not outputs:
        return []
    return [
        {
            "output": ".." + "...".join(f"{name}.{part}" for name, part in outputs) + "..",
            "inputs": [{"id": form.id, "property": "view"}],
            "state": [],
            "clientside_function": None,
            "prevent_initial_call": True,
        }
    ]


def outputs_of(found: list[Island]) -> list[tuple[str, str]]:
    """(id, property) of every island that a callback redraws."""
    return [
        (island.id, "figure" if isinstance(island, Chart) else "html")
        for island in found
        if not isinstance(island, Choices)
    ]


def _json(element_id: str, content: Any) -> str:
    # `<` is escaped so that no text can close the element.
    text = json.dumps(content, separators=(",", ":"), ensure_ascii=False).replace("<", "\\u003c")
    return f'<script type="application/json" id="{element_id}">{text}</script>'
