"""Words of another language in a page say which one they are of, for voices that read the page aloud.

Done once on the text of a page, as what says them comes from many tables; the list of them is data.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from dashboard.components.markup import Rendered
from dashboard.presenters.context import Context
from dashboard.store import Catalog
from dashboard.store.derived import derived

_WHOLE = ("svg", "select", "textarea", "title")
"""Elements in which no other may stand, or of another kind only."""
Phrases = Mapping[str, Sequence[str]]


def in_tongues(context: Context, content: Rendered) -> Rendered:
    """The content of a view with the strange words of the package (`phrases`) marked."""
    found = _patterns(context.catalog, context.t.language)
    states = {name: _state(state, found) for name, state in content.states.items()}
    return replace(content, html=marked(content.html, found), states=states)


def _state(state: Any, found: Mapping[str, re.Pattern[str]]) -> Any:
    return marked(state, found) if isinstance(state, str) else state


@derived(bare=True)
def _patterns(catalog: Catalog, language: str) -> dict[str, re.Pattern[str]]:
    return patterns(catalog.package.get("phrases", {}), language)


def patterns(phrases: Phrases, language: str) -> dict[str, re.Pattern[str]]:
    """What finds the words of each language but the page's own, whatever spaces part them."""
    return {
        other: re.compile(rf"(?<!\w)(?:{'|'.join(map(_spaced, said))})(?!\w)")
        for other, said in phrases.items()
        if other != language and said
    }


def _spaced(phrase: str) -> str:
    return r"\s".join(map(re.escape, phrase.split()))


def marked(html: str, found: Mapping[str, re.Pattern[str]]) -> str:
    """A text whose strange words stand in an element that names their language."""
    for language, pattern in found.items():
        html = pattern.sub(partial(_element, language), html)
    return html


def _element(language: str, word: re.Match[str]) -> str:
    return f'<span lang="{language}">{word[0]}</span>' if _is_told(word.string, word.start()) else word[0]


def _is_told(html: str, at: int) -> bool:
    """Whether a place of a text is of its words, and an element may stand there."""
    inside_tag = html.rfind("<", 0, at) > html.rfind(">", 0, at)
    return not inside_tag and not any(
        html.rfind(f"<{tag}", 0, at) > html.rfind(f"</{tag}", 0, at) for tag in _WHOLE
    )
