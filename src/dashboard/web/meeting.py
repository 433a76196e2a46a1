"""A meeting that needs no network: all its slides in both languages in one answer, and as one file."""

import json
from collections.abc import Iterable
from typing import Any

from flask import Flask, Response, abort, request

from dashboard.components.tables import columns_shown
from dashboard.figures.picture_slide import SLIDE_SHAPES
from dashboard.i18n import LANGUAGES, Translator, translator
from dashboard.pages.meeting import found_slide, slides_of
from dashboard.pages.registry import card_of, context_of
from dashboard.presenters.context import Context
from dashboard.presenters.meeting.deck import deck_of, own_codes, slide_ref
from dashboard.presenters.meeting.marked import MOST_MARKED, marked_agencies, marked_lines, places_of_agencies
from dashboard.presenters.meeting.slides import Slide
from dashboard.presenters.meeting.turns import turns_of
from dashboard.presenters.names import agency_link
from dashboard.presenters.plates import file_start, slug
from dashboard.presenters.reader import address, speech
from dashboard.store import Catalog
from dashboard.store.derived import derived
from dashboard.web.http import base_address, file_answer
from dashboard.web.qr import own_machine, printed_base, qr_svg
from dashboard.web.slideshow import slideshow
from dashboard.web.statics import Statics

POWERPOINT = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
SCRIPT_FILE, STYLE_FILE = "meeting.js", "meeting.css"
_WORDS = (
    "ready", "waiting", "previous", "next", "grid", "table", "language", "code", "leave", "marks",
    "earlier", "later", "remove", "open", "no_code", "lost", "number", "black", "file", "caveats",
    "presenter", "coming", "last", "elapsed", "no_caveat", "refused", "code_before",
)  # fmt: skip


def add_meeting_routes(server: Flask, catalog: Catalog, statics: Statics, public_address: str) -> None:
    """Serve `/<language>/meeting/pack.json?<query>` and `/<language>/meeting/file.html?<query>`."""

    @server.get("/<language>/meeting/pack.json")
    def pack(language: str) -> Response:
        return file_answer(_packed(language).encode(), "application/json")

    @server.get("/<language>/meeting/file.html")
    def file(language: str) -> Response:
        text = standalone(_packed(language), speech(catalog, language), statics)
        return file_answer(text.encode(), "text/html", _name(_asked(language), "html"))

    @server.get("/<language>/meeting/file.pptx")
    def powerpoint(language: str) -> Response:
        context = _asked(language)
        base = printed_base(base_address(public_address))
        show = slideshow(slides_of(context, card_of), base)
        return file_answer(show, POWERPOINT, _name(context, "pptx"))

    def _name(context: Context, ending: str) -> str:
        """`onu-mali-2021_reunion_fr.pptx`."""
        t = context.t
        start = f"{file_start(catalog, t)}-{context.year}_{slug(t('slug.meeting'))}"
        return f"{start}_{t.language}.{ending}"

    def _asked(language: str) -> Context:
        """The meeting of the address that is asked for."""
        query = request.query_string.decode("utf-8", "replace")
        known = language in LANGUAGES
        context = context_of(catalog, address(translator(language), "meeting"), query) if known else None
        if context is None:
            abort(404)
        return context

    def _packed(language: str) -> str:
        context = _asked(language)
        base = base_address(public_address)
        return _kept(catalog, language, context.view.query(), base)


@derived(most=8)
def _kept(catalog: Catalog, language: str, query: str, base: str) -> str:
    """The text of a pack, made once for each meeting: to draw every slide takes seconds."""
    context = context_of(catalog, address(translator(language), "meeting"), query)
    if context is None:
        raise LookupError(query)
    return json.dumps(pack_of(context, base), separators=(",", ":"), ensure_ascii=False)


