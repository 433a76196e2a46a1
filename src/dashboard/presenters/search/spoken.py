"""A figure in one sentence: whose it is, of which year, its number leading to its passport."""

from collections.abc import Callable

from dashboard.components.passports import Passport
from dashboard.components.sentences import Piece, figure_link, sentence
from dashboard.domain.figure_ids import parts_of
from dashboard.presenters.indicators.words import dated, sex_word
from dashboard.presenters.names import agency_link, axis_link
from dashboard.presenters.passports import passport_of
from dashboard.presenters.reader import Reader
from dashboard.presenters.results.filters import filter_value
from dashboard.presenters.results.items import figures_of, linked_summary

Spoken = list[Piece]


def figure_sentence(reader: Reader, figure: str) -> Spoken:
    """The sentence of a figure.

    Args:
        reader: for whom.
        figure: id of a figure that the data know.
    """
    passport = passport_of(reader, figure)
    if passport is None:
        raise LookupError(figure)
    kind, parts = parts_of(figure)
    return _SPEAKERS[kind](reader, passport, parts)


def whose(reader: Reader, kind: str, key: str) -> str:
    """Whose money it is: an entity's, an axis's, that of all."""
    if kind == "agency":
        return reader.t("answer.entity", name=agency_link(reader, key).text)
    if kind == "axis":
        name = axis_link(reader, key).text
        return reader.t("answer.axis", name=name[0].lower() + name[1:])
    return reader.t("answer.un")


_KINDS = {"agencies": "agency", "axes": "axis"}
"""Table of money in an id -> whose it is."""


def _money(reader: Reader, passport: Passport, parts: tuple[str, ...]) -> Spoken:
    table, year, key, measure = parts
    if not reader.t.has(f"answer.{measure}"):
        return _named(reader, passport, parts)
    amount = passport.value.count("$") and passport.number is not None
    value = reader.t.scaled(passport.number or 0) if amount else passport.value
    who = whose(reader, _KINDS.get(table, ""), key)
    return _said(reader, passport, f"answer.{measure}", value, year=year, who=who)


def _count(reader: Reader, passport: Passport, parts: tuple[str, ...]) -> Spoken:
    t = reader.t
    measure, *pairs = parts
    chosen = dict(pair.split(".", 1) for pair in pairs)
    year = chosen.pop("year", str(reader.catalog.year))
    named = ", ".join(
        t("finding.label", word=t(f"filter.{name}").lower(), text=filter_value(reader, name, value))
        for name, value in chosen.items()
    )
    cited = ".cited" if measure == "results" and "agency" in chosen else ""
    filters = t("answer.filters", filters=named) if named else ""
    return _said(reader, passport, f"answer.{measure}{cited}", passport.value, year=year, filters=filters)


def _observation(reader: Reader, passport: Passport, parts: tuple[str, ...]) -> Spoken:
    row = reader.catalog.observations[parts[0]]
    about = reader.catalog.indicators[row.indicator_id]
    facts = {
        "name": reader.t.of(about),
        "sex": sex_word(reader, about, row.sex).lower(),
        "date": dated(reader.t, row),
    }
    return _said(reader, passport, "answer.indicator", passport.value, **facts)


def _quantity(reader: Reader, passport: Passport, parts: tuple[str, ...]) -> Spoken:
    """What the result says, with the quantity in it as a link; before it where it is not said so."""
    key, *seq = parts
    figures = [row for row in figures_of(reader.catalog, key) if str(row.seq) in seq]
    said, others = linked_summary(reader, reader.catalog.results[key], figures)
    pieces = [part if isinstance(part, str) else figure_link(part.text, part.href) for part in said]
    before = [piece for other in others for piece in (figure_link(other.text, other.href), ". ")]
    return [*before, *pieces]


def _named(reader: Reader, passport: Passport, parts: tuple[str, ...]) -> Spoken:
    """What has no sentence of its own: name and value."""
    return _said(reader, passport, "answer.named", passport.value, name=passport.name)


def _said(reader: Reader, passport: Passport, key: str, value: str, **facts: str) -> Spoken:
    number = figure_link(value, reader.figure(passport.id))
    return sentence(reader.t.template(key, passport.number), value=number, **facts)


_SPEAKERS: dict[str, Callable[[Reader, Passport, tuple[str, ...]], Spoken]] = {
    "m": _money,
    "c": _money,
    "n": _count,
    "o": _observation,
    "r": _quantity,
    "i": _named,
}
"""Kind of an id -> how its figure is said."""
