"""Results as readers see them: what was done, with every figure, place, agency and source a link."""

from dataclasses import dataclass, field

from dash import html
from dash.development.base_component import Component

from dashboard.components.links import Link, link_to, links_in_line
from dashboard.i18n import Translator


@dataclass(frozen=True)
class ResultItem:
    """One result.

    Attributes:
        id: result_id; the element's id.
        summary: our wording, with every figure; those found in it are links to their passports.
        passport: address of the result's passport.
        axis: colour token of its axis.
        path: axis, outcome and output, or the section for a result without an output.
        figures: the quantities that the wording does not hold as numerals, each with its passport.
        agencies: the agencies that the report lists under its output.
        places: the places that it names.
        scope: where it is said to be when it names no place; empty otherwise.
        repeats: the result that it repeats, if the report tells it twice.
        source: place in the report.
        notes: findings about it, folded.
    """

    id: str
    summary: list[str | Link]
    passport: str
    axis: str
    path: list[Link]
    figures: list[Link] = field(default_factory=list)
    agencies: list[Link] = field(default_factory=list)
    places: list[Link] = field(default_factory=list)
    scope: str = ""
    repeats: Link | None = None
    source: str = ""
    notes: list[Component] = field(default_factory=list)


@dataclass(frozen=True)
class ResultGroup:
    """Results of one output (or of a section without outputs): path and agencies are said once, above.

    Attributes:
        heading: the output, leading to its results.
        axis: colour token of its axis.
        agencies: the agencies listed under the output.
        items: its results; their own path and agencies are not shown.
    """

    heading: Link
    axis: str
    agencies: list[Link]
    items: list[ResultItem]


def result_list(items: list[ResultItem], t: Translator) -> Component:
    """Results one below the other, each with its path and agencies; says so in words when there are none."""
    if not items:
        return html.P(t("results.none"), className="empty")
    return html.Ol([_item(item, t, alone=True) for item in items], className="results")


def grouped_results(groups: list[ResultGroup], t: Translator, headed: bool = True) -> Component:
    """Results under the headings of their outputs, or bare where the place says which output it is."""
    return html.Div([_group(group, t, headed) for group in groups], className="result-groups")


def _group(group: ResultGroup, t: Translator, headed: bool) -> Component:
    said = t("named", name=t("result.agencies"), value="")
    agencies = (
        [html.P([said, *links_in_line(group.agencies)], className="subtitle")] if group.agencies else []
    )
    head = [html.H3(link_to(group.heading)), *agencies] if headed else []
    return html.Div(
        [*head, html.Ol([_item(item, t, alone=False) for item in group.items], className="results")],
        className="result-group",
        style={"--key": f"var(--{group.axis})"},
    )


def _item(item: ResultItem, t: Translator, alone: bool) -> Component:
    facts = [
        _fact(t("result.figures"), item.figures),
        _fact(t("result.places"), item.places) or _said(t("filter.scope"), item.scope),
        _fact(t("result.agencies"), item.agencies) if alone else None,
    ]
    repeats = (
        html.Span([t("result.repeats"), " ", link_to(item.repeats)], className="tag")
        if item.repeats
        else None
    )
    source = html.A(item.source, href=item.passport, className="figure")
    path = [*links_in_line(item.path, " › "), " · "] if alone else []
    return html.Li(
        [
            html.P([_part(part) for part in item.summary], className="summary"),
            html.Div(
                [
                    html.Dl(known, className="facts")
                    if (known := [fact for fact in facts if fact])
                    else None,
                    html.P([*path, source], className="source"),
                    repeats,
                ],
                className="meta",
            ),
            *item.notes,
        ],
        id=item.id,
        className="result",
        style={"--key": f"var(--{item.axis})"} if alone else None,
    )


def _part(part: str | Link) -> str | Component:
    if isinstance(part, str):
        return part
    return html.A(part.text, href=part.href, title=part.title or None, className="figure")


def _fact(name: str, links: list[Link]) -> Component | None:
    return html.Div([html.Dt(name), html.Dd(links_in_line(links))]) if links else None


def _said(name: str, text: str) -> Component | None:
    return html.Div([html.Dt(name), html.Dd(text)]) if text else None
