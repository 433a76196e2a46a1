"""The tables as records: what `catalog.agencies["pam"].kind` promises."""

from dataclasses import fields
from types import NoneType
from typing import get_args, get_type_hints

import pandas as pd
import pytest

from dashboard.domain.measured import Place
from dashboard.domain.worded import CodeWord
from dashboard.i18n import translator
from dashboard.i18n.languages import SPOKEN
from dashboard.operate.new_country import write_country
from dashboard.store import load
from dashboard.store.subjects import Subjects, told

KINDS = {one: kind for one in vars(Subjects).values() for kind in [getattr(one, "_kind", None)] if kind}
RECORDS = [*KINDS.values(), CodeWord]
NUMBERS = {"integer": int, "year": int, "number": float, "boolean": bool, "string": str}


def columns(catalog, kind):
    """The columns of a record's table -> the type of their cells, and whether each must say something."""
    described = catalog.resource(kind.TABLE)["schema"]["fields"]
    return {
        one["name"]: (NUMBERS[one["type"]], "required" in one.get("constraints", {})) for one in described
    }


def of_a_language(name, names):
    """Whether a column says in one language what another says in a second, or one without an ending."""
    head, _, language = name.rpartition("_")
    others = [other for other in names if other.rpartition("_")[0] == head and other != name]
    return language in SPOKEN and (head in names or bool(others))


@pytest.mark.parametrize("kind", RECORDS, ids=lambda kind: kind.__name__)
def test_fields_are_the_columns_of_the_descriptor(catalog, kind):
    described = columns(catalog, kind)
    hints = get_type_hints(kind)
    for name in (field.name for field in fields(kind)[1:]):
        of, required = described.pop(name)
        kinds = {*(get_args(hints[name]) or (hints[name],))}
        optional = {NoneType} if of in (int, float) and not required else set()
        assert kinds == {of} | optional, f"{kind.TABLE}.{name}"
    others = [name for name in described if not of_a_language(name, columns(catalog, kind))]
    assert others == []


def test_every_table_has_its_record(catalog):
    described = {resource["name"] for resource in catalog.package["resources"] if "schema" in resource}
    assert {kind.TABLE for kind in RECORDS} == described


@pytest.mark.parametrize("kind", RECORDS, ids=lambda kind: kind.__name__)
def test_a_record_says_what_its_row_says(catalog, kind):
    frame = catalog.money(kind.TABLE)
    made = list(told(frame, kind))
    assert len(made) == len(frame)
    for record, (_, row) in zip(made, frame.iterrows(), strict=True):
        for field in fields(record)[1:]:
            value = getattr(record, field.name)
            assert pd.isna(row[field.name]) if value is None else value == row[field.name]
        assert all(record.texts[name] == row[name] for name in record.texts)


def test_a_further_language_stands_in_the_texts_and_a_column_that_is_not_there_is_empty(catalog):
    frame = catalog["places"].assign(name_es="Bamako", note_es="Dicho").drop(columns=["aliases", "lat"])
    place = next(told(frame, Place))
    assert (place.texts["name_es"], place.texts["note_es"]) == ("Bamako", "Dicho")
    assert (place.aliases, place.lat) == ("", None)
    assert translator("fr").bare(place) == place.name_fr


def test_the_folder_of_another_country_makes_every_record(settings, tmp_path):
    write_country("hti", tmp_path / "haiti", settings.data, 2024, ("en", "fr"))
    country = load(tmp_path / "haiti")
    for name in (name for name, one in vars(Subjects).items() if hasattr(one, "_kind")):
        assert len(getattr(country, name)) == len(country[name])
    assert [axis.axis_id for axis in country.axes.values()] == [*country["axes"]["axis_id"]]
    assert "budget_htg" in country["finance_totals"]
    assert [row.budget_usd for row in country.finance_totals] == [*country["finance_totals"]["budget_htg"]]
