"""The memory of answers stays within its bytes and forgets the oldest first."""

from hypothesis import given
from hypothesis import strategies as st

from dashboard.web.memory import Memory


@given(st.lists(st.tuples(st.integers(0, 9), st.binary(max_size=30))))
def test_never_more_than_the_limit(kept):
    memory = Memory(limit=100)
    last = {}
    for key, content in kept:
        assert memory.keep(key, content, len(content)) == content
        last[key] = content
        assert memory.size <= 100
    assert all(memory.get(key) in (None, content) for key, content in last.items() if len(content) <= 10)


def test_what_was_asked_for_longest_ago_makes_room():
    memory = Memory(limit=30)
    for key in range(10):
        memory.keep(key, b"123", 3)
    memory.get(0)
    memory.keep("new", b"123", 3)
    assert memory.get(0) == b"123"
    assert memory.get(1) is None


def test_one_large_answer_does_not_push_out_the_others():
    memory = Memory(limit=100)
    memory.keep("small", b"12", 2)
    memory.keep("large", b"1" * 50, 50)
    assert memory.get("small") == b"12"
    assert memory.get("large") is None
