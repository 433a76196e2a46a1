"""What changed in the data: a page, a feed and the passports tell what the journal of publications holds."""

from dataclasses import replace
from xml.etree import ElementTree

import pytest

from dashboard.domain.publication import CellChange, Publication, TableChange
from dashboard.i18n import LANGUAGES, translator
from dashboard.pages.registry import PAGES
from dashboard.presenters.changes import change_lists
from dashboard.presenters.passports import passport_of
from dashboard.presenters.reader import Reader, speech
from dashboard.store.publications import note_publication
from dashboard.web.app import create_app
from dashboard.web.feed import changes_feed

ATOM = "{http://www.w3.org/2005/Atom}"
SPENT = "m~agencies~2021~oim~spent"


@pytest.fixture(scope="module")
def publication(catalog):
    """A value of an indicator whose definition changed too, an amount, a name, a word more, a row less."""
    observation = catalog["observations"].iloc[0]
    return Publication(
        "2027-03-02T10:00:00+00:00",
        "aaaaaaaaaa",
        catalog.version,
        (
            TableChange(
                "indicators", (), (), (CellChange(observation["indicator_id"], "unit", "person", "percent"),)
            ),
            TableChange(
                "observations", (), (), (CellChange(observation["observation_id"], "value", "24.75", "25.7"),)
            ),
            TableChange(
                "finance_agencies", (), (), (CellChange("2021 · oim", "spent_usd", "7201146", "7201147"),)
            ),
            TableChange("agencies", (), (), (CellChange("oim", "name_fr", "", "Un nom"),)),
            TableChange("glossary", ("axis",), ("gone-word",), ()),
            TableChange("a_table_that_went", (), ("some-key",), ()),
        ),
    )


@pytest.fixture(scope="module", params=LANGUAGES)
def reader(request, catalog, publication):
    return Reader(catalog.on_site(publications=(publication,)), speech(catalog, request.param))


def test_every_change_is_listed_once_under_its_kind(reader):
    (changed,) = change_lists(reader)
    assert {kind: len(lines) for kind, lines in changed.kinds.items()} == {
        "values": 2, "definitions": 1, "words": 1, "added": 1, "gone": 2,
    }  # fmt: skip
    value, amount = changed.kinds["values"]
    assert value.broken, "what is measured changed with it"
    assert not amount.broken
    assert (value.before, value.after) == (reader.t.number(24.75, 2), reader.t.number(25.7, 1))
    assert (amount.before, amount.after) == (reader.t.number(7201146), reader.t.number(7201147))
    assert amount.what.href == reader.figure(SPENT)
    assert [line.what for line in changed.kinds["gone"]] == ["gone-word", "some-key"]


def test_a_passport_keeps_what_the_figure_was(reader):
    (said,) = passport_of(reader, SPENT).earlier
    assert reader.t.number(7201146) in said
    assert "aaaaaaaaaa" in said
    assert passport_of(reader, "m~agencies~2021~pam~spent").earlier == []


def test_the_feed_tells_each_publication_with_all_its_changes(reader):
    feed = ElementTree.fromstring(changes_feed(reader.catalog, reader.t.language, "https://example.org"))
    (entry,) = feed.findall(f"{ATOM}entry")
    assert (
        feed.find(f"{ATOM}updated").text == entry.find(f"{ATOM}updated").text == "2027-03-02T10:00:00+00:00"
    )
    content = entry.find(f"{ATOM}content").text
    (changed,) = change_lists(reader)
    for lines in changed.kinds.values():
        for line in lines:
            assert line.before in content
            assert line.after in content
    assert reader.t("changes.broken") in content
    assert entry.find(f"{ATOM}link").get("href").startswith(f"https://example.org{reader.link('changes')}#")


def test_without_a_publication_the_page_and_the_feed_say_so(client, catalog):
    for language in LANGUAGES:
        t = speech(catalog, language)
        text = client.get(f"/{language}/{t('slug.changes')}").text
        assert t.spaced(t("changes.none")) in text
        assert f"/data/changes-{language}.atom" in text
        answer = client.get(f"/data/changes-{language}.atom")
        assert answer.mimetype == "application/atom+xml"
        assert not ElementTree.fromstring(answer.data).findall(f"{ATOM}entry")
    assert client.get("/data/changes-xx.atom").status_code == 404


def test_the_site_serves_what_was_noted(settings, catalog, publication, tmp_path, quick_files):
    note_publication(tmp_path, publication)
    client = create_app(replace(settings, releases=tmp_path), catalog).server.test_client()
    text = client.get(f"/fr/{translator('fr')('slug.changes')}").text
    assert "aaaaaaaaaa" in text
    assert "7 201 146" in text.replace("\u202f", " ").replace("\xa0", " ")
    assert PAGES["changes"].name in text
