"""Findings: where the report contradicts itself, its arithmetic or the public record, said neutrally."""

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from dashboard.components.islands import aria, data
from dashboard.components.links import Link, link_to
from dashboard.i18n import Translator

GIST = 80
"""Letters of a finding that show before it is opened."""

_SIGNS = {"error": "✕", "conflict": "≠", "note": "i"}
"""A sign for each severity, beside its word: never told by colour alone."""


@dataclass(frozen=True)
class Finding:
    """One finding as readers see it.

    Attributes:
        id: finding_id.
        severity: `error`, `conflict` or `note`.
        word: the severity in the reader's language.
        subject: what it is about, leading to its view where it has one.
        sentence: one neutral sentence.
        printed: what the report prints; empty when it prints nothing.
        computed: what the arithmetic or the public record gives; empty when there is nothing to set against.
        place: place in the report.
        href: the finding on Data and method.
    """

    id: str
    severity: str
    word: str
    subject: Link
    sentence: str
    printed: str
    computed: str
    place: str
    href: str


def finding_note(finding: Finding, t: Translator, named: bool = True) -> Component:
    """A finding folded to severity, subject (where it is to be named) and first words; the rest on tap."""
    return html.Details(
        [
            html.Summary(_headline(finding, t, named)),
            html.P(finding.sentence),
            comparison(finding, t),
            _whence(finding, t),
        ],
        className=f"finding-note is-{finding.severity}",
        **data(paper="open"),
    )


def remarks(notes: Sequence[Component], t: Translator) -> list[Component]:
    """What a card must say beside its numbers, under one line that says how much; nothing for none."""
    if not notes:
        return []
    summary = html.Summary(t("card.remarks", n=len(notes)))
    return [html.Details([summary, *notes], className="remarks", **data(paper="open"))]


def remark(finding: Finding, t: Translator, named: bool = True) -> Component:
    """A finding said whole: severity, subject (where it is to be named), sentence, numbers, place."""
    subject: list[Component | str] = [html.Strong(link_to(finding.subject)), " · "] if named else []
    word = t("finding.label", word=finding.word, text="")
    return html.Div(
        [
            html.P([_sign(finding.severity), word, *subject, finding.sentence]),
            comparison(finding, t),
            _whence(finding, t),
        ],
        className=f"finding-note is-{finding.severity}",
    )


def _whence(finding: Finding, t: Translator) -> Component:
    return html.P([f"{finding.place} · ", html.A(t("finding.all"), href=finding.href)], className="source")


def finding_mark(finding: Finding, t: Translator) -> Component:
    """A small sign beside a figure that leads to the finding; its sentence is the name of the link."""
    said = t("finding.label", word=finding.word, text=finding.sentence)
    return html.A(
        _sign(finding.severity),
        href=finding.href,
        title=said,
        className=f"finding-mark is-{finding.severity}",
        **aria(label=said),
    )


def finding_article(finding: Finding, t: Translator) -> Component:
    """A finding folded to one line, with the anchor that notes and passports lead to, which opens it."""
    about: list[Component | str] = [finding.place]
    if finding.subject.href:
        about.append(html.Span([" · ", link_to(finding.subject)], className="way-on"))
    return html.Li(
        html.Details(
            [
                html.Summary(_headline(finding, t)),
                html.P(finding.sentence),
                comparison(finding, t),
                html.P(about, className="source"),
            ],
            id=f"finding-{finding.id}",
            className=f"finding-note finding-item is-{finding.severity}",
            **data(paper="open"),
        )
    )


def finding_groups(groups: list[tuple[str, list[Component]]], opened: int) -> Component:
    """Findings in groups, each folded to its name.

    Args:
        groups: (name with the number of findings, findings) pairs.
        opened: how many of the first groups show their findings: all when a reader has narrowed the list.
    """
    folded = [
        html.Details(
            [html.Summary(html.H3(name)), html.Ul(articles, className="finding-list")],
            className="fold",
            open=place < opened,
            **data(paper="open"),
        )
        for place, (name, articles) in enumerate(groups)
    ]
    return html.Div(folded)


def _headline(finding: Finding, t: Translator, named: bool = True) -> list[Component | str]:
    """Severity, subject where it is to be named, first words."""
    word = t("finding.label", word=finding.word, text="")
    gist = html.Span([" · " if named else "", _gist(finding.sentence)], className="gist")
    return [_sign(finding.severity), word, *([html.Strong(finding.subject.text)] if named else []), gist]


def comparison(finding: Finding, t: Translator) -> Component | None:
    """Printed against computed."""
    pairs = [(t("finance.printed"), finding.printed), (t("finding.computed"), finding.computed)]
    shown = [html.Div([html.Dt(name), html.Dd(text)]) for name, text in pairs if text]
    return html.Dl(shown, className="comparison") if shown else None


def _gist(sentence: str) -> str:
    """The first words of a sentence, on one line."""
    return f"{sentence[:GIST].rsplit(' ', 1)[0]}\u00a0…" if len(sentence) > GIST else sentence


def _sign(severity: str) -> Component:
    return html.Span(_SIGNS.get(severity, _SIGNS["note"]), className="finding-sign", **aria(hidden="true"))
