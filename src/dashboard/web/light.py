"""The light version of every page, `/lite/fr/...`: words and tables, no script, in parts of 15 kB at most.

Links and forms of a light page lead to light pages, as addresses do that keep a year (`carrying.py`).
"""

from dash import html
from dash.development.base_component import Component
from flask import Flask, abort, redirect, request
from werkzeug.wrappers import Response as BaseResponse

from dashboard.components.islands import aria
from dashboard.components.light import TWIN, Element, light_parts, light_tree
from dashboard.components.markup import markup
from dashboard.pages.registry import context_of, find
from dashboard.presenters.context import Context
from dashboard.web.addresses import asked_otherwise
from dashboard.web.carrying import drawn
from dashboard.web.head import light_head
from dashboard.web.http import A_MINUTE, answer, encoding_asked, packed
from dashboard.web.memory import Memory
from dashboard.web.prefix import with_prefix
from dashboard.web.shell import LIGHT, Site, body_html, html_text, main_html
from dashboard.web.version import VERSION_HEADER, page_version
from dashboard.web.weight import light_weight, said_weight

_PART = "part"
"""What an address says to get another part of a page than the first."""
_MOST = 11_500
"""Compressed bytes of the main part; what stands around it weighs 3 kB with the lines before the page."""
_MEMORY = 4_000_000
_STYLE = "light.css"


def add_light_route(server: Flask, site: Site) -> None:
    """Serve `/lite/<address of a page>?<its query>&part=<n>`."""
    memory: Memory[list[str]] = Memory(_MEMORY)

    @server.get(f"{LIGHT}/<path:path>")
    def light(path: str) -> BaseResponse:
        query = request.query_string.decode("utf-8", "replace")
        context = context_of(site.catalog, f"/{path}", query)
        if context is None:
            abort(404)
        right = context.link(context.page, context.key)
        if asked_otherwise(f"/{path}", right):
            return redirect(LIGHT + right + (f"?{query}" if query else ""))
        encoding, key = encoding_asked(), context.here
        pages = None if context.view.refused else memory.get((key, encoding))
        if pages is None:
            pages = light_documents(context, site, encoding)
            if not context.view.refused:
                memory.keep((key, encoding), pages, sum(map(len, pages)))
        at = min(max(request.args.get(_PART, 1, int), 1), len(pages))
        response = answer({encoding: packed(pages[at - 1].encode(), encoding)}, "text/html", A_MINUTE)
        response.headers[VERSION_HEADER] = page_version(site.catalog.version)
        return response


def light_documents(context: Context, site: Site, encoding: str) -> list[str]:
    """The whole HTML texts of a view, a part each."""
    t = context.t
    twin = html.A(t("light.back"), href=context.here, rel=TWIN)
    body = light_tree(body_html(context, site, main_html(context, drawn(context)), twin), moved)
    main = next(element for element in body.each() if element.tag == "main")
    parts = light_parts(Element("div", {}, main.children), _MOST)
    head = markup(light_head(context, site.public)) + f"<style>{site.statics.text(_STYLE)}</style>"
    before, after = body.html.split(main.html)
    texts = []
    for at, part in enumerate(parts, 1):
        ways = markup(_ways(context, at, len(parts)))
        whole = f"{before}{main.opening}{ways}{part}{ways}{main.closing}{after}"
        said = light_weight(html_text(t, head, whole), encoding, t)
        texts.append(with_prefix(html_text(t, head, said_weight(whole, said)), site.prefix))
    return texts


def moved(address: str) -> str:
    """Where an address of the site leads from a light page: to a light page, if it is that of a page."""
    path = address.partition("#")[0].partition("?")[0]
    return LIGHT + address if path.startswith("/") and find(path) else address


def _ways(context: Context, at: int, count: int) -> list[Component]:
    """The parts of a page, where it has several; this one is no link."""
    if count == 1:
        return []
    t, here = context.t, LIGHT + context.here
    sign = "&" if "?" in here else "?"
    links = [
        html.A(str(n), href=f"{here}{sign}{_PART}={n}", **aria(label=t("light.part", n=n, count=count)))
        if n != at
        else html.Strong(t("light.part", n=n, count=count), **aria(current="page"))
        for n in range(1, count + 1)
    ]
    return [html.Nav([piece for link in links for piece in (link, " ")], **aria(label=t("light.parts")))]
