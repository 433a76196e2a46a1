"""What a picture that stands alone says of a card, and what its file is called."""

import re

from dashboard.components.cards import Card
from dashboard.domain.picture import Drawing
from dashboard.domain.text import folded
from dashboard.figures.picture_plate import Plate
from dashboard.i18n import Translator
from dashboard.presenters.context import Context
from dashboard.presenters.results.filters import NAMED, NAMES, filter_value
from dashboard.presenters.sources import report_place
from dashboard.store import Catalog

ABOUT_PANELS = {"trends": ("sex",)}
"""Page -> the choices that its pictures show; the others choose which of them there are."""
UNSAID = ("year", "indicator")
"""The choices that the name of a file says anyway."""
CHOICE_LABELS = {"sex": "trends.column.sex", "q": "filter.text"}
"""Choice -> the key of its name, where that is not the filter's."""
OF_ALL_YEARS = ("cycle",)
"""Pages whose cards are of all reports."""
LONGEST_TITLE = 60
"""Letters of a title in the name of a file."""
_LONGEST_NAME = 117
"""Letters of a name without its language and ending."""


def plate_of(context: Context, card: Card, drawing: Drawing, address: str, code: tuple[str, int]) -> Plate:
    """The picture of a card.

    Args:
        context: of the view.
        card: what is shown.
        drawing: its chart.
        address: of the view, as readers type it.
        code: the QR code of the address, see `Plate`.
    """
    return Plate(
        name=card.heading,
        finding=card.brief or card.finding,
        about=card.subtitle,
        chosen=" · ".join(chosen_words(context)),
        drawing=drawing,
        sources=[text for text in (card.source, *card.cited) if text],
        address=address,
        publisher=report_place(context, "", context.year).publisher,
        code=code,
    )


def plate_of_words(context: Context, said: str, about: str, drawing: Drawing, address: str) -> Plate:
    """The picture of a view that has no chart.

    Args:
        context: of the view.
        said: its sentence.
        about: what it measures.
        drawing: what else it says.
        address: of the view, as readers type it.
    """
    place = report_place(context, "", context.year)
    chosen = " · ".join(chosen_words(context))
    return Plate(said, said, about, chosen, drawing, [place.title], address, place.publisher)


def chosen_words(context: Context) -> list[str]:
    """What the page is about and what the reader chose, in words: `Entité : PAM`, `Lieu : Mopti (région)`."""
    about = [_in_words(context, context.page, context.key)] if context.page in NAMED else []
    return [*about, *choice_words(context)]


def choice_words(context: Context) -> list[str]:
    """What the reader chose on the page, in words."""
    view = context.view
    shown = ABOUT_PANELS.get(context.page, tuple(NAMES))
    asked = [name for name in view.defaults if name in shown and view[name] != view.defaults[name]]
    return [_in_words(context, name, view[name]) for name in asked]


def _in_words(context: Context, name: str, value: str) -> str:
    t = context.t
    label = t(CHOICE_LABELS.get(name, f"filter.{name}"))
    return t("named", name=label, value=filter_value(context, name, value))


def file_name(context: Context, card: Card, ending: str) -> str:
    """What, of when, with which choices, in which language: `onu-mali-2021_resultats-par-region_fr.svg`."""
    t, view = context.t, context.view
    shown = ABOUT_PANELS.get(context.page, tuple(view.defaults))
    chosen = [
        _in_words(context, name, view[name]) if name in NAMES else f"{name}-{view[name]}"
        for name in shown
        if name not in UNSAID and view[name] != view.defaults[name]
    ]
    named = f"file.card.{card.id}"
    title = _shortened(slug(t(named) if t.has(named) else card.heading), LONGEST_TITLE)
    parts = [f"{file_start(context.catalog, t)}-{_years(context)}", title, context.key, *chosen]
    name = _shortened("_".join(slug(part) for part in parts if part), _LONGEST_NAME)
    return f"{name}_{t.language}.{ending}"


def _years(context: Context) -> str:
    """Of when a card is: of all reports on the page that sets them side by side, else of one."""
    years = context.catalog.years
    return f"{years[0]}-{years[-1]}" if context.page in OF_ALL_YEARS else str(context.year)


def _shortened(name: str, most: int) -> str:
    """The first whole words of a name that has them in `slug`, within so many letters."""
    if len(name) <= most:
        return name
    return re.sub(r"[-_][^-_]*$", "", name[: most + 1]).strip("-_")


def file_start(catalog: Catalog, t: Translator) -> str:
    """How the names of all files begin: whose report it is, `onu-mali`, as the package says."""
    return slug(t.bare(catalog.package, "file_name") or catalog.package["name"])


def slug(text: str) -> str:
    """A text as the name of a file holds it: `resultats-par-region`."""
    return re.sub(r"[^a-z0-9]+", "-", folded(text)).strip("-")
