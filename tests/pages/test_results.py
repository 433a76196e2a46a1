"""Results: the plan, the facets and the list tell the same story."""

import re

import pytest

from dashboard.analysis.people import people_of
from dashboard.components.markup import markup
from dashboard.pages.registry import context_of
from dashboard.pages.results import PAGE
from dashboard.presenters.results.items import numeral
from dashboard.presenters.results.plan import PLAN_LEVELS, branch_of


def page(catalog, query="", language="fr"):
    context = context_of(catalog, {"fr": "/fr/resultats", "en": "/en/results"}[language], query)
    return markup(PAGE.layout(context))


def shown(html: str) -> list[str]:
    return [tag["id"] for tag in tags(html, "li") if tag.get("class") == "result"]


def tags(html: str, name: str) -> list[dict[str, str]]:
    """The attributes of every tag of a name, and the text up to its end as `text`."""
    found = re.findall(rf"<{name}((?:\s[^>]*)?)>(.*?)(?=</{name}>)", html, re.S)
    return [
        {**dict(re.findall(r'([\w-]+)="([^"]*)"', attributes)), "text": text} for attributes, text in found
    ]


def links(html: str, prefix: str) -> list[tuple[str, int]]:
    """(address, count) of the choices whose id begins so."""
    chosen = [tag for tag in tags(html, "a") if tag.get("id", "").startswith(f"{prefix}-")]
    return [(tag["href"], int(re.search(r'class="count">(\d+)<', tag["text"])[1])) for tag in chosen]


def query_of(href: str) -> str:
    return href.partition("?")[2].replace("&amp;", "&")


def test_all_results_are_listed_at_first(catalog):
    wanted = catalog["results"].query("year == @catalog.year")["result_id"].tolist()
    assert shown(page(catalog)) == wanted


@pytest.mark.parametrize("prefix", ["plan-axis", "plan-outcome", "facet-theme", "facet-scope", "facet-place"])
def test_the_count_that_is_clicked_is_the_number_of_results_shown(catalog, prefix):
    offered = links(page(catalog), prefix)
    assert offered
    for href, count in offered[:12]:
        assert len(shown(page(catalog, query_of(href)))) == count


def test_axes_and_spotlight_add_up(catalog):
    html = page(catalog)
    assert sum(count for _, count in links(html, "plan-axis")) == len(shown(html))


def test_filters_survive_the_drill(catalog):
    offered = links(page(catalog, "place=ML05&sort=people"), "plan-outcome")
    assert offered
    assert all("place=ML05" in href and "sort=people" in href for href, _ in offered)


def test_the_path_leads_back_level_by_level_with_the_filters(catalog):
    html = page(catalog, "output=2.1.1&agency=fao")
    path = re.search(r"<nav.*?</nav>", html)[0]
    hrefs = [query_of(href) for href in re.findall(r'href="([^"]*)"', path)]
    assert hrefs == ["agency=fao", "axis=2&agency=fao", "axis=2&outcome=2.1&agency=fao"]


def test_an_output_alone_brings_its_outcome_and_axis(catalog):
    assert branch_of(catalog, "", "", "2.1.3").choices() == {"axis": "2", "outcome": "2.1", "output": "2.1.3"}


@pytest.mark.parametrize(
    "query", ["axis=1&output=2.1.3", "axis=spotlight&outcome=2.1", "outcome=1.1&output=2.1.3"]
)
def test_a_contradiction_is_said_and_the_precise_choice_holds(catalog, query):
    html = page(catalog, query)
    assert "Deux filtres ne vont pas ensemble" in html
    assert 0 < len(shown(html)) == len(shown(page(catalog, query.split("&")[1])))


def test_every_branch_holds_together(catalog):
    for output, row in catalog.rows("outputs").items():
        branch = branch_of(catalog, *("", "", output))
        assert branch.outcome == row["outcome_id"] and not branch.refused
        assert all(branch.choices()[level] for level in PLAN_LEVELS)


def test_no_result_says_so_and_each_way_back_keeps_its_promise(catalog):
    html = page(catalog, "axis=spotlight&agency=pam")
    assert shown(html) == [] and "Aucun résultat" in html
    empty = re.search(r'<div class="empty">.*?</div>', html)[0]
    ways = re.findall(r'<a href="([^"]*)">[^<]*<span class="count">(\d+)<', empty)
    assert len(ways) == 2
    for href, count in ways:
        assert int(count)
        assert len(shown(page(catalog, query_of(href)))) == int(count)


def test_a_chip_takes_its_choice_back(catalog):
    html = page(catalog, "outcome=2.1&place=ML05")
    chips = [tag["href"] for tag in tags(html, "a") if tag.get("class") == "chip"]
    assert [query_of(href) for href in chips] == ["axis=2&place=ML05", "axis=2&outcome=2.1"]


def test_search_ignores_accents_and_reads_names_of_agencies(catalog):
    assert shown(page(catalog, "q=MENAKA")) == shown(page(catalog, "q=ménaka")) != []
    assert shown(page(catalog, "q=alimentaire+mondial"))


