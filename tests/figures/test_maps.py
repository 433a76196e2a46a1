"""The pictures of the map show the values they are given, and nothing covers anything."""

import re
from dataclasses import replace
from itertools import combinations
from math import hypot

import plotly.graph_objects as go
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.maps import WIDTH, Frame
from dashboard.domain.picture import Box
from dashboard.figures.map_borders import borders_picture
from dashboard.figures.map_chart import map_figure
from dashboard.figures.map_labels import overlap
from dashboard.figures.map_marks import MapPlace, Sheet
from dashboard.figures.map_names import RING, SIZES, TINY, placed_names
from dashboard.figures.map_points import circles_apart, points_picture, radius
from dashboard.figures.map_targets import REACH, target_paths
from dashboard.figures.map_tiles import tiles_picture
from dashboard.figures.picture_scene import MapGround, MapScene
from dashboard.figures.picture_tiles import tiles_drawn
from dashboard.figures.shapes import border_paths, outline_paths, shapes_svg

FRAME = Frame(0, 0, 10, 10)
SHEET = Sheet("m", "Carte <b>", FRAME, "AAA", "/o.svg", "/b.svg")


def place(key, value=0.0, lon=5.0, lat=5.0, **more):
    state = more.pop("state", "some" if value else "none")
    drawn = MapPlace(
        place_id=key, parent_id="R", name=f"Nom {key}", lon=lon, lat=lat, value=value, text=f"{value:g}",
        state=state, klass=min(4, int(value)), title=f"{key} : {value:g}", href=f"/fr/carte?place={key}",
        choose=f"place={key}", chosen=False, room=50.0,
        word_lon=lon, word_lat=lat,
    )  # fmt: skip
    return replace(drawn, **more)


def test_the_frame_puts_its_corners_at_the_corners():
    assert FRAME.point(0, 10) == pytest.approx((0, 0))
    x, y = FRAME.point(10, 0)
    assert x == pytest.approx(WIDTH)
    assert y == pytest.approx(FRAME.height, abs=0.5)


spots = st.tuples(st.floats(0, 1000), st.floats(0, 1000))


@given(st.lists(spots, min_size=1, max_size=20))
def test_circles_stand_apart(seats):
    radii = [15.0 + index % 10 for index in range(len(seats))]
    centres = circles_apart(seats, radii)
    for index, (x, y) in enumerate(centres):
        for other in range(index):
            least = radii[index] + radii[other]
            assert hypot(x - centres[other][0], y - centres[other][1]) > least - 6


def test_circles_that_do_not_overlap_stay_at_their_seats():
    assert circles_apart([(0, 0), (500, 500)], [20, 20]) == [
        pytest.approx((0, 0), abs=0.1),
        pytest.approx((500, 500), abs=0.1),
    ]


def test_the_area_of_a_circle_grows_with_the_value():
    assert radius(100, 100, "upper") == pytest.approx(2 * radius(25, 100, "upper"))
    assert radius(0, 100, "upper") < radius(1, 100, "upper")
    assert radius(0, 0, "lower") > 0


@given(st.lists(st.tuples(spots, st.sampled_from([1, 19, 387_000])), min_size=1, max_size=10))
@pytest.mark.parametrize("level", ["upper", "lower"])
def test_every_circle_with_a_value_has_its_number_once(level, values):
    places = [
        place(f"P{index}", value, lon=x / 100, lat=y / 100, text=f"{value}")
        for index, ((x, y), value) in enumerate(values)
    ]
    picture = points_picture(places, SHEET, level, 387_000)
    numbers = re.findall(r'class="number[^>]*>([^<]*)<', picture)
    assert sorted(numbers) == sorted(p.text for p in places)


def test_a_number_too_wide_for_its_circle_stands_under_the_name():
    small, large = place("A", 1, text="2,2 k", lat=2), place("B", 100, text="940", lat=8)
    picture = points_picture([small, large], SHEET, "upper", 100)
    assert "2,2 k" in picture.split("</a>")[-1]
    assert re.search(r"<title>B[^>]*>.*940</text></a>", picture)


def test_every_place_of_a_picture_is_named_and_leads_where_there_is_something_to_read():
    places = [place("A", 3), place("B", lon=2), place("C", state="uncovered", lon=8)]
    pictures = [
        points_picture(places, SHEET, "upper", 3),
        borders_picture(places, SHEET, "lower", ["R"]),
        tiles_picture(
            [replace(p, row=1, column=i, group="R", short="") for i, p in enumerate(places)],
            "m", "Carte",
        ),
    ]  # fmt: skip
    for picture in pictures:
        assert re.findall(r'<a href="/fr/carte\?place=(\w)"', picture) == ["A"]
        assert re.findall(r'<g class="place[^>]*data-set="place=(\w)" tabindex="-1"', picture) == ["B", "C"]
        assert set(re.findall(r'aria-label="(\w) : ', picture)) == {"A", "B", "C"}
        assert picture.count('fill="url(#m-hatch)"') == 1
        assert "<b>" not in picture


