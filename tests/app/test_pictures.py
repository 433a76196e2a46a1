"""Pictures that stand alone: whole, legible, in the language and view that was asked for."""

import re
from html import unescape
from itertools import combinations
from xml.etree import ElementTree

import pytest

from dashboard.figures.lettering import width
from dashboard.figures.picture_plate import FORMATS
from dashboard.i18n import LANGUAGES, translator
from dashboard.pages.registry import PAGES, context_of
from dashboard.presenters.plates import chosen_words
from dashboard.presenters.reader import address
from dashboard.web.addresses import subjects
from dashboard.web.app import CHANGES
from dashboard.web.pictures import code_path, picture_svg

SVG = "{http://www.w3.org/2000/svg}"
BASE = "https://example.org"
VIEWS = {
    "funding": ["", "unit=amount", "unit=unspent", "by=axis&unit=missing", "sort=gap&hi=pam"],
    "trends": ["", "indicator=stunting,ger-primary-1&reference=on", "sex=female"],
    "map": ["", "level=region", "view=tiles", "view=tiles&level=region", "agency=pam&axis=3",
            "measure=people&level=cercle&place=ML05", "measure=people", "measure=crisis&season=2015&axis=1",
            "measure=crisis_share&view=points"],
}  # fmt: skip
"""Beside the page's own view those that draw something else."""
CAPITALS, UNDER = 0.74, 0.05
"""How far letters reach over and under their baseline, in letters."""
TOUCHING = 0.12
"""Part of the smaller of two words that may lie under the other: the widths are those of the widest font."""


@pytest.fixture(scope="module", params=LANGUAGES)
def shown(request, app):
    """(context, card) of every card with a picture; of profiles only the first of each kind."""
    catalog, found = app.server.extensions[CHANGES][0], []
    for name in PAGES:
        for key in subjects(catalog, name)[:1]:
            for view in VIEWS.get(name, [""]):
                context = context_of(catalog, address(translator(request.param), name, key), view)
                found += [(context, card) for card in PAGES[name].every_card(context) if card.drawing]
    assert len(found) > 20
    return found


def words_of(root):
    """(text, box, size) of every line of words that is read."""
    for text in root.iter(f"{SVG}text"):
        if text.get("aria-hidden"):
            continue
        size = float(text.get("font-size"))
        long = width(text.text, size, text.get("font-weight") == "bold")
        x, y = float(text.get("x")), float(text.get("y"))
        left = x - {"middle": long / 2, "end": long}.get(text.get("text-anchor"), 0)
        yield text.text, (left, y - CAPITALS * size, left + long, y + UNDER * size), size


def area(box):
    return max(0.0, box[2] - box[0]) * max(0.0, box[3] - box[1])


def shared(one, other):
    return area((max(one[0], other[0]), max(one[1], other[1]), min(one[2], other[2]), min(one[3], other[3])))


def faults_of(svg, form):
    """What is outside, hidden or too small in a picture."""
    root, found = ElementTree.fromstring(svg), []
    words = list(words_of(root))
    for text, (left, top, right, bottom), size in words:
        if left < 0 or top < 0 or right > form.width or bottom > form.height:
            found.append(f"outside: {text}")
        if size < 0.02 * form.height:
            found.append(f"too small: {text}")
    for (text, box, _), (other, under, _) in combinations(words, 2):
        if shared(box, under) > TOUCHING * min(area(box), area(under)):
            found.append(f"on one another: {text} / {other}")
    for shape in root.iter(f"{SVG}rect"):
        if shape.get("x") and float(shape.get("x")) + float(shape.get("width")) > form.width + 1:
            found.append("a bar is cut")
    return found


@pytest.mark.parametrize("size", FORMATS)
def test_every_picture_is_whole_and_legible_and_names_every_row_of_its_table(shown, size):
    faults = {}
    for context, card in shown:
        text = picture_svg(context, card, BASE, size)
        found = faults_of(text, FORMATS[size])
        found += [wrong for wrong in ("undefined", "NaN", ">None", "nan<") if wrong in text]
        found += [f"not named: {name}" for name in missing_names(text, card)]
        if found:
            faults[card.image] = found
    assert faults == {}


