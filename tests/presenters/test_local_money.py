"""Amounts in the country's own money: at the rate that the package gives, with its source, or not at all."""

import json
from dataclasses import replace

import pytest

from dashboard.components.markup import markup
from dashboard.pages.funding import PAGE
from dashboard.pages.registry import context_of
from dashboard.presenters.money.local import in_local
from dashboard.presenters.passports import passport_of
from dashboard.store.descriptor import DESCRIPTOR, read_package
from dashboard.store.package import read_folder

PRINTED = "m~totals~2021~agencies~mobilised"
INVENTED = {"name_fr": "cauris", "name_en": "cowries", "rates": [
    {"year": 2021, "units": 2, "kind_fr": "inventé", "source_id": "wdi", "ref": "X"}]}  # fmt: skip


def funding(catalog, **package):
    return context_of(replace(catalog, package={**catalog.package, **package}), "/fr/financement", "")


def said(context):
    return markup(PAGE.layout(context)).replace("\u00a0", " ").replace("\u202f", " ")


def test_the_rate_of_the_package_is_the_fixed_parity_and_a_plausible_dollar(catalog):
    (rate,) = catalog.package["local_money"]["rates"]
    assert 1.1 < 655.957 / rate["units"] < 1.3, "dollars for a euro in 2021"
    assert {"wdi"} == {rate["source_id"]}


def test_what_became_of_a_hundred_francs_is_said_with_the_amounts_the_rate_and_its_source(catalog):
    text = said(funding(catalog))
    assert "Pour 100 francs CFA prévus au budget" in text
    assert "milliards de francs CFA" in text and "1 $ = 554,53 francs CFA" in text
    assert "PA.NUS.FCRF" in text
    total = catalog["finance_totals"].query("year == @catalog.year and table == 'agencies'").iloc[0]
    assert f"--part:{100 * total['spent_usd'] / total['budget_usd']:.1f}%" in text.replace(": ", ":")


@pytest.mark.parametrize(
    ("dollars", "words"),
    [
        (1e9, "2 milliards de cauris"),
        (1_250_000, "2,5 millions de cauris"),
        (100, "200 cauris"),
        (-1e6, "−2"),
    ],
)
def test_an_amount_is_told_in_its_scale(catalog, dollars, words):
    text = in_local(funding(catalog, local_money=INVENTED), dollars, 2021).replace("\u00a0", " ")
    assert text.replace("2,0", "2").startswith(words)


def test_the_passport_of_an_amount_says_it_too(catalog):
    facts = dict(passport_of(funding(catalog), PRINTED).about)
    assert "milliards de francs CFA" in facts["En francs CFA"][0].text.replace("\u00a0", " ")
    assert any(link.href for link in facts["Taux de change"])


def test_without_a_rate_a_hundred_are_dollars_and_nothing_is_converted(catalog):
    context = funding(catalog, local_money={})
    assert "Pour 100 dollars américains prévus au budget" in said(context)
    assert "CFA" not in said(context)
    assert "Taux de change" not in dict(passport_of(context, PRINTED).about)


def written(package, change):
    description = json.loads((package / DESCRIPTOR).read_text(encoding="utf-8"))
    change(description["local_money"])
    (package / DESCRIPTOR).write_text(json.dumps(description), encoding="utf-8")
    return package


@pytest.mark.parametrize(
    ("where", "change"),
    [
        ("local_money › rates › 1 › units", lambda money: money["rates"][0].update(units=0)),
        ("local_money › rates › 1 › year", lambda money: money["rates"][0].update(year="2021")),
        ("local_money › name_fr", lambda money: money.pop("name_fr")),
        ("local_money", lambda money: money.update(rates={})),
    ],
)
def test_a_rate_that_cannot_hold_is_told(package, where, change):
    _, problems = read_package(written(package, change))
    assert [problem.column for problem in problems] == [where]


def test_a_rate_without_a_known_source_is_told(package):
    folder = written(package, lambda money: money["rates"][0].update(source_id="nobody"))
    assert [problem.value for problem in read_folder(folder).problems] == ["nobody"]
