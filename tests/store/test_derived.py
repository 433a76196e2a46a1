"""What is made once per version of the data goes with these data."""

import gc
import weakref
from dataclasses import replace

from dashboard.store.derived import derived


def test_made_once_for_each_version(catalog):
    made = []

    @derived()
    def year_of(data, offset=0):
        made.append(offset)
        return data.year + offset

    assert [year_of(catalog), year_of(catalog), year_of(catalog, 1)] == [
        catalog.year,
        catalog.year,
        catalog.year + 1,
    ]
    assert made == [0, 1]
    year_of(replace(catalog, version="other"))
    assert made == [0, 1, 0]


def test_nothing_holds_old_data(catalog):
    @derived(most=2)
    def itself(data):
        return [data]

    other = replace(catalog, version="other")
    itself(other)
    gone = weakref.ref(other)
    del other
    gc.collect()
    assert gone() is None


def test_made_of_the_tables_alone_once_for_all_that_shows_them(catalog):
    made = []

    @derived(bare=True)
    def year_of(data):
        made.append(data)
        return data.year

    sited = catalog.on_site(contact="office@example.org")
    assert sited.contact == "office@example.org"
    assert year_of(sited) == year_of(catalog) == year_of(sited.on_site(files={"/data/a.zip": 1}))
    assert made == [catalog], "what a site adds is not seen"
    year_of(replace(sited, version="other"))
    assert len(made) == 2, "other tables are never mixed with these"
