"""From a figure's id to its passport: one resolver per kind of id."""

from collections.abc import Callable
from dataclasses import replace

from dashboard.components.passports import Passport
from dashboard.domain.figure_ids import FINANCE_TABLES, parts_of, short_address
from dashboard.i18n import LANGUAGES, Translator
from dashboard.presenters.earlier import earlier_values
from dashboard.presenters.indicators.observations import observation_passport
from dashboard.presenters.indicators.passports import trend_passport
from dashboard.presenters.money.over_years import over_years_passport
from dashboard.presenters.money.passports import computed_money_passport, money_passport
from dashboard.presenters.places.need_passports import need_passport
from dashboard.presenters.reader import Reader, speech
from dashboard.presenters.results.by_year import count_change_passport
from dashboard.presenters.results.counts import count_passport
from dashboard.presenters.results.passports import result_passport
from dashboard.store import Catalog
from dashboard.store.derived import derived

Resolver = Callable[[Reader, str, tuple[str, ...]], Passport | None]


def _of_several_years(reader: Reader, figure_id: str, parts: tuple[str, ...]) -> Passport | None:
    """An amount or a count in several reports."""
    resolver = over_years_passport if parts[0] in FINANCE_TABLES else count_change_passport
    return resolver(reader, figure_id, parts)


RESOLVERS: dict[str, Resolver] = {
    "o": observation_passport,
    "i": trend_passport,
    "m": money_passport,
    "c": computed_money_passport,
    "y": _of_several_years,
    "f": need_passport,
    "r": result_passport,
    "n": count_passport,
}
"""Kind of id -> how its passport is made; each gives None for what the data does not know."""


def passport_of(reader: Reader, figure_id: str) -> Passport | None:
    """The passport of a figure, None where the data knows no such figure."""
    return _resolved(reader.catalog, reader.t, figure_id)


@derived(most=16)
def _resolved(catalog: Catalog, t: Translator, figure_id: str) -> Passport | None:
    """A page asks several times: for its address, its head, its content and its citations."""
    reader = Reader(catalog, t)
    kind, parts = parts_of(figure_id)
    resolver = RESOLVERS.get(kind)
    try:
        passport = resolver(reader, figure_id, parts) if resolver else None
    except (LookupError, ValueError):
        # A key that no table holds, or a year that is no number: a figure that does not exist.
        return None
    return replace(passport, earlier=earlier_values(reader, figure_id)) if passport else None


def citations(reader: Reader, figure_id: str) -> list[tuple[str, str]]:
    """A ready citation in every language, the reader's first: (language, text); none of an unknown figure."""
    order = sorted(LANGUAGES, key=lambda language: language != reader.t.language)
    readers = [Reader(reader.catalog, speech(reader.catalog, language)) for language in order]
    found = [(own, passport_of(own, figure_id)) for own in readers]
    return [(own.t.language, citation(own, passport)) for own, passport in found if passport]


def citation(reader: Reader, passport: Passport) -> str:
    """How to cite a figure in the reader's language."""
    return reader.t(
        f"passport.citation.{passport.origin}",
        name=passport.name,
        value=passport.value.removesuffix("."),
        source=passport.place.attribution,
        ref=passport.place.ref,
        version=reader.catalog.version,
        address=reader.catalog.public_address + short_address(passport.id),
    )
