"""Words of another language in a page say which one they are of, for voices that read the page aloud.

Done once on the text of a page, as what says them comes from many tables; the list of them is data.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from dashboard.components.markup import Rendered
from dashboard.presenters.context import Context
from dashboard.store import Catalog
from dashboard.store.derived import derived

_CLOSED = r"<(svg|select|textarea|title)\b.*?</\1>|<[^>]*>"
"""What takes no element: a tag, and elements in which no other may stand, or of another kind only."""
Phrases = Mapping[str, Sequence[str]]


def in_tongues(context: Context, content: Rendered) -> Rendered:
    """The content of a view with the strange words of the package (`phrases`) marked."""
    found = _pattern(context.catalog, context.t.language)
    states = {name: marked(state, found) if isinstance(state, str) else state
              for name, state in content.states.items()}  # fmt: skip
    return replace(content, html=marked(content.html, found), states=states)


@derived(bare=True)
def _pattern(catalog: Catalog, language: str) -> re.Pattern[str]:
    return patterns(catalog.package.get("phrases", {}), language)


def patterns(phrases: Phrases, language: str) -> re.Pattern[str]:
    """What finds the words of each language but the page's own, whatever spaces part them, under the name of
    the language; and under none what is passed over."""
    told = [
        rf"(?P<{other}>{'|'.join(map(_spaced, said))})"
        for other, said in phrases.items()
        if other != language and said
    ]
    words = [rf"(?<!\w)(?:{'|'.join(told)})(?!\w)"] if told else []
    return re.compile("|".join([_CLOSED, *words]), re.DOTALL)


def _spaced(phrase: str) -> str:
    return r"\s".join(map(re.escape, phrase.split()))


def marked(html: str, found: re.Pattern[str]) -> str:
    """A text whose strange words stand in an element that names their language."""
    return found.sub(_element, html)


def _element(match: re.Match[str]) -> str:
    language = match.lastgroup
    return f'<span lang="{language}">{match[0]}</span>' if language else match[0]
