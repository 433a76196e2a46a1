"""« Une erreur ? »: a ready text to copy, share, mail or send to the operator, without scripts too."""

from urllib.parse import quote

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component

from dashboard.components.controls import hidden_field
from dashboard.components.islands import aria, data
from dashboard.components.sentences import Piece
from dashboard.i18n import Translator

REPORT_ADDRESS = "/report"
"""Where the form sends what a reader wrote."""
LONGEST_REPORT = 2000
"""Letters of a report that are kept."""


def mistake_box(facts: list[str], where: str, contact: str, by_form: bool, t: Translator) -> Component:
    """The box of the footer, folded under one word.

    Args:
        facts: what the ready text says beside the address: figure and value, version of the data.
        where: the address of the page that it is about.
        contact: the operator's address; empty where none was named.
        by_form: whether the operator takes reports by a form.
        t: the reader's words.
    """
    said = "\n".join([t("mistake.says"), where, *facts])
    here = html.Span(where, **data(here="true"))
    text: list[Piece] = [t("mistake.says"), "\n", here, "\n", "\n".join(facts)]
    return html.Details(
        [
            html.Summary(t("mistake.title")),
            html.P(t("mistake.how")),
            html.Pre(text, className="ready-text", **data(ready="true")),
            html.P(_ways(said, contact, t), className="tools"),
            *([_form(where, t)] if by_form else []),
        ],
        className="mistake",
        id="mistake",
    )


def _ways(said: str, contact: str, t: Translator) -> list[Component]:
    """Copy and share need scripts; a message and a mail are links."""
    ways = [
        html.Button(t("mistake.copy"), type="button", className="tool needs-script", **data(ready="copy")),
        html.Button(t("mistake.share"), type="button", className="tool needs-script", **data(ready="share")),
        html.A(
            "WhatsApp", href=f"https://wa.me/?text={quote(said)}", className="tool", rel="noopener nofollow"
        ),
    ]
    if "@" in contact:
        mail = f"mailto:{quote(contact, safe='@')}?subject={quote(t('mistake.title'))}&body={quote(said)}"
        ways.append(html.A(t("mistake.mail"), href=mail, className="tool"))
    elif contact:
        ways.append(html.Span(contact))
    return ways


def _form(where: str, t: Translator) -> Component:
    """What was wrong, in a few words; the last field is for machines that fill in everything."""
    area = dbc.Textarea(name="text", rows=3, maxlength=LONGEST_REPORT, required=True, id="mistake-text")
    trap = dbc.Input(type="text", name="website", tabindex="-1", autocomplete="off")
    return html.Form(
        [
            html.Label(t("mistake.what"), htmlFor="mistake-text"),
            area,
            hidden_field("about", where),
            hidden_field("language", t.language),
            html.Div(trap, className="only-machines", **aria(hidden="true")),
            html.P(t("mistake.private"), className="subtitle"),
            html.Button(t("mistake.send"), type="submit", className="button"),
        ],
        action=REPORT_ADDRESS,
        method="post",
    )
