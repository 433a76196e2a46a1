"""The ways to the essentials in further languages of the country."""

from dash import html
from dash.development.base_component import Component

from dashboard.presenters.reader import Reader


def summary_links(reader: Reader) -> list[Component]:
    """A link for each language, by its own name; none where the country team has given none."""
    return [
        html.A(summary.language, href=reader.link("summary", code), lang=code, hrefLang=code)
        for code, summary in reader.catalog.summaries.items()
    ]


def summary_line(reader: Reader) -> list[Component]:
    """The same in one line; nothing where there is nothing."""
    links = summary_links(reader)
    pieces = [reader.t("summary.title"), *(piece for link in links for piece in (" · ", link))]
    return [html.P(pieces, className="subtitle")] if links else []
