"""Records of words: what is found wrong, asked, looked for and explained."""

from dataclasses import dataclass
from typing import ClassVar

from dashboard.domain.records import TableRecord


@dataclass(frozen=True, slots=True)
class CheckedFinding(TableRecord):
    """What does not agree in the report; `table` and `key` say of what."""

    TABLE: ClassVar[str] = "findings"
    finding_id: str
    year: int
    severity: str
    weight: int
    table: str
    key: str
    measure: str
    printed: str
    computed: str
    source_ref: str


@dataclass(frozen=True, slots=True)
class Acronym(TableRecord):
    """An acronym of the report."""

    TABLE: ClassVar[str] = "acronyms"
    acronym: str
    source_ref: str


@dataclass(frozen=True, slots=True)
class GlossaryTerm(TableRecord):
    """A term of the field, explained."""

    TABLE: ClassVar[str] = "glossary"
    term_id: str
    aliases: str


@dataclass(frozen=True, slots=True)
class CodeWord(TableRecord):
    """The words for a code of a controlled vocabulary, `list`."""

    TABLE: ClassVar[str] = "terms"
    list: str
    code: str


@dataclass(frozen=True, slots=True)
class Question(TableRecord):
    """What a kind of reader asks, and the view that answers."""

    TABLE: ClassVar[str] = "questions"
    question_id: str
    reader: str
    page: str
    key: str
    query: str
    anchor: str
    figure: str


@dataclass(frozen=True, slots=True)
class DeckSlide(TableRecord):
    """A card of a deck of slides."""

    TABLE: ClassVar[str] = "decks"
    slide_id: str
    deck: str
    card: str
    key: str
    query: str


@dataclass(frozen=True, slots=True)
class Synonym(TableRecord):
    """Another word for what the tables call otherwise."""

    TABLE: ClassVar[str] = "synonyms"
    language: str
    word: str
    means: str


@dataclass(frozen=True, slots=True)
class Silence(TableRecord):
    """What the report does not speak of."""

    TABLE: ClassVar[str] = "silences"
    silence_id: str
    source_ref: str
