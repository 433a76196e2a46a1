"""What the tables tell is what the report prints: no more knowledge, no longer time, no narrower place."""

import re

import pytest

from dashboard.domain.text import folded

TEXTS = {"results": "summary_fr", "challenges": "text_fr", "priorities": "text_fr"}
"""Tables of our own wording -> the column of their sentences."""

CLAIMS = ("savent", "connaiss", "appris", "maîtris", "lanc", "équip", "durable", "désormais", "réussi")
"""How a claim begins that is stronger than being trained, supported or strengthened."""

DURATIONS = ("année", "depuis", "durant", "pendant", "mois", "toujours", "tout au long")
CHAPTERS = {"1": (96, 131), "2": (139, 800), "3": (803, 838), "acronyms": (839, 912)}
"""Chapter of a reference -> its first and last line in the text."""


def told(catalog):
    """Every sentence of our own with its reference: (key, sentence, reference)."""
    for table, column in TEXTS.items():
        for row in catalog.rows(table).values():
            yield next(iter(row.values())), row[column], row["source_ref"]


@pytest.mark.parametrize("words", [CLAIMS, DURATIONS], ids=["claims", "durations"])
def test_no_claim_and_no_duration_is_added(catalog, report, words):
    """A strong word stands in a summary only where the report has it too."""
    added = [
        (key, word)
        for key, sentence, ref in told(catalog)
        for word in words
        if re.search(rf"\b{word}", re.sub(r"de l'année\b", "", sentence.lower()))
        and not re.search(rf"\b{word}", report.at(ref).lower())
        and (key, word) not in SAME_SENSE
    ]
    assert added == []


SAME_SENSE = {("2021-2.1.1-03", "lanc")}
"""Where another word of the report says the same: supported in setting up, so supported to begin."""


ENGLISH = {
    "know": "conna|savent|appropri", "learn": "appr|compét|récupérer", "master": "maîtris", "launch": "lanc",
    "equip": "équip|dot|outill", "sustain": "durab", "succe": "réussi", "now": "désormais",
    "able": "capab|apt|capacit", "throughout": "tout au long|durant", "since": "depuis", "always": "toujours",
    "during": "durant|pendant|au cours", "year": r"an\b|année|2021", "month": "mois",
    "better": "meilleur|mieux|amélior|rehauss|renforc|accru",
}  # fmt: skip
"""How a claim or a duration begins in English -> what the report prints where it says so."""


def test_no_claim_is_added_in_english_nor_in_the_name_of_a_number(catalog, report):
    results = catalog.rows("results")
    told = [(key, row["summary_en"], row["source_ref"]) for key, row in results.items()]
    told += [
        (key, row["text_en"], row["source_ref"])
        for table in ("challenges", "priorities")
        for key, row in catalog.rows(table).items()
    ]
    told += [
        (figure.result_id, figure.who_en, results[figure.result_id]["source_ref"])
        for figure in catalog["result_figures"].itertuples()
    ]
    added = [
        (key, word)
        for key, sentence, ref in told
        for word, printed in ENGLISH.items()
        if re.search(rf"\b{word}", sentence.lower())
        and not re.search(rf"\b(?:{printed})", report.at(ref).lower())
        and (key, word) not in {("2021-1.2.5-01", "know")}  # made known: what they were trained to do
    ]
    assert added == []


def test_every_acronym_of_the_report_is_listed_or_found_missing(catalog, report):
    """Words in capitals within running text: in the list, or named by a finding as missing or misspelled."""
    running = " ".join(line for line in report.lines[35:838] if re.search(r"[a-zà-ÿ]{3} [a-zà-ÿ]{2}", line))
    found = {word.removesuffix("s") for word in re.findall(r"\b[A-ZÉ]{2,}[a-z]?\b", running)}
    listed = set(catalog["acronyms"]["acronym"])
    about = catalog["findings"][["printed_fr", "computed_fr", "explanation_fr"]].to_numpy().ravel()
    named = set(re.findall(r"\b[A-ZÉ]{2,}[a-z]?\b", " ".join(about)))
    words = {"II", "III", "AXES", "PM", "RM", "ANALYSE", "PRODUIT", "AGENCES", "DE", "ET", "COVID"}
    assert found - listed - named - words == set()


@pytest.mark.parametrize("stem", [r"\bsavent\b", r"\bont appris\b"])
def test_training_is_not_told_as_knowledge(catalog, stem):
    """Holds without the report: it says of nobody that they know; it says that they were trained."""
    assert [key for key, sentence, _ in told(catalog) if re.search(stem, sentence)] == []


def test_an_entity_named_within_another_is_listed_too(catalog):
    """MINUSMA (HCDH, ...): who has a row of its own in the table of entities is listed under the output."""
    short = {row["acronym_fr"]: key for key, row in catalog.rows("agencies").items()}
    listed = catalog["output_agencies"]
    pairs = set(zip(listed["output_id"], listed["agency_id"], strict=True))
    named = [
        (row.output_id, short[name])
        for row in listed.itertuples()
        for name in re.split(r"[,/ ]+", row.detail)
        if name in short
    ]
    assert len(named) >= 8
    assert set(named) <= pairs


