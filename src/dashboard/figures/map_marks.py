"""What the pictures of the map share: places as links, told apart by state and class, and what is around."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from dashboard.domain.maps import Frame
from dashboard.figures.map_labels import Label, wide


@dataclass(frozen=True)
class MapPlace:
    """A place to draw.

    Attributes:
        place_id: its P-code.
        parent_id: that of what it lies in.
        lon: longitude of its seat; of the middle of an area.
        lat: latitude of the same.
        name: its name.
        value: what is counted there.
        text: the value as it is written.
        state: `some`, `none`, or why there is no value.
        klass: class of the value, from 1; 0 for none.
        title: name and value in words.
        href: address with the place chosen; empty in a picture that leads somewhere as a whole.
        choose: the same as form values; empty in a picture that only leads somewhere.
        chosen: whether it is the chosen one.
        room: with borders, how far the middle of the area is from its border, in units of the picture.
        word_lon: longitude of the middle of the flat ellipse that leaves most room for words.
        word_lat: latitude of the same.
        word_room: half its height, in units of the picture; 0 where there is none.
        row: of its tile.
        column: of its tile.
        group: the region of its tile.
        short: its name on a tile, in four letters.
    """

    place_id: str
    parent_id: str
    lon: float
    lat: float
    name: str
    value: float
    text: str
    state: str
    klass: int
    title: str
    href: str
    choose: str
    chosen: bool
    room: float = 0.0
    word_lon: float = 0.0
    word_lat: float = 0.0
    word_room: float = 0.0
    row: int = 0
    column: int = 0
    group: str = ""
    short: str = ""


@dataclass(frozen=True)
class Sheet:
    """What a map is drawn on.

    Attributes:
        id: beginning of the ids inside the picture; unique on a page.
        label: text alternative of the whole picture.
        frame: what of the world is shown.
        country: code of the country's outline.
        outlines: address of the outlines.
        borders: address of the official borders; empty when there are none.
        of_years: whether a line of years stands above the map.
    """

    id: str
    label: str
    frame: Frame
    country: str
    outlines: str
    borders: str = ""
    of_years: bool = False


def linked(place: MapPlace, marks: str) -> str:
    """The marks of a place with its class, name and value: a link where there is something to read.

    A place without a value answers to a mouse or finger all the same where it can be chosen. By keyboard it
    is chosen from the lists, so that the way through the map is a short one.

    Args:
        place: see `MapPlace`.
        marks: SVG text.
    """
    if not place.href or (place.state != "some" and not place.chosen):
        return unlinked(place, marks, named=True)
    current = ' aria-current="true"' if place.chosen else ""
    title = escape(place.title)
    return (
        f'<a href="{escape(place.href)}" {_said(place)}{current} aria-label="{title}">'
        f"<title>{title}</title>{marks}</a>"
    )


def unlinked(place: MapPlace, marks: str, named: bool = False) -> str:
    """The marks of a place that answer to a mouse or finger only.

    Args:
        place: see `MapPlace`.
        marks: SVG text.
        named: whether the picture says the place nowhere else.
    """
    title = escape(place.title)
    role = 'role="img"' if named else 'aria-hidden="true"'
    return f'<g {_said(place)} tabindex="-1" {role} aria-label="{title}"><title>{title}</title>{marks}</g>'


def _said(place: MapPlace) -> str:
    """The attributes that tell style sheet and scripts what the marks are."""
    choose = f' data-set="{escape(place.choose)}"' if place.choose else ""
    classes = f"place is-{place.state} k{place.klass}"
    return f'class="{classes}" data-place="{place.place_id}"{choose}'


def in_drawing_order(places: Iterable[MapPlace]) -> list[MapPlace]:
    """The chosen place last, so that nothing covers its outline."""
    return sorted(places, key=lambda place: bool(place.chosen))


def picture(sheet_id: str, label: str, width: float, height: float, content: str, kind: str) -> str:
    """The SVG element around the marks, with the hatching for what the report does not cover."""
    hatch = (
        f'<defs><pattern id="{sheet_id}-hatch" width="12" height="12" patternUnits="userSpaceOnUse"'
        ' patternTransform="rotate(45)"><rect width="12" height="12" class="hatch-ground"/>'
        '<rect width="3" height="12" class="hatch-line"/></pattern></defs>'
    )
    return (
        f'<svg class="map-picture map-{kind}" viewBox="0 0 {width:g} {height:g}" role="group"'
        f' style="--ratio:{width / height:.3f}"'
        f' aria-label="{escape(label)}">{hatch}{content}</svg>'
    )


def hatching(sheet_id: str, place: MapPlace) -> str:
    """The fill of an uncovered place; the style sheet fills the others by their class."""
    return f' fill="url(#{sheet_id}-hatch)"' if place.state == "uncovered" else ""


def country_outline(sheet: Sheet) -> str:
    """Neighbours, the country and its rivers, by address."""
    return "".join(
        f'<use href="{sheet.outlines}#{part}" class="map-{name}"/>'
        for part, name in (("lands", "lands"), (sheet.country, "country"), ("rivers", "rivers"))
    )


def text(x: float, y: float, words: str, kind: str, room: float = 0, line: float = 0) -> str:
    """A word on the map; it takes no clicks. Nothing where there is no word.

    Args:
        x: across.
        y: down, to the baseline.
        words: what it says.
        kind: CSS classes.
        room: width that it must keep to, whatever size the style sheet asks for; 0 for any.
        line: how many lines further down it stands.
    """
    if not words:
        return ""
    fit = f' style="--fit:{room / wide(words):.1f}"' if room else ""
    down = f' dy="{line:g}em"' if line else ""
    return (
        f'<text x="{x:.0f}" y="{y:.0f}" class="{kind}"{down}{fit} aria-hidden="true">{escape(words)}</text>'
    )


def label_lines(label: Label, lines: Sequence[tuple[str, str]]) -> str:
    """Lines under one another, each with its CSS classes."""
    return "".join(
        text(label.x, label.y, words, f"{kind} {label.anchor}", line=number)
        for number, (words, kind) in enumerate(lines)
    )
