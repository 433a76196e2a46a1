"""A reader is not a view: the data, the words of a language and the addresses, whatever was chosen."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from urllib.parse import quote, urlencode

from dashboard.i18n import LANGUAGES, Translator, translator
from dashboard.i18n.languages import SPOKEN, languages_of
from dashboard.i18n.prose import Prose, in_order, prose
from dashboard.store import Catalog
from dashboard.store.derived import derived
from dashboard.store.naming import LEVEL_ROLES, names_of


@dataclass(frozen=True)
class Reader:
    """Who reads: what presenters need that speak of no choice.

    Attributes:
        catalog: the data.
        t: the words of the reader's language.
    """

    catalog: Catalog
    t: Translator

    def link(self, page: str, key: str = "", **choices: str) -> str:
        """The address of a page in this language; `choices` are its query."""
        return address(self.t, page, key, choices)

    def figure(self, figure_id: str) -> str:
        """The address of a figure's passport in this language."""
        return address(self.t, "figure", figure_id)

    def term(self, vocabulary: str, code: str, column: str = "name") -> str:
        """The reader's word for a code of a controlled vocabulary (table `terms`).

        Raises:
            KeyError: when the vocabulary has no such code.
        """
        return self.t.of(self.catalog.terms(vocabulary)[code], column)

    def role(self, level: str) -> str:
        """Which of the two levels of the division a code is, as messages call it: `upper`, `lower`."""
        return LEVEL_ROLES[self.catalog.levels.index(level)]

    def qualified(self, number: str, qualifier: str) -> str:
        """A number with its reserve in words, `plus de 350 000`; an exact one as it is."""
        return number if qualifier == "=" else f"{self.term('qualifier', qualifier)} {number}"


@derived(bare=True)
def speech(catalog: Catalog, language: str) -> Translator:
    """The words of a language as they are said of the country of the data."""
    order = (*languages_of(catalog.package), *LANGUAGES)
    names = {one: names_of(catalog.package, one, order) for one in SPOKEN}
    return translator(language).speaking(names)


@derived(bare=True)
def prose_of(catalog: Catalog, language: str) -> dict[str, Prose]:
    """The prose of a language as it is said of the country of the data, by name, in its order.

    A text of the folder of data stands in the place of ours of its name.
    """
    named = speech(catalog, language).named
    texts = in_order({**prose(language), **catalog.prose.get(language, {})})
    return {
        name: replace(
            text, title=named(text.title), description=named(text.description), body=named(text.body)
        )
        for name, text in texts.items()
    }


def address(t: Translator, page: str, key: str = "", choices: Mapping[str, str] | None = None) -> str:
    """The address of a page: `/fr/financement?sort=gap`, `/en/agency/pam`; empty choices are left out."""
    path = "/".join(part for part in (t.language, t(f"slug.{page}"), quote(key)) if part)
    query = urlencode({name: value for name, value in (choices or {}).items() if value}, safe=",")
    end = "/" if path == t.language else ""
    return f"/{path}{end}" + (f"?{query}" if query else "")
