"""What a slide says, from the card that it shows."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from dashboard.components.cards import Card
from dashboard.components.findings import Finding
from dashboard.domain.board import Board
from dashboard.domain.picture import Drawing
from dashboard.figures.picture_board import board_drawing
from dashboard.figures.picture_slide import SlidePicture, slide_svg
from dashboard.presenters.context import Context
from dashboard.presenters.meeting.deck import SlideRef, code_of
from dashboard.presenters.plates import chosen_words

_LONGEST_TITLE = 120
"""Letters of a title; a longer finding stands beneath the name of what is shown."""
_OWN_IDS = re.compile(r'(id="|url\(#)(hatch|frame)')
"""What drawings refer to within themselves."""
_HOMES = {"meeting-year": ("overview", ""), "agencies-matrix": ("agencies", "agencies-matrix")}
"""Cards that stand elsewhere than on the page that their id begins with: page and place on it."""
_STATUS = ("overview", "overview-status")


@dataclass(frozen=True)
class Turn:
    """What a room may ask of a slide: a choice in words, and the code of the slide for each of its values."""

    label: str
    options: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Slide:
    """A slide in one language.

    Attributes:
        ref: what the address says.
        context: of the view that it shows.
        card: what is shown.
        title: the finding, or what the office has written instead.
        about: measure, unit, place, year, choices.
        source: where the numbers come from and what must be said with them.
        findings: what the report's own contradictions touch here, the gravest first.
        home: address of the very card on its page.
    """

    ref: SlideRef
    context: Context
    card: Card
    title: str
    about: str
    source: str
    findings: tuple[Finding, ...]
    home: str

    @property
    def caveats(self) -> list[str]:
        """The findings in full, each with what it is about."""
        t = self.context.t
        return [
            t("meeting.caveat", word=one.word, subject=one.subject.text, text=one.sentence)
            for one in self.findings
        ]

    @property
    def code(self) -> str:
        """The shortest code of what it shows."""
        return (
            code_of(self.context.catalog, self.card.id, self.context) if not self.ref.row else self.ref.code
        )

    def svg(self, shape: str, said: str = "", number: str = "") -> str:
        """The slide as a picture.

        Args:
            shape: one of `SLIDE_SHAPES`.
            said: what it says of marked agencies.
            number: which of how many it is.
        """
        picture = SlidePicture(
            title=self.title,
            about=self.about,
            said=said,
            drawing=self.drawing,
            caveat=self.caveats[0] if self.findings else "",
            source=self.source,
            number=number,
        )
        own = re.sub(r"\W", "-", f"{self.ref.code}-{shape}")
        return _OWN_IDS.sub(rf"\1\2-{own}", slide_svg(picture, shape))

    @property
    def drawing(self) -> Drawing:
        """The picture, marked rows first.

        Raises:
            ValueError: for a card without a drawing.
        """
        if self.card.board:
            return board_drawing(marked_first(self.card.board))
        if self.card.drawing is None:
            raise ValueError(f"{self.card.id} has no picture")
        return self.card.drawing


def slide_of(ref: SlideRef, context: Context, card: Card) -> Slide:
    """The slide of a card that has a picture."""
    t = context.t
    finding = card.brief or card.finding
    own = t.of(ref.row, "title") if ref.row else ""
    long = len(finding) > _LONGEST_TITLE or not finding
    about = [card.heading] if own else [finding] if long and finding else []
    if not long and not own and card.heading != finding:
        about = [card.heading]
    return Slide(
        ref=ref,
        context=context,
        card=card,
        title=own or (card.heading if long else finding),
        about=" · ".join([*about, *filter(None, [card.subtitle, *_chosen(context)])]),
        source=_sentences([card.source, *card.cited]),
        findings=tuple(card.findings),
        home=_home(context, card),
    )


def _chosen(context: Context) -> Iterable[str]:
    """The choices in words, without the marks of a meeting, which a slide shows itself."""
    return chosen_words(context)


def _sentences(parts: Iterable[str]) -> str:
    return " ".join(part if part.endswith((".", "!", "?")) else f"{part}." for part in parts if part)


def _home(context: Context, card: Card) -> str:
    page, anchor = _HOMES.get(card.id, _STATUS)
    if context.page != "meeting" and card.id not in _HOMES:
        return f"{context.here}#{card.id}"
    query = context.view.query() if page == context.page else ""
    return context.link(page) + (f"?{query}" if query else "") + (f"#{anchor}" if anchor else "")


def marked_first(board: Board) -> Board:
    """The same board, the marked rows right below the total."""
    order = {"total": 0, "chosen": 1}
    return replace(board, rows=tuple(sorted(board.rows, key=lambda row: order.get(row.kind, 2))))
