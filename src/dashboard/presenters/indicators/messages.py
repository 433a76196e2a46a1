"""What an indicator says, in one short sentence: the heading of its panel."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from dashboard.analysis.people import FEMALE
from dashboard.analysis.trends import Trend
from dashboard.components.sentences import Piece
from dashboard.presenters.indicators.evidence import MALE, pairs_of_sexes
from dashboard.presenters.indicators.values import trend_and_progress
from dashboard.presenters.indicators.words import (
    change_text,
    dated,
    number_text,
    observed,
    printed_change,
    sex_word,
    value_text,
)
from dashboard.presenters.reader import Reader


def message(reader: Reader, indicator: str, sexes: Sequence[str]) -> str:
    """Which way an indicator went and what that is worth; where the two sexes are given, of both."""
    trends = {sex: trend_and_progress(reader.catalog, indicator, sex)[0] for sex in sexes}
    if {FEMALE, MALE} <= set(trends):
        return _of_both(reader, indicator, trends[FEMALE], trends[MALE])
    sex, trend = next(iter(trends.items()))
    said = _of_one(reader, trend)
    about = reader.catalog.indicators[indicator]
    return said if sex == "total" else reader.t("trend.pair", name=sex_word(reader, about, sex), text=said)


def _of_one(reader: Reader, trend: Trend) -> str:
    t = reader.t
    if not trend.first:
        return t("trend.word.no_value")
    first, last = observed(reader, trend.first), observed(reader, trend.last)
    about = reader.catalog.indicators[first.indicator_id]
    parts: dict[str, Any] = {
        "first": reader.qualified(number_text(t, about, first.value), first.qualifier),
        "last": value_text(reader, about, last.value, last.qualifier),
        "when": dated(t, last),
        "verdict": _verdict(reader, trend),
    }
    if trend.word == "printed_change":
        return t("message.printed", change=printed_change(t, last), when=parts["when"])
    if trend.word in ("one_value", "not_comparable"):
        return t(f"message.{trend.word}", **parts)
    return t("message.moved", **parts) if parts["verdict"] else t("message.values", **parts)


def _verdict(reader: Reader, trend: Trend) -> str:
    """`se dégrade`, `s'améliore`, `pas de changement net`; nothing where neither way is the better one."""
    if trend.moved:
        return reader.t(f"status.verdict.{trend.moved}")
    return reader.t("status.verdict.unclear") if trend.word == "no_clear_change" else ""


def _of_both(reader: Reader, indicator: str, women: Trend, men: Trend) -> str:
    t, about = reader.t, reader.catalog.indicators[indicator]
    names: dict[str, Any] = {
        "female": sex_word(reader, about, FEMALE),
        "male": sex_word(reader, about, MALE).lower(),
    }
    if women.compared and men.compared:
        decimals = about.decimals
        return t(
            "message.both.moved",
            **names,
            change_female=t.signed(women.change, decimals),
            change_male=change_text(reader, about, men.change),
            gap=t(f"message.gap.{_gap(reader, indicator)}"),
        )
    if women.word == men.word == "printed_change":
        changes: dict[str, Any] = {
            f"change_{sex}": printed_change(t, observed(reader, trend.last))
            for sex, trend in (("female", women), ("male", men))
        }
        return t("message.both.printed", **names, **changes)
    if women.word == men.word == "not_comparable":
        values: dict[str, Any] = {}
        for sex, trend in (("female", women), ("male", men)):
            values[f"first_{sex}"] = t.number(observed(reader, trend.first).value)
            values[f"last_{sex}"] = number_text(t, about, observed(reader, trend.last).value)
        return t("message.both.not_comparable", **names, **values)
    parted = [
        t("trend.pair", name=name, text=_of_one(reader, trend))
        for name, trend in zip(names.values(), (women, men), strict=True)
    ]
    return t("message.parted", one=parted[0], other=parted[1])


def _gap(reader: Reader, indicator: str) -> str:
    """What became of the distance between the sexes: `reversed`, `wider`, `narrower` or `same`."""
    pairs = pairs_of_sexes(reader.catalog, indicator)
    if not pairs:
        return "same"
    first, last = (f.value - m.value for f, m in (pairs["first"], pairs["last"]))
    if first * last < 0:
        return "reversed"
    more = round(abs(last) - abs(first), 6)
    return "wider" if more > 0 else "narrower" if more < 0 else "same"


def finding(reader: Reader, shown: Sequence[tuple[str, Sequence[str]]]) -> list[Piece]:
    """What a view of several indicators says: how many got worse, better, or can't be judged.

    Args:
        reader: whose words are used.
        shown: the indicators with their sexes.
    """
    t = reader.t
    if len(shown) == 1:
        (indicator, sexes) = shown[0]
        name = t.of(reader.catalog.indicators[indicator])
        return [t("trend.pair", name=name, text=message(reader, indicator, sexes))]
    trends = [trend_and_progress(reader.catalog, key, sex)[0] for key, sexes in shown for sex in sexes]
    counts = Counter(trend.moved or "open" for trend in trends)
    said = [
        t(f"status.count.{verdict}", n=counts[verdict])
        for verdict in ("wrong", "right", "open")
        if counts[verdict]
    ]
    return [t("trend.pair", name=t("message.shown", n=len(shown)), text=", ".join(said))]
