"""The answer to a question by one figure of the data; unsure, it offers readings; unknown, it says so."""

from collections.abc import Iterable
from dataclasses import replace

from dashboard.analysis.people import FEMALE
from dashboard.analysis.trends import CHANGE_KINDS
from dashboard.components.links import Link
from dashboard.components.replies import Reply
from dashboard.domain.figure_ids import computed_money_id, count_id, money_id, observation_id, result_id
from dashboard.presenters.passports import passport_of
from dashboard.presenters.reader import Reader
from dashboard.presenters.results.found import reading, results_of_term, telling_terms
from dashboard.presenters.results.items import figure_text
from dashboard.presenters.search.asking import ASKED_COUNTS, ASKED_SHARE, MONEY, Asked, asked_of
from dashboard.presenters.search.spoken import figure_sentence, whose
from dashboard.store.catalog import Row, records

_MOST, _TOO_MANY = 5, 40
_WHOLE, _MALE, _ALL = "agencies", "male", "total"
_RATES = {
    frozenset({"mobilised", "budget"}): "mobilised_rate",
    frozenset({"spent", "budget"}): "spent_rate",
    frozenset({"gap", "budget"}): "gap_rate",
    frozenset({"spent", "mobilised"}): "execution_rate",
    frozenset({"mobilised"}): "mobilised_rate",
}
"""The amounts whose share is asked -> the rate."""
_PARTS = {
    "execution_rate": ("spent", "mobilised"),
    "mobilised_rate": ("mobilised", "budget"),
    "spent_rate": ("spent", "budget"),
}
"""A rate by which one says whether all was so used -> the amounts of which it is made."""
_NEARLY = 0.995
"""The share from which on a rate is written as 100 %."""
_COMPUTED = ("unspent", "mobilised_rate", "spent_rate", "gap_rate")
_BY = ("place", "theme", "concerns", "beneficiary", "output", "outcome", "indicator")
"""Kinds by which the report gives no money."""
_SEXES = {"girls": FEMALE, "women": FEMALE}
"""Code of a group that results concern -> the sex of an indicator's values."""


def reply_to(reader: Reader, text: str) -> Reply | None:
    """The reply to a text that asks something; None for words that are no question of this kind."""
    asked = asked_of(reader.catalog, text)
    reply = _reply_to(reader, asked)
    if reply is None or reply.figure or not asked.counts or asked.measures & set(MONEY):
        return reply
    return replace(reply, readings=[*_quantities(reader, text), *reply.readings][:_MOST])


def _quantities(reader: Reader, text: str) -> list[Link]:
    """The headline quantities of the results that say all words, largest first; none of an entity."""
    terms = telling_terms(reader.catalog, text)
    if not terms or any({"agency", "partner"} & term.kinds() for term in reading(reader.catalog, text).terms):
        return []
    found = frozenset.intersection(*(results_of_term(reader.catalog, term) for term in terms))
    rows = [
        row
        for row in reader.catalog.result_figures
        if row.headline and row.result_id in found and len(found) < _TOO_MANY
    ]
    rows.sort(key=lambda row: -row.value)
    return [
        Link(figure_text(reader, row), reader.figure(result_id(row.result_id, row.seq)))
        for row in rows[:_MOST]
    ]


def _reply_to(reader: Reader, asked: Asked) -> Reply | None:
    """The same without the quantities of results."""
    money, counts = asked.measures & set(MONEY), asked.measures & set(ASKED_COUNTS)
    if not (money or counts or _asks(asked)):
        return None
    if asked.silences:
        return _unsure(reader, reader.t.of(reader.catalog.silences[asked.silences[0]], "text"), asked)
    if asked.left:
        quoted = ", ".join(reader.t("quoted", text=word) for word in asked.left)
        return _unsure(reader, reader.t("answer.unknown.words", words=quoted), asked)
    if asked.beyond or len(asked.years) > 1:
        return _unsure(reader, reader.t("answer.unknown.beyond"), asked)
    if money:
        return _money(reader, asked, money)
    if asked.indicators and (not counts or counts == {"people"}) and not asked.one("place"):
        return _indicator(reader, asked)
    if counts:
        return _count(reader, asked, counts)
    return Reply([reader.t("answer.unknown.sum")])