def test_the_chosen_place_is_drawn_last_and_said_to_be():
    picture = points_picture([place("A", 1, chosen=True), place("B", 2, lon=1)], SHEET, "lower", 2)
    assert re.findall(r'data-place="(\w)"', picture) == ["B", "A"]
    assert picture.count('aria-current="true"') == 1


def test_the_interactive_map_has_the_values_of_the_picture():
    places = [place("A", 3), place("B", 0, lon=2), place("C", 1, lon=8)]
    areas = go.Figure(map_figure(places, FRAME, "upper", 3, "/static/region.json")).data[0]
    assert areas.geojson == "/static/region.json"
    assert dict(zip(areas.locations, areas.z, strict=True)) == {"A": 3, "B": 0, "C": 1}
    circles = go.Figure(map_figure(places, FRAME, "upper", 3, "")).data[0]
    assert list(circles.customdata) == [places[at].href for at in (0, 2, 1)]
    assert list(circles.marker.size) == sorted(circles.marker.size, reverse=True)
    assert circles.marker.size[0] > circles.marker.size[1]


def test_the_interactive_map_tells_apart_why_places_are_empty():
    places = [place("A", 3), place("N"), place("U", state="uncovered"), place("F", state="filtered")]
    for borders in ("", "/static/region.json"):
        shapes, strokes = go.Figure(map_figure(places, FRAME, "upper", 3, borders)).data
        crossed = dict(zip(["U", "F"], strokes.marker.symbol, strict=True))
        assert len(set(crossed.values())) == 2
        assert strokes.hoverinfo == "skip" and shapes.hoverinfo == "text"
    areas = go.Figure(map_figure(places, FRAME, "upper", 3, "/static/region.json")).data[0]
    assert dict(zip(areas.locations, areas.z, strict=True)) == {"A": 3, "N": 0, "U": -1, "F": 0}


def test_a_tiny_area_stands_out_as_a_circle_over_all_others():
    places = [place("A", 3, room=2.0), place("B", 1, lon=7)]
    picture = borders_picture(places, SHEET, "lower", [])
    assert re.findall(r'data-place="(\w)"', picture) == ["A", "B", "A"]
    assert picture.count("<circle") == 1
    assert picture.count('tabindex="-1"') == 1
    assert re.findall(r'<a href="[^"]*" class="place is-some k\d" data-place="(\w)"', picture) == ["B", "A"]
    assert picture.count(">Nom A</text>") == 2, "a name beside the circle, where letters are small"


def layers(picture):
    """The words of each size of screens."""
    found = re.findall(r'<g class="names names-\d">(.*?)</g>', picture)
    return [re.findall(r'y="(\d+)" class="(\w+)[^>]*>([^<]*)<', layer) for layer in found]


@pytest.mark.parametrize(
    ("room", "text", "shown"), [(40, "940", 3), (20, "940", 2), (15, "94000", 0), (20, "9", 3)]
)
def test_a_number_stands_in_an_area_that_has_room_for_it(room, text, shown):
    picture = borders_picture([place("A", 3, room=room, text=text)], SHEET, "lower", [])
    assert picture.count(f">{text}</text>") == shown


def test_a_name_stands_over_its_number_where_the_area_has_room_for_both():
    roomy = place("A", 3, lat=8, name="Tombouctou", word_room=60.0)
    narrow = place("B", 2, lat=2, name="Andéramboukane", word_room=9.0)
    chosen = place("C", 1, name="Inékar", word_room=1.0, chosen=True)
    for words in layers(borders_picture([roomy, narrow, chosen], SHEET, "lower", [])):
        said = [text for _, _, text in words]
        assert {"3", "2", "1", "Inékar"} <= set(said) and "Andéramboukane" not in said
    largest = layers(borders_picture([roomy], SHEET, "lower", []))[2]
    assert [text for _, _, text in largest] == ["Tombouctou", "3"]


areas = st.tuples(st.floats(1, 9), st.floats(1, 9), st.floats(0, 80))


@given(st.lists(areas, min_size=2, max_size=12, unique_by=lambda area: area[:2]))
def test_names_that_reach_out_of_their_areas_hide_no_other(found):
    places = [place(f"P{at}", lon=lon, lat=lat, word_room=room) for at, (lon, lat, room) in enumerate(found)]
    for size in SIZES:
        shown = placed_names(places, SHEET, 16.0, size).values()
        boxes = [words.box for words in shown if "name" in dict(words.lines).values()]
        assert not any(overlap(*pair) for pair in combinations(boxes, 2))


