"""The rule of the words: readers' words mean something."""

from collections.abc import Iterator

from dashboard.domain.errors import Problem
from dashboard.store.lines import Frames, numbered_rows
from dashboard.store.vocabularies import codes_of

MEANT = {
    "agency": "agencies",
    "axis": "axes",
    "indicator": "indicators",
    "output": "outputs",
    "place": "places",
    "silence": "silences",
}
"""Kind of a meaning (`place:...`) -> the table whose key follows."""
MEANT_WORDS = {
    "theme": "theme",
    "concerns": "concerns",
    "names": "concerns",
    "beneficiary": "beneficiary",
    "level": "place_level",
}
"""Kind whose code a list of `terms` holds -> that list; `names:...` are words by which texts name people."""
PAGE = "page"
"""The kind of a meaning that is a page of the site, which no table knows."""


def meanings_exist(frames: Frames) -> Iterator[Problem]:
    """A reader's word means a thing of the tables (`kind:key`) or, without a colon, other words."""
    known = {kind: set(frames[table].iloc[:, 0]) for kind, table in MEANT.items()}
    codes = codes_of(frames["terms"])
    known |= {kind: set(codes.get(words, ())) for kind, words in MEANT_WORDS.items()}
    for line, row in numbered_rows(frames["synonyms"]):
        kind, colon, key = row["means"].partition(":")
        if colon and kind != PAGE and key not in known.get(kind, ()):
            yield Problem("synonyms", line, "means", row["means"], "meaning_unknown")
