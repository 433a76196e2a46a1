"""The places that a reader's words mean: towns and communes by the cercle in which they lie."""

from dataclasses import dataclass

from dashboard.presenters.names import place_kind
from dashboard.presenters.reader import Reader
from dashboard.presenters.search.answer import GROUPS, meant_things
from dashboard.presenters.search.entries import called, home_of, home_sentence
from dashboard.search.reading import key_of, kind_of


@dataclass(frozen=True)
class FoundPlace:
    """A place of the map that a reader may mean.

    Attributes:
        home: place_id of the region or cercle.
        level: its level.
        name: its name; for a commune or town, the sentence that says where it lies.
        note: what it is and what it lies in; empty where the name says so.
    """

    home: str
    level: str
    name: str
    note: str


def places_meant(reader: Reader, text: str, levels: tuple[str, ...], most: int = 8) -> list[FoundPlace]:
    """The likeliest places first.

    Args:
        reader: for whom.
        text: as typed.
        levels: the levels of the map; what lies in none of them is left out.
        most: how many to give at most.
    """
    things = [
        one.thing for one in meant_things(reader.catalog, text) if kind_of(one.thing) in GROUPS["places"]
    ]
    found = [_found(reader, thing) for thing in things]
    return [place for place in found if place.level in levels][:most]


def _found(reader: Reader, thing: str) -> FoundPlace:
    places = reader.catalog.places
    home = home_of(reader.catalog, thing)
    row = places[home]
    if key_of(thing) != home:
        name = home_sentence(reader, called(reader.catalog, thing), home)
        return FoundPlace(home, row.level, name, "")
    above = places[row.parent_id].name_fr if row.parent_id in places else ""
    note = place_kind(reader, home).lower() + (f", {above}" if above else "")
    return FoundPlace(home, row.level, row.name_fr, note)
