"""What can be done with a card: take it along, share it, see it on the whole screen.

Two menus that open without scripts (one at a time, where browsers know `name`) and a button. What needs
scripts appears only with them.
"""

from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from dash import html
from dash.development.base_component import Component

from dashboard.components.islands import data
from dashboard.components.native import Native
from dashboard.i18n import Translator

HXL = "hxl=on"
"""What the address of a card's file says to get a second header line of HXL hashtags."""
ELEMENT = "at"
"""What the address of a shared card says, where the card stands in an element that is not named after it."""
WAYS = ("link", "whatsapp", "mail", "qr")
"""The ways to share a card: the last part but one of the address that leads there."""
PAGE_SHARED = "/share-page"
"""What the addresses begin with that share a whole page, after the language."""


def tool_row(section: str, csv: str, image: str, t: Translator) -> Component:
    """The three controls of a card.

    Args:
        section: id of the element that holds the card.
        csv: address of its numbers as a file.
        image: address of its picture; empty for a card without one.
        t: the reader's words.
    """
    full = _button("full", t("card.full"), card=section, other=t("card.full.leave"))
    return html.Div(
        [
            _menu(t("card.take"), [*_pictures(image, t), *_numbers(csv, t)]),
            _menu(t("card.share"), [*_shares(section, csv, t), *_to_room(csv, image, t)]),
            full,
        ],
        className="tools",
    )


def page_share(here: str, page: str, key: str, t: Translator) -> Component:
    """The ways to send a page about one thing: a place, a figure.

    Args:
        here: its address.
        page, key: what it is about.
        t: the reader's words.
    """
    there = f"/{t.language}{PAGE_SHARED}"
    sent = [
        _link(way, t(f"card.{way}"), f"{there}/{way}/{page}/{quote(key)}", rel="nofollow") for way in _SENT
    ]
    own = [_link("link", t("card.link"), here), _button("send", t("card.send"))]
    return html.Div(_menu(t("card.share"), [*own, *sent]), className="tools")


_SENT = ("whatsapp", "mail")


def _menu(name: str, items: Sequence[Component]) -> Component:
    """A menu under its name; the script of menus closes it by key and by a touch elsewhere."""
    listed = html.Ul([html.Li(item) for item in items], className="tool-list")
    summary = Native("summary", {"class": "tool"}, name)
    return Native("details", {"class": "tool-menu", "name": "tools"}, [summary, listed])


def _pictures(image: str, t: Translator) -> list[Component]:
    """The picture for a screen, for a phone, for a document and for the clipboard."""
    if not image:
        return []
    return [
        _button("png", t("card.png"), size="wide"),
        _button("png", t("card.png.phone"), size="phone"),
        _link("svg", t("card.svg"), image, download=""),
        _button("copy", t("card.copy")),
    ]


def _numbers(csv: str, t: Translator) -> list[Component]:
    """The numbers as a file, and the same with HXL hashtags for humanitarian tools."""
    tagged = _with(csv, HXL)
    return [
        _link("csv", t("card.csv"), csv, download=""),
        _link("hxl", t("card.hxl"), tagged, HXL, download="", title=t("card.hxl.why")),
    ]


def _shares(section: str, csv: str, t: Translator) -> list[Component]:
    """The address of the view, by every way that a reader may want to send it."""
    spot = "" if f"/{section}" in csv else f"{ELEMENT}={section}"
    links = [
        _link(way, t(f"card.{way}"), _with(_shared(csv, way), spot), spot, rel="nofollow", card=section)
        for way in WAYS
    ]
    return [links[0], _button("send", t("card.send"), card=section), *links[1:]]


def _to_room(csv: str, image: str, t: Translator) -> list[Component]:
    """The way into a meeting; a slide needs a picture."""
    there = _shared(csv, "meeting")
    return [_link("meeting", t("meeting.add"), there, rel="nofollow")] if image else []


def _shared(csv: str, way: str) -> str:
    """The address that shares a card: that of its numbers (`/fr/csv/x.csv?by=axis`) in another form."""
    path, mark, query = csv.partition("?")
    return path.replace("/csv/", f"/share/{way}/", 1).removesuffix(".csv") + mark + query


def _with(address: str, more: str) -> str:
    return f"{address}{'&' if '?' in address else '?'}{more}" if more else address


def _link(tool: str, text: str, href: str, also: str = "", card: str = "", **attributes: Any) -> Component:
    """A link that follows the view; `also` is what its address says beside that."""
    facts = {"tool": tool, "same_view": "true"} | ({"also": also} if also else {})
    return html.A(text, href=href, **attributes, **data(**facts, **({"card": card} if card else {})))


def _button(tool: str, text: str, **more: str) -> Component:
    facts = data(tool=tool, **more)
    return html.Button(text, type="button", className="tool needs-script", **facts)
