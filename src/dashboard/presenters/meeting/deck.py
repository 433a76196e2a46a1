"""The deck is the address: slides in short codes, read in any language and written again.

A code is that of a row of the table `decks`, or a card (`funding-money`, `place-money.ML05`); choices that
differ follow it: `money;unit:amount`, `funding-money;hi:pam~unicef`.
"""

from dataclasses import dataclass
from urllib.parse import parse_qsl, quote, unquote, urlencode

from dashboard.domain.view import Choice
from dashboard.domain.worded import DeckSlide
from dashboard.presenters.context import Context
from dashboard.store import Catalog
from dashboard.store.codes import spellings
from dashboard.store.derived import derived

MOST_SLIDES = 40
"""More are not shown: nobody sits through them, and each is drawn four times."""


@dataclass(frozen=True)
class SlideRef:
    """A slide before anything is drawn.

    Attributes:
        code: as the address has it.
        card: id of the card.
        key: what its page is about; empty for none.
        query: the choices of its page.
        row: of the table `decks`; None for a card that a reader added.
    """

    code: str
    card: str
    key: str
    query: str
    row: DeckSlide | None


def deck_choices(catalog: Catalog) -> tuple[Choice, ...]:
    """Which deck, the slides where they are other than its own, and the agencies that are marked."""
    decks = tuple(dict.fromkeys(map(str, catalog["decks"]["deck"])))
    return (
        Choice("deck", decks, next(iter(decks), "")),
        Choice("s", many=True),
        Choice("hi", tuple(catalog.agencies), many=True, spellings=spellings(catalog, "agencies")),
    )


def deck_of(context: Context) -> list[SlideRef]:
    """The slides of a meeting, in order; those that no row and no card can mean are left out."""
    codes = context.view.items("s") or own_codes(context.catalog, context.view.deck)
    found = [slide_ref(context.catalog, code) for code in codes[:MOST_SLIDES]]
    return [ref for ref in found if ref]


def own_codes(catalog: Catalog, deck: str) -> tuple[str, ...]:
    """The codes of a deck of the table."""
    return tuple(key for key, row in catalog.decks.items() if row.deck == deck)


def slide_ref(catalog: Catalog, code: str) -> SlideRef | None:
    """What a code means; None for one without a card."""
    head, *changes = code.split(";")
    pairs = dict(pair.split(":", 1) for pair in changes if ":" in pair)
    given = {name: unquote(value.replace("~", ",")) for name, value in pairs.items()}
    row = catalog.decks.get(head)
    card, _, key = (row.card, "", row.key) if row else head.partition(".")
    if "-" not in card:
        return None
    query = urlencode({**dict(parse_qsl(row.query if row else "")), **given}, safe=",")
    return SlideRef(code, card, key, query, row)


def code_of(catalog: Catalog, card: str, context: Context) -> str:
    """The shortest code of a card in a view: that of a row of `decks` which says the same, or the card's."""
    query = context.view.query()
    known = _by_view(catalog).get((card, context.key, _sorted(query)))
    if known:
        return known
    head = f"{card}.{context.key}" if context.key else card
    pairs = [f"{name}:{_written(value)}" for name, value in parse_qsl(query)]
    return ";".join([head, *pairs])


def _written(value: str) -> str:
    """A value without the signs that part slides and choices."""
    return "~".join(quote(item, safe="") for item in value.split(","))


def _sorted(query: str) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(parse_qsl(query)))


@derived()
def _by_view(catalog: Catalog) -> dict[tuple[str, str, tuple[tuple[str, str], ...]], str]:
    rows = reversed([*catalog.decks.items()])
    untitled = ((key, row) for key, row in rows if not row.texts.get("title_fr"))
    return {(row.card, row.key, _sorted(row.query)): key for key, row in untitled}
