"""Answers to a search: what the words may mean, in groups, each with its number of results."""

from dataclasses import dataclass, field

from dash import html
from dash.development.base_component import Component

from dashboard.components.islands import aria
from dashboard.components.links import Link, link_to
from dashboard.components.markup import Raw
from dashboard.components.native import Native
from dashboard.i18n import Translator

BOX = "site-search"
"""Id of the field in the header of every page."""

_LENS = Raw(
    '<svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">'
    '<path d="M12.5 12.5 18 18M14 8.5a5.5 5.5 0 1 1-11 0 5.5 5.5 0 0 1 11 0z" fill="none"'
    ' stroke="currentColor" stroke-width="2" stroke-linecap="round"/></svg>'
)


@dataclass(frozen=True)
class Entry:
    """One thing found.

    Attributes:
        name: what it is called, leading to where it is shown.
        note: what it is, in a few words.
        count: its number of results, in words; empty where it has none to count.
        text: a sentence about it.
        thing: `kind:key` of it; empty for what has none.
    """

    name: Link
    note: str = ""
    count: str = ""
    text: str = ""
    thing: str = ""


@dataclass(frozen=True)
class AnswerGroup:
    """Things of one sort.

    Attributes:
        key: the sort; part of the element's id.
        heading: its name.
        entries: the likeliest first.
        more: a link to all of them, where not all are shown.
    """

    key: str
    heading: str
    entries: list[Entry]
    more: Link | None = None


@dataclass(frozen=True)
class Answers:
    """What a search finds.

    Attributes:
        text: what was typed.
        said: sentences before the groups: how misspelled words were read, what the report is silent on.
        groups: what was found, the likeliest sort first.
        near: where nothing was found, what comes nearest.
    """

    text: str
    said: list[str] = field(default_factory=list)
    groups: list[AnswerGroup] = field(default_factory=list)
    near: list[Entry] = field(default_factory=list)


def header_search(action: str, t: Translator) -> list[Component]:
    """The search of every page: a form that works without scripts, on a phone an icon that leads to it."""
    field = {
        "type": "search", "name": "q", "id": BOX, "placeholder": t("search.hint"), "maxlength": 100,
        "autocomplete": "off", "aria-keyshortcuts": "/",
    }  # fmt: skip
    form = html.Form(
        [
            html.Label(t("search.everywhere"), htmlFor=BOX, className="visually-hidden"),
            Native("input", field),
            html.Span(_LENS, className="search-lens"),
        ],
        action=action,
        method="get",
        role="search",
        className="site-search",
    )
    return [form, html.A(_LENS, href=action, className="search-open", **aria(label=t("search.everywhere")))]


def answer_list(answers: Answers, t: Translator) -> list[Component]:
    """The answers as a reader gets them; without any, the nearest things."""
    parts: list[Component] = [html.P(sentence, className="finding") for sentence in answers.said]
    if answers.groups:
        parts.append(html.Div([_group(group) for group in answers.groups], className="answer-groups"))
    if answers.near:
        parts += [html.P(t("search.near")), _entries(answers.near)]
    return parts


def _group(group: AnswerGroup) -> Component:
    more = [html.P(link_to(group.more))] if group.more else []
    told = " is-told" if not any(entry.note or entry.count for entry in group.entries) else ""
    return html.Section(
        [html.H2(group.heading), _entries(group.entries), *more],
        id=f"search-{group.key}",
        className=f"answer-group{told}",
    )


def _entries(entries: list[Entry]) -> Component:
    return html.Ul([html.Li(_entry(entry)) for entry in entries], className="answers")


def _entry(entry: Entry) -> list[Component | str]:
    parts: list[Component | str] = [html.Span(link_to(entry.name), className="answer-name")]
    if entry.count:
        parts += [" ", html.Span(entry.count, className="count")]
    if entry.note:
        parts += [" ", html.Span(entry.note, className="answer-note")]
    if entry.text:
        parts.append(html.P(entry.text, className="subtitle"))
    return parts