@pytest.mark.parametrize("language", ["fr", "en"])
def test_file_and_table_hold_the_rows_of_the_list(catalog, language):
    query = "place=ML05&sort=people"
    context = context_of(catalog, {"fr": "/fr/resultats", "en": "/en/results"}[language], query)
    card = PAGE.card(context, "results-list")
    assert card.rows["id"].tolist() == shown(page(catalog, query, language))
    assert page(catalog, f"{query}&show=table", language).count('<th scope="row"') == len(
        shown(page(catalog, query, language))
    )


def test_places_of_the_file_are_coded(catalog):
    card = PAGE.card(context_of(catalog, "/fr/resultats", ""), "results-list")
    known = set(catalog.rows("places"))
    assert all(set(codes.split()) <= known for codes in card.rows["codes"])
    assert card.rows["codes"].str.contains("ML").any()


def test_the_same_islands_whatever_the_view(catalog):
    def ids(query):
        return re.findall(r'<(?:div|form) id="(results-[^"]*)"', page(catalog, query))

    assert ids("") == ids("axis=2&show=table") == ids("axis=spotlight&agency=pam") == ids("output=2.1.1&q=x")


def test_element_ids_are_unique(catalog):
    ids = re.findall(r' id="([^"]*)"', page(catalog, "axis=2&place=ML05"))
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    ("value", "text", "found"),
    [
        (1200, "environ 1 200 ménages", "1 200"),
        (1200, "some 1,200 households", "1,200"),
        (200, "environ 1 200 ménages", None),
        (12.5, "hausse de 12,5 %", "12,5"),
        (12, "hausse de 12,5 %", None),
        (3, "3 écoles, 30 classes", "3"),
    ],
)
def test_a_number_is_found_whole_in_either_language(value, text, found):
    match = re.search(numeral(value), text)
    assert (match and match[0]) == found


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_quantity_leads_to_its_passport(catalog, language):
    html = page(catalog, "", language)
    for row in catalog["result_figures"].to_dict("records"):
        assert f'/f/r~{row["result_id"]}~{row["seq"]}"' in html


def folds(html: str) -> list[tuple[bool, int, int]]:
    """Of each fold of the list: whether it is open, the number that it says, the number that it holds."""
    found = re.findall(r'<details([^>]*class="[^"]*result-fold"[^>]*)>(.*?)</summary>(.*?</ol>)', html, re.S)
    return [
        (
            bool(re.search(r"(?<!\")\bopen\b", attributes)),
            int(re.search(r'class="fold-count">(\d+)\D', head)[1]),
            len(shown(body)),
        )
        for attributes, head, body in found
    ]


def results_of(catalog, column: str, value: str) -> int:
    return len(shown(page(catalog, f"{column}={value}")))


@pytest.mark.parametrize("query", ["", "sort=output", "axis=2"])
def test_a_long_list_is_folded_and_each_fold_says_how_many_it_holds(catalog, query):
    html = page(catalog, query)
    found = folds(html)
    assert not any(is_open for is_open, _, _ in found)
    assert all(said == held for _, said, held in found)
    assert sum(held for _, _, held in found) == len(shown(html))


def test_what_an_outcome_holds_is_open_and_one_result_more_is_not(catalog):
    most = max(results_of(catalog, "outcome", key) for key in catalog.rows("outcomes"))
    seen = set()
    for key in catalog.rows("agencies"):
        html = page(catalog, f"agency={key}")
        few = len(shown(html)) <= most
        assert all(is_open == few for is_open, _, _ in folds(html)), key
        seen.add(few)
    assert seen == {True, False}


def test_most_people_first_shows_the_first_and_folds_the_rest(catalog):
    html = page(catalog, "sort=people")
    found = folds(html)
    assert [is_open for is_open, _, _ in found] == [False, False]
    assert all(said == held for _, said, held in found)
    first = shown(html)[: len(shown(html)) - sum(held for _, _, held in found)]
    counted = people_of(catalog["result_figures"])
    assert first and counted[first].is_monotonic_decreasing
    assert folds(page(catalog, "sort=people&place=ML05")) == []


def test_a_list_about_one_output_does_not_lead_to_itself(catalog):
    assert "Tous ses résultats" in page(catalog, "outcome=2.1")
    assert "Tous ses résultats" not in page(catalog, "output=2.1.1")


@pytest.mark.parametrize(
    ("language", "line", "source"),
    [
        ("fr", "ligne", "Source : rapport annuel 2021, sections 2.1 et 2.2"),
        ("en", "line", "Source: annual report 2021, sections 2.1 and 2.2"),
    ],
)
def test_where_the_report_says_it_is_said_in_words(catalog, language, line, source):
    for query in ("", "show=table"):
        html = page(catalog, query, language)
        texts = re.sub(r"<[^>]*>", "\n", html).replace("\u00a0", " ")
        assert source in texts
        assert re.search(rf"section 2\.2, 2\.1\.1, {line} \d+", texts)
        assert not re.search(r"\bL\d{2,}", texts)


