"""The rules of food insecurity by place: phases add up, or a note says by how much they do not."""

from collections.abc import Iterator

from dashboard.domain.errors import Problem
from dashboard.domain.phases import PHASES
from dashboard.store.lines import Frames, numbered_rows

CRISIS = PHASES[2:]
ROUNDED = 2
"""People by which a sum of rounded phases may miss the rounded total."""


def phases_add_up(frames: Frames) -> Iterator[Problem]:
    """Phases 3 to 5 make `phase3_5`; all five make the people in the column before them, unless noted."""
    frame = frames["food_insecurity"]
    people = str(frame.columns[list(frame.columns).index(PHASES[0]) - 1])
    for line, row in numbered_rows(frame):
        sums = {"phase3_5": sum(row[phase] for phase in CRISIS)}
        if not row["note"]:
            sums[people] = sum(row[phase] for phase in PHASES)
        for column, computed in sums.items():
            if abs(row[column] - computed) > ROUNDED:
                facts = (("computed", str(computed)),)
                yield Problem("food_insecurity", line, column, str(row[column]), "phases_against_sum", facts)


def places_stood_for_exist(frames: Frames) -> Iterator[Problem]:
    """A row that stands for several places names places, its own among them."""
    known = set(frames["places"]["place_id"])
    for line, row in numbered_rows(frames["food_insecurity"]):
        named = set(filter(None, row["stands_for"].split(";")))
        if named and not ({row["place_id"]} <= named <= known):
            yield Problem("food_insecurity", line, "stands_for", row["stands_for"], "stands_for_unknown")
