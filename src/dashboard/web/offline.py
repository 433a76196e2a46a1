"""The whole site of a language in one file, for readers who lose the network; made when first asked for.

Pages share most of their bytes: packed together they weigh a tenth of what they weigh one by one.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from threading import Lock, Thread

import brotli
from flask import Flask, Response, abort, request

from dashboard.i18n import LANGUAGES, translator
from dashboard.pages.registry import PAGES, context_of
from dashboard.presenters.reader import address, speech
from dashboard.store.build import kept
from dashboard.store.report_texts import texts_sum
from dashboard.web.addresses import subjects
from dashboard.web.http import answer, encoding_asked
from dashboard.web.prefix import with_prefix
from dashboard.web.security import HEADERS, PAGE_HEADERS, WORKER_POLICY
from dashboard.web.shell import OUTLINES, Site, document
from dashboard.web.version import page_version
from dashboard.web.weight import BUNDLES, CHART_LOOK, DASH_SCRIPT

WORKER = "sw.js"
"""The file that answers for the server where there is no network."""
_BACK = "no-cache"
"""Browsers keep it, and ask each time whether it is still good."""
_NEVER = {"Cache-Control": "no-store"}
_STATIC = re.compile(r"/static/[\w.-]+\.(?:css|json|js|svg|ogg|opus|mp3|m4a)\b")
_PASSPORTS = "figure"


def add_offline_routes(server: Flask, site: Site) -> None:
    """Serve `/sw.js`, and by language `site.webmanifest` and `site.json`: the whole site, with `?size` only
    its bytes on the wire; 202 and `null` while it is made."""
    whole = {language: WholeSite(site, language) for language in LANGUAGES}

    @server.get("/<language>/site.webmanifest")
    def manifest(language: str) -> Response:
        if language not in whole:
            abort(404)
        return answer(_manifest(site, language).encode(), "application/manifest+json", _BACK)

    if site.is_preview:  # nothing of a draft is kept on a device
        return

    @server.get(f"/{WORKER}")
    def worker() -> Response:
        response = answer(site.statics.content(WORKER), "text/javascript", _BACK)
        response.headers["Content-Security-Policy"] = WORKER_POLICY
        return response

    @server.get("/<language>/site.json")
    def site_file(language: str) -> Response:
        if language not in whole:
            abort(404)
        packed = whole[language].packed
        if "size" in request.args or packed is None:
            size = {"bytes": len(packed) if packed else None}
            return Response(json.dumps(size), 200 if packed else 202, _NEVER, mimetype="application/json")
        takes_it = encoding_asked() == "br"
        content = {"br": packed} if takes_it else {"": brotli.decompress(packed)}
        return answer(content, "application/json", _BACK)


class WholeSite:
    """All pages of a language with the files that they read, made once per version beside the work for
    readers.

    The file is JSON: `version`, `headers` (of every page), `pages` (address -> HTML), `files` (addresses).
    What draws live charts and what asks the server is left out: neither works without it.
    """

    def __init__(self, site: Site, language: str) -> None:
        self._site, self._language = site, language
        self._made: bytes | None = None
        self._making: Thread | None = None
        self._lock = Lock()

    @property
    def packed(self) -> bytes | None:
        """The file in brotli, as 16 MB of text stay in no worker; None while it is made, which the first to
        ask begins."""
        with self._lock:
            if self._made is None and (self._making is None or not self._making.is_alive()):
                self._making = Thread(target=self.make, name=f"site-{self._language}", daemon=True)
                self._making.start()
            return self._made

    def make(self) -> None:
        """Make it, or take it from the build folder."""
        catalog = self._site.catalog
        own = f"{self._site.prefix.replace('/', '-')}{texts_sum(catalog.texts)}"
        name = f"site-{self._language}{own}-{{}}.json.br"
        self._made = kept(self._site.statics.build, name, page_version(catalog.version), self._whole)

    def _whole(self) -> bytes:
        prefix, pages = self._site.prefix, dict(self._pages())
        left_out = {
            self._site.statics.address(name) for name in (DASH_SCRIPT, *BUNDLES, CHART_LOOK, OUTLINES)
        }
        found = {file for text in pages.values() for file in files_of(text)}
        whole = {
            "version": page_version(self._site.catalog.version),
            "headers": {**HEADERS, **PAGE_HEADERS},
            "pages": {prefix + path: with_prefix(text, prefix) for path, text in pages.items()},
            "files": [prefix + file for file in sorted(found - left_out)],
        }
        return bytes(brotli.compress(json.dumps(whole, ensure_ascii=False).encode(), quality=9, lgwin=24))

    def _pages(self) -> Iterator[tuple[str, str]]:
        """Every page of the menu and beside it, then the passports that any page leads to, passports too."""
        t = translator(self._language)
        passport = re.compile(rf'href="({re.escape(address(t, _PASSPORTS, "x")[:-1])}[^"#?]+)')
        waiting = [address(t, page, key) for page in PAGES for key in subjects(self._site.catalog, page)]
        known = set(waiting)
        while waiting:
            path = waiting.pop(0)
            text = self._text(path)
            yield path, text
            more = sorted(set(passport.findall(text)) - known)
            known.update(more)
            waiting += more

    def _text(self, path: str) -> str:
        context = context_of(self._site.catalog, path, "")
        if context is None:
            raise LookupError(f"a page leads to {path}, which is no page")
        return document(context, replace(self._site, prefix=""))


def files_of(page: str) -> set[str]:
    """The addresses of the files that a page reads, and of what it plays."""
    return set(_STATIC.findall(page))


def _manifest(site: Site, language: str) -> str:
    t = speech(site.catalog, language)
    start = address(t, "overview")
    picture = {"src": site.statics.address("icon.svg"), "sizes": "any", "type": "image/svg+xml"}
    facts = {
        "name": t("site.name"),
        "short_name": t("site.name"),
        "lang": t.manners.tag,
        "id": start,
        "start_url": start,
        "scope": f"{site.prefix}/",
        "display": "minimal-ui",
        "icons": [picture],
    }
    return json.dumps(facts, ensure_ascii=False)
