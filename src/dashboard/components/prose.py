"""Markdown as HTML: headings with anchors, tables that scroll, links to our own pages."""

from collections.abc import Callable
from itertools import pairwise

from dash.development.base_component import Component
from markdown_it import MarkdownIt
from markdown_it.token import Token

from dashboard.components.markup import Raw
from dashboard.domain.text import folded

OWN_PAGE = "page:"
"""How a text links to a page of ours in the reader's language: `[findings](page:data#findings)`."""


def prose_block(body: str, address: Callable[[str], str]) -> Component:
    """The HTML of a text of ours; HTML inside the Markdown is shown, never run.

    Args:
        body: Markdown (CommonMark with tables).
        address: from the name of a page to its address in the reader's language.
    """
    reader = MarkdownIt("commonmark", {"html": False}).enable("table")
    tokens = reader.parse(body)
    for token, following in pairwise(tokens):
        if token.type == "heading_open":
            token.attrSet("id", anchor(following.content))
    for token in tokens:
        for child in token.children or []:
            _lead(child, address)
    html = str(reader.renderer.render(tokens, reader.options, {}))
    html = html.replace("<table>", '<div class="table-frame" tabindex="0"><table>').replace(
        "</table>", "</table></div>"
    )
    return Raw(f'<div class="prose">{html}</div>')


def headings(body: str) -> list[tuple[str, str]]:
    """The headings of the second level with their anchors: (text, anchor)."""
    tokens = MarkdownIt("commonmark").parse(body)
    return [
        (text.content, anchor(text.content))
        for opening, text in pairwise(tokens)
        if opening.type == "heading_open" and opening.tag == "h2"
    ]


def anchor(heading: str) -> str:
    """The end of the address that leads to a heading: `comment-citer`."""
    return folded(heading).replace(" ", "-")


def _lead(token: Token, address: Callable[[str], str]) -> None:
    target = str(token.attrGet("href") or "")
    if token.type == "link_open" and target.startswith(OWN_PAGE):
        page, mark, part = target.removeprefix(OWN_PAGE).partition("#")
        token.attrSet("href", address(page) + mark + part)
