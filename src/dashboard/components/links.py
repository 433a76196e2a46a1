"""Words that lead somewhere."""

from dataclasses import dataclass
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.components.islands import aria
from dashboard.i18n import Translator


@dataclass(frozen=True)
class Link:
    """A word that leads somewhere; `title` is its full name where the word is short.

    `name` is what a list of links says where the word is a number; it holds the word.
    """

    text: str
    href: str
    title: str = ""
    name: str = ""

    @property
    def spoken(self) -> dict[str, Any]:
        """Its name as an attribute, if it has one."""
        return aria(label=self.name) if self.name else {}


def link_to(link: Link) -> Component | str:
    """The link as an anchor, its full name on hover; the bare word where it leads nowhere."""
    if not link.href:
        return link.text
    return html.A(link.text, href=link.href, title=link.title or None, **link.spoken)


def skippable(content: list[Component], key: str, t: Translator) -> list[Component]:
    """A long list with a way past it, for who goes from link to link; `key` is of this list alone."""
    end = f"after-{key}"
    past = html.A(t("skip.list"), href=f"#{end}", className="skip past")
    return [past, *content, html.Span(id=end, tabIndex=-1)]


def links_in_line(links: list[Link], between: str = ", ") -> list[Component | str]:
    """Links one after the other, for a sentence or a path."""
    joined: list[Component | str] = []
    for link in links:
        joined += [between, link_to(link)] if joined else [link_to(link)]
    return joined
