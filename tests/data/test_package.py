"""The shipped tables are in order."""

from dashboard.store import problems_of


def test_shipped_data_is_clean(settings):
    assert problems_of(settings.data) == []
