"""Elements by their HTML names."""

from typing import Any

from dash.development.base_component import Component


class Native(Component):
    """An element that dash.html and our part of Bootstrap lack: a box that is ticked, a `<meta property>`.

    Args:
        tag: the element's name.
        attributes: its HTML attributes, by their HTML names; True writes the bare name, False leaves it out.
        children: its content.
    """

    tag: str
    attributes: dict[str, Any]
    children: Any

    _type = "Native"
    _namespace = "dashboard"
    _prop_names: list[str] = ["children", "tag", "attributes"]

    def __init__(self, tag: str, attributes: dict[str, Any], children: Any = None) -> None:
        self.available_properties: list[str] = ["children", "tag", "attributes"]
        self.available_wildcard_properties: list[str] = []
        self._valid_wildcard_attributes: list[str] = []
        super().__init__(tag=tag, attributes=attributes, children=children)
