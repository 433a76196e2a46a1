"""Who works on what: agencies by the outputs under which the report lists them."""

from collections.abc import Collection, Mapping, Sequence

import pandas as pd


def outputs_of_agencies(output_agencies: pd.DataFrame, year: int) -> dict[str, set[str]]:
    """The outputs of each agency in the report of a year; those with most outputs first, then by key.

    Args:
        output_agencies: columns `year`, `output_id`, `agency_id`.
        year: report year.
    """
    listed = output_agencies[output_agencies["year"] == year]
    found = {str(agency): set(rows["output_id"]) for agency, rows in listed.groupby("agency_id")}
    return dict(sorted(found.items(), key=lambda item: (-len(item[1]), item[0])))


def common_and_own(
    outputs: dict[str, set[str]], chosen: Sequence[str]
) -> tuple[set[str], dict[str, set[str]]]:
    """What the chosen agencies share, and what each has that no other of them has.

    Args:
        outputs: as `outputs_of_agencies` gives them.
        chosen: keys of `outputs`.
    """
    if not chosen:
        return set(), {}
    common = set.intersection(*(outputs[agency] for agency in chosen))
    own = {
        agency: outputs[agency].difference(*(outputs[other] for other in chosen if other != agency))
        for agency in chosen
    }
    return common, own


def who_holds(members: Mapping[str, Collection[str]]) -> dict[tuple[str, ...], list[str]]:
    """The members of several sets by the sets that hold them: what all have first, what one has alone last.

    Args:
        members: of each set, in the order to keep.
    """
    held: dict[tuple[str, ...], list[str]] = {}
    for member in dict.fromkeys(member for own in members.values() for member in own):
        held.setdefault(tuple(key for key, own in members.items() if member in own), []).append(member)
    return dict(sorted(held.items(), key=lambda item: -len(item[0])))
