"""The files keep the rules of the standards that they name; each is read by that standard's own tool."""

import io
from functools import cache

import hxl
import pytest

from dashboard.components.tools import HXL
from dashboard.i18n import LANGUAGES, translator
from dashboard.pages.registry import PAGES, SUBJECTS, context_of
from dashboard.presenters.reader import address
from dashboard.web.downloads import card_bytes

VIEWS = (
    "",
    "reference=on",
    "by=axis",
    "level=region&measure=people",
    "measure=crisis",
    "indicator=hdi,food-insecure-people",
)


@cache
def tagged_files(catalog, language):
    """Every card of every kind of page, in several views, as a file with hashtags: by card, key and view."""
    t, files = translator(language), {}
    for page in PAGES.values():
        keys = list(catalog.rows(SUBJECTS[page.name]))[-1:] if page.name in SUBJECTS else [""]
        for key in keys:
            for view in VIEWS:
                context = context_of(catalog, address(t, page.name, key), view)
                for card in page.every_card(context) if context else ():
                    files[card.id, key, view] = card_bytes(context, card, True)
    return files


def opened(content):
    return hxl.data(io.BytesIO(content))


@pytest.mark.parametrize("language", LANGUAGES)
def test_hxl_files_have_no_error_by_the_standard_schema(catalog, language):
    schema, files = hxl.schema(), tagged_files(catalog, language)
    found = []
    for name, content in files.items():
        schema.callback = lambda error, name=name: found.append(
            (name, error.rule.severity, str(error.column), error.value, error.message)
        )
        schema.validate(opened(content))
    assert len(files) > 10
    assert [fault for fault in found if fault[1] == "error"] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_hxl_counts_people_only_as_people_reached(catalog, language):
    for name, content in tagged_files(catalog, language).items():
        source = opened(content)
        reached = [column.header for column in source.columns if column.tag == "#reached"]
        word = translator(language).bare(catalog.terms("unit")["people"])
        assert all(word in heading.lower() for heading in reached), name


def test_hxl_files_are_one_dialect_in_every_language(catalog):
    french, english = (tagged_files(catalog, language) for language in ("fr", "en"))
    assert french.keys() == english.keys()
    for name in french:
        one, other = opened(french[name]), opened(english[name])
        assert one.display_tags == other.display_tags, name
        numbers = [n for n, column in enumerate(one.columns) if column.tag in ("#value", "#reached", "#date")]
        for row, same in zip(one, other, strict=True):
            if "sort" not in name[2] and row.values[0] == same.values[0]:
                assert [row.values[n] for n in numbers] == [same.values[n] for n in numbers], name


def test_hxl_sums_what_the_page_counts(client, catalog):
    rows = opened(client.get(f"/fr/csv/results-list.csv?{HXL}").data)
    total = sum(float(row.get("#reached")) for row in rows if row.get("#reached"))
    figures, results = catalog["result_figures"], catalog["results"]
    once = results.loc[results["duplicate_of"] == "", "result_id"]
    counted = figures[
        figures["unit"].eq("people")
        & figures["role"].isin(["total", "other_group"])
        & figures["result_id"].isin(once)
    ]
    assert total == counted["value"].sum()


def test_the_description_of_the_addresses_is_valid_openapi(client):
    from openapi_spec_validator import validate

    validate(client.get("/api/v1/openapi.json").json)
