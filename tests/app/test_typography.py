"""What readers see is set, not typed: apostrophes, dashes and spaces, by one rule, in every language."""

import re
from html.parser import HTMLParser

import pytest

from dashboard.i18n import LANGUAGES, translator
from dashboard.pages.registry import PAGES
from dashboard.presenters.reader import address
from dashboard.web.addresses import addresses

SPOKEN = ("title", "aria-label", "placeholder", "alt", "content", "label")
BARE = ("script", "style", "code", "pre")
EACH = 3
"""How many pages of a kind are read; what they say comes from the same few functions."""

TYPED = re.compile(r"[^\W\d_]'\w|\.\.\.|\b(?:19|20)\d\d-(?:19|20)\d\d\b(?!-)|(?:^|[ («\u00a0])-\d")
LOOSE = re.compile(r"« | »| [;:?!](?!\w)|\d %|\w;\w")
"""Where the French way asks for a no-break space, or for one at all."""


class Words(HTMLParser):
    """Every text of a page that is read or read out."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._bare = 0

    def handle_starttag(self, tag, attrs):
        self._bare += tag in BARE
        if not self._bare:
            self.found += [value for name, value in attrs if name in SPOKEN and value]

    def handle_endtag(self, tag):
        self._bare -= tag in BARE

    def handle_data(self, data):
        if not self._bare:
            self.found.append(data)


def texts(html):
    words = Words()
    words.feed(html)
    return words.found


def read_pages(catalog, language):
    t = translator(language)
    own = [path for path in addresses(catalog) if path.startswith(f"/{language}/")]
    for page in PAGES.values():
        start = address(t, page.name)
        yield from ([path for path in own if path.startswith(f"{start}/")][:EACH] if page.keyed else [start])


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_shows_what_a_keyboard_writes(client, catalog, language):
    rule = re.compile(f"{TYPED.pattern}|{LOOSE.pattern}") if language == LANGUAGES[0] else TYPED
    wrong = {
        (path, text.strip()[:160])
        for path in read_pages(catalog, language)
        for text in texts(client.get(path).text)
        if rule.search(text)
    }
    assert wrong == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_of_the_catalogue_is_set(language):
    t = translator(language)
    for key, text in t.spaced_messages().items():
        assert not TYPED.search(text if isinstance(text, str) else " ".join(text)), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_readers_column_is_set(catalog, language):
    t = translator(language)
    endings = (f"_{language}", "note")
    for name, frame in catalog.frames.items():
        for column in frame.columns:
            if column.endswith(endings) and frame[column].dtype == object:
                wrong = [text for text in map(t.spaced, frame[column].map(str)) if TYPED.search(text)]
                assert wrong == [], f"{name}.{column}"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("l'eau d'ici 2019-2022", "l’eau d’ici 2019–2022"),
        ("-1,2 % en fin...", "−1,2\u202f% en fin…"),
        ("de -3 à 4", "de −3 à 4"),
        ("« a » ; b", "«\u00a0a\u00a0»\u202f; b"),
        ("2021-3.1.2-05, 2021-01-05, 1-2", "2021-3.1.2-05, 2021-01-05, 1-2"),
        ("the partners' money doesn't", "the partners’ money doesn’t"),
    ],
)
def test_the_rule(typed, meant):
    assert translator("fr").spaced(typed) == meant


def test_words_that_misled_are_gone():
    """What readers may type in a question (`asking.`) is another matter."""
    gone = {
        "fr": ("bon sens", "mauvais sens", "À emporter", "Carreaux", "ce n’est pas zéro", "entité"),
        "en": ("wrong way", "right way", "order of size", "To take away", "All that is given"),
    }
    for language, words in gone.items():
        for key, text in translator(language).spaced_messages().items():
            said = text if isinstance(text, str) else " ".join(text)
            assert key.startswith("asking.") or not any(word in said for word in words), key
