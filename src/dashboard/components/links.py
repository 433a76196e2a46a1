"""Words that lead somewhere."""

from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component


@dataclass(frozen=True)
class Link:
    """A word that leads somewhere; `title` is its full name where the word is short."""

    text: str
    href: str
    title: str = ""


def link_to(link: Link) -> Component | str:
    """The link as an anchor, its full name on hover; the bare word where it leads nowhere."""
    return html.A(link.text, href=link.href, title=link.title or None) if link.href else link.text


def links_in_line(links: list[Link], between: str = ", ") -> list[Component | str]:
    """Links one after the other, for a sentence or a path."""
    joined: list[Component | str] = []
    for link in links:
        joined += [between, link_to(link)] if joined else [link_to(link)]
    return joined
