"""The corrigendum: what changes a number of the report, as a page that prints and as documents."""

import io
import re
import zlib

import pytest
from docx import Document

from dashboard.i18n import LANGUAGES
from dashboard.presenters.corrigendum import corrections
from dashboard.presenters.reader import Reader, speech


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_document_holds_every_finding_that_changes_a_number(client, catalog, language):
    answer = client.get(f"/data/corrigendum-{language}.docx")
    assert f"-{catalog.year}_corrigendum_{language}.docx" in answer.headers["Content-Disposition"]
    (table,) = Document(io.BytesIO(answer.data)).tables
    findings = catalog["findings"]
    first = findings[(findings["weight"] == 1) & (findings["year"] == catalog.year)]
    assert len(table.rows) == len(first) + 1
    assert table.columns[0].width < table.columns[5].width  # a number, and why
    rows = [[cell.text for cell in row.cells] for row in table.rows[1:]]
    wanted = corrections(Reader(catalog, speech(catalog, language)))
    assert [row[3:5] for row in rows] == [[one.printed, one.computed] for one in wanted]
    assert all(row[5] for row in rows)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pdf_holds_every_number_in_question(client, catalog, language):
    """Read by its text streams: a PDF of this table has its words as they are."""
    answer = client.get(f"/data/corrigendum-{language}.pdf")
    assert answer.mimetype == "application/pdf"
    assert f"-{catalog.year}_corrigendum_{language}.pdf" in answer.headers["Content-Disposition"]
    streams = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", answer.data, re.DOTALL)
    text = b"".join(zlib.decompress(one) for one in streams if one[:1] == b"\x78").decode("windows-1252")
    shown = " ".join(re.findall(r"\((.*?)(?<!\\)\) Tj", text)).replace("\\", "").replace("\u00a0", " ")
    reader = Reader(catalog, speech(catalog, language))
    for one in corrections(reader):
        for word in re.findall(r"\w{4,}", one.printed + " " + one.why):
            assert word in shown, word


@pytest.mark.parametrize("path", ["/fr/corrigendum", "/en/corrigendum"])
def test_the_page_says_the_same_and_offers_the_document(client, catalog, path):
    text = client.get(path).text
    language = path[1:3]
    for ending in ("docx", "pdf"):
        assert f'href="/data/corrigendum-{language}.{ending}"' in text
    for one in corrections(Reader(catalog, speech(catalog, language))):
        assert one.printed in text


def test_a_language_that_nobody_reads_has_no_document(client):
    assert client.get("/data/corrigendum-xx.docx").status_code == 404


def test_the_page_of_files_leads_to_all_of_them(client):
    text = client.get("/fr/donnees").text
    for address in ("/data/fr/long.csv", "/data/codebook.csv", "/data/sdmx.csv", "/fr/corrigendum"):
        assert f'href="{address}"' in text
        assert client.get(address).status_code == 200
