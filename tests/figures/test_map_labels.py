"""Words on a map: broken where they can be read, beside their marks, off one another."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.maps import WIDTH
from dashboard.figures.map_labels import SIZE, Block, around, arranged, broken, wide, within
from dashboard.figures.map_marks import MapPlace
from dashboard.figures.map_tiles import tiles_picture

EDGE = (WIDTH, WIDTH)


def box(label, lines):
    across = max(wide(line, SIZE) for line in lines)
    left = label.x - {"start": 0, "middle": across / 2, "end": across}[label.anchor]
    return left, label.y - 0.75 * SIZE, left + across, label.y + SIZE * (len(lines) - 0.8)


def overlap(one, other):
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def test_names_keep_clear_of_one_another_and_of_the_circles():
    circles = [((300.0, 300.0), 20.0), ((345.0, 320.0), 20.0), ((980.0, 600.0), 20.0)]
    lines = [["Koulikoro", "301 k"], ["Bamako"], ["Ménaka", "9"]]
    blocks = [
        Block(words, around(*centre, r, len(words)))
        for words, (centre, r) in zip(lines, circles, strict=True)
    ]
    boxes = [box(*pair) for pair in zip(arranged(blocks, circles, EDGE), lines, strict=True)]
    assert not any(overlap(*pair) for pair in combinations(boxes, 2))
    squares = [(x - 14, y - 14, x + 14, y + 14) for (x, y), _ in circles]
    assert not any(overlap(one, square) for one in boxes for square in squares)
    assert max(right for _, _, right, _ in boxes) <= WIDTH


def test_words_of_an_area_make_way_for_those_of_a_tiny_one():
    lines = [["Bamako", "19"], ["Sikasso", "20"]]
    blocks = [Block(lines[0], around(400, 400, 16, 2)), Block(lines[1], within(400, 500, 90, 2))]
    boxes = [box(*pair) for pair in zip(arranged(blocks, [((400, 400), 16)], EDGE), lines, strict=True)]
    assert not overlap(*boxes)


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Gourma-Rharous", ["Gourma-", "Rharous"]),
        ("Andéramboukane", ["Andéram-", "boukane"]),
        ("Tombouctou", ["Tom-", "bouctou"]),
        ("Kolondiéba", ["Kolon-", "diéba"]),
        ("Gao", ["Gao"]),
    ],
)
def test_long_names_break_at_a_hyphen_or_before_a_syllable(name, lines):
    assert broken(name) == lines


@given(st.text("abeiou dmrtÉé'-", max_size=20))
def test_a_broken_name_loses_no_letter(name):
    lines = broken(name)
    assert "".join(lines) in (name, name.replace("-", "", 1)) or "".join(lines).replace("-", "", 1) == name


def tile(row, column, group, name, short):
    return MapPlace(
        place_id=group, parent_id="", lon=0, lat=0, name=name, value=1, text="1", state="some", klass=1,
        title=name, href="/x", choose="", chosen=False, row=row, column=column, group=group, short=short,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("spots", "shown"),
    [
        ([(0, 0), (0, 1), (0, 2)], ["Tombouctou"]),
        ([(0, 0), (0, 1), (1, 0), (1, 1)], ["Tom-", "bouctou", "Tombouctou"]),
        ([(0, 0)], ["Tomb", "Tombouctou"]),
    ],
)
def test_the_name_of_a_group_is_as_long_as_its_tiles_allow(spots, shown):
    tiles = [tile(*spot, "R", "Tombouctou", "Tomb") for spot in spots]
    picture = tiles_picture(tiles, "m", "Carte", grouped=True)
    words = [part.split("<")[0].split(">")[1] for part in picture.split("<text")[1:]]
    assert words == [*shown, "1"]
