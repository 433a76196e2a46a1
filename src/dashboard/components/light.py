"""A page as words alone: HTML without scripts, pictures and dress, cut into parts that a bad link carries."""

import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from html import escape
from html.parser import HTMLParser
from itertools import takewhile

from dashboard.components.markup import VOID

_WORDLESS = frozenset({"svg", "script", "style", "template", "colgroup"})
"""Elements that say nothing where nothing is drawn or run."""
_DRAWN = frozenset({"bars", "chart", "needs-script", "past", "sheet-words", "slide"})
"""Classes of what is drawn, dead without a script, needless here or for paper; what stands beside says it."""
_EMPTY = VOID | {"audio", "td", "textarea"}
"""Elements that mean something without anything in them."""
_NUMBERS = frozenset({"amount", "number"})
"""The classes that stay, for a column of numbers is read by its ends."""
_MENU, _KEPT_TOOLS = "tool-menu", ("svg", "csv", "whatsapp")
"""A card's menu, and which of its links stay: its picture, its table, and sending it."""
_SPOKEN = frozenset({
    "action", "aria-current", "aria-label", "checked", "colspan", "controls", "datetime", "for", "href",
    "hreflang", "id", "label", "lang", "maxlength", "method", "name", "open", "preload", "rel",
    "required", "rowspan", "scope", "selected", "start", "tabindex", "type", "value",
})  # fmt: skip
"""Attributes that mean something without style and script."""
_LANDED = frozenset({"main", "section", "article", "input", "select", "textarea"})
"""Elements that links and labels lead to, whose ids stay."""
_CUT = frozenset({"article", "dd", "details", "div", "dl", "main", "ol", "section", "table", "tbody", "ul"})
"""Elements that may go on in the next part."""
_AGAIN = frozenset({"caption", "summary", "thead"})
"""What such an element says first, and says again where it goes on."""
_GRAIN = 1500
"""Letters that are not cut further; as many are weighed at once."""
TWIN = "alternate"
"""`rel` of a link between a page and its light version, which leads where it says."""


@dataclass
class Element:
    """An element of HTML with what stands in it."""

    tag: str
    attributes: dict[str, str | None] = field(default_factory=dict)
    children: "list[Element | str]" = field(default_factory=list)

    @property
    def classes(self) -> set[str]:
        """The words of its `class`."""
        return set((self.attributes.get("class") or "").split())

    @property
    def opening(self) -> str:
        """Its first tag."""
        written = (
            f" {name}" if value is None else f' {name}="{escape(value)}"'
            for name, value in self.attributes.items()
        )
        return f"<{self.tag}{''.join(written)}>"

    @property
    def closing(self) -> str:
        """Its last tag; none for those that hold nothing."""
        return "" if self.tag in VOID else f"</{self.tag}>"

    @cached_property
    def html(self) -> str:
        """The whole of it; asked for once it no longer changes."""
        return f"{self.opening}{''.join(map(_written, self.children))}{self.closing}"

    def each(self) -> "Iterator[Element]":
        """Itself and all elements in it, in their order."""
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.each()


def light_tree(html: str, moved: Callable[[str], str]) -> Element:
    """A page's body without what is drawn or run.

    Args:
        html: the text of it, well-formed as `markup` writes it.
        moved: where an address of the site leads from a light page.
    """
    reader = _TreeReader()
    reader.feed(html)
    reader.close()
    return _thin(reader.root, moved)


def light_parts(tree: Element, most: int) -> list[str]:
    """What an element holds as texts of at most `most` bytes each, compressed, where it can be cut."""
    parts = [_Part()]
    for path, text in _grains(tree, []):
        if not parts[-1].takes(path, text, most):
            parts.append(_Part())
            parts[-1].takes(path, text, most)
    return [part.text for part in parts]


class _Part:
    """A text that grows while it may, and weighs itself as it would travel."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._path: list[Element] = []
        self._weight = 0
        self._pen = zlib.compressobj(6)

    def takes(self, path: list[Element], text: str, most: int) -> bool:
        """Whether there is room for a piece, which then stands in it; the first one always has."""
        more = _between(self._path, path) + text
        weight = len(self._pen.compress(more.encode()) + self._pen.flush(zlib.Z_SYNC_FLUSH))
        if self._texts and self._weight + weight > most:
            return False
        self._texts.append(more)
        self._path = path
        self._weight += weight
        return True

    @property
    def text(self) -> str:
        """All of it, with every element closed."""
        return "".join(self._texts) + _between(self._path, [])


class _TreeReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = Element("div")
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, dict(attrs))
        self._open[-1].children.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open[-1].children.append(Element(tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)


def _written(node: Element | str) -> str:
    return escape(node, quote=False) if isinstance(node, str) else node.html


def _thin(element: Element, moved: Callable[[str], str]) -> Element:
    """The element with what it still says; in a line, words of two elements never touch."""
    children: list[Element | str] = []
    for child in _kept(element):
        thin = child if isinstance(child, str) else _thin(child, moved)
        if isinstance(thin, str):
            children.append(thin)
        elif thin.tag == "span":
            children += [" ", thin, " "] if thin.attributes else [" ", *thin.children, " "]
        elif thin.children or thin.tag in _EMPTY:
            children += [" · ", thin] if thin.tag == "a" and _is_link(children[-1:]) else [thin]
    return Element("span" if _in_line(element) else element.tag, _spoken(element, moved), children)


def _is_link(last: list[Element | str]) -> bool:
    return any(isinstance(node, Element) and node.tag == "a" for node in last)


def _in_line(element: Element) -> bool:
    return bool(element.classes & {"inline", _MENU})


def _kept(element: Element) -> list[Element | str]:
    """What stays of the children of an element."""
    if _MENU in element.classes:
        return [inner for inner in element.each() if inner.attributes.get("data-tool") in _KEPT_TOOLS]
    return [child for child in element.children if isinstance(child, str) or _says(child)]


def _says(element: Element) -> bool:
    dead = element.tag == "button" and element.attributes.get("type") == "button"
    return not (
        dead or element.tag in _WORDLESS or "hidden" in element.attributes or element.classes & _DRAWN
    )


def _spoken(element: Element, moved: Callable[[str], str]) -> dict[str, str | None]:
    kept = {name: value for name, value in element.attributes.items() if name in _SPOKEN}
    if element.tag not in _LANDED:
        kept.pop("id", None)
    if element.tag == "audio":
        kept["src"] = element.attributes.get("src")
    if element.classes & _NUMBERS:
        kept["class"] = "amount"
    for name in ("href", "action"):
        if kept.get(name) and kept.get("rel") != TWIN:
            kept[name] = moved(kept[name] or "")
    return kept


def _grains(element: Element, path: list[Element]) -> Iterator[tuple[list[Element], str]]:
    """The pieces of an element that are not cut, each with the elements that it stands in."""
    for child in element.children:
        if isinstance(child, str) or len(child.html) <= _GRAIN or child.tag not in _CUT:
            if not (path and isinstance(child, Element) and child.tag in _AGAIN):
                yield path, _written(child)
        else:
            yield from _grains(child, [*path, child])


def _between(path: list[Element], there: list[Element]) -> str:
    """The tags that lead out of the elements of one piece and into those of the next."""
    same = len(list(takewhile(lambda pair: pair[0] is pair[1], zip(path, there, strict=False))))
    return "".join(old.closing for old in reversed(path[same:])) + "".join(map(_opened, there[same:]))


def _opened(element: Element) -> str:
    first = (child.html for child in element.children if isinstance(child, Element) and child.tag in _AGAIN)
    return element.opening + "".join(first)
