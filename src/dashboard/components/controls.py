"""Controls: native form elements, so that they work by keyboard, by thumb and without scripts."""

from dash import html
from dash.development.base_component import Component

from dashboard.components.islands import Choices
from dashboard.domain.view import View
from dashboard.i18n import Translator


def choice_list(name: str, label: str, options: list[tuple[str, str]], value: str) -> Component:
    """A drop-down list: (value, text) pairs."""
    return html.Label(
        [
            html.Span(label),
            html.Select(
                [html.Option(text, value=key, selected=key == value) for key, text in options], name=name
            ),
        ],
        className="control",
    )


def choices_form(
    form_id: str, action: str, view: View, controls: list[Component], t: Translator
) -> Component:
    """The form whose state is the view; its button serves readers without scripts."""
    button = html.Button(t("choices.apply"), type="submit", className="button apply")
    return Choices(
        id=form_id,
        children=[*controls, button],
        action=action,
        presets=dict(view.defaults),
        label=t("choices.label"),
    )
