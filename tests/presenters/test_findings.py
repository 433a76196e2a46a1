"""Findings are shown where they matter, in the reader's language."""

import re

import pytest

from dashboard.components.markup import markup
from dashboard.i18n import LANGUAGES
from dashboard.i18n.translator import spaced
from dashboard.presenters.findings import finding_of, findings_about, gravity, mark_about, notes_about
from dashboard.presenters.reader import Reader, speech


def context_in(catalog, language):
    return Reader(catalog, speech(catalog, language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_finding_can_be_shown(catalog, language):
    context = context_in(catalog, language)
    for row in catalog["findings"].to_dict("records"):
        finding = finding_of(context, row)
        assert finding.subject.text
        line = {"fr": r"ligne \1", "en": r"line \1"}[language]
        printed = spaced(row[f"explanation_{language}"], language)
        assert finding.sentence == spaced(re.sub(r"\bL(\d+)", line, printed), language)
        assert not re.search(r"\bL\d", f"{finding.sentence} {finding.printed} {finding.computed}")
        assert finding.href.endswith(f"#finding-{row['finding_id']}")


def test_notes_are_those_of_the_asked_rows_gravest_first(catalog):
    context = context_in(catalog, "fr")
    rows = catalog["findings"].query("table == 'finance_agencies'")
    found = findings_about(context, "finance_agencies", rows["key"])
    assert {finding.id for finding in found} == set(rows["finding_id"])
    order = [gravity(catalog.row("findings", finding.id)) for finding in found]
    assert order == sorted(order)
    assert notes_about(context, "finance_agencies", ["nobody"]) == []
    assert notes_about(context, "finance_axes", rows["key"]) == []


def test_a_note_says_severity_subject_sentence_numbers_and_place(catalog):
    row = catalog.row("findings", "tab1-spent-total")
    text = markup(notes_about(context_in(catalog, "fr"), row["table"], [row["key"]])[0])
    for part in (
        "Erreur de calcul",
        "Tableau\u00a01",
        "334\u202f054\u202f964",
        "lignes\u00a0773 et 787",
        "#finding-tab1-spent-total",
    ):
        assert part in text
    assert text.startswith("<details")


def test_a_mark_leads_to_the_finding_and_is_absent_without_one(catalog):
    context = context_in(catalog, "en")
    assert "#finding-tab1-wfp-rate" in markup(mark_about(context, "finance_agencies", "pam"))
    assert mark_about(context, "finance_agencies", "nobody") is None


def test_a_result_carries_its_findings_where_it_is_listed(catalog):
    from dashboard.pages.registry import PAGES, context_of

    keys = catalog["findings"].query("table == 'results'")
    row = keys.iloc[0]
    output = catalog.row("results", row["key"])["output_id"]
    context = context_of(catalog, "/fr/resultats", f"output={output}")
    assert f"#finding-{row['finding_id']}" in markup(PAGES["results"].layout(context))


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_printed_is_never_rounded(catalog, language):
    """0.434 keeps its third decimal, 41.90 would keep its zero."""
    context = context_in(catalog, language)
    for row in catalog["findings"].to_dict("records"):
        finding = finding_of(context, row)
        for column in ("printed", "computed"):
            text = row[column if language == "en" else f"{column}_fr"]
            digits = re.sub(r"\bL\d+|\D", "", re.sub(r"\bL\d+(?:-\d+)?", "", text))
            shown = re.sub(r"(?:lignes?|lines?)\s[\d ,etand-]+", "", getattr(finding, column))
            assert re.sub(r"\D", "", shown) == digits, row["finding_id"]


def test_a_finding_is_not_told_of_another_year_or_column(catalog):
    context = context_in(catalog, "fr")
    about = ("finance_agencies", ["pam"])
    assert [f.id for f in findings_about(context, *about, "execution_rate_pct", 2021)] == ["tab1-wfp-rate"]
    assert findings_about(context, *about, "budget_usd", 2021) == []
    assert findings_about(context, *about, year=2022) == []
    assert notes_about(context, *about, year=2022) == []