def _asks(asked: Asked) -> bool:
    """Whether words without a measure ask for a number: of an indicator, by their form or by whose it is."""
    if asked.counts or (asked.marked and (asked.left or asked.silences) and not asked.things):
        return True
    return len(asked.indicators) == 1 and bool(asked.males or asked.years or asked.one("concerns"))


def _money(reader: Reader, asked: Asked, money: set[str]) -> Reply:
    t, catalog = reader.t, reader.catalog
    if any(asked.things.get(kind) for kind in _BY) or asked.males:
        return _unsure(reader, t("answer.unknown.money"), asked)
    year = asked.years[0] if asked.years else catalog.year
    if year not in catalog.years:
        return _no_year(reader, year, [str(known) for known in catalog.years], asked)
    measure = _measure(asked, money)
    named = [(kind, key) for kind in ("agency", "axis") for key in asked.things.get(kind, [])]
    if not measure or len(named) > 1:
        return _unsure(reader, t("answer.unknown.which"), asked)
    kind, key = named[0] if named else ("", "")
    figure = _money_figure(kind, key, measure, year)
    if passport_of(reader, figure) is None:
        return _unsure(reader, t("answer.unknown.row", name=whose(reader, kind, key)), asked)
    reply = _reply(reader, figure)
    if not asked.whole or measure not in _PARTS:
        return reply
    parts = [_money_figure(kind, key, part, year) for part in _PARTS[measure]]
    return replace(reply, said=[_verdict(reader, *parts), " ", *reply.said])


def _verdict(reader: Reader, part: str, whole: str) -> str:
    """Whether one amount is all of another, by their ids: `Oui.`, `Presque.`, `Non.`"""
    amounts = [passport_of(reader, figure) for figure in (part, whole)]
    used, there = (passport.number or 0 if passport else 0 for passport in amounts)
    word = "yes" if used >= there else "nearly" if used >= _NEARLY * there else "no"
    return reader.t(f"answer.all.{word}")


def _measure(asked: Asked, money: set[str]) -> str:
    """The one measure that a question names; empty where it can be read in several ways."""
    if asked.whole and money == {"spent"}:
        return "execution_rate"
    if asked.whole and frozenset(money) in _RATES:
        return _RATES[frozenset(money)]
    if ASKED_SHARE in asked.measures:
        return _RATES.get(frozenset(money), "execution_rate" if money == {"execution_rate"} else "")
    others = money - {"budget"} if len(money) > 1 else money
    return next(iter(others)) if len(others) == 1 else ""


def _money_figure(kind: str, key: str, measure: str, year: int) -> str:
    table, row = {"agency": ("agencies", key), "axis": ("axes", key)}.get(kind, ("totals", _WHOLE))
    make = computed_money_id if measure in _COMPUTED else money_id
    return make(table, year, row, measure)


def _count(reader: Reader, asked: Asked, counts: set[str]) -> Reply:
    t, catalog = reader.t, reader.catalog
    year = asked.years[0] if asked.years else catalog.year
    if year not in catalog.years:
        return _no_year(reader, year, [str(known) for known in catalog.years], asked)
    filters = {kind: keys for kind, keys in asked.things.items() if kind != "indicator"}
    if len(counts) > 1 or any(len(keys) > 1 for keys in filters.values()) or asked.males:
        return _unsure(reader, t("answer.unknown.which"), asked)
    measure = next(iter(counts))
    chosen = {kind: keys[0] for kind, keys in filters.items()}
    if measure == "people" and set(chosen) - {"theme", "axis", "output", "outcome"}:
        return _unsure(reader, t("answer.unknown.people"), asked)
    if measure == "agencies" and "agency" in chosen:
        return _unsure(reader, t("answer.unknown.which"), asked)
    figure = count_id(measure, **chosen)
    if passport_of(reader, figure) is None:
        return _unsure(reader, t("answer.unknown.which"), asked)
    return _reply(reader, figure)


