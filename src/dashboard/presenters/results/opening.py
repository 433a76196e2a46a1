"""What stands before a list of results: the filter as a sentence of choices, and the largest facts."""

import pandas as pd
from dash import html
from dash.development.base_component import Component

from dashboard.components.facets import facet_menu, facet_options
from dashboard.components.islands import Fragment, aria
from dashboard.components.results import brief_words
from dashboard.presenters.context import Context
from dashboard.presenters.results.essentials import largest_facts
from dashboard.presenters.results.facets import LISTED, SAID, facet_choices
from dashboard.presenters.results.filters import filter_value
from dashboard.presenters.results.listing import reads_whole
from dashboard.presenters.results.plan import FacetCounts

_FACTS = 10


def facts_before(context: Context, rows: pd.DataFrame) -> list[Component]:
    """The largest facts in words, before a list that is too long to be read whole."""
    if reads_whole(context, rows):
        return []
    facts = largest_facts(context, rows, _FACTS)
    items = [
        html.Li(html.P(brief_words(fact.summary)), style={"--key": f"var(--{fact.axis})"}) for fact in facts
    ]
    heading = html.H2(context.t("results.facts", n=len(facts)), className="visually-hidden")
    return [heading, html.Ol(items, className="essentials ten")] if facts else []


def filter_sentence(context: Context, counts: FacetCounts) -> Component:
    """The filter told as a sentence, each part of it a choice of which several may hold."""
    t = context.t
    parts = [_menu(context, name, counts) for name in SAID]
    others = [
        part
        for name in LISTED
        if name not in SAID
        for part in (html.H2(t(f"filter.{name}")), _options_of(context, name, counts))
    ]
    chosen = sum(len(context.view.items(name)) for name in LISTED if name not in SAID)
    count = Fragment(id="results-more-count", children=f"({chosen})" if chosen else "", className="inline")
    more = facet_menu("more", t("choices.more"), count, others)
    lead = html.Span(t("sentence.lead"))
    return html.Div([lead, *parts, more], className="sentence", role="group", **aria(label=t("facets.title")))


def _menu(context: Context, name: str, counts: FacetCounts) -> Component:
    t = context.t
    said = filter_value(context, name, context.view[name]) or t(f"sentence.{name}.any")
    hint = [html.P(t("facet.agency.hint"), className="subtitle")] if name == "agency" else []
    told = Fragment(id=f"results-said-{name}", children=said, className="inline facet-said")
    return facet_menu(name, t(f"sentence.{name}"), told, [*hint, _options_of(context, name, counts)])


def _options_of(context: Context, name: str, counts: FacetCounts) -> Component:
    """The choices of a facet with the results that they would leave."""
    options = facet_options(facet_choices(context, name, counts), context.t("facet.none"))
    return Fragment(id=f"results-facet-{name}", children=options)
