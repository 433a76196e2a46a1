"""Values that a newer report tells otherwise than an older one: both are shown, each with its passport."""

from collections.abc import Sequence

from dashboard.components.links import Link
from dashboard.components.sentences import Piece, sentence
from dashboard.domain.figure_ids import observation_id
from dashboard.domain.measured import Observation
from dashboard.presenters.indicators.values import revisions
from dashboard.presenters.indicators.words import dated, observed, value_link, value_text
from dashboard.presenters.reader import Reader
from dashboard.presenters.sources import report_name


def revision_sentences(reader: Reader, indicator: str, sexes: Sequence[str]) -> list[list[Piece]]:
    """What was told of the indicator before, and what is told now; nothing where it is the same."""
    pairs = [(observed(reader, old), observed(reader, new)) for old, new in revisions(reader.catalog).items()]
    return [
        _sentence(reader, old, new)
        for old, new in pairs
        if old.indicator_id == indicator and old.sex in sexes and old.value != new.value
    ]


def _sentence(reader: Reader, old: Observation, new: Observation) -> list[Piece]:
    words = sentence(
        reader.t("trend.revised"),
        when=dated(reader.t, new),
        before=value_link(reader, old.observation_id),
        now=value_link(reader, new.observation_id),
        older=report_name(reader, old.source_id),
        newer=report_name(reader, new.source_id),
    )
    return list(words)


def other_tellings(reader: Reader, key: str) -> list[Link]:
    """The same value in other reports, for its passport: the newest of an old one, and the reverse."""
    told = revisions(reader.catalog)
    others = [*([told[key]] if key in told else []), *(old for old, new in told.items() if new == key)]
    return [_telling(reader, observed(reader, other)) for other in others]


def _telling(reader: Reader, row: Observation) -> Link:
    about = reader.catalog.indicators[row.indicator_id]
    text = value_text(reader, about, row.value, row.qualifier)
    named = f"{text} ({report_name(reader, row.source_id)})"
    return Link(named, reader.figure(observation_id(row.observation_id)))
