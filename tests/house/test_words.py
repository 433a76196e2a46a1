"""Every word is there in every language, with the same placeholders, and no key is left over."""

import re
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.pofile import read_po

from dashboard.i18n.translator import LOCALES

SOURCES = Path(__file__).resolve().parents[2] / "src"


def catalogue(language: str) -> dict[str, list[str]]:
    with (LOCALES / f"{language}.po").open("rb") as file:
        messages = [message for message in read_po(file, locale=language) if message.id]
    return {
        message.id if isinstance(message.id, str) else message.id[0]: (
            [message.string] if isinstance(message.string, str) else list(message.string)
        )
        for message in messages
    }


FRENCH = catalogue("fr")
OTHERS = [path.stem for path in LOCALES.glob("*.po") if path.stem != "fr"]


def placeholders(text: str) -> set[str]:
    """What is filled in; which form of a country's own names a sentence takes is its language's affair."""
    return {name for _, name, _, _ in Formatter().parse(text) if name and "." not in name}


@pytest.mark.parametrize("language", OTHERS)
def test_languages_have_the_same_keys(language):
    assert catalogue(language).keys() == FRENCH.keys()


@pytest.mark.parametrize("language", OTHERS)
def test_translations_have_the_same_placeholders(language):
    for key, texts in catalogue(language).items():
        wanted = set.union(*map(placeholders, FRENCH[key]))
        assert set.union(*map(placeholders, texts)) == wanted, key


@pytest.mark.parametrize("language", ["fr", *OTHERS])
def test_no_text_is_empty_but_the_slug_of_the_first_page(language):
    empty = [key for key, texts in catalogue(language).items() if not all(texts)]
    assert empty == ["slug.overview"]


def test_no_key_is_left_over():
    """A key stands in the code as it is, or is made by an f-string whose fixed parts it fits."""
    modules = [*SOURCES.rglob("*.py"), SOURCES.parent / "app.py"]
    code = "\n".join(path.read_text(encoding="utf-8") for path in modules)
    literals = set(re.findall(r'"([a-z][\w.-]*)"', code))
    made = [
        re.sub(r"\\\{[^}]*\\\}", r"[^\\s\"]+", re.escape(text))
        for text in re.findall(r'f"([^"\s]*\.[^"\s]*)"', code)
        if re.search(r"[a-z]{3}", re.sub(r"\{[^}]*\}", "", text))
    ]
    pattern = re.compile("|".join(made))
    assert [key for key in FRENCH if key not in literals and not pattern.fullmatch(key)] == []
