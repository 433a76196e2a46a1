"""Agencies: who works on what by the report's own lists, and what two or three of them share."""

import re

import pytest

from dashboard.analysis.agencies import common_and_own, outputs_of_agencies
from dashboard.components.markup import markup
from dashboard.pages.agencies import PAGE, REGIONS, REGISTER
from dashboard.pages.registry import context_of
from dashboard.presenters.agencies.overlap import matrix_of, overlap_headline, overlap_of, shared_results
from dashboard.presenters.results.filters import result_filters
from dashboard.presenters.results.items import chosen_results


def view(catalog, query=""):
    return context_of(catalog, "/fr/agences", query)


def finding(catalog, query):
    context = view(catalog, query)
    return overlap_headline(context, overlap_of(context)).replace("\u00a0", " ")


def test_unicef_and_wfp_meet_under_four_outputs_of_thirteen_with_24_results(catalog):
    assert (
        finding(catalog, "a=unicef,pam")
        == "UNICEF et PAM se retrouvent sous 4 produits sur 13 : 24 résultats"
    )
    context = view(catalog, "a=unicef,pam")
    rows = shared_results(context, overlap_of(context))
    assert len(rows) == 24
    assert sorted(set(rows["output_id"])) == ["1.1.5", "1.1.6", "1.2.2", "3.1.2"]


def test_every_dot_is_a_line_of_the_table_and_every_line_a_dot(catalog):
    context = view(catalog)
    matrix = matrix_of(context, overlap_of(context))
    outputs = list(catalog.rows("outputs"))
    drawn = {
        (row.href.rsplit("/", 1)[1], output)
        for row in matrix.rows
        for output, dot in zip(sorted(outputs), row.dots, strict=True)
        if dot
    }
    listed = catalog["output_agencies"].query("year == @catalog.year")
    assert drawn == set(zip(listed["agency_id"], listed["output_id"], strict=True))
    assert len(matrix.columns) == len(outputs) == 29


def test_common_and_own_outputs_of_a_small_world():
    outputs = {"a": {"1", "2"}, "b": {"2", "3"}, "c": {"2"}}
    assert common_and_own(outputs, ["a", "b"]) == ({"2"}, {"a": {"1"}, "b": {"3"}})
    assert common_and_own(outputs, []) == (set(), {})
    assert common_and_own(outputs, ["a"]) == ({"1", "2"}, {"a": {"1", "2"}})


def test_more_than_three_agencies_are_named_and_not_dropped_in_silence(catalog):
    text = markup(PAGE.layout(view(catalog, "a=unicef,pam,fao,oms")))
    assert "OMS" in re.search(r"<strong>([^<]*)</strong>", text)[1]
    assert overlap_of(view(catalog, "a=unicef,pam,fao,oms")).chosen == ("unicef", "pam", "fao")


def test_a_region_dims_the_outputs_without_a_result_there(catalog):
    context = view(catalog, "region=ML08")
    overlap = overlap_of(context)
    lit = {column.title.split()[0] for column in matrix_of(context, overlap).columns if column.state != "dim"}
    named = catalog["result_places"].merge(catalog["results"], on="result_id")
    assert lit <= set(named["output_id"])
    assert 0 < len(lit) < 29


@pytest.mark.parametrize("query", ["", "a=unicef", "a=unicef,pam", "region=ML05"])
def test_every_number_of_the_tables_leads_somewhere(catalog, query):
    context = view(catalog, query)
    for card in (PAGE.card(context, REGISTER), PAGE.card(context, REGIONS)):
        text = markup(PAGE.layout(context))
        assert card.heading in text
    cells = re.findall(r'<td class="number"[^>]*>(.*?)</td>', text)
    assert all(cell.startswith("<a ") for cell in cells if re.search(r"[1-9]", cell))


def test_counts_of_axes_in_regions_are_those_of_the_results_page(catalog):
    context = view(catalog)
    rows = PAGE.card(context, REGIONS).rows.set_index("label")
    results = context_of(catalog, "/fr/resultats", "axis=2&place=ML05")

    assert rows.loc["Mopti", "2"] == len(chosen_results(catalog, result_filters(results.view)))


def test_counts_of_axes_in_regions_open_the_very_results(catalog):
    text = markup(PAGE.layout(view(catalog)))
    cells = re.findall(r'<a href="/fr/resultats\?axis=([^"&]*)&amp;place=([^"]*)">([^<]*)</a>', text)
    assert len(cells) >= 20
    for axis, place, count in cells:
        results = context_of(catalog, "/fr/resultats", f"axis={axis}&place={place}")
        assert len(chosen_results(catalog, result_filters(results.view))) == int(count)


def test_the_chosen_agencies_show_their_money_and_say_where_there_is_none(catalog):
    text = markup(PAGE.layout(view(catalog, "a=unicef,pam")))
    rows = re.findall(r"<tr[^>]*>(.*?)</tr>", text[text.index("agencies-money-rows") :])
    shown = [row for row in rows if 'class="bars"' in row]
    assert [name in row for row in shown[1:4] for name in ("/unicef", "/pam")].count(True) == 2
    assert "65\u202f%" in shown[2] and "47\u202f%" in shown[3]

    money = set(catalog["finance_agencies"]["agency_id"])
    without = next(key for key in catalog["output_agencies"]["agency_id"] if key not in money)
    text = markup(PAGE.layout(view(catalog, f"a={without},pam")))
    assert re.search(rf'class="notice">[^<]*<span><a href="/fr/agence/{without}"', text)
    assert "agencies-money-rows" not in markup(PAGE.layout(view(catalog)))


def test_the_overlap_is_made_once_for_all_parts_of_a_view(catalog):
    context = view(catalog, "a=unicef,oms")
    assert overlap_of(context) is overlap_of(view(catalog, "a=unicef,oms"))
    assert overlap_of(context) is not overlap_of(view(catalog, "a=oms"))


def test_outputs_of_agencies_begin_with_the_one_that_is_cited_most(catalog):
    counts = [len(own) for own in outputs_of_agencies(catalog["output_agencies"], catalog.year).values()]
    assert counts == sorted(counts, reverse=True)