def missing_names(svg, card):
    """The rows of a table that a picture does not name; those of an indicator are dates, not all written."""
    if card.id.startswith("trends"):
        return []
    said = flat(" ".join(text for text, _, _ in words_of(ElementTree.fromstring(svg))))
    return [name for name in card.rows[card.columns[0].value].astype(str) if flat(name) not in said]


def flat(text):
    """Without spaces and hyphens, at which names are broken."""
    return re.sub(r"[\s-]+", "", text)


def test_a_picture_says_what_it_shows_of_when_by_whom_and_with_which_choices(shown):
    for context, card in shown:
        svg = picture_svg(context, card, BASE, "wide")
        said = flat(" ".join(text for text, _, _ in words_of(ElementTree.fromstring(svg))))
        wanted = [
            card.heading,
            card.subtitle,
            card.source,
            BASE + context.lasting,
            *(key.name for key in card.legend),
        ]
        assert [text for text in wanted if flat(text) not in said] == [], card.image
        for choice in chosen_words(context):
            assert flat(choice) in said


UNKNOWN = ("<tspan", "dy=", "dx=", "style=", "class=", "paint-order", "<use", "var(", "currentColor")
"""What some of them draw elsewhere, or not at all."""


@pytest.mark.parametrize("size", FORMATS)
def test_office_suites_know_all_that_a_picture_is_made_of(shown, size):
    for context, card in shown:
        svg = picture_svg(context, card, BASE, size)
        for unknown in (
            "<tspan",
            "dy=",
            "dx=",
            "style=",
            "class=",
            "paint-order",
            "<use",
            "var(",
            "currentColor",
        ):
            assert unknown not in svg, (unknown, card.image)


def test_a_picture_is_a_file_by_a_name_that_tells_what_of_when_in_which_language(client):
    answer = client.get("/fr/picture/map-places.svg?agency=pam&size=phone")
    assert answer.mimetype == "image/svg+xml"
    assert answer.headers["Content-Disposition"] == (
        'inline; filename="onu-mali-2021_resultats-par-cercle_agence-pam_fr.svg"'
    )
    assert client.get("/en/picture/agency-rates/pam.svg").status_code == 200


def test_an_address_without_a_view_is_that_of_the_view_that_shows_it(client):
    """Of an indicator that the page does not open on, too; as a drawing, a picture and a file."""
    for card in ("trends-gdp-growth", "trends-stunting"):
        drawing, picture = (client.get(f"/fr/picture/{card}.{ending}") for ending in ("svg", "png"))
        assert drawing.text.startswith("<svg")
        assert picture.data.startswith(b"\x89PNG")
        assert picture.headers["Content-Disposition"].endswith('_fr.png"')
        assert client.get(f"/fr/csv/{card}.csv").status_code == 200
    assert client.get("/fr/picture/trends-nothing.png").status_code == 404


@pytest.mark.parametrize(
    "path",
    [
        "/fr/picture/results-list.svg",
        "/fr/picture/nothing-here.svg",
        "/xx/picture/map-places.svg",
        "/fr/picture/agency-rates/nobody.svg",
        "/fr/picture/map-places.svg?size=huge",
    ],
)
def test_what_has_no_picture_is_not_found(client, path):
    assert client.get(path).status_code == 404


def test_the_file_of_a_view_has_the_address_and_code_of_that_view(client):
    answer = client.get("/fr/picture/map-places.svg?level=region", headers={"Host": "example.org"})
    svg = answer.get_data(as_text=True)
    (address,) = set(re.findall(r"http://example\.org/fr/carte\?[^<\s]+", svg))
    assert "level=region" in address
    assert code_path(unescape(address))[0] in svg


@pytest.mark.parametrize("size", FORMATS)
@pytest.mark.parametrize("query", ["view=tiles", "view=tiles&measure=people"])
def test_tiles_keep_their_shape_beside_their_names(app, size, query):
    catalog = app.server.extensions[CHANGES][0]
    context = context_of(catalog, "/fr/carte", query)
    svg = picture_svg(context, PAGES["map"].card(context, "map-places"), BASE, size)
    tiles = [r for r in ElementTree.fromstring(svg).iter(f"{SVG}rect") if r.get("stroke-width") == "2"]
    assert len(tiles) == len(catalog["places"].query("level == 'cercle'"))
    assert min(float(tile.get("height")) / float(tile.get("width")) for tile in tiles) > 0.3
