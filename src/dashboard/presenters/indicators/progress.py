"""Progress to target in the reader's words."""

from dashboard.analysis.progress import Progress
from dashboard.components.sentences import Piece, figure_link, sentence
from dashboard.domain.figure_ids import indicator_id
from dashboard.presenters.indicators.words import dated, observed, signed_percent, value_link
from dashboard.presenters.reader import Reader


def computed_link(reader: Reader, indicator: str, sex: str, what: str, value: float) -> Piece:
    """A computed percentage that leads to its passport: `share_of_way`, `actual_pace`, `expected_pace`."""
    t = reader.t
    text = signed_percent(t, round(value, 1)) if "pace" in what else share_text(reader, value)
    return figure_link(text, reader.figure(indicator_id(indicator, sex, what)))


def share_text(reader: Reader, share: float) -> str:
    """The share of the way in whole percent, with a true minus when it leads away."""
    rounded = round(share)
    return ("\u2212" if rounded < 0 else "") + reader.t.percent(abs(rounded), 0)


def progress_sentence(reader: Reader, indicator: str, sex: str, progress: Progress) -> list[Piece]:
    """Target, share of the way, paces and status, or why they can't be said; empty without a target."""
    t = reader.t
    if not progress.target:
        return []
    goal = observed(reader, progress.target)
    # A reason that lies in the values themselves is said by the sentence about them.
    cannot = "progress.cannot" if progress.reason in OWN_REASONS else "progress.cannot.short"
    template = t({"achieved": "progress.reached", "cannot": cannot}.get(progress.status, "progress.said"))
    parts: dict[str, Piece] = {
        "target": value_link(reader, progress.target),
        "year": dated(t, goal),
        "status": t(f"progress.status.{progress.status}"),
        "reason": reason_text(reader, progress),
    }
    for name in ("share_of_way", "actual_pace", "expected_pace", "pace_from_now"):
        value = getattr(progress, name)
        parts[name] = computed_link(reader, indicator, sex, name, value) if value == value else ""
    return sentence(template, **{name: part for name, part in parts.items() if f"{{{name}}}" in template})


OWN_REASONS = ("years", "growth")
"""Reasons that lie between the values and the target."""


def reason_text(reader: Reader, progress: Progress) -> str:
    """Why progress can't be assessed, in a few words; empty where it can."""
    return reader.t(f"progress.reason.{progress.reason}") if progress.reason else ""


def method_sentences(reader: Reader, progress: Progress) -> list[str]:
    """How progress is measured, for the reader who asks; empty without a target."""
    if not progress.target:
        return []
    shared = [reader.t("progress.shared")] if progress.shared_target else []
    return [reader.t("progress.method.text"), *shared]
