"""The ways to share a card, as links that work without scripts: its address, a message, a letter, a code."""

import re
from collections.abc import Callable
from urllib.parse import quote, urlencode

from flask import Flask, abort, redirect, request
from werkzeug.wrappers import Response as BaseResponse

from dashboard.components.cards import Card
from dashboard.components.tools import ELEMENT
from dashboard.pages.registry import card_of
from dashboard.presenters.context import Context
from dashboard.presenters.meeting.deck import code_of, deck_choices, own_codes
from dashboard.store import Catalog
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
        base = (public_address or request.host_url).rstrip("/")
        spot = request.args.get(ELEMENT, card.id)
        return _ANSWERS[way](f"{base}{context.lasting}#{quote(spot)}", context, card)


def _page(address: str, context: Context, card: Card) -> BaseResponse:
    return redirect(address)


def _whatsapp(address: str, context: Context, card: Card) -> BaseResponse:
    return redirect(
        f"https://wa.me/?{urlencode({'text': _message(address, context, card)}, quote_via=quote)}"
    )


def _letter(address: str, context: Context, card: Card) -> BaseResponse:
    said = {"subject": f"{card.heading} · {context.t('site.name')}", "body": _message(address, context, card)}
    return redirect(f"mailto:?{urlencode(said, quote_via=quote)}")


def _code(address: str, context: Context, card: Card) -> BaseResponse:
    return code_answer(address, context.t)


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
    after = [" · ".join(filter(None, measured)), address]
    room = LONGEST_MESSAGE - sum(len(text) + 1 for text in after)
    return "\n".join(text for text in (_shortened(_said(card), room), *after) if text)


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
