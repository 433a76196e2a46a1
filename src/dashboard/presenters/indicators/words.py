"""Values, dates, changes and trends in the reader's words."""

import re
from collections.abc import Sequence
from dataclasses import replace

from dashboard.analysis.trends import Trend
from dashboard.components.sentences import Piece, figure_link, sentence
from dashboard.domain.figure_ids import indicator_id, observation_id
from dashboard.domain.measured import Indicator, Observation
from dashboard.i18n import Translator
from dashboard.i18n.manners import NO_BREAK
from dashboard.i18n.scales import MILLION
from dashboard.presenters.reader import Reader

BARE = ("index", "rank", "items")
"""Units that add nothing behind a number."""

_SIGNS = {"=": "", ">": "> ", ">=": "≥ ", "<": "< ", "~": "≈ "}


def number_text(t: Translator, indicator: Indicator, value: float) -> str:
    """A value as it stands at a mark: the percent or dollar sign, no other unit; `28 %`, never `28,0 %`."""
    own = _decimals(value)
    decimals = own if indicator.decimals is None else min(indicator.decimals, own)
    if indicator.unit == "percent":
        return t.percent(value, decimals)
    if indicator.unit == t.currency:
        return t.dollars(value)
    return t.number(value, decimals)


def short_text(t: Translator, indicator: Indicator, value: float, largest: float) -> str:
    """A value as it stands at a mark of a long series: `24,5 M`, `685,7 M $`; exact below a million.

    Args:
        t: the reader's words.
        indicator: whose unit and decimals are used.
        value: what is written.
        largest: of the series, which says whether all are in millions.
    """
    if largest < MILLION or indicator.unit == "percent":
        return number_text(t, indicator, value)
    if indicator.unit == t.currency and t.scale != MILLION:
        return t.scaled(value, None)
    # Three digits or four are as many as an eye takes from a chart.
    rounded = round(value / MILLION, 2 if largest < 10 * MILLION else 1 if largest < 1000 * MILLION else 0)
    if indicator.unit == t.currency:
        return t.scaled(rounded * MILLION, None)
    return f"{t.number(rounded)}{NO_BREAK}M"


def tick_texts(t: Translator, indicator: Indicator, ticks: Sequence[float]) -> list[str]:
    """The values of an axis, as short as they are round: `80 %`, `2,5 %`, `25 M`; never `80,0 %`."""
    largest = max(map(abs, ticks), default=0.0)
    return [
        short_text(t, replace(indicator, decimals=_decimals(tick)), tick, largest if tick else 0.0)
        for tick in ticks
    ]


def _decimals(value: float) -> int:
    return next(count for count in range(9) if abs(round(value, count) - value) < 1e-9 or count == 8)


def value_text(reader: Reader, indicator: Indicator, value: float, qualifier: str) -> str:
    """A value with its unit and, in words, its reserve: `plus de 350 000 personnes`."""
    text = number_text(reader.t, indicator, value)
    if indicator.unit not in (*BARE, "percent", reader.t.currency):
        text += f"{NO_BREAK}{reader.term('indicator_unit', indicator.unit)}"
    return reader.qualified(text, qualifier)


def mark_label(t: Translator, indicator: Indicator, row: Observation, largest: float = 0.0) -> str:
    """What stands at a mark: the value with its reserve as a sign; baseline and target are named.

    The largest value of a long series has its values written short; see `short_text`.
    """
    text = _SIGNS[row.qualifier] + short_text(t, indicator, row.value, largest)
    return t(f"trend.mark.{row.kind}", value=text) if row.kind in ("baseline", "target") else text


def dated(t: Translator, row: Observation) -> str:
    """The period of a value as it is known; see `period_words`."""
    return period_words(t, row.period, row.year)


