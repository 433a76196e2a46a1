"""What every printed sheet says of the view on it, for it may be read without the others."""

import json

from dash import html
from dash.development.base_component import Component

from dashboard.components.islands import Fragment, data
from dashboard.presenters.context import Context
from dashboard.presenters.plates import choice_words
from dashboard.presenters.reader import Reader
from dashboard.presenters.sources import report_title


def sheet_words(context: Context, heading: str) -> tuple[str, str]:
    """Head and foot of each sheet: site, page, the choices in words and the year; the address of the view.

    No address where the operator has set none: it would lead nobody anywhere.
    """
    public = context.catalog.public_address
    head = [context.t("site.name"), heading, *choice_words(context), str(context.year)]
    return " · ".join(head), public + context.lasting if public else ""


def sheet_style(context: Context, heading: str) -> str:
    """These words as properties of the root, where the margins of sheets take them from."""
    named = zip(("head", "foot"), sheet_words(context, heading), strict=True)
    return "".join(f"--sheet-{name}:{json.dumps(text, ensure_ascii=False)};" for name, text in named)


def sheet_head(context: Context, heading: str) -> Component:
    """These words on the first sheet; `paper.js` hands them to the others, and they follow the choices."""
    head, foot = sheet_words(context, heading)
    words = [html.P(head, **data(sheet="head")), html.P(foot, hidden=True, **data(sheet="foot"))]
    return Fragment(id="sheet-head", children=words, className="sheet-words")


def sheet_foot(context: Context) -> Component:
    """The end of what is printed: report, version of the data, and the day, which a script knows."""
    source, version = foot_lines(context, context.year)
    day = html.Span([" ", context.t("print.day"), " ", html.Time(), "."], hidden=True, **data(sheet="day"))
    return html.P([source, " ", version, ".", day], className="sheet-words")


def foot_lines(reader: Reader, year: int) -> tuple[str, str]:
    """The report that is told, and the version of the data."""
    t = reader.t
    return (
        t("footer.source", title=report_title(reader, year)),
        t("footer.version", version=reader.catalog.version),
    )
