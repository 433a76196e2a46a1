"""Codes are understood as people write them, and every page has one right address."""

import json

import pytest

from dashboard.i18n import LANGUAGES, translator


@pytest.mark.parametrize(
    ("asked", "right"),
    [
        ("/fr/lieu/ml05", "/fr/lieu/ML05"),
        ("/fr/agence/PAM", "/fr/agence/pam"),
        ("/fr/agence/WFP", "/fr/agence/pam"),
        ("/fr/agence/UNICEF", "/fr/agence/unicef"),
        ("/en/agency/UN%20Women", "/en/agency/onu-femmes"),
        ("/en/agency/onu_femmes?year=2021", None),
        ("/FR/Resultats?axis=1", "/fr/resultats?axis=1"),
        ("/fr/lieu/ml05/?year=1066", "/fr/lieu/ML05?year=1066"),
        ("/fr/f/M~agencies~2021~WFP~spent", "/fr/f/m~agencies~2021~pam~spent"),
        ("/fr/f/n~results~agency.UNICEF~place.ml05", "/fr/f/n~results~agency.unicef~place.ML05"),
        ("/en/TEXT/METHOD", "/en/text/method"),
        ("/fr/agence/rien", None),
        ("/fr/lieu/pam", None),
        ("/fr/f/m~agencies~2021~nobody~spent", None),
    ],
)
def test_another_spelling_leads_to_the_right_address(client, asked, right):
    answer = client.get(asked)
    if right is None:
        assert answer.status_code == 404
        return
    assert (answer.status_code, answer.location) == (302, right)
    assert client.get(right).status_code == 200


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_acronym_of_the_tables_leads_to_its_agency(client, catalog, language):
    slug = translator(language)("slug.agency")
    for key, row in catalog.rows("agencies").items():
        for name in (row["acronym_fr"], row["acronym_en"].lower(), key.upper()):
            answer = client.get(f"/{language}/{slug}/{name}")
            assert answer.status_code == 200 or answer.location == f"/{language}/{slug}/{key}"


@pytest.mark.parametrize("page", ["/fr/resultats", "/en/map"])
def test_a_choice_is_understood_too_and_written_right(client, page):
    plain, other = client.get(f"{page}?agency=pam"), client.get(f"{page}?agency=WFP")
    assert other.data == plain.data
    canonical = next(tag for tag in other.text.split("<") if 'rel="canonical"' in tag)
    assert f'href="{page}?agency=pam"' in canonical


def test_the_api_understands_the_same(client):
    root = "/api/v1"
    wanted = client.get(f"{root}/results.json?agency=unicef&place=ML05").json
    assert wanted["results"]
    assert client.get(f"{root}/results.json?agency=UNICEF&place=ml05").json == wanted
    assert client.get(f"{root}/results.json?agency=nobody").status_code == 400
    figure = client.get(f"{root}/figures/m~agencies~2021~WFP~spent.json")
    assert json.loads(figure.data)["id"] == "m~agencies~2021~pam~spent"
    assert client.get(f"{root}/tables/Places.json").data == client.get(f"{root}/tables/places.json").data


def test_so_do_files_and_qr_codes(client):
    assert (
        client.get("/fr/csv/funding-money.csv?by=AXIS").data
        == client.get("/fr/csv/funding-money.csv?by=axis").data
    )
    assert client.get("/qr/fr/lieu/ml05.svg").data == client.get("/qr/fr/lieu/ML05.svg").data


def test_a_search_reads_joined_letters_apart(client):
    found = [client.get(f"/api/v1/results.json?text={text}").json["results"] for text in ("œuvre", "oeuvre")]
    assert found[0] == found[1] != []
