"""Meeting: slides made of the site's own cards, in an order that the address holds."""

from collections.abc import Callable, Sequence
from urllib.parse import urlencode

from dash import html
from dash.development.base_component import Component

from dashboard.components.cards import Card
from dashboard.components.controls import choice_list, hidden_field
from dashboard.components.frame import print_button
from dashboard.components.islands import aria, data
from dashboard.components.markup import Raw
from dashboard.domain.view import Choice
from dashboard.pages import Cards, Page
from dashboard.presenters.context import Context
from dashboard.presenters.indicators.moves import MOVED, moves_card
from dashboard.presenters.meeting.deck import SlideRef, deck_choices, deck_of, own_codes
from dashboard.presenters.meeting.marked import marked_agencies, marked_lines, marks_query
from dashboard.presenters.meeting.slides import Slide, slide_of
from dashboard.presenters.meeting.year import year_card
from dashboard.presenters.names import agency_link
from dashboard.presenters.years import report_year, year_links
from dashboard.store import Catalog

FindCard = Callable[[Catalog, str, str, str, str], tuple[Context, Card] | None]
"""The card of (language, id, key, query) on whatever page it is: the pages are strangers to each other."""


def meeting_page(find: FindCard) -> Page:
    """The page of meetings over all cards of the site."""
    return Page(
        "meeting",
        title=_title,
        layout=lambda context: _layout(context, find),
        choices=_choices,
        cards=_cards,
        assets=("meeting.css", "meeting.js"),
    )


def _choices(catalog: Catalog) -> tuple[Choice, ...]:
    return (report_year(catalog), *deck_choices(catalog))


def _title(context: Context) -> tuple[str, str]:
    return context.t("meeting.title"), context.t("meeting.description")


def _cards(context: Context) -> Cards:
    """The cards that only meetings have."""

    def moved(block: str) -> Callable[[], Card]:
        return lambda: moves_card(context, f"meeting-{block}", block)

    return {
        "meeting-year": lambda: year_card(context, "meeting-year"),
        **{f"meeting-{block}": moved(block) for block in MOVED},
    }


def slides_of(context: Context, find: FindCard) -> list[Slide]:
    """The slides of a meeting, marked as its address says; cards that are no longer there are left out."""
    found = [found_slide(context, find, ref) for ref in deck_of(context)]
    return [slide for slide in found if slide]


def found_slide(context: Context, find: FindCard, ref: SlideRef) -> Slide | None:
    """One slide; None where there is no such card, or it has no picture."""
    year = urlencode({"year": context.view.year})
    query = "&".join(filter(None, [ref.query, year, marks_query(context.view.items("hi"))]))
    found = find(context.catalog, context.t.language, ref.card, ref.key, query)
    if found is None or (found[1].drawing is None and found[1].board is None):
        return None
    return slide_of(ref, *found)


def said_of_marked(slide: Slide, marks: Sequence[str]) -> str:
    """What a slide says of the marked agencies: of two together where it can, else of each."""
    lines = {
        marks: line for marks, line in marked_lines(slide.context, slide.ref).items() if line != slide.title
    }
    together = lines.get(" ".join(sorted(marks)))
    own = list(dict.fromkeys(lines[mark] for mark in marks if mark in lines))
    return together or " · ".join(own)


def _layout(context: Context, find: FindCard) -> list[Component]:
    t, slides = context.t, slides_of(context, find)
    heading, description = _title(context)
    return [
        html.Div(
            [
                html.Div([html.H1(heading), html.P(description, className="subtitle"), *year_links(context)]),
                _marking(context),
            ],
            className="meeting-head",
        ),
        *([_tools(context)] if slides else []),
        *_left_out(context, slides),
        html.Ol(
            [_item(context, slides, at) for at in range(len(slides))],
            id="slides",
            className="slides",
            **data(pack=_file(context, "pack.json")),
        )
        if slides
        else html.P(t("meeting.empty"), className="notice"),
    ]


def _tools(context: Context) -> Component:
    """To show the meeting, to take it away, to print it; and whether it needs the network still."""
    t = context.t
    return html.P(
        [
            html.A(t("meeting.start"), href="#1", className="button needs-script"),
            html.A(t("meeting.file"), href=_file(context, "file.html"), download="", className="button"),
            html.A(
                t("meeting.powerpoint"), href=_file(context, "file.pptx"), download="", className="button"
            ),
            print_button(t("print.page")),
            html.Span(id="meeting-ready", role="status"),
        ],
        className="meeting-tools",
    )


def _file(context: Context, name: str) -> str:
    """The address of the whole meeting, to be kept or taken away."""
    query = context.view.query()
    return f"/{context.t.language}/meeting/{name}" + (f"?{query}" if query else "")


def _left_out(context: Context, slides: list[Slide]) -> list[Component]:
    """What the address asks for and no slide shows: never dropped without a word."""
    asked = context.view.items("s") or own_codes(context.catalog, context.view.deck)
    shown = {slide.ref.code for slide in slides}
    lost = [code for code in asked if code not in shown]
    return [html.P(context.t("meeting.lost", codes=", ".join(lost)), className="notice")] if lost else []


def _marking(context: Context) -> Component:
    """`Mon entité`: a form that works without scripts and keeps the deck."""
    t, marks = context.t, context.view.items("hi")
    options = [(agency, agency_link(context, agency).text) for agency in marked_agencies(context)]
    kept = [
        hidden_field(name, context.view[name])
        for name in ("deck", "s")
        if context.view[name] != context.view.defaults[name]
    ]
    everyone = ("", t("meeting.mine.none"))
    choice = choice_list("hi", t("meeting.mine"), [everyone, *options], "".join(marks[:1]))
    button = html.Button(t("meeting.mine.mark"), type="submit", className="button")
    return html.Form(
        [*kept, choice, button], action=context.link("meeting"), method="get", className="marking"
    )


def _item(context: Context, slides: list[Slide], at: int) -> Component:
    t, slide = context.t, slides[at]
    said = said_of_marked(slide, context.view.items("hi"))
    number = t("meeting.number", n=at + 1, all=len(slides))
    picture = Raw(slide.svg("wide", said, number))
    heading = html.H2(slide.title, id=f"slide-{at + 1}", className="visually-hidden")
    return html.Li(
        [heading, html.Div(picture, className="slide"), _controls(context, slides, at)],
        id=str(at + 1),
        **data(code=slide.ref.code),
        **aria(labelledby=f"slide-{at + 1}"),
    )


def _controls(context: Context, slides: list[Slide], at: int) -> Component:
    """Links that change the order or leave a slide out: the deck is the address."""
    t, codes = context.t, [slide.ref.code for slide in slides]
    moves: list[tuple[str, list[str]]] = []
    if at:
        moves.append(("earlier", [*codes[: at - 1], codes[at], codes[at - 1], *codes[at + 1 :]]))
    if at + 1 < len(codes):
        moves.append(("later", [*codes[:at], codes[at + 1], codes[at], *codes[at + 2 :]]))
    if len(codes) > 1:
        moves.append(("leave", [*codes[:at], *codes[at + 1 :]]))
    links = [html.A(t("meeting.card"), href=slides[at].home)]
    links += [
        html.A(t(f"meeting.{name}"), href=_deck_address(context, order), **data(move=name))
        for name, order in moves
    ]
    return html.P(links, className="slide-controls")


def _deck_address(context: Context, codes: list[str]) -> str:
    own = tuple(codes) == own_codes(context.catalog, context.view.deck)
    query = context.view.query(s="" if own else ",".join(codes))
    return context.link("meeting") + (f"?{query}" if query else "")
