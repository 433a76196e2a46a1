"""An officer need not make up keys; those given stay."""

from dashboard.operate.officer_keys import keyed_rows

RESULTS = ("result_id", "year", "output_id", "section")


def test_a_new_result_is_named_by_year_output_and_the_next_number():
    rows = [
        ["2022-1.1.1-01", "2022", "1.1.1", "2.2"],
        ["", "2022", "1.1.1", "2.2"],
        ["", "", "", ""],
        ["", "2022", "", "2.1"],
        ["mine", "2022", "1.1.1", "2.2"],
        ["", "2022", "1.1.1", "2.2"],
    ]
    keys = [row[0] for row in keyed_rows("results", RESULTS, rows)]
    assert keys == ["2022-1.1.1-01", "2022-1.1.1-02", "", "2022-2.1-01", "mine", "2022-1.1.1-03"]
    assert [row[1:] for row in keyed_rows("results", RESULTS, rows)] == [row[1:] for row in rows]


def test_a_figure_gets_the_next_rank_of_its_result():
    rows = [["a", "1", "x"], ["a", "", "y"], ["b", "", "z"], ["", "", ""], ["a", "", "w"]]
    ranked = keyed_rows("result_figures", ("result_id", "seq", "what"), rows)
    assert [row[1] for row in ranked] == ["1", "2", "1", "", "3"]


def test_a_sheet_of_fewer_columns_and_other_tables_are_left_to_the_checks():
    assert keyed_rows("challenges", ("text_fr",), [["x"]]) == [["x"]]
    assert keyed_rows("challenges", ("challenge_id", "text_fr"), [["", "x"]]) == [["ch-01", "x"]]
    assert keyed_rows("agencies", ("agency_id", "name"), [["", "x"]]) == [["", "x"]]
