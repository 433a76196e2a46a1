"""Results as readers see them: what was done, with every figure, place, agency and source a link."""

from dataclasses import dataclass, field

from dash import html
from dash.development.base_component import Component

from dashboard.components.islands import data
from dashboard.components.links import Link, link_to, links_in_line, skippable
from dashboard.i18n import Translator
from dashboard.i18n.manners import NO_BREAK


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
        heading: the output, leading to all its results; nowhere where the page is about it.
        axis: colour token of its axis.
        agencies: the agencies listed under the output.
        items: its results; their own path and agencies are not shown.
        open: whether its results are shown at first; else a tap on the heading shows them.
    """

    heading: Link
    axis: str
    agencies: list[Link]
    items: list[ResultItem]
    open: bool = True


def result_list(items: list[ResultItem], t: Translator) -> Component:
    """Results one below the other, each with its path and agencies; says so in words when there are none."""
    if not items:
        return html.P(t("results.none"), className="empty")
    return html.Ol([_item(item, t, alone=True) for item in items], className="results")


def folded_results(name: str, items: list[ResultItem], t: Translator) -> Component:
    """Results that go on a list, folded under a name and their number."""
    content = [_fold_head(name, len(items), t), result_list(items, t)]
    return html.Details(content, className="result-fold", **data(paper="open"))


def grouped_results(groups: list[ResultGroup], t: Translator, headed: bool = True) -> Component:
    """Results that fold under their outputs, or bare where the place says which output it is."""
    shown = [_fold(group, t) if headed else _bare(group, t) for group in groups]
    return html.Div(shown, className="result-groups")


def strong_results(items: list[ResultItem], named: bool = True) -> Component:
    """Results in a sentence each, with their source and what must be known of them.

    Args:
        items: the results.
        named: whether the page tells each once, so that its id can be that of the element.
    """
    return html.Ul([_strong(item, named) for item in items], className="strongest")


def _strong(item: ResultItem, named: bool) -> Component:
    source = html.A(item.source, href=item.passport, className="figure")
    said = html.P([*summary_words(item.summary), " ", html.Span(source, className="source")])
    content = [said, *item.notes]
    return html.Li(content, id=item.id, className="result") if named else html.Li(content, className="result")


def _fold(group: ResultGroup, t: Translator) -> Component:
    said = t("named", name=t("result.agencies"), value="")
    agencies = [html.Span([said, *links_in_line(group.agencies)])] if group.agencies else []
    href = group.heading.href
    whole = [html.A(t("results.whole"), href=href, title=group.heading.text)] if href else []
    return html.Details(
        [
            _fold_head(group.heading.text, len(group.items), t),
            html.P([*agencies, *whole], className="subtitle") if agencies or whole else None,
            *_items(group, t),
        ],
        className="result-group result-fold",
        open=group.open or None,
        style=_key(group),
        **data(paper="open"),
    )


def _fold_head(name: str, count: int, t: Translator) -> Component:
    said = html.Span(t("count.results", n=count), className="fold-count")
    return html.Summary(html.Span([html.H3(name), " ", said], className="fold-head"))


def _bare(group: ResultGroup, t: Translator) -> Component:
    return html.Div(_items(group, t), className="result-group", style=_key(group))


_LONG = 10
"""Results from which on a list can be skipped."""


def _items(group: ResultGroup, t: Translator) -> list[Component]:
    listed: list[Component] = [
        html.Ol([_item(item, t, alone=False) for item in group.items], className="results")
    ]
    return skippable(listed, group.items[0].id, t) if len(group.items) >= _LONG else listed


def _key(group: ResultGroup) -> dict[str, str]:
    return {"--key": f"var(--{group.axis})"}


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
    path = [*links_in_line(item.path, f"{NO_BREAK}› "), f"{NO_BREAK}· "] if alone else []
    return html.Li(
        [
            html.P(summary_words(item.summary), className="summary"),
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


def summary_words(summary: list[str | Link]) -> list[str | Component]:
    """A summary with its figures as links."""
    return [_part(part) for part in summary]


def brief_words(summary: list[str | Link]) -> list[str | Component]:
    """A summary in which the first figure alone is a link: its passport leads to the others."""
    first = next((part for part in summary if not isinstance(part, str)), None)
    return [
        _part(part) if part is first or isinstance(part, str) else html.Strong(part.text) for part in summary
    ]


def _part(part: str | Link) -> str | Component:
    if isinstance(part, str):
        return part
    return html.A(part.text, href=part.href, title=part.title or None, className="figure", **part.spoken)


def _fact(name: str, links: list[Link]) -> Component | None:
    return html.Div([html.Dt(name), html.Dd(links_in_line(links))]) if links else None


def _said(name: str, text: str) -> Component | None:
    return html.Div([html.Dt(name), html.Dd(text)]) if text else None
