"""One long table holds every number, each row saying all of itself, in every form that tools read."""

import csv
import io

import pandas as pd
import pytest

from dashboard.analysis.grades import GRADES_OF_PAIRS, grade_between, weakest
from dashboard.analysis.trends import LEVEL_KINDS
from dashboard.i18n import LANGUAGES, translator
from dashboard.presenters.indicators.values import own_kind, trend_and_progress, values_of
from dashboard.presenters.passports import passport_of
from dashboard.presenters.reader import Reader
from dashboard.web.facts import described
from dashboard.web.long_rows import SDMX_SEXES, long_rows
from dashboard.web.longform import LONG_FILTERS, filter_codes, long_records, long_resource


@pytest.fixture(scope="module")
def long(app):
    answer = app.server.test_client().get("/data/long.csv")
    return pd.read_csv(io.BytesIO(answer.data), dtype=str, keep_default_na=False)


def test_it_holds_every_number_of_the_tables(long, catalog):
    counts = long["dataset"].value_counts()
    assert counts["observations"] == len(catalog["observations"])
    assert counts["results"] == len(catalog["result_figures"])
    money = [catalog[table] for table in ("finance_agencies", "finance_axes", "finance_totals")]
    given = sum(table.filter(regex="_usd$|_pct$").notna().to_numpy().sum() for table in money)
    assert counts["money"] == given
    food = catalog["food_insecurity"]
    assert counts["food_insecurity"] == len(food) * (food.filter(regex="phase|population").shape[1])


def test_each_row_says_all_of_itself(long, catalog):
    for column in ("value", "qualifier", "unit", "unit_fr", "unit_en", "kind", "source", "licence", "area"):
        assert (long[column] != "").all(), column
    assert (long[["indicator_fr", "indicator_en", "time", "period_start", "period_end"]] != "").all(axis=None)
    public = (
        long["source"] != catalog["sources"].loc[catalog["sources"]["kind"] == "report", "source_id"].iloc[0]
    )
    assert not long.loc[public, "licence"].eq("Not stated").any()
    own = long["dataset"] != "food_insecurity"
    assert (long.loc[own, "passport"] != "").all()


def test_numbers_are_those_of_the_tables(long, catalog):
    stunting = long[(long["indicator"] == "stunting") & (long["kind"] == "observed")]
    for row in (
        catalog["observations"].query("indicator_id == 'stunting' and kind == 'observed'").itertuples()
    ):
        own = stunting[stunting["passport"] == f"/f/o~{row.observation_id}"]
        assert float(own["value"].iloc[0]) == row.value
        assert own["sex"].iloc[0] == SDMX_SEXES[row.sex]
    bound = long[(long["indicator"] == "idp-people") & (long["qualifier"] == ">")]
    assert bound["value"].tolist() == ["350000"]
    assert (bound["time"] == "2022-01").all()


def test_passports_of_its_rows_exist(long, client):
    shown = long.loc[long["passport"] != "", "passport"]
    for address in shown.iloc[::120]:
        assert client.get(address).status_code in (200, 302, 303), address


def test_every_number_has_a_passport_that_gives_it(long, catalog):
    """People in need too, whose rows are many: one in forty is looked up."""
    assert (long["passport"] != "").all()
    reader = Reader(catalog, translator(LANGUAGES[0]))
    for row in long[long["dataset"] == "food_insecurity"].iloc[::40].itertuples():
        passport = passport_of(reader, row.passport.rpartition("/f/")[2])
        assert passport and passport.number == float(row.value), row.passport


def test_what_several_places_share_is_nobody_s_alone(long, catalog):
    several = long[(long["dataset"] == "results") & (long["area"] == "_X")]
    assert len(several) and all(len(areas.split()) > 1 for areas in several["areas"])
    codes = set(catalog["places"]["pcode"]) | set(catalog["places"]["place_id"])
    assert all(set(areas.split()) <= codes for areas in several["areas"])


def test_every_filter_gives_the_rows_of_its_code(catalog):
    rows = list(long_rows(catalog))
    for name, codes in filter_codes(catalog).items():
        for code in codes[:3]:
            found = long_records(catalog, {name: code})
            assert found and len(found) < len(rows)
            assert all(str(row[name]) == code or code in str(row["areas"]).split() for row in found)


@pytest.mark.parametrize(
    "query", ["indicator=stunting&sex=female&year=2019", "sex=F&year=2019&indicator=Stunting"]
)
def test_programs_ask_for_a_part(client, query):
    answer = client.get(f"/api/v1/data.json?{query}").json
    assert answer["count"] == len(answer["rows"]) > 0
    assert {(row["indicator"], row["sex"], row["year"]) for row in answer["rows"]} == {
        ("stunting", "F", 2019)
    }
    plain = client.get(f"/data/long.csv?{query}").text.splitlines()
    assert len(plain) == 1 + answer["count"]


