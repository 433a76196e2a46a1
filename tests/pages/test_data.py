"""Data and method lists everything, filters the findings, and takes a new text as a file alone."""

import re
import shutil
from dataclasses import replace
from html import unescape

import pytest

from dashboard.components.markup import markup
from dashboard.i18n import LANGUAGES, translator
from dashboard.i18n import prose as texts
from dashboard.pages.data import PAGE
from dashboard.pages.registry import context_of
from dashboard.presenters.package import acronyms, files
from dashboard.presenters.reader import address


def page_of(catalog, language, query=""):
    return markup(PAGE.layout(context_of(catalog, address(translator(language), "data"), query)))


def findings_in(text):
    return re.findall(r'id="finding-([^"]+)"', text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_is_there_with_its_anchor(catalog, language):
    text = page_of(catalog, language)
    anchors = set(re.findall(r' id="([^"]+)"', text))
    assert set(re.findall(r'href="(?:/../(?:donnees|data))?#([^"]+)"', text)) <= anchors
    for table, key, prefix in (("findings", "finding_id", "finding-"), ("sources", "source_id", "source-")):
        assert {prefix + value for value in catalog[table][key]} <= anchors
    assert {f"table-{resource['name']}" for resource in catalog.package["resources"]} <= anchors
    for resource in catalog.package["resources"]:
        for field in resource["schema"]["fields"]:
            assert f"<code>{field['name']}</code>" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_source_is_named_in_the_language_of_the_page(catalog, language):
    text, t = unescape(page_of(catalog, language)), translator(language)
    for source in catalog.rows("sources").values():
        for fact in ("publisher", "attribution", "licence"):
            assert source[f"{fact}_{language}"]
            assert f"<dd>{t.of(source, fact)}</dd>" in text


def test_findings_follow_the_filters(catalog):
    rows = catalog["findings"]
    assert sorted(findings_in(page_of(catalog, "fr"))) == sorted(rows["finding_id"])
    errors = findings_in(page_of(catalog, "fr", "severity=error"))
    assert sorted(errors) == sorted(rows[rows["severity"] == "error"]["finding_id"])
    own = rows[rows["table"] == "indicators"]
    indicator = own["key"].iloc[0]
    about = findings_in(page_of(catalog, "fr", f"indicator={indicator}"))
    assert set(about) == set(own[own["key"] == indicator]["finding_id"])
    money = findings_in(page_of(catalog, "fr", "page=funding"))
    assert set(money) == set(rows[rows["table"].str.startswith("finance_")]["finding_id"])


def test_findings_stand_folded_under_their_page_until_the_list_is_narrowed(catalog):
    whole, narrowed = page_of(catalog, "fr"), page_of(catalog, "fr", "severity=error")
    names = r"<summary><h3>(.+?) · (\d+) constats?</h3>"
    folded = re.findall(r'<details class="fold" data-paper="open"><summary><h3>', whole)
    assert len(folded) == len(re.findall(names, whole)) - 1 > 1, "what changes a number is open"
    assert re.findall(names, whole)[0] == (
        translator("fr")("findings.first"), str((catalog["findings"]["weight"] == 1).sum())
    )  # fmt: skip
    assert sum(int(number) for _, number in re.findall(names, whole)) == len(catalog["findings"])
    groups = re.findall(r'<details class="fold"([^>]*)><summary><h3>', narrowed)
    assert groups
    assert all(" open" in attributes for attributes in groups)


def test_no_finding_says_so_with_a_way_back(catalog):
    indicator = catalog["findings"].query("table == 'indicators'")["key"].iloc[0]
    text = page_of(catalog, "fr", f"page=funding&indicator={indicator}")
    assert findings_in(text) == []
    assert 'class="empty"' in text
    assert 'href="/fr/donnees#findings"' in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_acronyms_of_the_report_and_of_agencies_are_explained(catalog, language):
    found = {word for _, word, _ in acronyms(context_of(catalog, f"/{language}/", ""))}
    column = "acronym" if language == "fr" else "acronym_en"
    assert {word for word in catalog["acronyms"][column] if word} - found == set()
    anchors = [anchor for anchor, _, _ in acronyms(context_of(catalog, f"/{language}/", ""))]
    assert len(set(anchors)) == len(anchors)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_files_have_the_same_name(catalog, language):
    names = [file.name for file in files(context_of(replace(catalog, files=FILES), f"/{language}/", ""))]
    assert len(names) > len(FILES)
    assert len(set(names)) == len(names)


FILES = {"/data/mali-results.zip": 1, **{f"/data/mali-results-{language}.xlsx": 1 for language in LANGUAGES}}


def test_the_contact_is_shown_only_when_the_operator_set_one(catalog):
    assert "mailto:" not in page_of(catalog, "fr")
    assert 'href="mailto:office@example.org"' in page_of(replace(catalog, contact="office@example.org"), "fr")


def test_every_text_exists_in_every_language_with_the_same_parts():
    names = {language: set(texts.prose(language)) for language in LANGUAGES}
    assert len(set(map(frozenset, names.values()))) == 1
    for name in names[LANGUAGES[0]]:
        bodies = [texts.prose(language)[name].body for language in LANGUAGES]
        shapes = [re.findall(r"^(#+ |- |\d+\. |\| )", body, re.MULTILINE) for body in bodies]
        assert all(shape == shapes[0] for shape in shapes), name


def test_a_new_text_is_one_file_per_language(tmp_path, monkeypatch, client, catalog):
    folder = shutil.copytree(texts.TEXTS, tmp_path / "texts")
    for language in LANGUAGES:
        head = f"---\ntitle: New {language}\ndescription: About it.\norder: 9\n---\n"
        (folder / language / "new.md").write_text(
            head + "## Part\n\n[Map](page:map) <b>no</b>\n", encoding="utf-8"
        )
    read = texts.prose
    for module in ("dashboard.pages.text", "dashboard.pages.data"):
        monkeypatch.setattr(f"{module}.prose_of", lambda _, language: read(language, folder))
    for language in LANGUAGES:
        t = translator(language)
        answer = client.get(address(t, "text", "new"))
        assert answer.status_code == 200
        assert f"New {language}" in answer.text
        assert f'href="{address(t, "map")}"' in answer.text
        assert "&lt;b&gt;" in answer.text
        assert address(t, "text", "new") in page_of(catalog, language)
    assert client.get("/fr/texte/nothing").status_code == 404


def test_a_text_without_a_head_is_named(tmp_path):
    (tmp_path / "fr").mkdir()
    (tmp_path / "fr" / "bad.md").write_text("---\ntitle: x\n---\nbody", encoding="utf-8")
    with pytest.raises(ValueError, match=r"bad\.md"):
        texts.prose("fr", tmp_path)