@pytest.mark.parametrize(
    "query", ["agency=unicef&agency=pam", "agency=unicef,pam", "agency=PAM&agency=UNICEF"]
)
def test_several_agencies_hold_at_once_however_the_address_says_it(catalog, query):
    one, other = (set(shown(page(catalog, f"agency={key}"))) for key in ("unicef", "pam"))
    assert set(shown(page(catalog, query))) == one | other
    assert len(one | other) > max(len(one), len(other))


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("theme", ("water", "education")),
        ("place", ("ML05", "ML10")),
        ("axis", ("1", "spotlight")),
        ("outcome", ("1.1", "2.1")),
        ("output", ("2.1.1", "3.1.2")),
        ("scope", ("national", "places")),
    ],
)
def test_several_values_of_a_facet_are_those_of_each_together(catalog, name, values):
    alone = [set(shown(page(catalog, f"{name}={value}"))) for value in values]
    assert set(shown(page(catalog, f"{name}={','.join(values)}"))) == set().union(*alone)


def test_a_part_of_the_plan_that_contradicts_a_deeper_one_is_said_alone(catalog):
    html = page(catalog, "axis=1,2&outcome=2.1")
    assert 'class="notice"' in html
    assert shown(html) == shown(page(catalog, "outcome=2.1"))
    assert 'class="notice"' not in page(catalog, "axis=1,2&outcome=1.1,2.1")


def test_a_second_value_where_one_can_hold_is_refused_not_dropped(catalog):
    view = context_of(catalog, "/fr/resultats", "sort=people&sort=output&agency=pam&agency=nobody").view
    assert view["sort"] == "output" and view["agency"] == "pam"
    assert set(view.refused) == {("sort", "people"), ("agency", "nobody")}


def test_a_choice_adds_itself_and_takes_itself_back(catalog):
    html = page(catalog, "agency=pam")
    options = {
        tag["id"]: query_of(tag["href"]) for tag in tags(html, "a") if "facet-agency" in tag.get("id", "")
    }
    assert options["facet-agency-unicef"] == "agency=pam,unicef"
    assert options["facet-agency-pam"] == ""
    chips = [
        query_of(tag["href"])
        for tag in tags(page(catalog, "agency=pam,unicef"), "a")
        if tag.get("class") == "chip"
    ]
    assert chips == ["agency=unicef", "agency=pam"]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "fr",
            "Résultats de PAM ou UNICEF sur tous les thèmes dans Mopti (région) "
            "sous tous les axes pour tout public",
        ),
        ("en", "Results of WFP or UNICEF on all themes in Mopti (region) under all axes for everyone"),
    ],
)
def test_the_filter_is_told_as_a_sentence(catalog, language, said):
    html = page(catalog, "agency=pam,unicef&place=ML05", language)
    summaries = " ".join(tag["text"] for tag in tags(html, "summary") if "facet-before" in tag["text"])
    told = " ".join(re.sub(r"<[^>]*>", " ", summaries).replace("\u00a0", " ").split())
    lead = {"fr": "Résultats", "en": "Results"}[language]
    assert f"{lead} {told}".startswith(said)


def facts(html: str) -> list[str]:
    """What the facts before the list say, in plain text."""
    found = re.search(r'<ol class="essentials ten">(.*?)</ol>', html, re.S)
    return [re.sub(r"<[^>]*>", "", item) for item in found[1].split("</li>")[:-1]] if found else []


def test_the_largest_facts_open_the_page_each_with_the_passport_of_its_number(catalog):
    html = page(catalog)
    said = facts(html)
    assert len(said) == 10
    assert "1\u202f074\u202f722" in said[0].replace("\u00a0", "\u202f")
    block = re.search(r'<ol class="essentials ten">(.*?)</ol>', html, re.S)[1]
    counted = people_of(catalog["result_figures"])
    first = list(dict.fromkeys(re.findall(r"/f/r~([^~\"]+)~", block)))
    assert len(first) == block.count("<a ") == 10
    assert counted[first].is_monotonic_decreasing
    assert html.index("essentials ten") < html.index("results-plan")
    assert "1\u202f074\u202f722" in html[html.index("<h1") : html.index("</h1>")].replace("\u00a0", "\u202f")


def test_a_list_that_is_read_whole_needs_no_facts_before_it(catalog):
    assert facts(page(catalog, "output=2.1.1")) == []
    assert len(facts(page(catalog, "agency=pam,unicef"))) > 0


def test_the_number_of_results_is_the_same_in_heading_list_and_file(catalog):
    for query in ("", "agency=pam,unicef", "theme=water,education&place=ML05"):
        html = page(catalog, query)
        heading = html[html.index("<h1") : html.index("</h1>")]
        count = len(shown(html))
        assert f"{count} résultat" in heading.replace("\u00a0", " ")
        card = PAGE.card(context_of(catalog, "/fr/resultats", query), "results-list")
        assert len(card.rows) == count
