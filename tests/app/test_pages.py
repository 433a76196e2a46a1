"""Every page answers in every language, whatever the query."""

import pytest

from dashboard.i18n import LANGUAGES, translator
from dashboard.pages.registry import PAGES, find
from dashboard.presenters.reader import address
from dashboard.web.addresses import addresses

QUERIES = ["", "?sort=nonsense", "?year=1066&x=<script>", "?" + "a" * 3000]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("page", [page.name for page in PAGES.values() if not page.keyed])
def test_page_answers(client, language, page, query):
    answer = client.get(address(translator(language), page) + query)
    assert answer.status_code == 200
    assert f'<html lang="{language}"' in answer.text
    assert answer.text.count("<h1>") == 1
    assert "<script>" not in answer.text


def test_root_leads_to_the_readers_language(client):
    assert client.get("/", headers={"Accept-Language": "en-GB,en"}).location == "/en/"
    assert client.get("/", headers={"Accept-Language": "bm"}).location == "/fr/"


def test_unknown_address_is_not_found(client):
    assert client.get("/fr/rien").status_code == 404


def test_every_listed_address_exists(catalog):
    found = [(find(path), path) for path in addresses(catalog)]
    assert [path for page, path in found if page is None or not page[1].exists(catalog, page[2])] == []
