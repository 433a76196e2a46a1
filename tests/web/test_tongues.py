"""Words of another language say so where an element may stand, and nowhere else."""

import pytest

from dashboard.web.tongues import marked, patterns

PHRASES = {"en": ["Stop Center"], "fr": ["pour la mise"], "bm": ["Lala"]}
TOLD = '<span lang="en">Stop\u00a0Center</span>'

CASES = [
    ("<p>Un Stop\u00a0Center.</p>", f"<p>Un {TOLD}.</p>"),
    ('<a title="Stop Center">x</a>', '<a title="Stop Center">x</a>'),
    ("<select><option>Stop Center</option></select>", "<select><option>Stop Center</option></select>"),
    ("<svg><text>Stop Center</text></svg> Stop\u00a0Center", f"<svg><text>Stop Center</text></svg> {TOLD}"),
    ("Stop Centers, nonstop Stop", "Stop Centers, nonstop Stop"),
    ("<i>pour la mise</i>", "<i>pour la mise</i>"),
    ("Lala", '<span lang="bm">Lala</span>'),
]


@pytest.mark.parametrize(("html", "expected"), CASES)
def test_strange_words_name_their_language(html, expected):
    assert marked(html, patterns(PHRASES, "fr")) == expected