def period_words(t: Translator, period: str, year: int) -> str:
    """A period of the tables: `2021`, `janv. 2021`, `juin 2014 – août 2014`, `2021–2023`; else its year."""
    if re.fullmatch(r"\d{4}-\d{4}", period):
        return period.replace("-", "–")
    parts = [re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", part) for part in period.split("/")]
    if not all(parts):
        return str(year)
    return " – ".join(t.date(*(int(group or 0) for group in part.groups())) for part in parts if part)


def sex_word(reader: Reader, indicator: Indicator, sex: str) -> str:
    """What a sex is called: girls and boys where an indicator is about children."""
    return reader.term("sex_child" if indicator.child_terms else "sex", sex)


def printed_change(t: Translator, row: Observation) -> str:
    """A printed change with its sign: `−11,8 %`, in points `−3,1`."""
    in_points = row.kind == "absolute_change"
    return t.signed(row.value) if in_points else signed_percent(t, row.value)


def change_text(reader: Reader, indicator: Indicator, change: float) -> str:
    """A change in the indicator's unit, with its sign: `+2,0 points`, `−3,1`, `+133 361 personnes`."""
    t = reader.t
    decimals = indicator.decimals
    if indicator.unit in ("percent", "index"):
        return t("trend.points", n=abs(change), value=t.signed(change, decimals))
    if indicator.unit == t.currency:
        return ("+" if change > 0 else "") + t.dollars(change)
    text = t.signed(change, decimals)
    if indicator.unit in BARE:
        return text
    return f"{text}{NO_BREAK}{reader.term('indicator_unit', indicator.unit)}"


def observed(reader: Reader, key: str) -> Observation:
    """An observation by its id."""
    return reader.catalog.observations[key]


def value_link(reader: Reader, key: str) -> Piece:
    """A printed value that leads to its passport."""
    row = observed(reader, key)
    about = reader.catalog.indicators[row.indicator_id]
    text = value_text(reader, about, row.value, row.qualifier)
    return figure_link(text, reader.figure(observation_id(key)))


def trend_sentence(reader: Reader, indicator: str, sex: str, trend: Trend) -> list[Piece]:
    """What can be said of an indicator and sex, each number leading to its passport."""
    t, catalog = reader.t, reader.catalog
    about = catalog.indicators[indicator]
    if not trend.first:
        return [t("trend.said.no_value")]
    first, last = observed(reader, trend.first), observed(reader, trend.last)
    parts: dict[str, Piece] = {
        "first": value_link(reader, trend.first),
        "last": value_link(reader, trend.last),
        "start": dated(t, first),
        "end": dated(t, last),
        "moved": moved_text(t, trend),
        "why": t(f"progress.reason.{trend.rule}") if t.has(f"progress.reason.{trend.rule}") else "",
    }
    if trend.compared:
        text = with_reserve(reader, trend, change_text(reader, about, trend.change))
        parts["change"] = figure_link(text, reader.figure(indicator_id(indicator, sex, "change")))
    if trend.word == "printed_change":
        parts["change"] = figure_link(printed_change(t, last), reader.figure(observation_id(trend.last)))
    used = t(
        f"trend.said.{trend.word}" if trend.moved or trend.word not in ("up", "down") else "trend.said.moved"
    )
    return sentence(used, **{name: part for name, part in parts.items() if f"{{{name}}}" in used})


def with_reserve(reader: Reader, trend: Trend, change: str) -> str:
    """A change with the reserve of its last value, `plus de 133 361`; one of the first: `environ`."""
    first, last = observed(reader, trend.first), observed(reader, trend.last)
    qualifier = last.qualifier if first.qualifier == "=" else "~"
    return change if qualifier == "=" else f"{reader.term('qualifier', qualifier)} {change.removeprefix('+')}"


def signed_percent(t: Translator, value: float) -> str:
    """A relative change with its sign: `+2,13 %`, `−16 %`."""
    return ("+" if value > 0 else "\u2212" if value < 0 else "") + t.percent(abs(value))


def moved_text(t: Translator, trend: Trend) -> str:
    """`dans le bon sens`, `dans le mauvais sens`, or why neither can be said."""
    return t(f"trend.moved.{trend.moved}") if trend.moved else t("trend.moved.none")


def rule_sentences(reader: Reader, indicator: str, trend: Trend) -> list[str]:
    """The rule that chose the word, with the stated minimum, the reasons of breaks and what weakens it."""
    t, catalog = reader.t, reader.catalog
    about = catalog.indicators[indicator]
    least = about.min_change
    said = [t(f"trend.rule.{trend.rule}")]
    if trend.rule in ("clear", "small") and least is not None:
        minimum = change_text(reader, about, least).lstrip("+")
        said += [t("trend.minimum", value=minimum), t.of(about, "min_change_note")]
    breaks = catalog.breaks
    said += [t.of(breaks[key], "reason") for key in trend.broken_by]
    said += [t(f"trend.caveat.{caveat}") for caveat in trend.caveats]
    return [text for text in said if text]


def capitalised(pieces: list[Piece]) -> list[Piece]:
    """A sentence that begins with a capital letter, unless it begins with a number."""
    first = pieces[0] if pieces else ""
    return [first[:1].upper() + first[1:], *pieces[1:]] if isinstance(first, str) else pieces
