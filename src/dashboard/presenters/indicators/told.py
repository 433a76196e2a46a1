"""What is told of an indicator in sentences, each number leading to its passport."""

from collections.abc import Sequence

from dashboard.components.sentences import Piece
from dashboard.presenters.indicators.evidence import of_one_kind, printed_first, sexes_compared
from dashboard.presenters.indicators.progress import method_sentences, progress_sentence
from dashboard.presenters.indicators.revised import revision_sentences
from dashboard.presenters.indicators.values import trend_and_progress
from dashboard.presenters.indicators.words import (
    capitalised,
    observed,
    rule_sentences,
    sex_word,
    trend_sentence,
)
from dashboard.presenters.reader import Reader


def said_of(reader: Reader, indicator: str, sexes: Sequence[str]) -> list[list[Piece]]:
    """What the report says of each sex, and what can be said of it."""
    said = []
    for sex in sexes:
        trend, _ = trend_and_progress(reader.catalog, indicator, sex)
        printed = printed_first(reader, indicator, sex, trend)
        own = trend_sentence(reader, indicator, sex, trend)
        sentences = [*printed, *capitalised(own)] if printed else own
        said.append(_of_sex(reader, indicator, sexes, sex, sentences))
    revised = revision_sentences(reader, indicator, sexes)
    return [*said, *revised, *_grades(reader, indicator, sexes)]


def _grades(reader: Reader, indicator: str, sexes: Sequence[str]) -> list[list[Piece]]:
    """How far the last values compare with those before, and the evidence; said once."""
    told: dict[str, None] = {}
    for sex in sexes:
        trend, _ = trend_and_progress(reader.catalog, indicator, sex)
        last = observed(reader, trend.last) if trend.first != trend.last else None
        if last and last.comparable:
            grade = reader.term("comparable", last.comparable).lower()
            why = reader.t.of(last, "comparable_note")
            told[reader.t("trend.grade", grade=grade, why=why)] = None
    return [[text] for text in told]


def paces_of(reader: Reader, indicator: str, sexes: Sequence[str]) -> list[list[Piece]]:
    """What the public record has of one kind, the way to the target and the paces; how the sexes compare."""
    said = []
    for sex in sexes:
        trend, progress = trend_and_progress(reader.catalog, indicator, sex)
        sentences = [
            *of_one_kind(reader, indicator, sex, trend),
            *progress_sentence(reader, indicator, sex, progress),
        ]
        if sentences:
            said.append(_of_sex(reader, indicator, sexes, sex, sentences))
    return [*said, *map(capitalised, sexes_compared(reader, indicator, sexes))]


def _of_sex(
    reader: Reader, indicator: str, sexes: Sequence[str], sex: str, sentences: list[Piece]
) -> list[Piece]:
    """Sentences about a sex, which is named where there are others."""
    if list(sexes) == ["total"]:
        return capitalised(sentences)
    name = sex_word(reader, reader.catalog.indicators[indicator], sex)
    return [reader.t("trend.pair", name=name, text=""), *sentences]


def rules_of(reader: Reader, indicator: str, sexes: Sequence[str]) -> list[tuple[str, list[str]]]:
    """What folds open: (summary, sentences) of how words were chosen, and how progress is measured."""
    t = reader.t
    known = {sex: trend_and_progress(reader.catalog, indicator, sex) for sex in sexes}
    chosen = dict.fromkeys(
        text for trend, _ in known.values() for text in rule_sentences(reader, indicator, trend)
    )
    words = dict.fromkeys(t(f"trend.word.{trend.word}") for trend, _ in known.values())
    rules = [(t("trend.why", words=", ".join(words)), list(chosen))]
    method = dict.fromkeys(
        text for _, progress in known.values() for text in method_sentences(reader, progress)
    )
    if method:
        return [*rules, (t("progress.method"), list(method))]
    return [*rules, (t("progress.target"), [t("progress.target.none")])]