@pytest.mark.parametrize("query", ["colour=red", "year=1200", "indicator=nothing"])
def test_what_does_not_exist_is_said(client, query):
    answer = client.get(f"/api/v1/data.json?{query}")
    assert answer.status_code == 400
    assert query.split("=")[0] in answer.json["detail"]
    assert client.get(f"/data/long.csv?{query}").status_code == 400


def test_a_place_is_asked_by_its_code_also_where_it_shares(client):
    rows = client.get("/api/v1/data.json?area=ML05").json["rows"]
    assert any(row["area"] == "ML05" for row in rows)
    assert any(row["area"] == "_X" and "ML05" in row["areas"].split() for row in rows)


def test_the_codebook_explains_every_column_in_both_languages(client, catalog):
    rows = list(csv.DictReader(io.StringIO(client.get("/data/codebook.csv").text)))
    wanted = {
        (resource["name"], field["name"])
        for resource in described(catalog)
        for field in resource["schema"]["fields"]
    }
    assert {(row["table"], row["column"]) for row in rows} == wanted
    for row in rows:
        for language in LANGUAGES:
            assert row[f"title_{language}"] and row[f"description_{language}"], row


def test_the_french_file_of_it_opens_in_a_french_spreadsheet(client):
    text = client.get("/data/fr/long.csv?indicator=hdi").data.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text), delimiter=";"))
    assert {"Indicateur en français", "Valeur", "Réserve", "Unité en français"} <= set(rows[0])
    assert all("." not in row["Valeur"] for row in rows)


def test_sdmx_tools_read_the_file_and_know_every_code(client, tmp_path):
    import sdmx
    from pysdmx.io import read_sdmx
    from sdmx.model import v30

    structure = tmp_path / "structure.json"
    structure.write_bytes(client.get("/data/sdmx-structure.json").data)
    message = read_sdmx(structure)
    components = message.get_data_structure_definitions()[0].components
    definition = v30.DataStructureDefinition(id="MALI_RESULTS")
    for dimension in components.dimensions:
        definition.dimensions.getdefault(id=dimension.id)
    for attribute in components.attributes:
        definition.attributes.getdefault(id=attribute.id)
    definition.measures.getdefault(id="OBS_VALUE")
    content = client.get("/data/sdmx.csv").data
    data = sdmx.read_sdmx(io.BytesIO(content), format="CSV", structure=definition).data[0]
    assert len(data.obs) == len(content.splitlines()) - 1
    assert len({str(obs.key) for obs in data.obs}) == len(data.obs)
    coded = {c.id: {code.id for code in c.local_codes} for c in components if c.local_codes}
    assert {"SEX", "UNIT_MEASURE", "OBS_STATUS", "AGE", "REF_AREA"} <= set(coded)
    for row in csv.DictReader(io.StringIO(content.decode())):
        assert all(row[name] in codes for name, codes in coded.items()), row


def test_one_grade_is_used_for_all_indicators(catalog):
    """What a trend compares is never of another instrument or definition; what is unknown is said."""
    for indicator in catalog.rows("indicators"):
        values = values_of(catalog, indicator, own_kind(catalog, indicator))
        for sex in set(values["sex"]):
            trend, _ = trend_and_progress(catalog, indicator, sex)
            if not trend.compared:
                continue
            own = values[(values["sex"] == sex) & values["kind"].isin(LEVEL_KINDS)].set_index(
                "observation_id"
            )
            run = own[own["series"] == own.loc[trend.last, "series"]].sort_values("period_start")
            grade = grade_between(run.loc[trend.first : trend.last])
            assert grade in ("same_instrument", "unknown"), (indicator, sex, grade)
            assert ("unknown" in trend.caveats) == (grade == "unknown"), (indicator, sex)


def test_every_pair_of_neighbours_has_a_grade_and_its_evidence(catalog):
    levels = catalog["observations"]
    levels = levels[levels["kind"].isin(LEVEL_KINDS)].sort_values("period_start", kind="stable")
    for key, run in levels.groupby(["indicator_id", "source_id", "series", "sex"]):
        later = run.iloc[1:]
        assert later["comparable"].isin(GRADES_OF_PAIRS).all(), key
        assert (later["comparable_note_fr"] != "").all() and (later["comparable_note_en"] != "").all(), key


def test_the_weakest_step_grades_the_whole():
    assert weakest(["same_instrument", "unknown", "same_instrument"]) == "unknown"
    assert weakest(["unknown", "other_definition", "other_instrument"]) == "other_definition"
    assert weakest(["", ""]) == ""


def test_filters_are_columns(catalog):
    names = {field["name"] for field in long_resource(catalog)["schema"]["fields"]}
    assert set(LONG_FILTERS) <= names
