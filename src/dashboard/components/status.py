"""The status board: one row per indicator and sex, which a narrow screen folds to stacked lines."""

from dataclasses import dataclass
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.components.islands import aria, data
from dashboard.components.links import Link, link_to
from dashboard.components.markup import Raw
from dashboard.i18n.manners import NO_BREAK

_SIGNS = {"wrong": "▼", "right": "▲", "unclear": "=", "unknown": "?"}
"""A sign for each verdict, beside its words: never told by colour alone."""

_NUMBERS = ("start", "end", "target", "share")


@dataclass(frozen=True)
class StatusEntry:
    """A number with its date; `value` sorts it.

    `named` says that the text tells by itself what it is, so that no heading is repeated before it.
    """

    link: Link
    when: str = ""
    value: float | None = None
    named: bool = False


@dataclass(frozen=True)
class StatusRow:
    """One indicator and sex.

    Attributes:
        name: the indicator, leading to its view.
        who: the sex; empty for all.
        axis: name of its axis, leading to its profile; None for context.
        colour: token of the axis.
        picture: SVG of the values, as small as a word.
        start: first value; None where there is no level.
        end: last value.
        target: target.
        share: share of the way to the target.
        verdict: `wrong`, `right`, `unclear` or `unknown`.
        said: the verdict in words.
        why: why the verdict or the progress can't be said; empty otherwise.
        mark: a sign that leads to what is wrong with the numbers; None where nothing is.
    """

    name: Link
    who: str
    axis: Link | None
    colour: str
    picture: str
    start: StatusEntry | None
    end: StatusEntry | None
    target: StatusEntry | None
    share: StatusEntry | None
    verdict: str
    said: str
    why: str = ""
    mark: Component | None = None


def status_table(rows: list[StatusRow], headings: dict[str, str], caption: str) -> Component:
    """A sortable table of the rows; roles keep it a table where the style sheet stacks its cells.

    Args:
        rows: in the order to show.
        headings: the reader's words for `name`, `start`, `end`, `target`, `share` and `verdict`.
        caption: says what the table shows.
    """
    named = [
        html.Th(text, scope="col", role="columnheader", className="number" if name in _NUMBERS else None)
        for name, text in headings.items()
    ]
    table = html.Table(
        [
            html.Caption(caption),
            html.Thead(html.Tr(named, role="row"), role="rowgroup"),
            html.Tbody([_row(row, headings) for row in rows], role="rowgroup"),
        ],
        className="sortable status",
        role="table",
    )
    return html.Div(table, className="status-frame")


def _row(row: StatusRow, headings: dict[str, str]) -> Component:
    name = [
        link_to(row.name),
        html.Span(f"{NO_BREAK}· {row.who}", className="status-who") if row.who else None,
        row.mark,
        Raw(row.picture),
        _axis(row.axis) if row.axis else None,
    ]
    numbers = {"start": row.start, "end": row.end, "target": row.target, "share": row.share}
    verdict = html.Td(
        [
            html.Span(
                [html.Span(_SIGNS[row.verdict], **aria(hidden="true")), " ", row.said],
                className=f"verdict is-{row.verdict}",
            ),
            html.Span(row.why, className="status-why") if row.why else None,
        ],
        role="cell",
        **data(label=headings["verdict"], value=str(list(_SIGNS).index(row.verdict))),
    )
    return html.Tr(
        [
            html.Th(name, scope="row", role="rowheader"),
            *(_number(entry, headings[key]) for key, entry in numbers.items()),
            verdict,
        ],
        role="row",
        style={"--key": f"var(--{row.colour})"},
    )


def _axis(axis: Link) -> Component:
    return html.A(axis.text, href=axis.href, title=axis.title or None, className="status-axis")


def _number(entry: StatusEntry | None, heading: str) -> Component:
    if entry is None:
        return html.Td("–", role="cell", className="number is-none", **data(label=heading))
    facts: dict[str, Any] = {} if entry.named else {"label": heading}
    if entry.value is not None:
        facts["value"] = f"{entry.value:.10g}"
    when = html.Span(entry.when, className="status-when") if entry.when else None
    return html.Td(
        [html.A(entry.link.text, href=entry.link.href, className="figure"), " ", when],
        role="cell",
        className="number",
        **data(**facts),
    )


def status_lines(rows: list[StatusRow]) -> Component:
    """The rows in a line each: sign, name, and its first and last value; for a first screen."""
    return html.Ul([_line(row) for row in rows], className="status-lines")


def _line(row: StatusRow) -> Component:
    """Its numbers lead to their passports in the whole board; a first screen is for the eye."""
    values = [entry.link.text.replace(" ", NO_BREAK) for entry in (row.start, row.end) if entry]
    who = [html.Span(f", {row.who}", className="status-who")] if row.who else []
    return html.Li(
        [
            html.Span(_SIGNS[row.verdict], className=f"verdict is-{row.verdict}", **aria(hidden="true")),
            html.Span([link_to(row.name), *who], className="status-name"),
            html.Span(" → ".join(values), className="status-values"),
        ]
    )
