"""Money in the country's own beside the report's dollars, at the rate of the year that the package gives."""

from dataclasses import dataclass

import pandas as pd
from dash import html
from dash.development.base_component import Component

from dashboard.components.boards import of_hundred
from dashboard.components.links import Link, link_to
from dashboard.components.sentences import Piece, figure_link, sentence
from dashboard.domain.figure_ids import computed_money_id, money_id
from dashboard.presenters.context import Context
from dashboard.presenters.money.board import total_row
from dashboard.presenters.reader import Reader
from dashboard.presenters.sources import place_of
from dashboard.store.catalog import Row

_SCALES = ((1e9, "local.billions"), (1e6, "local.millions"))
"""From which amount on -> the words for so many of it; smaller ones are written out."""
_PARTS = {"mobilised": "mobilised_rate", "spent": "spent_rate"}
"""What became of the budget -> the word of the figure that says it in percent."""
_HUNDRED = 100.0
_AMOUNTS = ("budget", *_PARTS)


@dataclass(frozen=True)
class Rate:
    """How much of the country's money one dollar was.

    Attributes:
        currency: the country's money in words, many of it.
        units: of it.
        kind: what the rate is: the average of a year.
        source: whose it is, with the link.
    """

    currency: str
    units: float
    kind: str
    source: Link


def rate_of(reader: Reader, year: int) -> Rate | None:
    """The rate of a year; None where the package gives none."""
    money = reader.catalog.package.get("local_money", {})
    row = next((row for row in money.get("rates", ()) if row["year"] == year), None)
    if row is None:
        return None
    place = place_of(reader, row["source_id"], row["ref"])
    source = Link(f"{place.attribution}, {place.ref}", place.url)
    return Rate(reader.t.of(money), row["units"], reader.t.of(row, "kind"), source)


def in_local(reader: Reader, dollars: float, year: int) -> str:
    """An amount in the country's money, rounded to a tenth of its scale; empty where there is no rate."""
    rate = rate_of(reader, year)
    if rate is None:
        return ""
    t, value = reader.t, dollars * rate.units
    for scale, words in _SCALES:
        if abs(value) >= scale:
            return t(words, value=t.number(value / scale, 1), currency=rate.currency)
    return t("local.units", value=t.number(value, 0), currency=rate.currency)


def local_facts(reader: Reader, dollars: float, year: int) -> list[tuple[str, list[Link]]]:
    """For the passport of an amount: its value in the country's money, and at which rate."""
    rate = rate_of(reader, year)
    if rate is None:
        return []
    t = reader.t
    return [
        (t("local.amount", currency=rate.currency), [Link(in_local(reader, dollars, year), "")]),
        (t("local.rate"), [Link(_rate_words(reader, rate), ""), rate.source]),
    ]


def local_section(context: Context) -> list[Component]:
    """What became of a hundred that were planned, as a picture with its words; the amounts at the rate."""
    t, year = context.t, int(context.view.year)
    total, rate = total_row(context, "agency", year), rate_of(context, year)
    if any(pd.isna(total[f"{part}_pct"]) for part in _PARTS):
        return []
    currency = rate.currency if rate else t("local.dollars")
    shares = {part: t.number(total[f"{part}_pct"], 0) for part in _PARTS}
    links = {part: figure_link(text, _share_passport(context, part)) for part, text in shares.items()}
    parts: list[tuple[str, float, list[Piece]]] = [
        (part, float(total.get(f"{part}_pct", _HUNDRED)), _words(context, total, part)) for part in _AMOUNTS
    ]
    told = [_rate_words(context, rate), ", ", link_to(rate.source), "."] if rate else []
    return [
        html.Section(
            [
                html.H2(t("local.hundred", currency=currency)),
                html.P(sentence(t("local.hundred.said"), currency=currency, **links)),
                of_hundred(parts),
                *([html.P(told, className="subtitle")] if told else []),
            ],
            className="card local-money",
        )
    ]


def _share_passport(context: Context, part: str) -> str:
    return context.figure(computed_money_id("totals", int(context.view.year), "agencies", _PARTS[part]))


def _words(context: Context, total: Row, part: str) -> list[Piece]:
    """`68 obtenus : 219,0 milliards de francs CFA (395,0 M $)`."""
    t, year = context.t, int(context.view.year)
    dollars = float(total[f"{part}_usd"])
    amount = in_local(context, dollars, year) or t.scaled(dollars)
    return sentence(
        t("local.item" if rate_of(context, year) else "local.item.dollars"),
        part=t(f"local.part.{part}", value=t.number(total.get(f"{part}_pct", _HUNDRED), 0)),
        amount=figure_link(amount, context.figure(money_id("totals", year, "agencies", part))),
        dollars=t.scaled(dollars),
    )


def _rate_words(reader: Reader, rate: Rate) -> str:
    t = reader.t
    return t("local.rate.said", value=t.number(rate.units), currency=rate.currency, kind=rate.kind)
