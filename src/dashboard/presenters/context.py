"""What a page function gets: the data, the words, the view and the addresses."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from urllib.parse import quote, urlencode

from dashboard.domain.view import View
from dashboard.i18n import Translator
from dashboard.store import Catalog


@dataclass(frozen=True)
class Context:
    """One request, without the request.

    Attributes:
        catalog: the data.
        t: the words of the reader's language.
        page: the page's name.
        view: what the address asks for.
        key: what a profile is about: agency_id, axis_id or P-code; empty elsewhere.
    """

    catalog: Catalog
    t: Translator
    page: str
    view: View
    key: str = ""

    def link(self, page: str, key: str = "", **choices: str) -> str:
        """The address of a page in this language; `choices` are its query."""
        return address(self.t, page, key, choices)

    def figure(self, figure_id: str) -> str:
        """The address of a figure's passport in this language."""
        return address(self.t, "figure", figure_id)

    def csv(self, card_id: str) -> str:
        """The address of a card's numbers as a file, for this view."""
        query = self.view.query()
        path = "/".join(part for part in (self.t.language, "csv", card_id, quote(self.key)) if part)
        return f"/{path}.csv" + (f"?{query}" if query else "")

    def at(self, **choices: str) -> "Context":
        """The same page with other choices, which must exist."""
        return replace(self, view=replace(self.view, values={**self.view.values, **choices}))

    def term(self, vocabulary: str, code: str, column: str = "name") -> str:
        """The reader's word for a code of a controlled vocabulary (table `terms`).

        Raises:
            KeyError: when the vocabulary has no such code.
        """
        return self.t.of(self.catalog.terms(vocabulary)[code], column)

    def qualified(self, number: str, qualifier: str) -> str:
        """A number with its reserve in words, `plus de 350 000`; an exact one as it is."""
        return number if qualifier == "=" else f"{self.term('qualifier', qualifier)} {number}"

    @property
    def here(self) -> str:
        """The address of this very view."""
        query = self.view.query()
        return self.link(self.page, self.key) + (f"?{query}" if query else "")


def address(t: Translator, page: str, key: str = "", choices: Mapping[str, str] | None = None) -> str:
    """The address of a page: `/fr/financement?sort=gap`, `/en/agency/pam`; empty choices are left out."""
    path = "/".join(part for part in (t.language, t(f"slug.{page}"), quote(key)) if part)
    query = urlencode({name: value for name, value in (choices or {}).items() if value}, safe=",")
    end = "/" if path == t.language else ""
    return f"/{path}{end}" + (f"?{query}" if query else "")
