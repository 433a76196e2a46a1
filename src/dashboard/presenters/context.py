"""What a page function gets: a reader at a view of a page."""

from dataclasses import dataclass, replace
from urllib.parse import quote

from dashboard.domain.view import View
from dashboard.presenters.reader import Reader


@dataclass(frozen=True)
class Context(Reader):
    """One request, without the request; whatever takes a reader takes it too.

    Attributes:
        page: the page's name.
        view: what the address asks for.
        key: what a profile is about: agency_id, axis_id or P-code; empty elsewhere.
    """

    page: str
    view: View
    key: str = ""

    @property
    def year(self) -> int:
        """The report year of the view: the chosen one, or the newest where a page has no such choice."""
        return int(self.view.values.get("year", self.catalog.year))

    def csv(self, card_id: str) -> str:
        """The address of a card's numbers as a file, for this view."""
        return self._file("csv", card_id, "csv")

    def image(self, card_id: str) -> str:
        """The address of a card's picture, for this view."""
        return self._file("picture", card_id, "svg")

    @property
    def preview(self) -> str:
        """The address of the picture that stands for this view beside a link to it."""
        return self._file("preview", self.page, "png")

    def _file(self, kind: str, card_id: str, ending: str) -> str:
        query = self.view.lasting()
        path = "/".join(part for part in (self.t.language, kind, card_id, quote(self.key)) if part)
        return f"/{path}.{ending}" + (f"?{query}" if query else "")

    def at(self, **choices: str) -> "Context":
        """The same page with other choices, which must exist."""
        return replace(self, view=replace(self.view, values={**self.view.values, **choices}))

    @property
    def lasting(self) -> str:
        """The address that shows this view also when newer data have come: for links, paper, pictures."""
        query = self.view.lasting()
        return self.link(self.page, self.key) + (f"?{query}" if query else "")

    @property
    def here(self) -> str:
        """The address of this very view."""
        query = self.view.query()
        return self.link(self.page, self.key) + (f"?{query}" if query else "")
