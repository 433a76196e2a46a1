"""The ways to share a card or a page, as links that work without scripts: address, message, letter, code."""

import re
from collections.abc import Callable
from urllib.parse import quote, urlencode

from flask import Flask, abort, redirect, request
from werkzeug.wrappers import Response as BaseResponse

from dashboard.components.cards import Card
from dashboard.components.tools import ELEMENT, PAGE_SHARED
from dashboard.i18n import LANGUAGES, translator
from dashboard.pages.registry import PAGES, card_of, context_of
from dashboard.presenters.context import Context
from dashboard.presenters.meeting.deck import code_of, deck_choices, own_codes
from dashboard.presenters.reader import Reader
from dashboard.presenters.reader import address as address_of
from dashboard.store import Catalog
from dashboard.web.http import base_address
from dashboard.web.qr import code_answer

BEGUN = "begun"
"""What the address says of the slides that a reader has put together already."""
LONGEST_MESSAGE = 280
"""Signs of a message: it is read at a glance, on the smallest phone."""
_SENTENCE = re.compile(r"(?<=[.!?])(?=\s+[A-ZÀ-Ý0-9«])")


def add_share_routes(server: Flask, catalog: Catalog, public_address: str) -> None:
    """Serve `/<language>/share/<way>/<card>[/<key>]?<query>`; where the operator has set no public address,
    what is shared begins with the host that was asked."""

    @server.get("/<language>/share/<way>/<card_id>", defaults={"key": ""})
    @server.get("/<language>/share/<way>/<card_id>/<key>")
    def share(language: str, way: str, card_id: str, key: str) -> BaseResponse:
        query = request.query_string.decode("utf-8", "replace")
        found = card_of(catalog, language, card_id, key, query)
        if found is None or way not in _ANSWERS:
            abort(404)
        context, card = found
        base = base_address(public_address)
        spot = request.args.get(ELEMENT, card.id)
        return _ANSWERS[way](f"{base}{context.lasting}#{quote(spot)}", context, card)

    @server.get(f"/<language>{PAGE_SHARED}/<way>/<page>/<key>")
    def share_page(language: str, way: str, page: str, key: str) -> BaseResponse:
        query = request.query_string.decode("utf-8", "replace")
        known = language in LANGUAGES and page in PAGES and way in _SENT
        context = context_of(catalog, address_of(translator(language), page, key), query) if known else None
        if context is None:
            abort(404)
        whole = base_address(public_address) + context.lasting
        heading, description = PAGES[page].title(context)
        return _SENT[way](heading, _fitted(heading, [description], whole))


def _page(address: str, reader: Reader, card: Card) -> BaseResponse:
    return redirect(address)


def _whatsapp(address: str, context: Context, card: Card) -> BaseResponse:
    return _by_whatsapp(card.heading, _message(address, context, card))


def _letter(address: str, context: Context, card: Card) -> BaseResponse:
    subject = f"{card.heading} · {context.t('site.name')}"
    return _by_letter(subject, _message(address, context, card))


def _by_whatsapp(_: str, text: str) -> BaseResponse:
    return redirect(f"https://wa.me/?{urlencode({'text': text}, quote_via=quote)}")


def _by_letter(subject: str, text: str) -> BaseResponse:
    return redirect(f"mailto:?{urlencode({'subject': subject, 'body': text}, quote_via=quote)}")


def _code(address: str, reader: Reader, card: Card) -> BaseResponse:
    return code_answer(address, reader.t)


def _meeting(address: str, context: Context, card: Card) -> BaseResponse:
    """The card as the last slide of the meeting that the reader has begun, else of the usual one."""
    catalog, code = context.catalog, code_of(context.catalog, card.id, context)
    begun = [part for part in request.args.get(BEGUN, "").split(",") if part]
    codes = [*(begun or own_codes(catalog, deck_choices(catalog)[0].default)), code]
    codes = list(dict.fromkeys(codes))
    return redirect(f"{context.link('meeting', s=','.join(codes))}#{codes.index(code) + 1}")


def _message(address: str, context: Context, card: Card) -> str:
    """What the card says, what it measures, where and when, and its address: at most `LONGEST_MESSAGE` signs.

    A finding that is too long loses its last sentences, and a sentence its last words.
    """
    dated = str(context.year) in f"{card.brief or card.finding} {card.subtitle}"
    measured = [card.subtitle, "" if dated else context.t("share.when", year=context.year)]
    return _fitted(_said(card), [" · ".join(filter(None, measured))], address)


def _fitted(said: str, about: list[str], address: str) -> str:
    """A message of a sentence, what it is about and an address, in lines."""
    after = [*about, address]
    room = LONGEST_MESSAGE - sum(len(text) + 1 for text in after)
    return "\n".join(text for text in (_shortened(said, room), *after) if text)


def _said(card: Card) -> str:
    """The finding, after what it is about where it does not stand alone."""
    if card.brief or card.heading in card.finding:
        return card.brief or card.finding
    return f"{card.heading}. {card.finding}" if card.finding else card.heading


def _shortened(text: str, room: int) -> str:
    """A text within a number of signs: its first sentences, else its first words."""
    if len(text) <= room:
        return text
    ends = [end.end() for end in _SENTENCE.finditer(text) if end.end() <= room]
    return text[: ends[-1]] if ends else f"{text[: max(room - 1, 0)].rpartition(' ')[0]}…"


_ANSWERS: dict[str, Callable[[str, Context, Card], BaseResponse]] = {
    "link": _page,
    "whatsapp": _whatsapp,
    "mail": _letter,
    "qr": _code,
    "meeting": _meeting,
}
_SENT: dict[str, Callable[[str, str], BaseResponse]] = {
    "whatsapp": _by_whatsapp,
    "mail": _by_letter,
}
"""What can be done with a page: (subject, message) -> answer."""
