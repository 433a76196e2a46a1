"""Search: one question, answered from everything in the tables; the form works without scripts."""

from dash import html
from dash.development.base_component import Component

from dashboard.components.controls import choices_form, search_box
from dashboard.components.islands import Fragment
from dashboard.components.replies import reply_box
from dashboard.components.search import answer_list
from dashboard.domain.view import Choice
from dashboard.pages import Page
from dashboard.presenters.context import Context
from dashboard.presenters.search.answer import answers
from dashboard.presenters.search.reply import reply_to
from dashboard.presenters.years import report_year, words_in_all_years, year_choice
from dashboard.store import Catalog

_NAME = "search"


def _choices(catalog: Catalog) -> tuple[Choice, ...]:
    return report_year(catalog), Choice("q")


def _title(context: Context) -> tuple[str, str]:
    t, text = context.t, context.view.q
    return t("search.title_of", text=text) if text else t("search.title"), t("search.description")


def _layout(context: Context) -> list[Component]:
    t, view = context.t, context.view
    box = search_box("q", t("search.label"), view.q, t("search.hint"))
    return [
        html.Div(
            [
                html.H1(t("search.title")),
                choices_form("search-choices", context.link(_NAME), view, [box, *year_choice(context)], t),
            ],
            className="search-head",
        ),
        Fragment(id="search-answers", children=_answers(context), live=True),
    ]


def _answers(context: Context) -> list[Component]:
    if not context.view.q:
        return [html.P(context.t("search.description"), className="lead")]
    text = context.view.q
    reply = reply_to(context, text)
    box = [reply_box(reply, context.t)] if reply else []
    found = answer_list(answers(context, text, int(context.view.year)), context.t)
    return [*box, *found, *words_in_all_years(context, text)]


PAGE = Page(name=_NAME, title=_title, layout=_layout, choices=_choices, assets=("search.css",))
