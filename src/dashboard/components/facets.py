"""Ways through a list: facets with counts, removable choices, a path with its levels."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from dash import html
from dash.development.base_component import Component

from dashboard.components.islands import aria
from dashboard.i18n import Translator


@dataclass(frozen=True)
class Option:
    """A choice and the number of rows that it leaves.

    Attributes:
        id: the element's id, by which the keyboard stays where it was.
        text: the reader's word.
        count: the written number of rows.
        href: the view after the choice; without it when it is chosen.
        title: its full name.
        chosen: whether it holds now.
        below: what lies inside it.
    """

    id: str
    text: str
    count: str
    href: str
    title: str = ""
    chosen: bool = False
    below: list["Option"] = field(default_factory=list)


@dataclass(frozen=True)
class Step:
    """One level of the path from all rows to those shown; `href` is empty for where the reader is."""

    text: str
    count: str
    href: str = ""
    title: str = ""


def facet_menu(
    name: str, before: str, said: Component | str, body: Sequence[Component | str | None]
) -> Component:
    """A part of a sentence that is a choice: a word, what holds now, what else could; needs no scripts."""
    summary = html.Summary([html.Span(before, className="facet-before"), " ", said])
    return html.Details([summary, html.Div(list(body), className="facet-box")], className=f"facet is-{name}")


def facet_options(options: list[Option], empty: str) -> Component:
    """The choices of one facet, the chosen one marked."""
    if not options:
        return html.P(empty, className="subtitle")
    return html.Ul([_option(option) for option in options], className="options")


def _option(option: Option) -> Component:
    current = aria(current="true") if option.chosen else {}
    link = html.A(
        [html.Span(option.text), html.Span(option.count, className="count")],
        href=option.href,
        id=option.id,
        title=option.title or None,
        **current,
    )
    return html.Li([link, html.Ul([_option(child) for child in option.below]) if option.below else None])


def chips(choices: list[Step], clear: str, t: Translator) -> Component | None:
    """What is chosen, each removable by a tap; `clear` is the address that keeps nothing."""
    if not choices:
        return None
    remove = t("choices.remove")
    items = [
        html.A(
            [html.Span(choice.text), html.Span("×", **aria(hidden="true"))],
            href=choice.href,
            className="chip",
            **aria(label=f"{choice.text}, {remove}"),
        )
        for choice in choices
    ]
    items.append(html.A(t("choices.clear"), href=clear, className="chip clear"))
    return html.Ul([html.Li(item) for item in items], className="chips", **aria(label=t("choices.active")))


def path_of(steps: list[Step], t: Translator, element_id: str) -> Component:
    """A breadcrumb whose every level says how many rows it holds."""
    items = [html.Li(_step(step)) for step in steps]
    return html.Nav(
        html.Ol(items), id=element_id, className="path", tabIndex=-1, **aria(label=t("path.label"))
    )


def _step(step: Step) -> Component:
    parts: list[str | Component] = [html.Span(step.text), " ", html.Span(step.count, className="count")]
    if step.href:
        return html.A(parts, href=step.href, title=step.title or None)
    return html.Span(parts, title=step.title or None, **aria(current="page"))


def no_rows(said: str, ways_back: list[Step], clear: str, t: Translator) -> Component:
    """Says in words that nothing is left, and what each way back would show."""
    ways = [
        html.Li(html.A([f"{way.text} ", html.Span(way.count, className="count")], href=way.href))
        for way in ways_back
    ]
    return html.Div(
        [
            html.P(said),
            html.Ul([*ways, html.Li(html.A(t("choices.clear"), href=clear))]),
        ],
        className="empty",
    )
