"""A reader is not a view: the data, the words of a language and the addresses, whatever was chosen."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from dashboard.i18n import Translator
from dashboard.store import Catalog


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

    def qualified(self, number: str, qualifier: str) -> str:
        """A number with its reserve in words, `plus de 350 000`; an exact one as it is."""
        return number if qualifier == "=" else f"{self.term('qualifier', qualifier)} {number}"


def address(t: Translator, page: str, key: str = "", choices: Mapping[str, str] | None = None) -> str:
    """The address of a page: `/fr/financement?sort=gap`, `/en/agency/pam`; empty choices are left out."""
    path = "/".join(part for part in (t.language, t(f"slug.{page}"), quote(key)) if part)
    query = urlencode({name: value for name, value in (choices or {}).items() if value}, safe=",")
    end = "/" if path == t.language else ""
    return f"/{path}{end}" + (f"?{query}" if query else "")
