"""From a figure's id to its passport: one resolver per kind of id."""

from collections.abc import Callable
from dataclasses import replace

from dashboard.components.passports import Passport
from dashboard.domain.figure_ids import parts_of, short_address
from dashboard.i18n import LANGUAGES, translator
from dashboard.presenters.context import Context
from dashboard.presenters.indicators.observations import observation_passport
from dashboard.presenters.indicators.passports import trend_passport
from dashboard.presenters.money.passports import computed_money_passport, money_passport
from dashboard.presenters.results.counts import count_passport
from dashboard.presenters.results.passports import result_passport

Resolver = Callable[[Context, str, tuple[str, ...]], Passport | None]

RESOLVERS: dict[str, Resolver] = {
    "o": observation_passport,
    "i": trend_passport,
    "m": money_passport,
    "c": computed_money_passport,
    "r": result_passport,
    "n": count_passport,
}
"""Kind of id -> how its passport is made; each gives None for what the data does not know."""


def passport_of(context: Context, figure_id: str) -> Passport | None:
    """The passport of a figure, None where the data knows no such figure."""
    kind, parts = parts_of(figure_id)
    resolver = RESOLVERS.get(kind)
    try:
        return resolver(context, figure_id, parts) if resolver else None
    except (LookupError, ValueError):
        # A key that no table holds, or a year that is no number: a figure that does not exist.
        return None


def citations(context: Context, figure_id: str) -> list[tuple[str, str]]:
    """A ready citation in every language, the reader's first: (language, text)."""
    order = sorted(LANGUAGES, key=lambda language: language != context.t.language)
    return [(language, _citation(replace(context, t=translator(language)), figure_id)) for language in order]


def _citation(context: Context, figure_id: str) -> str:
    t, passport = context.t, passport_of(context, figure_id)
    if passport is None:
        return ""
    return t(
        f"passport.citation.{passport.origin}",
        name=passport.name,
        value=passport.value.removesuffix("."),
        source=passport.place.attribution,
        ref=passport.place.ref,
        version=context.catalog.version,
        address=context.catalog.public_address + short_address(figure_id),
    )
