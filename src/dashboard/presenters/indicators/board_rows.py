"""A row of the status board: from an indicator and sex to what readers see of them."""

from dataclasses import dataclass

from dashboard.analysis.progress import Progress
from dashboard.analysis.trends import CHANGE_KINDS, Trend
from dashboard.components.links import Link
from dashboard.components.status import StatusEntry, StatusRow
from dashboard.domain.figure_ids import indicator_id, observation_id
from dashboard.presenters.findings import GRAVE, mark_about
from dashboard.presenters.indicators.progress import share_text
from dashboard.presenters.indicators.values import tiny_picture
from dashboard.presenters.indicators.words import dated, number_text, observed, printed_change, sex_word
from dashboard.presenters.names import axis_link, indicator_link
from dashboard.presenters.reader import Reader
from dashboard.presenters.results.items import axis_colour


@dataclass(frozen=True)
class Status:
    """One row of the board before it is put into words."""

    indicator: str
    sex: str
    axis: str
    trend: Trend
    progress: Progress

    @property
    def verdict(self) -> str:
        """`wrong` or `right` way, `unclear` (no clear change or better way), `unknown` (not comparable)."""
        if self.trend.moved:
            return self.trend.moved
        return "unclear" if self.trend.compared else "unknown"


def status_row(reader: Reader, row: Status) -> StatusRow:
    """A row of the board as readers see it."""
    t = reader.t
    printed = row.trend.word == "printed_change"
    return StatusRow(
        name=indicator_link(reader, row.indicator),
        who=sex_word(reader, reader.catalog.indicators[row.indicator], row.sex).lower()
        if row.sex != "total"
        else "",
        axis=_axis(reader, row.axis) if row.axis else None,
        colour=axis_colour(reader.catalog, row.axis) if row.axis else "grid",
        picture=tiny_picture(reader, row.indicator, (row.sex,)),
        start=None if printed else status_entry(reader, row.trend.first),
        end=status_entry(reader, row.trend.last),
        target=status_entry(reader, row.progress.target),
        share=_share(reader, row),
        verdict=row.verdict,
        said=t(f"status.verdict.{row.verdict}"),
        why=_why(reader, row),
        mark=mark_about(reader, "indicators", row.indicator, GRAVE),
    )


def _axis(reader: Reader, axis: str) -> Link:
    """An axis by its number alone, so that a row stays one line; its name on a touch."""
    whole = axis_link(reader, axis)
    return Link(reader.t("axis.number", number=axis), whole.href, whole.text)


def status_entry(reader: Reader, key: str) -> StatusEntry | None:
    """An observation as a number with its date; None for no key."""
    if not key:
        return None
    t, row = reader.t, observed(reader, key)
    about = reader.catalog.indicators[row.indicator_id]
    changed = row.kind in CHANGE_KINDS
    printed = t("status.change", value=printed_change(t, row)) if changed else ""
    text = printed or reader.qualified(number_text(t, about, row.value), row.qualifier)
    return StatusEntry(Link(text, reader.figure(observation_id(key))), dated(t, row), row.value, changed)


def _share(reader: Reader, row: Status) -> StatusEntry | None:
    share = row.progress.share_of_way
    if share != share:
        return None
    href = reader.figure(indicator_id(row.indicator, row.sex, "share_of_way"))
    return StatusEntry(Link(share_text(reader, share), href), "", share)


def _why(reader: Reader, row: Status) -> str:
    """What verdict and numbers alone don't say: why there is nothing to judge, or how far the target is."""
    t = reader.t
    if row.trend.word == "printed_change":
        return ""
    if row.verdict == "unknown":
        return t(f"progress.reason.{row.trend.rule}")
    if row.trend.rule in ("same", "small"):
        return t(f"status.why.{row.trend.rule}")
    said = row.progress.target and row.progress.share_of_way != row.progress.share_of_way
    return t(f"progress.status.{row.progress.status}") if said else ""
