"""Controls: native form elements, so that they work by keyboard, by thumb and without scripts."""

from collections.abc import Collection

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component

from dashboard.components.islands import Choices, data
from dashboard.components.native import Native
from dashboard.domain.view import View
from dashboard.i18n import Translator


def choice_list(name: str, label: str, options: list[tuple[str, str]], value: str) -> Component:
    """A drop-down list: (value, text) pairs."""
    items = [{"value": key, "label": text} for key, text in options]
    return html.Label(
        [html.Span(label), dbc.Select(options=items, value=value, name=name)], className="control"
    )


def choice_buttons(name: str, label: str, options: list[tuple[str, str]], value: str) -> Component:
    """A few choices side by side, one of which holds: (value, text) pairs."""
    buttons = [
        html.Label([_radio(name, key, key == value), html.Span(text)], className="button-choice")
        for key, text in options
    ]
    return html.Fieldset([html.Legend(label), html.Div(buttons, className="buttons")], className="control")


def tick_list(name: str, label: str, options: list[tuple[str, str]], chosen: Collection[str]) -> Component:
    """Any number of choices, each with its own box: (value, text) pairs."""
    boxes = [
        html.Label([_box(name, key, key in chosen), html.Span(text)], className="tick-choice")
        for key, text in options
    ]
    return html.Fieldset([html.Legend(label), html.Div(boxes, className="ticks-list")], className="control")


def _box(name: str, value: str, checked: bool) -> Component:
    return Native("input", {"type": "checkbox", "name": name, "value": value, "checked": checked})


def _radio(name: str, value: str, checked: bool) -> Component:
    return Native("input", {"type": "radio", "name": name, "value": value, "checked": checked})


def search_box(name: str, label: str, value: str, hint: str = "") -> Component:
    """A field for free text; results follow while the reader types."""
    field = dbc.Input(type="search", name=name, value=value, placeholder=hint or None, maxlength=100)
    return html.Label([html.Span(label), field], className="control search")


def hidden_field(name: str, value: str) -> Component:
    """What a form sends along with what the reader chooses."""
    field: Component = dbc.Input(type="hidden", name=name, value=value)
    return field


def choices_form(
    form_id: str, action: str, view: View, controls: list[Component], t: Translator
) -> Component:
    """The form whose state is the view; its button serves readers without scripts."""
    button = html.Button(t("choices.apply"), type="submit", className="button apply")
    return Choices(
        id=form_id,
        children=[*controls, button, _word(t)],
        action=action,
        presets=dict(view.defaults),
        label=t("choices.label"),
    )


def _word(t: Translator) -> Component:
    """What the script says beside the control that was touched: it is at work, or no answer came.

    It is the one voice of a page for who does not see it: what a choice has changed is said there too.
    """
    again = html.Button(t("choices.retry"), type="button", className="button")
    lines: dict[str, list[str | Component]] = {
        "busy": [t("choices.busy")],
        "failed": [t("choices.failed"), " ", again],
    }
    said = [html.P(line, hidden=True, **data(said=name)) for name, line in lines.items()]
    changed = html.P(className="visually-hidden", **data(updated=t("choices.updated")))
    return html.Div([*said, changed], className="choice-word", role="status")


def compare_form(
    action: str, kept: list[tuple[str, str]], name: str, label: str, options: list[tuple[str, str]], go: str
) -> Component:
    """A list to choose what to set beside something; it leads to the page that does, without scripts.

    Args:
        action: address of that page.
        kept: (name, value) pairs that its address gets besides the choice.
        name: what the choice is called in the address.
        label: words for the list, which it shows until one is chosen.
        options: (value, text) pairs.
        go: the word on the button.
    """
    hidden = [hidden_field(key, value) for key, value in kept]
    button = html.Button(go, type="submit", className="button")
    content = [*hidden, choice_list(name, label, [("", label), *options], ""), button]
    return html.Form(content, action=action, method="get", className="compare")