def test_places_of_a_summary_are_those_of_the_result(catalog):
    """Each region, cercle or locality that a summary names is linked, under its own or a higher name."""
    places = catalog.rows("places")
    spelled = {row["name_fr"]: key for key, row in places.items() if row["level"] != "zone"}
    named = catalog["result_places"].groupby("result_id")["place_id"].apply(set)
    lost = []
    for key, row in catalog.rows("results").items():
        names = {places[place]["name_fr"] for place in named.get(key, ())}
        above = {places[places[place]["parent_id"]]["name_fr"] for place in named.get(key, ())
                 if places[place]["parent_id"]}  # fmt: skip
        found = {name for name in spelled if re.search(rf"\b{re.escape(name)}\b", row["summary_fr"])}
        lost += [(key, name) for name in found - names - above]
    assert lost == []


def test_a_place_without_a_printed_level_stands_where_every_reading_is_true(catalog):
    """Not in the town: the region or the cercle holds it, whichever is meant."""
    unsaid = {
        key for key, row in catalog.rows("results").items() if "sans préciser le niveau" in row["note_fr"]
    }
    assert len(unsaid) >= 4
    linked = catalog["result_places"]
    levels = linked[linked["result_id"].isin(unsaid)]["place_id"].map(
        lambda place: catalog.row("places", place)["level"]
    )
    assert set(levels) <= {"region", "cercle"}


def test_a_reference_of_one_chapter_names_lines_of_it(catalog):
    astray = [
        (table, ref)
        for table, frame in catalog.frames.items()
        if "source_ref" in frame.columns
        for ref in frame["source_ref"]
        if (chapter := re.fullmatch(r"(1|3|acronyms)(?:, L\d+)+", ref))
        for first, last in [CHAPTERS[chapter[1]]]
        if any(not first <= int(line) <= last for line in re.findall(r"\bL(\d+)", ref))
    ]
    assert astray == []


PARTNERS = (90, 718, 728, 730)
"""Lines of the report that list who works with the United Nations."""
TITLED = r"(?:[A-Z]\w*[ ’'-]?(?:en charge )?(?:(?:des?|du|d'|et|la|de la|pour le|l') ?)*)+"
"""A name in running text: words with capitals, joined by small ones."""
OF_THE_TEAM = (
    "SNU",
    "UNISS",
    "UNCT",
    "UNSDCF",
    "PTF",
    "AFPs",
    "Nations Unies",
    "Mali",
    "ONG",
    "OSC",
    "Cadre",
)
"""Names there that are no partner's: the team itself, its papers, its country, kinds of partners."""


def test_every_partner_that_the_report_names_is_listed(catalog, report):
    """Each name of the lines that list them has a row; words of three letters or more tell them apart."""

    def words(text):
        return set(re.findall(r"\w{4,}", folded(text)))

    listed = [words(row["name_fr"]) for row in catalog.rows("partners").values()]
    lost = []
    for line in PARTNERS:
        for name in re.findall(TITLED, re.sub(r"^\W*\w+", "", report.lines[line - 1])):
            said = words(name)
            if said and not any(said & partner for partner in listed) and not name.startswith(OF_THE_TEAM):
                lost.append((line, name))
    assert lost == []


GUESS = r"\b(?:sans doute|probablement|vraisemblablement|peut-être|probably|likely|presumably|perhaps)\b"
SPELLED = r"\d[\d,. \u202f]*%?|(?:deux|trois|quatre|cinq|two|three|four|five)(?: sur| in| of)"


def test_a_finding_that_changes_a_number_guesses_none(catalog):
    """A guess may say why two numbers differ; it never stands where the right number would."""
    found = catalog["findings"]
    columns = ("printed", "computed", "printed_fr", "computed_fr")
    assert not any(found[column].str.contains(GUESS, case=False).any() for column in columns)
    for row in found.itertuples():
        for text in (row.explanation_fr, row.explanation_en):
            guessed = re.search(rf"{GUESS} (?:que |environ |about )?(?:{SPELLED})", text, re.IGNORECASE)
            assert not guessed, (row.finding_id, text)


def test_every_place_of_the_tables_is_named_by_something(catalog):
    """By a result, a number of need, a commune or a place within it; what nothing names is a leftover."""
    places = catalog.rows("places")
    named = {*catalog["result_places"]["place_id"], *catalog["food_insecurity"]["place_id"]}
    communes = set(catalog["communes"]["pcode"])
    named |= {key for key, row in places.items() if row["pcode"] in communes}  # a town, for who types it
    named |= set(catalog["communes"]["place_id"]) | {row["parent_id"] for row in places.values()}
    assert set(places) - named == set()


def test_a_number_that_nobody_explains_has_no_unit(catalog):
    figures = catalog["result_figures"]
    unexplained = figures[figures["who_fr"].str.contains("sans explication")]
    assert len(unexplained) == 1
    assert (unexplained["unit"] == "unknown").all()


def test_every_unit_has_words(catalog):
    assert set(catalog["result_figures"]["unit"]) <= catalog.terms("unit").keys()


def test_every_figure_is_printed_at_its_line(catalog, report):
    """Digit by digit, or in words where the report writes small numbers in words."""
    words = {1: "une? ", 2: "deux", 3: "trois", 5: "cinq", 6: "six", 30: "trentaine|30"}
    refs = {key: row["source_ref"] for key, row in catalog.rows("results").items()}
    missing = []
    for row in catalog["result_figures"].itertuples():
        text = re.sub(r"(?<=\d)[ \u202f\u00a0](?=\d{3}(?!\d))", "", report.at(refs[row.result_id]))
        number = f"{row.value:.10g}".replace(".", "[.,]")
        spelled = words.get(int(row.value), "$^")
        if not re.search(rf"(?<!\d)0?{number}(?!\d)|\b(?:{spelled})", text):
            missing.append((row.result_id, row.seq, row.value))
    assert missing == []
