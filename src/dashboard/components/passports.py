"""The passport of a figure: what it is, where it stands, how it was computed, how to cite it."""

from dataclasses import dataclass, field

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component

from dashboard.components.findings import Finding, finding_note
from dashboard.components.islands import data
from dashboard.components.links import Link, link_to, links_in_line
from dashboard.i18n import Translator


@dataclass(frozen=True)
class Addend:
    """One figure that a computation uses: its name, value, and its own passport or view."""

    name: str
    value: str
    href: str = ""


@dataclass(frozen=True)
class Computation:
    """How a figure was computed: the formula in words, and the figures that went in."""

    formula: str
    addends: list[Addend] = field(default_factory=list)


@dataclass(frozen=True)
class Whereabouts:
    """Where a figure comes from.

    Attributes:
        ref: section, table and line in the report, or the publisher's code.
        title: title of the document or dataset.
        publisher: who publishes it.
        published: its vintage; empty where none is stated.
        licence: on what terms.
        attribution: the line that names it.
        url: where it is published; empty for the report.
        terms: the licence as its source writes it, for programs: `CC BY 4.0`.
    """

    ref: str
    title: str
    publisher: str
    published: str
    licence: str
    attribution: str
    url: str = ""
    terms: str = ""


@dataclass(frozen=True)
class Passport:
    """Everything that is known about one figure.

    Attributes:
        id: its stable id.
        name: what it is, with who, where and when.
        value: as readers see it, unit included.
        number: the bare value; None for a result in words.
        unit: its unit in words.
        definition: what is counted or measured.
        origin: `printed` (stands in the source) or `computed` (by this site).
        about: (name, links) of what it belongs to: agency, axis, place, year, ...
        place: where it comes from.
        computation: for what is computed.
        findings: what the reader must know.
        shown: the views where it is shown.
        note: judgement taken in reading the source.
        year: of the report that tells it; 0 where pages show it with all reports.
        earlier: what it was in earlier versions of the data, in words.
    """

    id: str
    name: str
    value: str
    number: float | None
    unit: str
    definition: str
    origin: str
    about: list[tuple[str, list[Link]]]
    place: Whereabouts
    computation: Computation | None = None
    findings: list[Finding] = field(default_factory=list)
    shown: list[Link] = field(default_factory=list)
    note: str = ""
    year: int = 0
    earlier: list[str] = field(default_factory=list)


def passport_view(
    passport: Passport, citations: list[tuple[str, str]], t: Translator, passage: list[Component]
) -> list[Component]:
    """The content of a passport's page.

    Args:
        passport: of the figure.
        citations: (language, ready text), the reader's language first.
        t: the reader's words.
        passage: the words of the report behind it, where they are at hand.
    """
    parts = [
        _section(t("passport.passage"), passage),
        _section(t("passport.computation"), _computation(passport.computation, t)),
        _section(
            t("passport.findings"), [finding_note(finding, t, named=False) for finding in passport.findings]
        ),
        _section(t("passport.source"), [_source(passport, t)]),
        _section(t("passport.cite"), [_citation(*citation) for citation in citations]),
        _section(t("passport.shown"), [html.Ul([html.Li(link_to(link)) for link in passport.shown])]),
    ]
    return [_identity(passport, t), *(part for part in parts if part)]


def _identity(passport: Passport, t: Translator) -> Component:
    value = "figure-value" if passport.number is not None else "figure-words"
    facts: list[Fact] = [
        (t("passport.unit"), [passport.unit] if passport.unit else []),
        (t("passport.definition"), [passport.definition]),
        *((name, links_in_line(links)) for name, links in passport.about),
        (t("passport.note"), [passport.note] if passport.note else []),
        (t("passport.earlier"), [html.Div(said) for said in passport.earlier]),
    ]
    return html.Section(
        [
            html.Div(
                [
                    html.P(passport.value, className=value),
                    html.P(t(f"passport.{passport.origin}"), className="origin"),
                ],
                className="figure-line",
            ),
            _facts(facts),
        ],
        className="passport",
    )


def _computation(computation: Computation | None, t: Translator) -> list[Component]:
    if computation is None:
        return []
    rows = [
        html.Tr(
            [
                html.Th(html.A(a.name, href=a.href) if a.href else a.name, scope="row"),
                html.Td(a.value, className="number addend"),
            ]
        )
        for a in computation.addends
    ]
    table = dbc.Table([html.Caption(t("passport.addends")), html.Tbody(rows)])
    return [html.P(computation.formula), *([html.Div(table, className="table-frame")] if rows else [])]


def _source(passport: Passport, t: Translator) -> Component:
    place = passport.place
    title = html.A(place.title, href=place.url, rel="external") if place.url else place.title
    return _facts(
        [
            (t("passport.ref"), [place.ref]),
            (t("passport.document"), [title]),
            (t("passport.publisher"), [place.publisher]),
            (t("passport.published"), [place.published] if place.published else []),
            (t("passport.licence"), [place.licence]),
            (t("passport.attribution"), [place.attribution]),
        ]
    )


def _citation(language: str, text: str) -> Component:
    return html.Blockquote(text, lang=language, className="citation", **data(citation="true"))


def _section(heading: str, content: list[Component]) -> Component | None:
    return html.Section([html.H2(heading), *content], className="passport-part") if content else None


Fact = tuple[str, list[Component | str]]


def _facts(facts: list[Fact]) -> Component:
    shown = [html.Div([html.Dt(name), html.Dd(parts)]) for name, parts in facts if parts]
    return html.Dl(shown, className="facts")
