"""The rules of the words: codes that a vocabulary holds, readers' words that mean something."""

from collections.abc import Iterator

from dashboard.domain.errors import Problem
from dashboard.store.tables import Frames, numbered_rows

CODED = {
    ("outputs", "theme"): "theme",
    ("indicators", "theme"): "theme",
    ("result_themes", "theme"): "theme",
    ("results", "beneficiary"): "beneficiary",
}
"""Column of codes -> the list of table `terms` that names them."""

MEANT = {
    "agency": "agencies",
    "axis": "axes",
    "indicator": "indicators",
    "output": "outputs",
    "place": "places",
    "silence": "silences",
}
"""Kind of a meaning (`place:...`) -> the table whose key follows."""
MEANT_WORDS = ("theme", "concerns", "beneficiary")
"""Kinds whose code a list of table `terms` holds."""
PAGE = "page"
"""The kind of a meaning that is a page of the site, which no table knows."""


def codes_have_words(frames: Frames) -> Iterator[Problem]:
    """A code of a vocabulary must be in table `terms`: readers see its word."""
    for (table, column), vocabulary in CODED.items():
        known = _codes(frames, vocabulary)
        for line, row in numbered_rows(frames[table]):
            if row[column] and row[column] not in known:
                yield Problem(table, line, column, row[column], "code_without_word", (("list", vocabulary),))


def meanings_exist(frames: Frames) -> Iterator[Problem]:
    """A reader's word means a thing of the tables (`kind:key`) or, without a colon, other words."""
    known = {kind: set(frames[table].iloc[:, 0]) for kind, table in MEANT.items()}
    known |= {kind: _codes(frames, kind) for kind in MEANT_WORDS}
    for line, row in numbered_rows(frames["synonyms"]):
        kind, colon, key = row["means"].partition(":")
        if colon and kind != PAGE and key not in known.get(kind, ()):
            yield Problem("synonyms", line, "means", row["means"], "meaning_unknown")


def _codes(frames: Frames, vocabulary: str) -> set[str]:
    terms = frames["terms"]
    return set(terms.loc[terms["list"] == vocabulary, "code"])
