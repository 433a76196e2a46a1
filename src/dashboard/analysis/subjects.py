"""What each result is about, and whom it names: several themes, several groups of people."""

import re
from collections.abc import Iterable

import pandas as pd

from dashboard.domain.text import unaccented

WORD = re.compile(r"[\w-]+")
"""A word with its hyphens: a midwife (`sage-femme`) is not every woman."""


def with_themes(results: pd.DataFrame, result_themes: pd.DataFrame) -> pd.DataFrame:
    """Results with the column `themes`: a tuple of codes, its own or else the one of its output.

    Args:
        results: with `result_id` and the `theme` of their output, empty where they have none.
        result_themes: `result_id` and `theme`, any number of rows per result.
    """
    own = result_themes.groupby("result_id")["theme"].agg(tuple)
    inherited = results["theme"].map(lambda theme: (theme,) if theme else ())
    return results.assign(
        themes=results["result_id"].map(own).where(lambda themes: themes.notna(), inherited)
    )


def with_concerns(
    results: pd.DataFrame, result_figures: pd.DataFrame, words: pd.DataFrame, sex: str
) -> pd.DataFrame:
    """Results with the column `concerns`: a tuple of the groups of one sex that a result names or counts.

    Args:
        results: with `result_id` and `summary_<language>`.
        result_figures: with `result_id`, `sex` and `who_<language>`.
        words: `language`, `word` and `means`: a word (or words) of a text beginning so names that
            group.
        sex: a figure of this sex concerns all groups where no word says which.
    """
    said: dict[str, set[str]] = {result: set() for result in results["result_id"]}
    for language, spoken in words.groupby("language"):
        beginnings = [
            (_bare(word), group) for word, group in zip(spoken["word"], spoken["means"], strict=True)
        ]
        for frame, column in ((results, f"summary_{language}"), (result_figures, f"who_{language}")):
            named = {text: _named(text, beginnings) for text in set(frame[column])}
            for result, text in zip(frame["result_id"], frame[column], strict=True):
                said[result] |= named[text]
    everyone = set(words["means"])
    for result in result_figures.loc[result_figures["sex"] == sex, "result_id"]:
        said[result] = said[result] or everyone
    return results.assign(concerns=results["result_id"].map(lambda result: tuple(sorted(said[result]))))


def _named(text: str, beginnings: Iterable[tuple[str, str]]) -> set[str]:
    bare = _bare(text)
    return {group for beginning, group in beginnings if beginning in bare}


def _bare(text: str) -> str:
    """Its words, each after a space."""
    return " " + " ".join(WORD.findall(unaccented(text)))
