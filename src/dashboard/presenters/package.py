"""What Data and method lists from the package: files, dictionary, sources, acronyms."""

from dashboard.components.library import ColumnEntry, File, SourceEntry, TableEntry
from dashboard.components.links import Link
from dashboard.domain.text import folded
from dashboard.presenters.reader import Reader
from dashboard.store.catalog import records

KILO = 1000
API = "/api/v1"


def files(reader: Reader) -> list[File]:
    """The files that hold everything, with their sizes."""
    t = reader.t
    kinds = {".zip": "zip", ".xlsx": "xlsx"}
    found = []
    for address, size in reader.catalog.files.items():
        kind = next((kind for end, kind in kinds.items() if address.endswith(end)), "")
        language = address.rsplit("-", 1)[-1].removesuffix(".xlsx") if kind == "xlsx" else ""
        words = t.language_name(language) if language else ""
        found.append(
            File(
                t(f"file.{kind}", language=words),
                t(f"file.{kind}.content", language=words),
                size_text(reader, size),
                address,
            )
        )
    return [*found, *_more_files(reader)]


def _more_files(reader: Reader) -> list[File]:
    """The files that are made when somebody asks."""
    t = reader.t
    addresses = {
        "long": f"/data/{t.language}/long.csv",
        "codebook": "/data/codebook.csv",
        "sdmx": "/data/sdmx.csv",
        "structure": "/data/sdmx-structure.json",
    }
    return [File(t(f"file.{kind}"), t(f"file.{kind}.content"), "", at) for kind, at in addresses.items()]


def size_text(reader: Reader, size: int) -> str:
    """A file's size as readers say it: `210 ko`, `210 kB`."""
    return reader.t("file.size", size=reader.t.number(max(1, round(size / KILO))))


def tables(reader: Reader) -> list[TableEntry]:
    """The data dictionary."""
    t, catalog = reader.t, reader.catalog
    return [
        TableEntry(
            id=resource["name"],
            title=t.of(resource, "title"),
            size=t("dictionary.rows", n=len(catalog[resource["name"]])),
            description=t.of(resource, "description"),
            files=_table_files(reader, resource["name"]),
            columns=[
                ColumnEntry(
                    t.of(field, "title"),
                    field["name"],
                    t(f"type.{field['type']}"),
                    t.of(field, "description"),
                )
                for field in resource["schema"]["fields"]
            ],
        )
        for resource in catalog.package["resources"]
    ]  # fmt: skip


def _table_files(reader: Reader, table: str) -> list[Link]:
    t = reader.t
    spreadsheet = f"/data/{t.language}/{table}.csv"
    return [
        Link(t("file.csv.spreadsheet"), spreadsheet, t("file.csv.spreadsheet.why")),
        Link("CSV", f"/data/{table}.csv", t("file.csv.why")),
        Link("JSON", f"{API}/tables/{table}.json", t("file.json.why")),
    ]


def sources(reader: Reader) -> list[SourceEntry]:
    """Every source with its terms."""
    t = reader.t
    return [
        SourceEntry(
            id=source.source_id,
            title=Link(t.of(source, "title"), source.url),
            facts=[
                (t("passport.publisher"), t.of(source, "publisher")),
                (t("passport.published"), t.of(source, "vintage")),
                (t("passport.licence"), t.of(source, "licence")),
                (t("passport.attribution"), t.of(source, "attribution")),
            ],
        )
        for source in reader.catalog.sources.values()
    ]


def acronyms(reader: Reader) -> list[tuple[str, str, str]]:
    """(anchor, acronym, meaning) in the reader's language, in the order of the alphabet."""
    found: dict[str, str] = {}
    for row in [
        *records(reader.catalog["acronyms"]),
        *map(_as_acronym, records(reader.catalog["agencies"])),
    ]:
        word = acronym_of(reader, row)
        if word and folded(word) != folded(reader.t.of(row)):
            found.setdefault(word, reader.t.of(row))
    return [(f"acronym-{folded(w).replace(' ', '-')}", w, found[w]) for w in sorted(found, key=folded)]


def _as_acronym(agency: dict[str, str]) -> dict[str, str]:
    return {**agency, "acronym": agency["acronym_fr"]}


def acronym_of(reader: Reader, row: dict[str, str]) -> str:
    """The acronym that this language uses; the French one where it has none of its own."""
    own = row.get(f"acronym_{reader.t.language}") or ""
    return str(own or row["acronym"])
