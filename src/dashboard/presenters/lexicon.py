"""Every name of everything in the tables, for searching."""

from collections.abc import Iterator
from dataclasses import replace

from dashboard.analysis.results import SPOTLIGHT
from dashboard.domain.measured import Commune, Place
from dashboard.domain.records import Agency
from dashboard.domain.worded import GlossaryTerm, Synonym
from dashboard.i18n import LANGUAGES, translator
from dashboard.presenters.reader import speech
from dashboard.search.lexicon import ALIAS, MEANING, NAME, SENTENCE, WORDS, Lexicon, Name, lexicon_of
from dashboard.search.reading import LEVEL
from dashboard.store import Catalog
from dashboard.store.derived import derived

BY_LANGUAGE = {
    "axes": ("axis", ("name", "short")),
    "outcomes": ("outcome", ("name", "short")),
    "outputs": ("output", ("label",)),
    "indicators": ("indicator", ("name",)),
    "silences": ("silence", ("name",)),
    "agencies": ("agency", ("acronym", "name")),
    "partners": ("partner", ("name",)),
}
"""Table -> kind of its things, and its columns of names (`<column>_<language>`)."""

TOLD = {"results": "summary", "priorities": "text", "findings": "explanation"}
"""Table -> its column of sentences that are searched: their words are spelled well, so none is taken for
another's slip."""

NUMBERED = {"axes": "axis", "outcomes": "outcome", "outputs": "output"}
"""Table of things that readers call by their number -> the term of the glossary before it."""

EXPLAINED, SPELLED_OUT = MEANING - 0.1, MEANING - 3
"""How well a word fits its explanation, and an acronym: what is counted comes before what explains it, and
results before an acronym."""

_VOCABULARIES = ("theme", "concerns", "beneficiary")
_LEVELS = "place_level"
_NAMES = "names:"
"""How the meaning of a word begins by which texts name people; readers mean `concerns:...` by it."""


@derived(bare=True)
def lexicon(catalog: Catalog) -> Lexicon:
    """The lexicon of the data, made once for each version of it."""
    small = {language: translator(language)("search.small_words") for language in LANGUAGES}
    texts = {
        one: [
            translator(one).bare(row, column)
            for table, column in TOLD.items()
            for row in catalog.rows(table).values()
        ]
        for one in LANGUAGES
    }
    levels = {f"place:{key}": row.level for key, row in catalog.places.items()}
    levels |= {f"commune:{key}": row.kind for key, row in catalog.communes.items()}
    return lexicon_of(all_names(catalog), small, texts, levels)


def all_names(catalog: Catalog) -> Iterator[Name]:
    """Every name of every thing."""
    yield from _of_tables(catalog)
    yield from _of_sentences(catalog)
    yield from _of_numbers(catalog)
    yield from _of_vocabularies(catalog)
    yield from _of_places(catalog)
    yield from _of_acronyms(catalog)
    yield from _of_glossary(catalog)
    for key, row in catalog.agencies.items():
        yield from _aliases(row, f"agency:{key}")
    for synonym in catalog.synonyms:
        if not synonym.means.startswith(_NAMES):
            yield Name(synonym.word, _meaning(synonym), MEANING, synonym.language)


def _meaning(synonym: Synonym) -> str:
    """`kind:key` as it is; plain words as `words:<language>:...`."""
    means = synonym.means
    return means if ":" in means else f"{WORDS}:{synonym.language}:{means}"


def _of_tables(catalog: Catalog) -> Iterator[Name]:
    for table, (kind, columns) in BY_LANGUAGE.items():
        for key, row in catalog.rows(table).items():
            for language in LANGUAGES:
                for column in columns:
                    yield Name(translator(language).bare(row, column), f"{kind}:{key}", NAME, language)


def _of_sentences(catalog: Catalog) -> Iterator[Name]:
    """Ready questions; and the section that belongs to no axis."""
    for language in LANGUAGES:
        for key, row in catalog.questions.items():
            yield Name(translator(language).bare(row, "text"), f"question:{key}", SENTENCE, language)
        for word in ("cross_cutting.short", "cross_cutting.name"):
            yield Name(speech(catalog, language)(word), f"axis:{SPOTLIGHT}", NAME, language)


def _of_numbers(catalog: Catalog) -> Iterator[Name]:
    """`axe 1`, `output 2.1.1`, `2.1.1`."""
    terms = catalog.glossary
    for table, kind in NUMBERED.items():
        for key in catalog.rows(table):
            if "." in key:
                yield Name(key, f"{kind}:{key}", ALIAS)
            for language in LANGUAGES:
                if kind in terms:
                    yield Name(
                        f"{translator(language).bare(terms[kind])} {key}", f"{kind}:{key}", NAME, language
                    )


def _of_vocabularies(catalog: Catalog) -> Iterator[Name]:
    for vocabulary in (*_VOCABULARIES, _LEVELS):
        kind = LEVEL if vocabulary == _LEVELS else vocabulary
        for code, row in catalog.terms(vocabulary).items():
            for language in LANGUAGES:
                yield Name(translator(language).bare(row, "name"), f"{kind}:{code}", NAME, language)


def _of_places(catalog: Catalog) -> Iterator[Name]:
    """A name that a place of the report has is rather its than a commune's."""
    for key, place in catalog.places.items():
        yield from _names_of(place, f"place:{key}")
    for key, commune in catalog.communes.items():
        for name in _names_of(commune, f"commune:{key}"):
            yield replace(name, fit=name.fit - (NAME - ALIAS))


def _names_of(place: Place | Commune, thing: str) -> Iterator[Name]:
    yield Name(place.name_fr, thing)
    yield from _aliases(place, thing)


def _of_acronyms(catalog: Catalog) -> Iterator[Name]:
    for key, row in catalog.acronyms.items():
        for acronym in filter(None, dict.fromkeys((key, row.texts.get("acronym_en", "")))):
            yield Name(acronym, f"acronym:{key}", SPELLED_OUT)
        for language in LANGUAGES:
            yield Name(translator(language).bare(row, "name"), f"acronym:{key}", SPELLED_OUT, language)


def _of_glossary(catalog: Catalog) -> Iterator[Name]:
    for key, row in catalog.glossary.items():
        for language in LANGUAGES:
            yield Name(translator(language).bare(row, "name"), f"glossary:{key}", MEANING, language)
            for alias in _aliases(row, f"glossary:{key}"):
                name = replace(alias, fit=EXPLAINED, language=language)
                yield from (name, replace(name, thing=f"axis:{key}")) if key == SPOTLIGHT else (name,)


def _aliases(row: Agency | GlossaryTerm | Place | Commune, thing: str) -> Iterator[Name]:
    for alias in filter(None, row.aliases.split(";")):
        yield Name(alias, thing, ALIAS)
