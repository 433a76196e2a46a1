"""Words are brought down to their stems, by many readers at once."""

import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from dashboard.search.stems import stem

WORDS = ["nationales", "soutenues", "ecoles", "naissances", "deplacees", "institutions", "formations"]


@pytest.fixture
def hurried():
    """Threads that give way to one another as often as can be."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


def test_threads_do_not_spoil_each_other_s_words(hurried):
    fresh = stem.__wrapped__  # without the memory of words, which hides the work
    expected = [fresh(word, "fr") for word in WORDS]
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda n: [fresh(word, "fr") for word in WORDS], range(200)))
    assert found == [expected] * 200
