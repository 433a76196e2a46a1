"""Passport of a figure: its value, meaning, place in the report, computation, findings and citation."""

from dash import html
from dash.development.base_component import Component

from dashboard.components.passages import passage_view
from dashboard.components.passports import Passport, passport_view
from dashboard.components.tools import page_share
from dashboard.i18n import LANGUAGES
from dashboard.pages import Page
from dashboard.presenters.context import Context
from dashboard.presenters.passages import passage_of
from dashboard.presenters.passports import citations, passport_of
from dashboard.presenters.reader import Reader, speech
from dashboard.store import Catalog


def _exists(catalog: Catalog, key: str) -> bool:
    """Whether the data knows the figure."""
    return passport_of(Reader(catalog, speech(catalog, LANGUAGES[0])), key) is not None


def _title(context: Context) -> tuple[str, str]:
    passport = _passport(context)
    return passport.name, context.t(
        "figure.description", value=passport.value, source=passport.place.attribution
    )


def _layout(context: Context) -> list[Component]:
    passport = _passport(context)
    passage = passage_of(context, context.key)
    told = passage_view(passage, context.t) if passage else []
    version = context.t("passport.version", version=context.catalog.version, id=passport.id)
    return [
        html.P(context.t("figure.title"), className="kicker"),
        html.H1(passport.name),
        page_share(context.here, context.page, context.key, context.t),
        *passport_view(passport, citations(context, context.key), context.t, told),
        html.P(version, className="source"),
    ]


def _passport(context: Context) -> Passport:
    passport = passport_of(context, context.key)
    if passport is None:
        raise LookupError(context.key)
    return passport


PAGE = Page(
    "figure",
    title=_title,
    layout=_layout,
    exists=_exists,
    assets=("data.css",),
)