def pack_of(context: Context, base: str) -> dict[str, Any]:
    """All that a meeting shows: slides by code and language, with what they turn to, marks, words."""
    catalog = context.catalog
    readers = {
        language: context_of(catalog, address(translator(language), "meeting"), context.view.query(hi=""))
        for language in LANGUAGES
    }
    codes = [ref.code for ref in deck_of(context)]
    slides = {language: _slides(reader, codes) for language, reader in readers.items() if reader}
    shown = [code for code in codes if code in slides[LANGUAGES[0]]]
    there = base + context.lasting
    return {
        "language": context.t.language,
        "languages": list(LANGUAGES),
        "codes": shown,
        "own": list(own_codes(catalog, context.view.deck)),
        "marks": list(context.view.items("hi")[:MOST_MARKED]),
        "most": MOST_MARKED,
        "kept": context.view.query(s="", hi=""),
        "base": base,
        "code": "" if own_machine(base) else qr_svg(there).decode(),
        "places": _places(context),
        "words": {language: _words(reader) for language, reader in readers.items() if reader},
        "slides": slides,
    }


def _words(reader: Context) -> dict[str, Any]:
    t = reader.t
    named = {agency: agency_link(reader, agency).text for agency in marked_agencies(reader)}
    said = {name: t.template(f"meeting.ui.{name}") for name in _WORDS}
    return {**said, "agencies": named, "page": reader.link("meeting"), "title": t("meeting.title")}


def _slides(reader: Context, codes: Iterable[str]) -> dict[str, dict[str, Any]]:
    """Each slide of the deck, then those that it can turn to."""
    found: dict[str, dict[str, Any]] = {}
    waiting = list(dict.fromkeys(codes))
    for code in waiting:  # which grows on the way; each is drawn once, also one that is no slide
        ref = slide_ref(reader.catalog, code)
        slide = found_slide(reader, card_of, ref) if ref else None
        if slide is None:
            continue
        found[code] = _told(slide)
        others = dict.fromkeys(other for turn in found[code]["turns"] for _, other in turn["options"])
        waiting += [other for other in others if other not in waiting]
    for told in found.values():
        for turn in told["turns"]:  # an indicator without a picture is no slide
            turn["options"] = [option for option in turn["options"] if option[1] in found]
    return found


def _told(slide: Slide) -> dict[str, Any]:
    columns = columns_shown(slide.card.columns)
    rows = [[str(row[column.name]) for column in columns] for row in slide.card.rows.to_dict("records")]
    return {
        "title": slide.title,
        "home": slide.home,
        "said": marked_lines(slide.context, slide.ref),
        "caveats": slide.caveats,
        "placed": slide.context.page == "map",
        "table": {
            "head": [column.heading for column in columns],
            "numeric": [column.numeric for column in columns],
            "rows": rows,
        },
        "turns": [{"label": turn.label, "options": turn.options} for turn in turns_of(slide)],
        **{shape: _quoted(slide.svg(shape)) for shape in SLIDE_SHAPES},
    }


def _quoted(svg: str) -> str:
    """The same picture in quotes that JSON need not escape, where it has none of them."""
    return svg if "'" in svg else svg.replace('"', "'")


def _places(context: Context) -> dict[str, list[str]]:
    """The places of both levels that results under an agency's outputs name."""
    year = int(context.view.year)
    levels = [places_of_agencies(context.catalog, year, level) for level in context.catalog.levels]
    return {agency: [place for level in levels for place in level[agency]] for agency in levels[0]}


def _plain(statics: Statics, name: str) -> str:
    """A file as it is, to be written into another one."""
    return statics.content(name)[""].decode()


def standalone(packed: str, t: Translator, statics: Statics) -> str:
    """One HTML file with everything in it, which asks nobody for anything."""
    safe = packed.replace("</", "<\\/").replace("<!--", "\\u003c!--")
    return (
        f'<!doctype html><html lang="{t.language}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<title>{t("meeting.title")} · {t("site.name")}</title><link rel="icon" href="data:,">'
        f"<style>{_plain(statics, STYLE_FILE)}</style></head><body><main><h1>{t('meeting.title')}</h1>"
        '<ol id="slides" class="slides"></ol></main>'
        f'<script type="application/json" id="meeting-pack">{safe}</script>'
        f"<script>{_plain(statics, SCRIPT_FILE)}</script></body></html>"
    )
