"""The essentials in further languages of the country: words of the country team, and a voice.

`summaries/bm.md` in the folder of the data, and its recording beside it, `summaries/bm.ogg`. None is shipped.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dashboard.domain.errors import Problem

FOLDER = "summaries"
VOICES = {".ogg": "audio/ogg", ".opus": "audio/ogg", ".mp3": "audio/mpeg", ".m4a": "audio/mp4"}
"""The kinds of recordings that browsers play, by the end of their names."""
HEAVIEST = 1_000_000
"""Bytes of a recording: four minutes of clear speech are half of it."""
_CODE = re.compile(r"[a-z]{2,3}")
_FENCE = "---\n"
_HEAD = ("language", "title", "source")


@dataclass(frozen=True)
class Summary:
    """What the report says first, in one language.

    Attributes:
        code: of the language (BCP 47): `bm`, `ff`.
        language: how the language calls itself.
        title: in the language.
        source: who wrote and spoke it, and when.
        body: Markdown, in the language: what the voice says.
        voice: the recording.
        suffix: the end of its name, one of `VOICES`.
    """

    code: str
    language: str
    title: str
    source: str
    body: str
    voice: bytes
    suffix: str


def read_summaries(folder: Path) -> tuple[dict[str, Summary], list[Problem]]:
    """The summaries of a folder of data by the code of their language, and everything that is wrong."""
    place = folder / FOLDER
    texts = {path.stem: path for path in sorted(place.glob("*.md"))}
    voices = {path.stem: path for path in sorted(place.glob("*")) if path.suffix in VOICES}
    problems = [_problem(path, "summary_wordless") for stem, path in voices.items() if stem not in texts]
    found: dict[str, Summary] = {}
    for stem, path in texts.items():
        faults = list(_faults(path, voices.get(stem)))
        problems += faults
        if not faults:
            found[stem] = _summary(path, voices[stem])
    return found, problems


def _faults(text: Path, voice: Path | None) -> Iterator[Problem]:
    if not _CODE.fullmatch(text.stem):
        yield _problem(text, "summary_code")
    try:
        head, body = _parts(text)
    except (UnicodeDecodeError, ValueError):
        yield _problem(text, "summary_head", "", ", ".join(_HEAD))
        return
    yield from (_problem(text, "summary_head", name, name) for name in _HEAD if not head.get(name))
    if not body:
        yield _problem(text, "summary_empty")
    if voice is None:
        yield _problem(text, "summary_voiceless", "", " ".join(VOICES))
    elif voice.stat().st_size > HEAVIEST:
        yield _problem(voice, "summary_heavy", "", str(HEAVIEST // 1000))


def _problem(path: Path, rule: str, column: str = "", needed: str = "") -> Problem:
    return Problem(f"{FOLDER}/{path.name}", 0, column, "", rule, (("needed", needed),) if needed else ())


def _parts(path: Path) -> tuple[dict[str, str], str]:
    """(what the head says, the words); ValueError where there is no head."""
    _, head, body = path.read_text(encoding="utf-8-sig").split(_FENCE, 2)
    facts = (line.partition(":") for line in head.splitlines())
    return {name.strip(): said.strip() for name, _, said in facts}, body.strip()


def _summary(path: Path, voice: Path) -> Summary:
    head, body = _parts(path)
    language, title, source = (head[name] for name in _HEAD)
    return Summary(path.stem, language, title, source, body, voice.read_bytes(), voice.suffix)
