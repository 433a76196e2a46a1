"""The findings together, with filters: severity, page where they matter, indicator."""

from dash import html
from dash.development.base_component import Component

from dashboard.components.controls import choice_list, choices_form
from dashboard.components.findings import finding_article, finding_groups
from dashboard.components.islands import Fragment
from dashboard.domain.view import Choice
from dashboard.presenters.context import Context
from dashboard.presenters.findings import SEVERITIES, finding_of, gravity
from dashboard.store import Catalog
from dashboard.store.catalog import Row, records

PAGE_OF = {
    "finance_agencies": "funding",
    "finance_axes": "funding",
    "finance_totals": "funding",
    "indicators": "trends",
    "observations": "trends",
    "results": "results",
    "result_figures": "results",
    "outputs": "results",
    "outcomes": "results",
    "axes": "results",
    "places": "map",
    "result_places": "map",
}
"""Table of a finding -> the page where it matters; the others matter on this page alone."""

ELSEWHERE = "data"
FIRST = 1
"""The weight of what changes a number that a reader would quote."""


def page_of(row: Row) -> str:
    """The page where a finding matters."""
    return PAGE_OF.get(row["table"], ELSEWHERE)


def finding_choices(catalog: Catalog) -> tuple[Choice, ...]:
    """Severity, page and indicator, each with the values that findings have."""
    rows = records(catalog["findings"])
    pages = tuple(dict.fromkeys(page_of(row) for row in rows))
    return (
        Choice("severity", SEVERITIES),
        Choice("page", pages),
        Choice("indicator", tuple(dict.fromkeys(r["key"] for r in rows if r["table"] == "indicators"))),
    )


def chosen_findings(context: Context) -> list[Row]:
    """The findings that pass the filters, in the order of `gravity`."""
    view = context.view
    rows = [
        row
        for row in records(context.catalog["findings"])
        if view.severity in ("", row["severity"])
        and view.page in ("", page_of(row))
        and (not view.indicator or (row["table"], row["key"]) == ("indicators", view.indicator))
    ]
    return sorted(rows, key=gravity)


def in_groups(rows: list[Row]) -> list[tuple[str, list[Row]]]:
    """Those that change a number, then the others under the page where they matter, in the menu's order."""
    pages = dict.fromkeys([*PAGE_OF.values(), ELSEWHERE])
    first = [row for row in rows if row["weight"] == FIRST]
    rest = [row for row in rows if row["weight"] != FIRST]
    groups = [
        ("findings.first", first),
        *((f"menu.{page}", [row for row in rest if page_of(row) == page]) for page in pages),
    ]
    return [(name, own) for name, own in groups if own]


def findings_form(context: Context, form_id: str) -> Component:
    """The filters."""
    t, catalog = context.t, context.catalog
    severity, page, indicator = finding_choices(catalog)
    severities = catalog.terms("severity")
    every = [("", t("findings.all"))]
    controls = [
        choice_list(
            "severity",
            t("findings.severity"),
            every + [(s, t.of(severities[s])) for s in severity.allowed or ()],
            context.view.severity,
        ),
        choice_list(
            "page",
            t("findings.page"),
            every + [(p, t(f"menu.{p}")) for p in page.allowed or ()],
            context.view.page,
        ),
        choice_list(
            "indicator",
            t("passport.about.indicator"),
            every + [(i, t.of(catalog.indicators[i])) for i in indicator.allowed or ()],
            context.view.indicator,
        ),
    ]
    return choices_form(form_id, f"{context.link('data')}#findings", context.view, controls, t)


def findings_block(context: Context, block_id: str) -> Component:
    """The findings that pass the filters, with their number; says so in words when there are none."""
    t, rows = context.t, chosen_findings(context)
    total = len(context.catalog["findings"])
    if not rows:
        back = html.A(t("findings.back"), href=f"{context.link('data')}#findings")
        content: list[Component] = [html.P([t("findings.none"), " ", back], className="empty")]
    else:
        groups = [
            (
                f"{t(name)} · " + t("findings.group", n=len(own)),
                [finding_article(finding_of(context, row), t) for row in own],
            )
            for name, own in in_groups(rows)
        ]
        content = [
            html.P(t("findings.count", n=len(rows), all=t.number(total))),
            finding_groups(groups, len(groups) if len(rows) < total else 1),
        ]
    return Fragment(id=block_id, children=content, live=True)
