"""The address of a page is the whole state of the view: reading it and writing it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import parse_qsl, urlencode

from dashboard.domain.text import folded


@dataclass(frozen=True)
class Choice:
    """One thing that a reader can choose on a page.

    Attributes:
        name: the key in the address.
        allowed: the values that exist now; None for free text.
        default: the value that the address leaves out.
        many: whether several values may be chosen (written `a,b`).
        moves: whether the default is another when there are newer data; an address that is to last says it.
        spellings: value by another word for it, `folded`; any case of a value itself is understood without.
    """

    name: str
    allowed: tuple[str, ...] | None = None
    default: str = ""
    many: bool = False
    moves: bool = False
    spellings: Mapping[str, str] = field(default_factory=dict, hash=False)

    def meant(self, text: str) -> str | None:
        """The value that a text of the address stands for (one item of it for a choice of many); None where
        there is no such value now."""
        if self.allowed is None or text == self.default or text in self.allowed:
            return text
        return self._by_spelling.get(folded(text))

    @cached_property
    def _by_spelling(self) -> dict[str, str]:
        own = {folded(value): value for value in (self.default, *(self.allowed or ())) if value}
        return {**self.spellings, **own}


LONGEST_TEXT = 100
"""Free text in an address is cut here: nobody searches with more, and a figure's key stays small."""


class _Chosen:
    """The value of the choice that it is named after."""

    def __set_name__(self, owner: type["View"], name: str) -> None:
        self._name = name

    def __get__(self, view: "View", owner: type["View"]) -> str:
        return view.values[self._name]


@dataclass(frozen=True)
class View:
    """What a page shows: every choice with its value, and what of the address was refused.

    The choices that code speaks of have a name here, so that a slip in one is found before a page is drawn.

    Attributes:
        values: value by choice name, defaults filled in.
        refused: (name, value) pairs of the address that no choice accepts.
        defaults: default by choice name, in the order of the page.
        moving: the defaults that newer data change, by choice name.
    """

    values: Mapping[str, str]
    refused: tuple[tuple[str, str], ...] = ()
    defaults: Mapping[str, str] = field(default_factory=dict)
    moving: Mapping[str, str] = field(default_factory=dict)

    axis = _Chosen()
    by = _Chosen()
    deck = _Chosen()
    direction = _Chosen()
    find = _Chosen()
    indicator = _Chosen()
    keys = _Chosen()
    level = _Chosen()
    measure = _Chosen()
    page = _Chosen()
    place = _Chosen()
    q = _Chosen()
    reference = _Chosen()
    region = _Chosen()
    scale = _Chosen()
    search = _Chosen()
    season = _Chosen()
    severity = _Chosen()
    sex = _Chosen()
    show = _Chosen()
    sort = _Chosen()
    theme = _Chosen()
    unit = _Chosen()
    view = _Chosen()
    year = _Chosen()

    def __getitem__(self, name: str) -> str:
        return self.values[name]

    def items(self, name: str) -> tuple[str, ...]:
        """The values of a choice of many, in the order of the address."""
        return tuple(item for item in self.values[name].split(",") if item)

    def query(self, **changes: str) -> str:
        """The canonical query string (`axis=1&sort=gap`), after changes; defaults are left out."""
        merged = {**self.values, **changes}
        pairs = [(name, merged[name]) for name in self.defaults if merged[name] != self.defaults[name]]
        return urlencode(pairs, safe=",")

    def lasting(self) -> str:
        """The query string of a view that stays what it is when newer data come."""
        pairs = [(name, value) for name, value in self.moving.items() if self.values[name] == value]
        return "&".join(part for part in (self.query(), urlencode(pairs)) if part)


def read_view(choices: Sequence[Choice], query: str) -> View:
    """The view that a query string asks for.

    Args:
        choices: what the page offers, in order.
        query: the text after `?`; anything may stand there.

    Returns:
        A view with every choice filled; what is unknown or outdated falls back to the default and
        is listed in `refused`, and so is a second value where only one can hold. Unknown keys
        (trackers of other sites) are ignored silently.
    """
    asked: dict[str, list[str]] = {}
    for name, value in parse_qsl(query.lstrip("?")[:4000], keep_blank_values=False, errors="replace"):
        asked.setdefault(name, []).append(value)
    values, refused, defaults = {}, [], {}
    for choice in choices:
        defaults[choice.name] = choice.default
        given = asked.get(choice.name, [choice.default])
        # A form without scripts writes a choice of many as `a=1&a=2`; of any other the last one counts.
        items = ",".join(given).split(",") if choice.many else [given[-1].strip()[:LONGEST_TEXT]]
        meant = {item: choice.meant(item) for item in items if item or not choice.many}
        if not choice.many:
            lost = dict.fromkeys(text.strip()[:LONGEST_TEXT] for text in given[:-1])
            refused += [(choice.name, item) for item in lost if item not in meant]
        good = dict.fromkeys(value for value in meant.values() if value is not None)
        refused += [(choice.name, item) for item, value in meant.items() if value is None]
        values[choice.name] = ",".join(good) or choice.default
    moving = {choice.name: choice.default for choice in choices if choice.moves}
    return View(values, tuple(refused), defaults, moving)
