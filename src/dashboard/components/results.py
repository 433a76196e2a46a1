"""Results as readers see them: what was done, with every figure, place, agency and source a link."""

from dataclasses import dataclass, field

from dash import html
from dash.development.base_component import Component

from dashboard.i18n import Translator


@dataclass(frozen=True)
class Link:
    """A word that leads somewhere; `title` is its full name where the word is short."""

    text: str
    href: str
    title: str = ""


@dataclass(frozen=True)
class ResultItem:
    """One result.

    Attributes:
        id: result_id; the element's id.
        summary: our wording, with every figure.
        passport: address of the result's passport.
        axis: colour token of its axis.
        path: axis, outcome and output, or the section for a result without an output.
        figures: its quantities, each with its passport.
        agencies: the agencies that the report lists under its output.
        places: the places that it names.
        scope: where it is said to be when it names no place; empty otherwise.
        repeats: the result that it repeats, if the report tells it twice.
        source: place in the report.
    """

    id: str
    summary: str
    passport: str
    axis: str
    path: list[Link]
    figures: list[Link] = field(default_factory=list)
    agencies: list[Link] = field(default_factory=list)
    places: list[Link] = field(default_factory=list)
    scope: str = ""
    repeats: Link | None = None
    source: str = ""


def result_list(items: list[ResultItem], t: Translator) -> Component:
    """Results one below the other; says so in words when there are none."""
    if not items:
        return html.P(t("results.none"), className="empty")
    return html.Ol([_item(item, t) for item in items], className="results")


def _item(item: ResultItem, t: Translator) -> Component:
    facts = [
        _fact(t("result.figures"), item.figures),
        _fact(t("result.places"), item.places) or _said(t("result.places"), item.scope),
        _fact(t("result.agencies"), item.agencies),
    ]
    repeats = (
        html.P([t("result.repeats"), " ", _link(item.repeats)], className="repeats") if item.repeats else None
    )
    return html.Li(
        [
            html.P(item.summary, className="summary"),
            repeats,
            html.Dl([fact for fact in facts if fact], className="facts"),
            html.P(
                [*_trail(item.path), " · ", html.A(item.source, href=item.passport, className="figure")],
                className="source",
            ),
        ],
        id=item.id,
        className="result",
        style={"--key": f"var(--{item.axis})"},
    )


def _fact(name: str, links: list[Link]) -> Component | None:
    if not links:
        return None
    return html.Div([html.Dt(name), html.Dd(_joined([_link(link) for link in links], ", "))])


def _said(name: str, text: str) -> Component | None:
    return html.Div([html.Dt(name), html.Dd(text)]) if text else None


def _trail(path: list[Link]) -> list[Component | str]:
    return _joined([_link(link) for link in path], " › ")


def _joined(parts: list[Component], between: str) -> list[Component | str]:
    joined: list[Component | str] = []
    for part in parts:
        joined += [between, part] if joined else [part]
    return joined


def _link(link: Link) -> Component:
    return html.A(link.text, href=link.href, title=link.title or None)
