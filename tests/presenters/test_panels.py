"""The charts of Trends on every indicator: what is written in them can be read, also on a phone."""

import re
from dataclasses import replace
from functools import cache

import pytest

from dashboard.components.markup import markup
from dashboard.figures.ticks import PHONE
from dashboard.pages.registry import context_of
from dashboard.presenters.indicators.panels import indicator_panel
from dashboard.presenters.indicators.words import short_text, tick_texts

PATHS = {"fr": "/fr/tendances", "en": "/en/trends"}


@cache
def panels(catalog, language):
    context = context_of(catalog, PATHS[language], "reference=on")
    return [indicator_panel(context, indicator) for indicator in catalog.rows("indicators")]


def charts(catalog, language):
    return [panel.card.figure["layout"] for panel in panels(catalog, language) if panel.card.figure]


def numbers_of(layout):
    """The numbers above the plot, each group written out."""
    top = layout["yaxis"]["range"][1]
    ends = [note["text"].split("–") for note in layout["annotations"] if note["y"] == top]
    return [n for end in ends for n in range(int(end[0]), int(end[-1]) + 1)]


@pytest.mark.parametrize("language", PATHS)
def test_numbers_in_the_chart_are_those_of_the_list_below_it(catalog, language):
    counts = []
    for panel in panels(catalog, language):
        listed = re.findall(r"<li>(?:(\d+)\. )?(.*?)</li>", "".join(map(markup, panel.breaks)))
        numbers = [int(number) for number, _ in listed if number]
        assert numbers == (numbers_of(panel.card.figure["layout"]) if panel.card.figure else [])
        counts.append(len(listed))
    assert max(counts) >= 8
    assert 1 in counts


def test_every_reason_of_a_break_is_said_in_order_of_time(catalog):
    own = catalog["breaks"][catalog["breaks"]["indicator_id"] == "stunting"]
    context = context_of(catalog, PATHS["en"], "reference=on")
    text = markup(indicator_panel(context, "stunting").breaks)
    assert "<details open" in text.replace(' class="twin breaks"', "")
    years = [int(year) for year in re.findall(r"<li>\d+\. (\d{4}),", text)]
    assert years == sorted(own["year"])
    assert all(context.t.of(row, "reason") in text for row in own.to_dict("records"))


@pytest.mark.parametrize("language", PATHS)
def test_no_value_of_an_axis_ends_in_a_zero_behind_the_comma(catalog, language):
    written = [text for layout in charts(catalog, language) for text in layout["yaxis"]["ticktext"]]
    assert len(written) > 50
    assert [text for text in written if re.search(r"[.,]\d*0\D*$", re.sub(r",\d{3}\b", "", text))] == []
    assert all(re.search(r"\d", text) for text in written)


@pytest.mark.parametrize("language", PATHS)
def test_labels_at_the_edges_leave_the_plot_its_room_on_a_phone(catalog, language):
    for layout in charts(catalog, language):
        margin = layout["margin"]
        assert margin["l"] + margin["r"] <= 0.55 * PHONE, layout["annotations"]


def any_indicator(catalog):
    return next(iter(catalog.indicators.values()))


@pytest.mark.parametrize(
    ("unit", "ticks", "french", "english"),
    [
        ("percent", [2.5, 5.0], ["2,5 %", "5 %"], ["2.5%", "5%"]),
        ("people", [0.0, 5e5, 1e6], ["0", "0,5 M", "1 M"], ["0", "0.5 M", "1 M"]),
        ("usd", [5e8, 1e9], ["500 M $", "1 000 M $"], ["$500 M", "$1,000 M"]),
        ("index", [0.3, 0.35, 0.1 * 4], ["0,3", "0,35", "0,4"], ["0.3", "0.35", "0.4"]),
    ],
)
def test_values_of_an_axis_are_as_short_as_they_are_round(catalog, unit, ticks, french, english):
    for language, wanted in (("fr", french), ("en", english)):
        t = context_of(catalog, PATHS[language], "").t
        texts = tick_texts(t, replace(any_indicator(catalog), unit=unit, decimals=1), ticks)
        assert [re.sub("[\u00a0\u202f]", " ", text) for text in texts] == wanted


def test_long_amounts_are_short_at_their_marks_and_exact_below_a_million(catalog):
    t = context_of(catalog, PATHS["en"], "").t
    people, dollars = (replace(any_indicator(catalog), unit=unit, decimals=0) for unit in ("people", "usd"))
    assert short_text(t, people, 24_478_595, 24_478_595) == "24.5\u00a0M"
    assert short_text(t, people, 592_177, 1_299_315) == "0.59\u00a0M"
    assert short_text(t, dollars, 685_734_819, 7e8) == "$685.7\u00a0M"
    assert short_text(t, people, 592_177, 592_177) == "592,177"
    assert short_text(t, dollars, 288_035_980, 1.3e9) == "$288\u00a0M"