def _indicator(reader: Reader, asked: Asked) -> Reply:
    """The value of an indicator that the report prints, else that of the public series, latest first."""
    t = reader.t
    if len(asked.indicators) > 1 or set(asked.things) - {"indicator", "concerns", "theme", "beneficiary"}:
        return _unsure(reader, t("answer.unknown.which"), asked)
    key = next(iter(asked.indicators))
    sex = _MALE if asked.males else _SEXES.get(asked.one("concerns"), _ALL)
    values = _values(reader, key)
    ours = [row for row in values if row["sex"] == sex] or ([] if sex != _ALL else values)
    if not ours:
        return _unsure(reader, t("answer.unknown.which"), asked)
    year = asked.years[0] if asked.years else 0
    of_year = [row for row in ours if not year or row["year"] == year]
    if not of_year:
        return _no_year(reader, year, sorted({str(row["year"]) for row in ours}), asked)
    row = of_year[0]
    if sex == _ALL and row["sex"] != _ALL:
        return _unsure(reader, t("answer.unknown.which"), asked)
    return _reply(reader, observation_id(str(row["observation_id"])))


def _values(reader: Reader, indicator: str) -> list[Row]:
    """The values of an indicator, those of the report before those of others, the latest first."""
    reports = {key for key, row in reader.catalog.sources.items() if row.kind == "report"}
    rows = [
        row
        for row in records(reader.catalog["observations"])
        if row["indicator_id"] == indicator and row["kind"] not in (*CHANGE_KINDS, "target", "projection")
    ]
    return sorted(rows, key=lambda row: (row["source_id"] not in reports, -int(row["year"])))


def _reply(reader: Reader, figure: str) -> Reply:
    """The answer by a figure that the data know, with the gravest finding on it."""
    passport = passport_of(reader, figure)
    found = passport.findings[:1] if passport else []
    remarks = [Link(finding.sentence, finding.href) for finding in found]
    return Reply(figure_sentence(reader, figure), figure, remarks)


def _no_year(reader: Reader, year: int, years: list[str], asked: Asked) -> Reply:
    said = reader.t("answer.unknown.year", year=year, years=reader.t.listing(years))
    return _unsure(reader, said, asked)


def _unsure(reader: Reader, said: str, asked: Asked) -> Reply:
    """No answer: why, and the figures that the question may mean."""
    found = (_reading(reader, figure) for figure in dict.fromkeys(_near(reader, asked)))
    return Reply([said], readings=[link for link in found if link][:_MOST])


def _reading(reader: Reader, figure: str) -> Link | None:
    passport = passport_of(reader, figure)
    return Link(passport.name, reader.figure(figure)) if passport else None


def _near(reader: Reader, asked: Asked) -> Iterable[str]:
    """Ids of the figures of what a question names, whether they exist or not."""
    year = reader.catalog.year
    measures = [measure for measure in MONEY if measure in asked.measures]
    for kind in ("agency", "axis"):
        for key in asked.things.get(kind, []):
            yield from (_money_figure(kind, key, measure, year) for measure in measures or ("spent",))
    if measures and not (asked.things.get("agency") or asked.things.get("axis")):
        yield from (_money_figure("", "", measure, year) for measure in measures)
    for kind, keys in asked.things.items():
        yield from (count_id("results", **{kind: key}) for key in keys if kind != "indicator")
    for indicator in sorted(asked.indicators):
        yield from (observation_id(str(row["observation_id"])) for row in _values(reader, indicator)[:1])
