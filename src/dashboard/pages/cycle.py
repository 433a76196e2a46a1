"""All years on one page: money, results, places, what was announced, what returns, what was revised."""

from dash import html
from dash.development.base_component import Component

from dashboard.components.cards import chart_card
from dashboard.components.controls import choice_list, choices_form, search_box
from dashboard.components.frame import more_choices, view_head
from dashboard.components.library import contents
from dashboard.domain.view import Choice
from dashboard.pages import Cards, Page
from dashboard.presenters.context import Context
from dashboard.presenters.cycle.announced import announced_card, next_year, returning_card
from dashboard.presenters.cycle.between import between_card
from dashboard.presenters.cycle.money import YEARLY, rows_card, total_card
from dashboard.presenters.cycle.results import figures_card, outputs_card, places_card, words_card
from dashboard.presenters.cycle.values import revised_card
from dashboard.store import Catalog

_OPENS_WITH = YEARLY[1]


def _choices(catalog: Catalog) -> tuple[Choice, ...]:
    """The amount of the tables of money, and words to look for in all years."""
    return Choice("measure", YEARLY, _OPENS_WITH), Choice("q")


def _title(context: Context) -> tuple[str, str]:
    return context.t("cycle.title"), context.t("cycle.description")


def _cards(context: Context) -> Cards:
    """Nothing stands beside anything while there is one report only."""
    if len(context.catalog.years) < 2:
        return {}
    measure = context.view.measure
    return {
        "cycle-money": lambda: total_card(context, "cycle-money"),
        "cycle-agencies": lambda: rows_card(context, "agency", measure, "cycle-agencies"),
        "cycle-axes": lambda: rows_card(context, "axis", measure, "cycle-axes"),
        "cycle-figures": lambda: figures_card(context, "cycle-figures"),
        "cycle-outputs": lambda: outputs_card(context, "cycle-outputs"),
        "cycle-places": lambda: places_card(context, "cycle-places"),
        "cycle-words": lambda: words_card(context, "cycle-words"),
        "cycle-announced": lambda: announced_card(context, "cycle-announced"),
        "cycle-returning": lambda: returning_card(context, "cycle-returning"),
        "cycle-between": lambda: between_card(context, "cycle-between"),
        "cycle-revised": lambda: revised_card(context, "cycle-revised"),
    }


def _layout(context: Context) -> list[Component]:
    t, years = context.t, context.catalog.years
    frameworks = dict.fromkeys(t.of(row, "framework") for row in context.catalog.reports.values())
    subtitle = t("cycle.reports", years=t.listing(list(map(str, years))), framework=t.listing([*frameworks]))
    if len(years) < 2:
        only = html.P(t("cycle.one", year=years[0]), className="notice")
        return [view_head("cycle-finding", [t("cycle.title")], [subtitle]), only, *next_year(context)]
    form = choices_form("cycle-choices", context.link("cycle"), context.view, _controls(context), t)
    heading = t("cycle.finding", first=years[0], last=years[-1])
    cards = PAGE.every_card(context)
    first, *others = (chart_card(card, t) for card in cards)
    return [
        view_head("cycle-finding", [heading], [subtitle], form),
        first,
        # After the chart, which a phone shows first; a wide screen has them beside all.
        contents([(card.id, card.heading) for card in cards], t("cycle.parts")),
        *others,
        *next_year(context),
    ]


def _controls(context: Context) -> list[Component]:
    t, view = context.t, context.view
    measures = [(m, t(f"finance.{m}")) for m in YEARLY]
    return [
        choice_list("measure", t("cycle.measure"), measures, view.measure),
        more_choices(t("choices.more"), [search_box("q", t("cycle.words.label"), view.q)], bool(view.q)),
    ]


PAGE = Page("cycle", title=_title, layout=_layout, choices=_choices, cards=_cards)
