"""What a room may ask of a slide, answered live: another measure, another level, the next indicator."""

from collections.abc import Mapping

from dashboard.presenters.context import Context
from dashboard.presenters.indicators.board import block_rows
from dashboard.presenters.indicators.moves import MOVED
from dashboard.presenters.meeting.deck import code_of
from dashboard.presenters.meeting.slides import Slide, Turn
from dashboard.presenters.money.board import MEASURES


def turns_of(slide: Slide) -> list[Turn]:
    """The choices that a slide offers in the room; none for most."""
    page = slide.context.page
    if page == "funding":
        return [_turn(slide, "unit", "funding.unit", {face: f"board.unit.{face}" for face in MEASURES})]
    if page == "map":
        return [
            _turn(
                slide,
                "level",
                "map.level",
                {level: f"map.level.{slide.context.role(level)}" for level in slide.context.catalog.levels},
            )
        ]
    if page == "trends" or slide.card.id in _boards():
        return [_indicators(slide.context)]
    return []


def _boards() -> list[str]:
    """The cards of what moved, one for each way."""
    return [f"meeting-{block}" for block in MOVED]


def _turn(slide: Slide, choice: str, label: str, words: Mapping[str, str]) -> Turn:
    """The turns of a choice: `words` are the keys of what its values are called."""
    t, context = slide.context.t, slide.context
    unmarked = context.at(**{name: "" for name in ("hi",) if name in context.view.defaults})
    options = tuple(
        (t(word), code_of(context.catalog, slide.card.id, unmarked.at(**{choice: value})))
        for value, word in words.items()
    )
    return Turn(t(label), options)


def _indicators(context: Context) -> Turn:
    """Both boards of what moved, then each indicator on them."""
    t, catalog = context.t, context.catalog
    boards = tuple(
        (t(f"status.block.{block}", n=len(block_rows(context, block))), board)
        for block, board in zip(MOVED, _boards(), strict=True)
    )
    own = {key: row.slide_id for row in catalog.decks.values() if (key := row.card)}
    keys = dict.fromkeys(row.indicator for block in MOVED for row in block_rows(context, block))
    named = tuple((t.of(catalog.indicators[key]), f"trends-{key};indicator:{key}") for key in keys)
    return Turn(t("meeting.indicator"), (*((text, own.get(code, code)) for text, code in boards), *named))
