"""The essentials in a further language of the country, to be heard and read; which ones there are."""

from dash import html
from dash.development.base_component import Component

from dashboard.components.islands import aria
from dashboard.components.prose import prose_block
from dashboard.pages import Page
from dashboard.presenters.context import Context
from dashboard.presenters.summaries import summary_links
from dashboard.store import Catalog


def _exists(catalog: Catalog, key: str) -> bool:
    return not key or key in catalog.summaries


def _title(context: Context) -> tuple[str, str]:
    t, year = context.t, context.catalog.year
    if not context.key:
        return t("summary.title"), t("summary.description")
    summary = context.catalog.summaries[context.key]
    return summary.title, t("summary.one", language=summary.language, year=year)


def _layout(context: Context) -> list[Component]:
    title, lead = _title(context)
    if not context.key:
        links = [html.Li(link) for link in summary_links(context)]
        listed: Component = html.Ul(links) if links else html.P(context.t("summary.none"))
        return [html.H1(title), html.P(lead, className="lead"), listed]
    return [html.P(lead, className="subtitle"), *_told(context)]


def _told(context: Context) -> list[Component]:
    t, summary = context.t, context.catalog.summaries[context.key]
    weight = t.number(len(summary.voice) / 1000, 0)
    listen = t("summary.listen", language=summary.language, weight=weight)
    voice = html.Audio(
        src=context.catalog.voices.get(summary.code, ""),
        controls=True,
        preload="none",
        lang=summary.code,
        **aria(label=listen),
    )
    return [
        html.H1(summary.title, lang=summary.code),
        html.P(listen, className="subtitle"),
        html.Div(voice, className="voice"),
        html.Article(prose_block(summary.body, context.link), lang=summary.code),
        html.P(t("summary.source", source=summary.source), className="subtitle"),
    ]


PAGE = Page("summary", title=_title, layout=_layout, exists=_exists, listed=True, assets=("data.css",))
