"""Food insecurity by cercle: the sums of the source, and what its rows stand for."""

import pytest

SUMS = {
    2014: 1_920_057, 2015: 409_853, 2016: 423_247, 2017: 600_776, 2018: 932_650,
    2019: 553_767, 2020: 1_340_745, 2021: 1_307_075, 2022: 1_841_064, 2023: 1_262_079,
}  # fmt: skip
"""People in phases 3 to 5, all rows of a year, as added up when the file was obtained."""

MISSING = {(2014, "ML0901"), (2015, "ML0901")}
"""The source has no row for them."""

ROUNDING = 5
"""People by which the sum of rounded cercles may miss the country's figure."""


@pytest.fixture
def rows(catalog):
    return catalog["food_insecurity"]


def test_years_add_up_to_the_sums_of_the_source(rows):
    assert rows.groupby("year")["phase3_5"].sum().to_dict() == SUMS


def test_the_country_in_the_public_series_is_the_sum_of_its_cercles(catalog, rows):
    series = catalog["observations"].query("indicator_id == 'food-crisis-people'").set_index("year")["value"]
    assert set(series.index) == set(SUMS)
    assert (series - rows.groupby("year")["phase3_5"].sum()).abs().max() <= ROUNDING


def test_every_cercle_has_a_row_each_year_or_is_stood_for(catalog, rows):
    cercles = catalog["places"].query("level == 'cercle'")["place_id"]
    together = [(row.year, place) for row in rows.itertuples() for place in row.stands_for.split(";")]
    told = {*zip(rows["year"], rows["place_id"], strict=True), *together}
    assert {(year, cercle) for year in SUMS for cercle in cercles} - told == MISSING


def test_only_what_lies_apart_from_the_division_is_no_cercle(catalog, rows):
    level = catalog["places"].set_index("place_id")["level"]
    apart = rows[rows["place_id"].map(level) != "cercle"]
    assert set(apart["place_id"].map(level)) == {"zone"}
    assert apart["note"].ne("").all()


def test_communes_are_those_of_their_cercle(catalog):
    communes = catalog["communes"]
    assert len(communes.query("kind == 'commune'")) == 701
    assert (communes["pcode"].str[:6] == communes["place_id"]).all()


def test_localities_lie_in_a_commune_of_their_cercle(catalog):
    localities = catalog["places"].query("level == 'locality'")
    assert set(localities["pcode"]) <= set(catalog["communes"]["pcode"])
    assert (localities["pcode"].str[:6] == localities["parent_id"]).all()
