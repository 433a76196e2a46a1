"""The country's own texts, of what the site is and disclaims: `texts/<language>/*.md` of its folder."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from dashboard.domain.errors import Problem
from dashboard.i18n.prose import Prose, prose_files, read_prose

CountryTexts = Mapping[str, Mapping[str, Prose]]
"""By language and name; one of a name of ours stands in its place."""
_FOLDER = "texts"


def read_country_texts(folder: Path, languages: Sequence[str]) -> tuple[CountryTexts, list[Problem]]:
    """The texts of a folder of data, and what is wrong with them."""
    texts: dict[str, dict[str, Prose]] = {}
    problems: list[Problem] = []
    for language in languages:
        for path in prose_files(folder / _FOLDER, language):
            try:
                texts.setdefault(language, {})[path.stem] = read_prose(path, language)
            except UnicodeDecodeError:
                problems.append(Problem(_name(path), 0, "", "", "not_utf8", (("encoding", "Windows-1252"),)))
            except ValueError:
                problems.append(Problem(_name(path), 0, "", "", "text_head"))
    return texts, problems


def _name(path: Path) -> str:
    return "/".join(path.parts[-3:])
