"""Without a network: what can be read then, and the button that keeps the whole site on a reader's device."""

from dash import html
from dash.development.base_component import Component

from dashboard.components.islands import data
from dashboard.i18n import Translator
from dashboard.pages import Page
from dashboard.presenters.context import Context


def _title(context: Context) -> tuple[str, str]:
    return context.t("offline.title"), context.t("offline.description")


def _layout(context: Context) -> list[Component]:
    t = context.t
    return [
        html.H1(t("offline.title")),
        html.P(t("offline.description"), className="lead"),
        html.Div(
            [
                html.P(t("offline.needs_script"), **data(state="silent")),
                *(html.P(said, hidden=True, **data(state=state)) for state, said in _states(t).items()),
            ],
            id="offline",
            role="status",
            **data(whole=f"/{t.language}/site.json"),
        ),
        html.H2(t("offline.how")),
        html.Ul([html.Li(t(f"offline.how.{line}")) for line in ("visited", "whole", "choices", "private")]),
    ]


def _states(t: Translator) -> dict[str, list[str | Component]]:
    """What can be said of the keeping, by state; the script shows one and fills the gaps."""
    size = html.Span(className="kilobytes")
    keep = html.Button(
        [t("offline.keep"), " (", size, " ", t("offline.kB"), ")"], type="button", className="button"
    )
    again = html.Button(t("offline.retry"), type="button", className="button")
    forget = html.Button(t("offline.forget"), type="button", className="button", **data(act="forget"))
    return {
        "unable": [t("offline.unable")],
        "preparing": [t("offline.preparing")],
        "offered": [keep],
        "keeping": [t("offline.keeping"), " ", html.Progress(max="1", value="0")],
        "kept": [t("offline.kept"), " ", html.Time(className="read-at"), ". ", forget],
        "older": [t("offline.older"), " "],
        "failed": [t("offline.failed"), " ", again],
    }


PAGE = Page("offline", title=_title, layout=_layout)
