"""Colours: the same in Python and in the styles; amounts of money told apart by every eye, light or dark."""

import re
from itertools import combinations

import pytest

from dashboard.figures.palette import COLOURS
from dashboard.settings import from_environment

MONEY = ("budget", "mobilised", "spent")
TELLS_APART = 2.0
"""Ratio of luminances between two amounts of money, by WCAG's formula; a grey print keeps it."""
SEEN = 3.0
"""Ratio to the ground that WCAG 1.4.11 asks of what must be seen."""
FAR = 20.0
"""CIE76 distance between two colours that nobody takes for one."""
# Machado, Oliveira and Fernandes (2009), severity 1, on linear RGB.
VISIONS = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def tokens(selector):
    """The colours that the style sheet sets in its first rule of that selector, by name."""
    css = (from_environment().assets.parent / "front" / "css" / "tokens.css").read_text(encoding="utf-8")
    rule = css.split(selector + " {", 1)[1].split("}", 1)[0]
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", rule))


THEMES = {"light": tokens(":root"), "dark": tokens(":root:not(.on-sheet)")}


def linear(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def contrast(one, other):
    bright = sorted(
        0.05 + sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear(x), strict=True))
        for x in (one, other)
    )
    return bright[1] / bright[0]


def lab(rgb):
    rows = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
    white = (0.9505, 1.0, 1.089)
    xyz = [
        sum(w * c for w, c in zip(row, rgb, strict=True)) / w0 for row, w0 in zip(rows, white, strict=True)
    ]
    x, y, z = (v ** (1 / 3) if v > 0.008856 else 7.787 * v + 16 / 116 for v in (max(v, 0) for v in xyz))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def distance(one, other, vision=None):
    seen = [linear(one), linear(other)]
    if vision:
        seen = [
            [sum(w * c for w, c in zip(row, rgb, strict=True)) for row in VISIONS[vision]] for rgb in seen
        ]
    return sum((a - b) ** 2 for a, b in zip(*map(lab, seen), strict=True)) ** 0.5


def test_the_styles_and_the_figures_say_the_same_colours():
    assert {name: THEMES["light"].get(name) for name in COLOURS} == COLOURS


def test_every_colour_of_the_light_has_one_for_the_dark():
    assert THEMES["light"].keys() == THEMES["dark"].keys()


def test_one_light_colour_stands_for_one_dark_one():
    """The browser swaps light colours by their value, so tokens of one light colour share the dark one."""
    dark = {}
    for name, colour in COLOURS.items():
        dark.setdefault(colour, set()).add(THEMES["dark"][name])
    assert [colour for colour, values in dark.items() if len(values) > 1] == []


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("pair", list(combinations(MONEY, 2)), ids="-".join)
def test_amounts_are_told_apart_by_every_eye(theme, pair):
    one, other = (THEMES[theme][name] for name in pair)
    assert contrast(one, other) >= TELLS_APART
    for vision in (None, *VISIONS):
        assert distance(one, other, vision) >= FAR, vision


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("name", MONEY)
def test_amounts_are_seen_on_their_ground(theme, name):
    assert contrast(THEMES[theme][name], THEMES[theme]["paper"]) >= SEEN


AXES = tuple(name for name in COLOURS if name.startswith("axis-"))
NEAREST = {("axis-2", "axis-3"): 12.0}
"""Green and red are near to who sees no red; their numbers and names stand beside them."""


@pytest.mark.parametrize("theme", THEMES)
def test_eight_axes_are_seen_and_told_apart_by_every_eye(theme):
    colours = THEMES[theme]
    assert len(AXES) == 8
    assert min(contrast(colours[name], colours["paper"]) for name in AXES) >= SEEN
    near = {
        (one, other)
        for one, other in combinations(AXES, 2)
        for vision in (None, *VISIONS)
        if distance(colours[one], colours[other], vision) < NEAREST.get((one, other), FAR)
    }
    assert near == set()


def test_the_measure_tells_near_from_far():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert distance("#808080", "#818181") < 1
    assert distance("#c00000", "#606000", "protanopia") < distance("#c00000", "#606000")