@given(st.floats(2, 8), st.floats(2, 8), st.floats(-0.4, 0.4), st.floats(-0.4, 0.4))
def test_a_name_cuts_no_circle_of_a_neighbour(lon, lat, right, up):
    around = place("A", 3, lon=lon, lat=lat, word_room=40.0)
    tiny = place("B", 2, lon=lon + right, lat=lat + up, room=TINY / 2)
    x, y = FRAME.point(tiny.lon, tiny.lat)
    ring = (x - 16 * RING, y - 16 * RING, x + 16 * RING, y + 16 * RING)
    for size in SIZES:
        words = placed_names([around, tiny], SHEET, 16.0, size)["A"]
        assert "name" not in dict(words.lines).values() or not overlap(words.box, ring)


def inside(path, x, y):
    """Whether a point lies in a convex outline."""
    corners = [tuple(map(float, pair.split())) for pair in path[1:-1].split("L")] if path else []
    sides = [
        (x2 - x1) * (y - y1) - (y2 - y1) * (x - x1)
        for (x1, y1), (x2, y2) in zip(corners, corners[1:] + corners[:1], strict=True)
    ]
    return bool(sides) and (min(sides) >= 0 or max(sides) <= 0)


@given(st.lists(spots, min_size=1, max_size=12), st.randoms(use_true_random=False))
def test_a_finger_hits_the_mark_it_touches_else_at_most_one_near_it(seats, random):
    radii = [10.0 + 5 * (index % 4) for index in range(len(seats))]
    centres = circles_apart(seats, radii)
    paths = target_paths(centres, radii)
    for _ in range(20):
        mark = random.randrange(len(centres))
        dx, dy = random.uniform(-REACH, REACH), random.uniform(-REACH, REACH)
        x, y = centres[mark][0] + dx, centres[mark][1] + dy
        # Whole units and circles that touch: the edges are sharp to two units.
        clear = [
            i for i, p in enumerate(paths) if all(inside(p, x + a, y + b) for a in (-2, 2) for b in (-2, 2))
        ]
        assert len(clear) <= 1
        if hypot(dx, dy) < radii[mark] - 6:
            assert clear in ([], [mark])
            assert inside(paths[mark], x, y)


def test_a_place_with_room_around_it_answers_as_far_as_a_finger_is_wide():
    (path,) = target_paths([(100.0, 100.0)], [12.0])
    assert inside(path, 100 - REACH, 100 + REACH)
    assert 2 * REACH * 328 / WIDTH >= 24


def test_tiles_of_one_group_are_parted_from_others_only():
    tiles = [replace(place(k, 1), row=0, column=c, group=g, short=k) for k, c, g in
             (("A", 0, "R"), ("B", 1, "R"), ("C", 2, "S"))]  # fmt: skip
    edges = tiles_picture(tiles, "m", "Carte").count("<line")
    assert edges == 4 + 4 + 4 - 2


def test_outlines_are_decoded_from_steps_on_a_grid():
    topology = {
        "transform": {"scale": [1, 1], "translate": [0, 0]},
        "arcs": [[[0, 0], [10, 0]], [[0, 0], [0, 10], [10, 0], [0, -10]]],
        "objects": {
            "countries": {"geometries": [{"type": "Polygon", "id": "AAA", "arcs": [[0, -2]]}]},
            "rivers": {"geometries": [{"type": "LineString", "arcs": [0]}]},
        },
    }
    file = shapes_svg(outline_paths(topology, FRAME), FRAME)
    assert set(re.findall(r'id="(\w+)"', file)) == {"lands", "rivers", "AAA"}
    assert f"M0 {FRAME.height}l1000 0" in file


def test_borders_are_named_by_their_code_and_far_shapes_are_left_out():
    square = [[[1, 1], [1, 2], [2, 2], [1, 1]]]
    far = [[[150, 1], [150, 2], [151, 2], [150, 1]]]
    features = [
        {"id": "A", "geometry": {"type": "Polygon", "coordinates": square}},
        {"id": "B", "geometry": {"type": "MultiPolygon", "coordinates": [square, far]}},
    ]
    file = shapes_svg(border_paths([{"features": features}], FRAME), FRAME)
    paths = dict(re.findall(r'id="(\w)" d="([^"]*)"', file))
    assert paths["A"] == paths["B"]


def test_a_region_of_many_tiles_is_one_link():
    tiles = [replace(place("R", 1), row=0, column=c, group="R", short="") for c in range(3)]
    picture = tiles_picture(tiles, "m", "Carte", grouped=True)
    assert picture.count("<a ") == 1
    assert picture.count("<rect x=") == 3


def test_a_region_one_tile_high_says_its_name_and_number_on_one_line():
    low, high = (replace(place("R", 11), row=row, column=0, group=g, name=name) for row, g, name in
                 ((1, "Koulikoro", "Koulikoro"), (0, "Gao", "Gao")))  # fmt: skip
    row = [replace(low, column=column) for column in range(3)]
    scene = MapScene(MapGround(FRAME, "AAA", {}), [high, *row], "tiles", True, 11, (), (), ())
    words = re.findall(r"<text[^>]*>([^<]+)</text>", tiles_drawn(scene, Box(0, 0, 107, 72, 16, 16)))
    assert "Koulikoro 11" in words
