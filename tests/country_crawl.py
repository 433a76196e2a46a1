"""Every page and file of a folder of data, by a process of its own, which reads the languages at its start.

`python -m tests.country_crawl FOLDER BUILD ADDRESS…` says as JSON: `status` by address, by address what was
`told` of another country, the text of the `pages` of the addresses, the one that comes `first`, and
how many cards `failed`.
"""

import csv
import html
import io
import json
import os
import re
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
_NOT_READ = (".js", ".pdf")
"""A script reads amounts of any country; letters of a compressed file are no words."""
SHORT = 5
"""Names of fewer letters are words of other things too: San, Bla."""
LINK = re.compile(r'(?:href|src)="(/[^"#]*)')
TEXTS = (".xml", ".csv", ".json", ".md", ".txt")


def of_mali() -> re.Pattern[str]:
    """What only a page of Mali says: its name, levels and places, the money and the year of its report."""
    with (ROOT / "data" / "places.csv").open(encoding="utf-8", newline="") as file:
        names = {row["name_fr"] for row in csv.DictReader(file) if row["level"] != "zone"}
    places = "|".join(re.escape(name) for name in sorted(names) if len(name) >= SHORT)
    words = rf"\bmali|cercle|usd|dollar|\bcfa\b|2021|(?<![\w`])\$(?=\d)|\b(?:{places})\b"
    return re.compile(words, re.IGNORECASE)


def texts_of(content: bytes) -> list[str]:
    """What a file says; of an archive or workbook, each of its parts."""
    if not content.startswith(b"PK"):
        return [content.decode("utf-8", "replace")]
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = [name for name in archive.namelist() if name.endswith(TEXTS)]
        return [archive.read(name).decode("utf-8", "replace") for name in names]


def kind_of_address(address: str) -> str:
    """What an address is of: a page by its path, a passport by the kind of its figure, whatever is chosen."""
    path = address.partition("?")[0]
    return re.sub(r"(/f/\w~\w*).*", r"\1", path)


def files_of(name: str, languages: tuple[str, ...]) -> Iterator[str]:
    yield from (f"/data/{name}.zip", "/api/v1/openapi.json", "/data/finance_agencies.csv")
    for language in languages:
        yield f"/data/{name}-{language}.xlsx"


def main(folder: Path, build: Path, shown: list[str]) -> dict[str, object]:
    os.environ["DASHBOARD_DATA"] = str(folder)
    from dashboard.i18n import LANGUAGES
    from dashboard.operate.opening import open_data
    from dashboard.settings import from_environment
    from dashboard.web.addresses import addresses
    from dashboard.web.app import create_app
    from dashboard.web.dash import exchanges

    exchanges._made = lambda *_: b"[]"  # the islands are the same in every language
    catalog = open_data(folder)
    client = create_app(replace(from_environment(), build=build), catalog).server.test_client()
    wanted = of_mali()
    status: dict[str, int] = {}
    told: dict[str, list[str]] = {}
    kinds: set[str] = set()
    waiting = ["/", *shown, *addresses(catalog), *files_of(catalog.package["name"], LANGUAGES)]
    while waiting:
        address = waiting.pop(0)
        kind = kind_of_address(address)
        if kind in kinds or address.startswith("/lite/"):
            continue
        kinds.add(kind)
        answer = client.get(address)
        status[address] = answer.status_code
        found = {word for text in texts_of(answer.data) for word in wanted.findall(text)}
        if found and not address.endswith(_NOT_READ):
            told[address] = sorted(found)
        if answer.mimetype == "text/html":
            waiting += [html.unescape(link) for link in LINK.findall(answer.text)]
    pages = {address: client.get(address).text for address in shown}
    failed = client.get("/healthz").json["failed_cards"]
    return {
        "status": status,
        "told": told,
        "pages": pages,
        "first": client.get("/").location,
        "failed": failed,
    }


if __name__ == "__main__":
    json.dump(main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:]), sys.stdout)
