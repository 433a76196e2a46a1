"""Answers to a search: what the words may mean, in groups, each with its number of results."""

from dataclasses import dataclass, field

from dash import html
from dash.development.base_component import Component

from dashboard.components.links import Link, link_to
from dashboard.i18n import Translator


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


def answer_list(answers: Answers, t: Translator) -> list[Component]:
    """The answers as a reader gets them; without any, the nearest things."""
    parts: list[Component] = [html.P(sentence, className="finding") for sentence in answers.said]
    parts += [_group(group) for group in answers.groups]
    if answers.near:
        parts += [html.P(t("search.near")), _entries(answers.near)]
    return parts


def _group(group: AnswerGroup) -> Component:
    more = [html.P(link_to(group.more))] if group.more else []
    return html.Section(
        [html.H2(group.heading), _entries(group.entries), *more],
        id=f"search-{group.key}",
        className="answer-group",
    )


def _entries(entries: list[Entry]) -> Component:
    return html.Ul([html.Li(_entry(entry)) for entry in entries], className="answers")


def _entry(entry: Entry) -> list[Component | str]:
    parts: list[Component | str] = [link_to(entry.name)]
    if entry.note:
        parts.append(html.Span(f" · {entry.note}", className="note"))
    if entry.count:
        parts.append(html.Span(f" · {entry.count}", className="count"))
    if entry.text:
        parts.append(html.P(entry.text, className="subtitle"))
    return parts
